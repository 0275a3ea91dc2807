// Forms that the bot opens (Discord docs, Modals): their parts, and how they are sent.

import { controlOf } from "./controls.js";
import { openDialog } from "./dialogs.js";
import { h, toast } from "./dom.js";
import { markdown } from "./markdown.js";
import { perform } from "./state.js";
import { t } from "./texts.js";

/** Open the form of an interaction, and send it. */
export function openForm(form) {
  const fields = [];
  const body = form.components.map((node) => part(node, fields));
  const dialog = openDialog({
    title: form.title,
    body,
    submit: t("submit"),
    onsubmit: async () => {
      const files = [];
      const values = {};
      for (const field of fields) {
        const value = field.read(files);
        if (value !== undefined) values[field.name] = value;
      }
      const answer = await perform("submit", { form: form.name, values }, files);
      if (answer.form) openForm(answer.form);
    },
  });
  dialog.addEventListener("paste", (event) => {
    const upload = fields.find((field) => field.add);
    if (upload && event.clipboardData.files.length) upload.add(event.clipboardData.files);
  });
}

/** Draw one part of a form: a text, a label with its control, or a row of old. */
function part(node, fields, label = null) {
  if (node.type === 10) return h("div", { class: "text" }, markdown(node.content));
  if (node.type === 1) return node.components.map((child) => part(child, fields, child.label));
  const control = node.component ?? node;
  const title = node.label ?? label ?? control.custom_id;
  const made = controlOf(control, title);
  if (!made) {
    toast(`[${control.type}]`);
    return null;
  }
  fields.push({ name: control.custom_id, ...made });
  const needed = control.required !== false && control.type !== 23;
  return h(
    made.group ? "fieldset" : "label",
    { class: "field" },
    h(
      made.group ? "legend" : "span",
      { class: "field-label" },
      title,
      needed ? h("span", { class: "needed", title: t("required") }, " *") : null,
    ),
    node.description ? h("span", { class: "quiet" }, node.description) : null,
    made.element,
  );
}

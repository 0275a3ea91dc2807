// Forms that the bot opens (Discord docs, Modals): their fields, and how they are sent.

import { openDialog } from "./dialogs.js";
import { h, toast } from "./dom.js";
import { fileField } from "./files.js";
import { markdown } from "./markdown.js";
import { optionsOf } from "./menus.js";
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
  const made = CONTROLS[control.type]?.(control);
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
      node.label ?? label ?? control.custom_id,
      needed ? h("span", { class: "needed", title: t("required") }, " *") : null,
    ),
    node.description ? h("span", { class: "quiet" }, node.description) : null,
    made.element,
  );
}

const CONTROLS = {
  3: select,
  4: textInput,
  5: select,
  8: select,
  19: upload,
  21: radios,
  22: checks,
  23: check,
};

function textInput(node) {
  const long = node.style === 2;
  const element = h(long ? "textarea" : "input", {
    name: node.custom_id,
    rows: long ? 4 : null,
    placeholder: node.placeholder,
    required: node.required !== false,
    minlength: node.min_length,
    maxlength: node.max_length ?? 4000,
  });
  element.value = node.value ?? "";
  return { element, read: () => element.value };
}

function select(node) {
  const most = node.max_values ?? 1;
  const needed = node.required !== false;
  const element = h(
    "select",
    { class: "select", name: node.custom_id, multiple: most > 1, required: needed },
    most > 1
      ? null
      : h(
          "option",
          { value: "", disabled: needed, selected: true },
          node.placeholder ?? t("choose"),
        ),
    optionsOf(node).map((option) =>
      h("option", { value: option.value, selected: Boolean(option.default) }, option.label),
    ),
  );
  const value = (option) => (node.type === 3 ? option.value : { id: option.value });
  return {
    element,
    read: () => [...element.selectedOptions].filter((option) => option.value).map(value),
  };
}

function upload(node) {
  const element = fileField({
    name: node.custom_id,
    most: node.max_values ?? 1,
    types: node.file_types,
  });
  const read = (files) =>
    element.files.map((file) => {
      files.push(file);
      return { file: files.length - 1 };
    });
  return { element, read, add: element.add, group: true };
}

function choices(node, type) {
  const inputs = node.options.map((option) =>
    h("input", {
      type,
      name: node.custom_id,
      value: option.value,
      checked: Boolean(option.default),
      required: type === "radio" && node.required !== false,
    }),
  );
  const element = h(
    "div",
    { class: "choices" },
    node.options.map((option, place) =>
      h("label", { class: "choice" }, inputs[place], " ", option.label),
    ),
  );
  return {
    element,
    chosen: () => inputs.filter((input) => input.checked).map((input) => input.value),
  };
}

function radios(node) {
  const { element, chosen } = choices(node, "radio");
  return { element, group: true, read: () => chosen()[0] };
}

function checks(node) {
  const { element, chosen } = choices(node, "checkbox");
  return { element, group: true, read: chosen };
}

function check(node) {
  const element = h("input", {
    type: "checkbox",
    name: node.custom_id,
    checked: Boolean(node.default),
  });
  return { element, read: () => element.checked };
}

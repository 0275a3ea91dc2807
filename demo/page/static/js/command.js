// The options of a slash command, as fields (Discord docs, Application Command Option Type).

import { h, icon, toast } from "./dom.js";
import { growing, watched } from "./drafts.js";
import { fileField } from "./files.js";
import { openForm } from "./forms.js";
import { CLOSE, PLUS, SEND } from "./icons.js";
import { entitiesOf } from "./menus.js";
import { suggestions } from "./popup.js";
import { perform } from "./state.js";
import { localized, t } from "./texts.js";

const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;
const SUGGEST_MS = 150;

/**
 * Make the form of a command. `text` goes into its first option. `onleave` is called when it was
 * sent or given up, `onfail` when what was sent did not arrive. Return `{element, focus, add, mayLeave}`; `add` takes files for its attachments,
 * `mayLeave` asks first where something would be lost.
 */
export function commandForm({ node, name, path, text, onleave, onfail }) {
  const options = (node.options ?? []).filter((option) => option.type > 2);
  const fields = new Map();
  const row = h("div", { class: "options" });
  const optional = h("div", { class: "optional", role: "group", "aria-label": t("options") });
  const error = h("p", { class: "form-error", role: "alert" });
  const leave = () => mayLeave() && onleave();
  const form = h(
    "form",
    {
      class: "command",
      "aria-label": `/${name}`,
      onsubmit: (event) => {
        event.preventDefault();
        send();
      },
      onkeydown: (event) => {
        if (event.key === "Escape") leave();
      },
    },
    h(
      "div",
      { class: "command-head" },
      h("strong", { class: "command-name" }, `/${name}`),
      h("span", { class: "quiet" }, localized(node, "description")),
      h(
        "button",
        {
          type: "button",
          class: "round",
          "aria-label": t("cancel"),
          title: t("cancel"),
          onclick: leave,
        },
        icon(CLOSE),
      ),
      h(
        "button",
        { type: "submit", class: "round send", "aria-label": t("send"), title: t("send") },
        icon(SEND),
      ),
    ),
    error,
    row,
    optional,
  );
  const mayLeave = watched(form, error);

  const show = (option, focus = false) => {
    if (!fields.has(option.name)) {
      const made = optionField(option, path, () => filled(fields));
      fields.set(option.name, made);
      row.append(labelled(option, made, () => hide(option)));
      drawOptional();
    }
    if (focus) fields.get(option.name).focus();
    return fields.get(option.name);
  };
  const hide = (option) => {
    fields.get(option.name).element.closest(".option").remove();
    fields.delete(option.name);
    drawOptional();
    focus();
  };
  const drawOptional = () =>
    optional.replaceChildren(
      ...options
        .filter((option) => !fields.has(option.name))
        .map((option) =>
          h(
            "button",
            {
              type: "button",
              class: "add-option",
              title: localized(option, "description"),
              onclick: () => show(option, true),
            },
            icon(PLUS),
            localized(option),
          ),
        ),
    );
  const focus = () =>
    (
      [...fields.values()][0] ?? { focus: () => form.querySelector("[type=submit]").focus() }
    ).focus();
  const add = (files) => {
    const slots = options.filter(
      (option) => option.type === ATTACHMENT && !fields.get(option.name)?.isFilled(),
    );
    for (const file of files) if (slots.length) show(slots.shift()).add([file]);
  };
  const send = async () => {
    const values = {};
    const files = [];
    for (const [key, made] of fields) {
      const value = made.read(files);
      if (value !== undefined) values[key] = value;
    }
    const missing = options.find((option) => option.required && values[option.name] === undefined);
    if (missing) {
      toast(`${localized(missing)}: ${t("required")}`);
      show(missing, true);
      return;
    }
    onleave();
    try {
      const answer = await perform("slash", { command: path, options: values }, files);
      if (answer.form) openForm(answer.form);
    } catch (failure) {
      toast(failure.message);
      onfail();
    }
  };

  options.filter((option) => option.required).forEach((option) => show(option));
  drawOptional();
  if (text && fields.size) [...fields.values()][0].write(text);
  return { element: form, focus, add, mayLeave };
}

function labelled(option, made, onremove) {
  const label = t("remove") + " " + localized(option);
  return h(
    made.group ? "div" : "label",
    { class: "option", title: localized(option, "description") },
    h("span", { class: "option-name" }, localized(option)),
    made.element,
    option.required
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "round small",
            "aria-label": label,
            title: label,
            onclick: onremove,
          },
          icon(CLOSE),
        ),
  );
}

/** Return the values of those fields that have one and are no files. */
function filled(fields) {
  const values = {};
  for (const [name, made] of fields) {
    const value = made.group ? undefined : made.read([]);
    if (typeof value === "string" || typeof value === "number") values[name] = value;
  }
  return values;
}

/** Make the field of one option. `read` gives its value, undefined while it is empty. */
function optionField(option, path, others) {
  if (option.type === ATTACHMENT) return attachmentField(option);
  const offered = offeredValues(option);
  if (offered) return choiceField(option, offered);
  return textField(option, path, others);
}

function attachmentField(option) {
  const element = fileField({ name: option.name, types: option.file_types });
  return {
    element,
    group: true,
    add: element.add,
    isFilled: () => element.files.length > 0,
    focus: () => element.querySelector("button").focus(),
    read: (files) =>
      element.files.length ? { file: files.push(element.files[0]) - 1 } : undefined,
  };
}

function offeredValues(option) {
  if (option.choices?.length)
    return option.choices.map((choice) => [localized(choice), choice.value]);
  if (option.type === BOOLEAN)
    return [
      [t("yes"), true],
      [t("no"), false],
    ];
  return entitiesOf(option)?.map(({ value, label }) => [label, { id: value }]) ?? null;
}

function choiceField(option, offered) {
  const element = h(
    "select",
    { class: "select", name: option.name, "aria-label": localized(option) },
    h("option", { value: "" }, t("choose")),
    offered.map(([label], place) => h("option", { value: place }, label)),
  );
  return {
    element,
    focus: () => element.focus(),
    read: () => (element.value === "" ? undefined : offered[element.value][1]),
  };
}

function textField(option, path, others) {
  const number = option.type === INTEGER || option.type === NUMBER;
  const long = !number && !option.autocomplete;
  const input = h(long ? "textarea" : "input", {
    name: option.name,
    type: long ? null : number ? "number" : "text",
    rows: long ? 1 : null,
    step: option.type === NUMBER ? "any" : null,
    min: option.min_value,
    max: option.max_value,
    minlength: option.min_length,
    maxlength: option.max_length,
    autocomplete: "off",
    placeholder: localized(option, "description"),
    "aria-label": localized(option),
  });
  if (long) asOneLine(input);
  const element = h("span", { class: "option-text" }, input);
  const write = (text) => (input.value = text);
  if (option.autocomplete) suggest(option, path, input, others);
  const read = () => (input.value === "" ? undefined : number ? Number(input.value) : input.value);
  return { element, write, read, focus: () => input.focus() };
}

/** Make a field that shows a long line in several, and is sent by Enter as any option is. */
function asOneLine(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
  field.addEventListener("input", () => {
    if (/[\r\n]/.test(field.value)) field.value = field.value.replace(/[\r\n]+/g, " ");
  });
  growing(field);
}

/** Ask the bot for suggestions while somebody types. */
function suggest(option, path, input, others) {
  let timer = 0;
  let asked = 0;
  const take = (item) => {
    input.value = item.value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const list = suggestions(input, take, localized(option));
  const ask = async () => {
    const mine = ++asked;
    const rest = others();
    delete rest[option.name];
    const fields = { command: path, option: option.name, text: input.value, filled: rest };
    const answer = await perform("autocomplete", fields).catch(() => ({ choices: [] }));
    if (mine !== asked || document.activeElement !== input) return;
    list.offer(
      answer.choices.map(({ name, value }) => ({
        label: name,
        detail: name === value ? null : String(value),
        value,
      })),
    );
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, SUGGEST_MS);
  });
  input.addEventListener("focus", ask);
  input.addEventListener("blur", list.hide);
  input.addEventListener("keydown", list.onkeydown);
}

// The controls of forms (Discord docs, Component Reference): each with what it holds.

import { fileField } from "./files.js";
import { h } from "./dom.js";
import { menuOf } from "./menus.js";
import { t } from "./texts.js";

const STRINGS = 3;

/**
 * Make a control: `{element, read, group, add}`. `read` gives its value, and puts files aside;
 * a `group` has no single field that a label could belong to; `add` takes files.
 */
export function controlOf(node, label) {
  return CONTROLS[node.type]?.(node, label);
}

const CONTROLS = {
  3: menu,
  4: textInput,
  5: menu,
  6: menu,
  7: menu,
  8: menu,
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

function menu(node, label) {
  const { element, chosen } = menuOf(node, { label, required: node.required !== false });
  const value = (each) => (node.type === STRINGS ? each : { id: each });
  return { element, group: element.tagName !== "SELECT", read: () => chosen().map(value) };
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
      h(
        "label",
        { class: "choice" },
        inputs[place],
        h(
          "span",
          {},
          option.label,
          option.description ? h("span", { class: "quiet about" }, option.description) : null,
        ),
      ),
    ),
  );
  return { element, inputs, checked: () => inputs.filter((input) => input.checked) };
}

function radios(node) {
  const { element, checked } = choices(node, "radio");
  return { element, group: true, read: () => checked()[0]?.value };
}

function checks(node) {
  const { element, inputs, checked } = choices(node, "checkbox");
  const fewest = node.min_values ?? 1;
  const most = node.max_values ?? inputs.length;
  const show = () => {
    const count = checked().length;
    inputs.forEach((input) => (input.disabled = count >= most && !input.checked));
    const missing = (node.required !== false || count > 0) && count < fewest;
    inputs[0].setCustomValidity(missing ? `${t("atLeast")} ${fewest}` : "");
  };
  element.addEventListener("change", show);
  show();
  return { element, group: true, read: () => checked().map((input) => input.value) };
}

function check(node) {
  const element = h("input", {
    type: "checkbox",
    name: node.custom_id,
    checked: Boolean(node.default),
  });
  return { element, read: () => element.checked };
}

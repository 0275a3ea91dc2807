// Windows over the page. The browser keeps the focus inside and closes them on Escape, on the
// second one where something would be lost.

import { growing, watched } from "./drafts.js";
import { h, icon } from "./dom.js";
import { CLOSE } from "./icons.js";
import { t } from "./texts.js";

/**
 * Open a dialog with a form. `onsubmit` gets the form and may return false to leave it open.
 * Return the dialog.
 */
export function openDialog({ title, body, submit, onsubmit, onclose = () => {} }) {
  const error = h("p", { class: "form-error", role: "alert" });
  const send = h("button", { type: "submit", class: "button primary" }, submit);
  const form = h(
    "form",
    { class: "dialog-form", method: "dialog" },
    h(
      "header",
      {},
      h("h2", {}, title),
      h(
        "button",
        { type: "button", class: "round", "aria-label": t("close"), onclick: () => leave() },
        icon(CLOSE),
      ),
    ),
    h("div", { class: "dialog-body" }, body),
    error,
    h(
      "footer",
      {},
      h(
        "button",
        { type: "button", class: "button link", onclick: () => leave() },
        t("cancel"),
      ),
      send,
    ),
  );
  const dialog = h("dialog", { class: "dialog", "aria-label": title }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    error.textContent = "";
    try {
      if ((await onsubmit(form)) !== false) dialog.close();
    } catch (problem) {
      error.textContent = problem.message;
    } finally {
      send.disabled = false;
    }
  });
  form.querySelectorAll("textarea").forEach((field) => growing(field));
  const mayLeave = watched(form, error);
  const leave = () => mayLeave() && dialog.close();
  // Escape, and the gesture for going back on a phone.
  dialog.addEventListener("cancel", (event) => mayLeave() || event.preventDefault());
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose();
  });
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector("textarea, input:not([type=file]), select")?.focus();
  return dialog;
}

/** Ask for one text; return it, or null if the dialog was closed. */
export function ask({ title, label = title, value = "", long = false, submit }) {
  return new Promise((resolve) => {
    let answer = null;
    const field = h(long ? "textarea" : "input", {
      name: "answer",
      rows: long ? 5 : null,
      maxlength: long ? 2000 : 100,
      required: true,
    });
    field.value = value;
    openDialog({
      title,
      body: h("label", { class: "field" }, h("span", { class: "field-label" }, label), field),
      submit,
      onsubmit: () => {
        answer = field.value.trim();
      },
      onclose: () => resolve(answer),
    });
    field.select();
  });
}

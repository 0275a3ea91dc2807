// What is typed and not sent yet: fields as high as it, and a question before it is thrown away.

import { t } from "./texts.js";

/**
 * Let a field grow with its text, up to the greatest height of its style. It becomes lower only if
 * it `shrinks`. Return what is to be called after the text was set.
 */
export function growing(field, { shrinks = false } = {}) {
  const grow = () => {
    if (shrinks) field.style.setProperty("height", "auto");
    const beyond = field.scrollHeight - field.clientHeight;
    if (beyond > 0) field.style.setProperty("height", `${field.offsetHeight + beyond}px`);
  };
  field.addEventListener("input", grow);
  // Lines break elsewhere in another width. An observer must not change itself what it observes.
  new ResizeObserver(() => requestAnimationFrame(grow)).observe(field);
  return grow;
}

/**
 * Watch over what a form was filled with. The function that is returned tells whether the form may
 * be left: not at first, where something would be lost, which it says in `alert`.
 */
export function watched(form, alert) {
  let isFilled = false;
  let isAsked = false;
  const onfilled = () => {
    isFilled = true;
    isAsked = false;
    alert.textContent = "";
  };
  form.addEventListener("input", onfilled);
  form.addEventListener("change", onfilled);
  return () => {
    if (!isFilled || isAsked) return true;
    isAsked = true;
    alert.textContent = t("leaveAgain");
    return false;
  };
}

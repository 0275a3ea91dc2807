// Build elements. Text only ever becomes text: nothing here, or anywhere, reads HTML.

/**
 * Make an element. Attributes that are functions listen (`onclick`); `true` and `false` switch an
 * attribute; `dataset` and `style` are objects. Children are nodes, texts, or nothing.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "style")
      for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** Write a colour of Discord's as CSS does. */
export const hex = (colour) => `#${colour.toString(16).padStart(6, "0")}`;

const SVG = "http://www.w3.org/2000/svg";

/** Draw an icon from the path of a 24×24 picture; the control that holds it has the name. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/**
 * Give `parent` exactly these children, in this order. Each item has a `key` and a `build`; a child
 * whose key was there before stays as it is, with its focus, its scrolling and its picture.
 */
export function reconcile(parent, items) {
  const before = new Map();
  for (const child of parent.childNodes) before.set(child.reconciledAs, child);
  const seen = new Map();
  let place = parent.firstChild;
  for (const item of items) {
    const times = seen.get(item.key) ?? 0;
    seen.set(item.key, times + 1);
    const key = times ? `${item.key}#${times}` : item.key;
    let child = before.get(key);
    if (child) before.delete(key);
    else {
      child = item.build();
      child.reconciledAs = key;
    }
    if (child === place) place = place.nextSibling;
    else parent.insertBefore(child, place);
  }
  for (const gone of before.values()) gone.remove();
}

/** Draw in `parent`; a control that is drawn anew under its name (`data-control`) keeps the focus. */
export function keepFocus(parent, draw) {
  const { activeElement } = document;
  const name = parent.contains(activeElement) ? activeElement.dataset.control : null;
  draw();
  if (!name || activeElement.isConnected) return;
  parent.querySelector(`[data-control="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
}

/** Show a sentence for some seconds. */
export function toast(text, kind = "error") {
  const shown = h("div", { class: `toast ${kind}` }, text);
  document.getElementById("toasts").append(shown);
  setTimeout(() => shown.remove(), 6000);
}

/** Tell a screen reader something that the eye sees by itself. */
export function announce(text) {
  const line = h("p", {}, text);
  document.getElementById("announcer").append(line);
  setTimeout(() => line.remove(), 5000);
}

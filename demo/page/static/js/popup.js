// Menus and lists that float: they close on Escape and on a press elsewhere, and move by arrows.

import { h } from "./dom.js";

/**
 * Call `open` once the button that asked for a menu is up: a menu that is there before is closed by
 * that, as by any press elsewhere.
 */
export function onceReleased(event, open) {
  if (event.buttons) addEventListener("pointerup", () => setTimeout(open), { once: true });
  else open();
}

/**
 * Open a menu beside an element or at a point. Entries are `{label, icon, danger, onchoose}`,
 * a heading is `{heading}`.
 */
export function openMenu(where, entries, label) {
  const back = document.activeElement;
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": label });
  for (const entry of entries) {
    if (entry.heading) {
      menu.append(h("div", { class: "menu-heading", role: "presentation" }, entry.heading));
      continue;
    }
    const choose = () => {
      menu.hidePopover();
      entry.onchoose();
    };
    const kind = entry.danger ? "menu-item danger" : "menu-item";
    menu.append(
      h(
        "button",
        { type: "button", class: kind, role: "menuitem", tabindex: -1, onclick: choose },
        entry.label,
      ),
    );
  }
  menu.addEventListener("keydown", (event) => move(event, menu));
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    menu.remove();
    if (document.activeElement !== document.body) return;
    // A message shows its buttons only while the focus is in it.
    back?.closest(".message")?.focus({ preventScroll: true });
    back?.focus({ preventScroll: true });
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, where);
  menu.querySelector("button")?.focus();
}

function move(event, menu) {
  const items = [...menu.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length).focus();
}

/** Put a floating element beside an element, or at a point, inside the window. */
export function place(floating, where, above = false) {
  const box = where.getBoundingClientRect?.() ?? {
    left: where.x,
    right: where.x,
    top: where.y,
    bottom: where.y,
  };
  const own = floating.getBoundingClientRect();
  const fits = box.bottom + own.height + 8 < innerHeight && !above;
  const top = fits ? box.bottom + 4 : box.top - own.height - 4;
  floating.style.setProperty(
    "left",
    `${Math.max(8, Math.min(box.left, innerWidth - own.width - 8))}px`,
  );
  floating.style.setProperty("top", `${Math.max(8, top)}px`);
}

/**
 * Hang a list of suggestions on a text field, as a combobox (WAI-ARIA). `offer(items)` shows
 * `{label, detail, value}` and none hides it; `onkeydown` moves and chooses, and says whether it
 * did.
 */
export function suggestions(field, onchoose, label) {
  const id = `list-${Math.random().toString(36).slice(2)}`;
  const list = h("div", {
    class: "suggestions",
    role: "listbox",
    id,
    popover: "manual",
    "aria-label": label,
  });
  let items = [];
  let at = 0;
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", id);
  // A field of several lines can be no combobox (ARIA in HTML).
  const isCombobox = field.tagName === "INPUT";
  if (isCombobox) field.setAttribute("role", "combobox");
  const tellExpanded = () => {
    if (isCombobox) field.setAttribute("aria-expanded", String(items.length > 0));
  };
  tellExpanded();
  field.after(list);

  const offer = (offered) => {
    items = offered;
    at = 0;
    tellExpanded();
    list.replaceChildren(...items.map(row));
    if (!items.length) return hide();
    if (!list.matches(":popover-open")) list.showPopover();
    place(list, field, true);
    mark();
  };
  const hide = () => {
    items = [];
    tellExpanded();
    field.removeAttribute("aria-activedescendant");
    if (list.isConnected && list.matches(":popover-open")) list.hidePopover();
  };
  const row = (item, place) =>
    h(
      "div",
      {
        class: "suggestion",
        role: "option",
        id: `${id}-${place}`,
        // Before the field would lose its focus.
        onmousedown: (event) => {
          event.preventDefault();
          choose(place);
        },
      },
      h("span", { class: "suggestion-label" }, item.label),
      item.detail ? h("span", { class: "suggestion-detail" }, item.detail) : null,
    );
  const mark = () => {
    [...list.children].forEach((child, place) => {
      child.setAttribute("aria-selected", String(place === at));
      if (place === at) child.scrollIntoView({ block: "nearest" });
    });
    field.setAttribute("aria-activedescendant", `${id}-${at}`);
  };
  const choose = (place) => {
    const item = items[place];
    hide();
    onchoose(item);
  };
  const onkeydown = (event) => {
    if (!items.length || event.isComposing) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
      mark();
    } else if (event.key === "Enter" || event.key === "Tab") choose(at);
    else if (event.key === "Escape") hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offer, hide, onkeydown };
}

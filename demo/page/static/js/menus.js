// Menus of choices, in messages and in forms: what they offer, and how one chooses.

import { h } from "./dom.js";
import { places, seen, start } from "./state.js";
import { t } from "./texts.js";

// Discord docs, Channel Types: categories, and threads.
const CATEGORY = 4;
const MARKS = { [CATEGORY]: "🗂️", 10: "🧵", 11: "🧵", 12: "🧵", 2: "🔊", 13: "🔊" };

const server = () => (seen.servers ?? []).find((each) => each.id === seen.channel?.server);

const people = () => start.members.map(({ id, name }) => ({ value: id, label: name }));

const roles = () =>
  (server()?.roles ?? []).map(({ id, name }) => ({ value: id, label: `@${name}` }));

function channels(types = []) {
  const found = [...(server()?.categories ?? []), ...places().filter((place) => !place.direct)];
  return found
    .filter((place) => !types.length || types.includes(place.type))
    .map(({ id, name, type }) => ({ value: id, label: `${MARKS[type] ?? "#"} ${name}` }));
}

/** Return what there is to choose of a server: by Discord's kinds of menus. */
const ENTITIES = {
  5: people,
  6: roles,
  7: () => [...roles(), ...people()],
  8: (node) => channels(node.channel_types),
};

/** Return the people, roles or channels that a slash command's option takes. */
export function entitiesOf(option) {
  const kind = { 6: 5, 7: 8, 8: 6, 9: 7 }[option.type];
  return kind ? ENTITIES[kind](option) : null;
}

/** Return what a menu offers: its own options, people, roles or channels. */
function optionsOf(node) {
  const chosen = new Set((node.default_values ?? []).map(({ id }) => id));
  const found = ENTITIES[node.type]?.(node);
  return found?.map((each) => ({ ...each, default: chosen.has(each.value) })) ?? node.options ?? [];
}

const titled = (option) =>
  option.emoji?.name && !option.emoji.id ? `${option.emoji.name} ${option.label}` : option.label;

/**
 * Make a menu. Return `{element, chosen, reset}`: `chosen` gives the values, `reset` lets the
 * same be chosen once more. `onchoose` is called when somebody is done; without it a menu is part
 * of a form.
 */
export function menuOf(node, { label, required = false, onchoose = null }) {
  const most = node.max_values ?? 1;
  const about = { label: label ?? node.placeholder ?? t("choose"), required, onchoose };
  return most > 1 ? several(node, most, about) : single(node, about);
}

function single(node, { label, required, onchoose }) {
  // One that may stay empty can be emptied again.
  const empty = onchoose ? node.min_values === 0 : !required;
  const element = h(
    "select",
    {
      class: "select",
      name: node.custom_id,
      required,
      disabled: Boolean(node.disabled),
      "aria-label": label,
      dataset: { control: node.custom_id },
      onchange: onchoose,
    },
    h(
      "option",
      { value: "", disabled: !empty, selected: true },
      node.placeholder ?? t("choose"),
    ),
    optionsOf(node).map((option) =>
      h(
        "option",
        {
          value: option.value,
          selected: Boolean(option.default),
          title: option.description ?? null,
        },
        titled(option),
        option.description ? ` — ${option.description}` : null,
      ),
    ),
  );
  return {
    element,
    chosen: () => [...element.selectedOptions].map((option) => option.value).filter(Boolean),
    reset: () => {
      element.selectedIndex = [...element.options].findLastIndex((each) => each.defaultSelected);
    },
  };
}

/** Make a menu of which several are chosen: what is chosen as chips, and under them the boxes. */
function several(node, most, { label, onchoose }) {
  const options = optionsOf(node);
  const boxes = options.map((option) =>
    h("input", { type: "checkbox", value: option.value, checked: Boolean(option.default) }),
  );
  const chips = h("span", { class: "chips" });
  const checked = () => boxes.filter((box) => box.checked);
  const show = () => {
    const full = checked().length >= most;
    boxes.forEach((box) => (box.disabled = full && !box.checked));
    const names = options.filter((_, place) => boxes[place].checked).map(titled);
    chips.replaceChildren(
      ...(names.length
        ? names.map((name) => h("span", { class: "chosen" }, name))
        : [h("span", { class: "quiet" }, node.placeholder ?? t("choose"))]),
    );
  };
  const element = h(
    "details",
    { class: "menu-many", onchange: show },
    h("summary", { class: "select", "aria-label": label, dataset: { control: node.custom_id } }, chips),
    h(
      "div",
      { class: "menu-boxes", role: "group", "aria-label": label },
      options.map((option, place) =>
        h(
          "label",
          { class: "choice" },
          boxes[place],
          h(
            "span",
            {},
            titled(option),
            option.description ? h("span", { class: "quiet" }, ` ${option.description}`) : null,
          ),
        ),
      ),
      onchoose
        ? h(
            "button",
            { type: "button", class: "button primary", onclick: onchoose },
            t("submit"),
          )
        : null,
    ),
  );
  show();
  return {
    element,
    chosen: () => checked().map((box) => box.value),
    reset: () => {},
  };
}

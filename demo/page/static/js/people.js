// Somebody's menu: their roles, and what the bot offers to do with them (user commands).

import { h, hex, toast } from "./dom.js";
import { openForm } from "./forms.js";
import { onceReleased, openMenu } from "./popup.js";
import { perform, seen } from "./state.js";
import { localized, t } from "./texts.js";

/** Name what somebody is in the server: the owner, or by their roles. */
export function standing(person) {
  const named = person.roles.map((role) => role.name);
  return person.owner ? [t("owner"), ...named] : named;
}

/** Name what the bot asks about before it obeys somebody. */
export const rightsOf = (person) => person.rights.map((right) => t(right));

/** Show somebody's name in the colour of their highest role; a press opens their menu. */
export function author(id, name) {
  const person = seen.people?.[id];
  const colour = person?.roles.find((role) => role.colour)?.colour;
  const open = (event) => openPersonMenu(event, person);
  const shown = h(
    "button",
    { type: "button", class: "author", onclick: open, oncontextmenu: open, disabled: !person },
    name,
  );
  if (colour) shown.style.setProperty("color", hex(colour));
  return shown;
}

/** Open somebody's menu where a press was. */
export function openPersonMenu(event, person) {
  event.preventDefault();
  event.stopPropagation();
  const entries = [
    { heading: [person.name, ...standing(person)].join(" · ") },
    seen.user_menus?.length && { heading: `${t("apps")} · ${seen.bot?.name}` },
    ...(person.id === seen.bot?.id ? [] : (seen.user_menus ?? [])).map((command) => ({
      label: localized(command),
      onchoose: () => run(command, person),
    })),
  ];
  const beside = event.currentTarget;
  onceReleased(event, () => openMenu(beside, entries.filter(Boolean), person.name));
}

async function run(command, person) {
  try {
    const answer = await perform("user_menu", { command: command.name, person: person.id });
    if (answer.form) openForm(answer.form);
  } catch (error) {
    toast(error.message);
  }
}

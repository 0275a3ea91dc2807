// Components of messages (Discord docs, Component Reference): layouts, content, controls.

import { h, hex, toast } from "./dom.js";
import { fileCard, gallery, thumbnail } from "./media.js";
import { inline, markdown, spoiler } from "./markdown.js";
import { openForm } from "./forms.js";
import { menuOf } from "./menus.js";
import { perform } from "./state.js";
import { t } from "./texts.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };

/** Draw a component of a message. */
export function component(message, node) {
  switch (node.type) {
    case 1:
      return h(
        "div",
        { class: "row" },
        node.components.map((child) => component(message, child)),
      );
    case 2:
      return button(message, node);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return menu(message, node);
    case 9:
      return h(
        "div",
        { class: "section" },
        h(
          "div",
          { class: "section-text" },
          node.components.map((child) => component(message, child)),
        ),
        component(message, node.accessory),
      );
    case 10:
      return h("div", { class: "text" }, markdown(node.content));
    case 11:
      return thumbnail({ ...node.media, description: node.description, spoiler: node.spoiler });
    case 12:
      return gallery(
        node.items.map((item) => ({
          ...item.media,
          description: item.description,
          spoiler: item.spoiler,
        })),
      );
    case 13:
      return fileCard(
        node.name ?? decodeURIComponent(node.file.url.split("/").at(-1)),
        node.size,
        node.file.url,
      );
    case 14:
      return h("hr", {
        class: `separator ${node.divider === false ? "blank" : ""} ${node.spacing === 2 ? "wide" : ""}`,
      });
    case 17:
      return container(message, node);
    default:
      return h("p", { class: "quiet" }, `[${node.type}]`);
  }
}

function container(message, node) {
  const shown = h(
    "div",
    { class: "container" },
    node.components.map((child) => component(message, child)),
  );
  if (node.accent_color != null) {
    shown.style.setProperty("border-left-color", hex(node.accent_color));
  }
  return node.spoiler ? spoiler(shown) : shown;
}

/** Draw an emoji of Discord's only by name: its pictures are not here. */
function emoji(given) {
  if (!given?.name) return null;
  return h(
    "span",
    { class: "emoji", "aria-hidden": "true" },
    given.id ? `:${given.name}:` : given.name,
  );
}

function button(message, node) {
  const content = [emoji(node.emoji), node.label ? h("span", {}, node.label) : null];
  if (node.url) {
    // What is no address of the web has nowhere to lead here.
    if (!/^(https?:\/\/|cdn\/)/.test(node.url))
      return h("button", { type: "button", class: "button secondary", disabled: true }, content);
    return h(
      "a",
      { class: "button link", href: node.url, target: "_blank", rel: "noreferrer noopener" },
      content,
    );
  }
  const shown = h(
    "button",
    {
      type: "button",
      class: `button ${STYLES[node.style] ?? "secondary"}`,
      disabled: Boolean(node.disabled),
      "aria-label": node.label ? null : (node.emoji?.name ?? node.custom_id),
      dataset: { control: node.custom_id },
      onclick: () => interact(shown, message, "press", { custom_id: node.custom_id }),
    },
    content,
  );
  return shown;
}

function menu(message, node) {
  const send = () => {
    const fields = { custom_id: node.custom_id, values: made.chosen() };
    return interact(made.element, message, "select", fields).finally(made.reset);
  };
  const made = menuOf(node, { onchoose: send });
  return made.element;
}

/** Start an interaction from a control: it waits with the bot, and opens the form that came. */
async function interact(control, message, action, fields) {
  control.classList.add("waiting");
  control.setAttribute("aria-busy", "true");
  try {
    const answer = await perform(action, {
      channel: message.channel,
      message: message.id,
      ...fields,
    });
    if (answer.form) openForm(answer.form);
  } catch (error) {
    toast(`${t("failed")}: ${error.message}`);
  } finally {
    control.classList.remove("waiting");
    control.removeAttribute("aria-busy");
  }
}

/** Return what a message says, else what its pictures show; Discord's codes stay in it. */
export function words(message) {
  const said = [message.content];
  const shown = [];
  const walk = (node) => {
    said.push(node.content);
    shown.push(...(node.items ?? []).map((item) => item.description));
    (node.components ?? []).forEach(walk);
  };
  (message.components ?? []).forEach(walk);
  const found = said.filter(Boolean);
  return (found.length ? found : shown.filter(Boolean)).join("\n");
}

/** Return what a message says in short. */
export function gist(message) {
  const text = words(message)
    .replace(/^(-# |> |#{1,3} )/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Return the gist of a message as it is read aloud: no codes, and nothing that is hidden. */
export function spoken(message) {
  const line = h("span", {}, gistLine(message));
  for (const hidden of line.querySelectorAll("discord-spoiler")) hidden.replaceWith("…");
  return line.textContent;
}

/** Draw the gist of a message. */
export function gistLine(message) {
  const text = gist(message);
  return text ? inline(text) : [h("em", {}, t("clickToSee"))];
}

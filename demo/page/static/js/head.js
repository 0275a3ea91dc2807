// The line above the messages: where one is, and the switches of the page itself.

import { h, icon, keepFocus, reconcile } from "./dom.js";
import { BACK, HASH, MENU, PANEL, PERSON, THREAD } from "./icons.js";
import { go, onChange, places, reachable, seen } from "./state.js";
import { t } from "./texts.js";

const MARKS = { text: HASH, thread: THREAD, direct: PERSON };

/** Show the head; `togglePanel` opens and closes the panel. */
export function showHead(head, app, panel, togglePanel) {
  onChange(() => {
    const channel = seen.channel;
    if (!channel) return;
    const key = JSON.stringify([channel, seen.bot, seen.me?.locale, reachable]);
    const build = () => h("div", { class: "head-inner" }, whole(channel, app, panel, togglePanel));
    keepFocus(head, () => reconcile(head, [{ key, build }]));
    document.documentElement.lang = seen.me.locale;
    document.title = `${channel.kind === "direct" ? seen.bot.name : `#${channel.name}`} · Atelier`;
  });
}

function whole(channel, app, panel, togglePanel) {
  const parent = places().find((place) => place.id === channel.parent);
  const menu = h(
    "button",
    {
      type: "button",
      class: "round menu-button",
      "aria-label": t("menu"),
      title: t("menu"),
      dataset: { control: "menu" },
      onclick: () => app.classList.toggle("sidebar-open"),
    },
    icon(MENU),
  );
  const behind = h(
    "button",
    {
      type: "button",
      class: "round panel-button",
      "aria-label": t("panel"),
      title: t("panel"),
      dataset: { control: "panel" },
      "aria-expanded": String(!panel.hidden),
      "aria-controls": "panel",
      onclick: () => behind.setAttribute("aria-expanded", String(togglePanel())),
    },
    icon(PANEL),
  );
  return [
    menu,
    parent
      ? h(
          "button",
          { type: "button", class: "plain parent", onclick: () => go(parent.id) },
          icon(BACK),
          parent.name,
        )
      : null,
    icon(MARKS[channel.kind]),
    h("h2", { class: "head-name" }, channel.kind === "direct" ? seen.bot.name : channel.name),
    channel.nsfw ? h("span", { class: "tag", title: t("restricted") }, "18+") : null,
    channel.topic ? h("span", { class: "topic quiet" }, channel.topic) : null,
    reachable && seen.bot.online
      ? null
      : h("span", { class: "away", role: "status" }, t(reachable ? "away" : "lost")),
    h("span", { class: "space" }),
    behind,
  ];
}

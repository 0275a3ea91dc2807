// Where one can go, and who one is.

import { avatar } from "./message.js";
import { h, icon, keepFocus, reconcile } from "./dom.js";
import { HASH, PERSON, THREAD } from "./icons.js";
import { go, here, onChange, places, seen, start } from "./state.js";
import { languageOf, t } from "./texts.js";

const read = new Map();

/** Show the sidebar. */
export function showSidebar(sidebar) {
  onChange((names) => {
    const open = places().find((place) => place.id === here.channel);
    if (open) read.set(`${here.member}/${open.id}`, open.latest);
    // What was there when somebody came is not news to them.
    for (const place of places()) {
      const key = `${here.member}/${place.id}`;
      if (!read.has(key)) read.set(key, place.latest);
    }
    if (["servers", "dm", "me", "bot", "channel"].some((name) => names.has(name))) draw(sidebar);
  });
}

function draw(sidebar) {
  const key = JSON.stringify([here, seen.servers, seen.dm, seen.bot, [...read]]);
  const build = () => h("div", { class: "sidebar-inner" }, whole());
  keepFocus(sidebar, () => reconcile(sidebar, [{ key, build }]));
}

function whole() {
  return [
    (seen.servers ?? []).map((server) => [
      h("h1", { class: "server-name" }, server.name),
      h("h2", { class: "sidebar-heading" }, t("channels")),
      h(
        "ul",
        { class: "places" },
        server.channels.map((channel) => place(channel, HASH)),
      ),
    ]),
    h("h2", { class: "sidebar-heading" }, t("direct")),
    h("ul", { class: "places" }, seen.dm ? directly() : null),
    members(),
  ];
}

function place(channel, path) {
  const isOpen = channel.id === here.channel;
  const isUnread = channel.latest !== (read.get(`${here.member}/${channel.id}`) ?? null);
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: `place ${isUnread ? "unread" : ""}`,
        "aria-current": isOpen ? "page" : null,
        dataset: { control: channel.id },
        onclick: () => visit(channel.id),
      },
      icon(path),
      h("span", { class: "place-name" }, channel.name),
      channel.nsfw ? h("span", { class: "tag", title: t("restricted") }, "18+") : null,
      isUnread ? h("span", { class: "unseen" }, t("unread")) : null,
    ),
    channel.threads?.length
      ? h(
          "ul",
          { class: "places threads" },
          channel.threads.map((thread) => place(thread, THREAD)),
        )
      : null,
  );
}

function directly() {
  const status = seen.bot?.online ? "online" : "away";
  const entry = place({ ...seen.dm, name: seen.bot?.name ?? "" }, PERSON);
  entry
    .querySelector(".icon")
    .replaceWith(h("span", { class: `with-status ${status}` }, avatar(seen.bot.id, "small")));
  return entry;
}

function visit(channel) {
  document.getElementById("app").classList.remove("sidebar-open");
  go(channel);
}

function members() {
  const become = (member) => {
    const wasDirect = here.channel === seen.dm?.id;
    go(wasDirect ? start.channel : here.channel, member.id);
  };
  return h(
    "div",
    { class: "members", role: "radiogroup", "aria-label": t("members") },
    h("h2", { class: "sidebar-heading" }, t("members")),
    start.members.map((member) =>
      h(
        "button",
        {
          type: "button",
          class: "member",
          role: "radio",
          "aria-checked": String(member.id === here.member),
          dataset: { control: member.id },
          onclick: () => become(member),
        },
        avatar(member.id, "small"),
        h("span", { class: "member-name" }, member.name),
        h(
          "span",
          { class: "quiet" },
          [
            member.moderator ? t("moderator") : null,
            languageOf(member.locale),
          ]
            .filter(Boolean)
            .join(" · "),
        ),
      ),
    ),
  );
}

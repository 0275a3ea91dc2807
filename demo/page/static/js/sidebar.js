// Where one can go, and who one is.

import { avatar } from "./message.js";
import { h, icon, keepFocus, reconcile } from "./dom.js";
import { HASH, PERSON, THREAD } from "./icons.js";
import { openPersonMenu, rightsOf, standing } from "./people.js";
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
      rooms(server, { id: "", name: t("channels") }),
      server.categories.map((category) => rooms(server, category)),
    ]),
    h("h2", { class: "sidebar-heading" }, t("direct")),
    h("ul", { class: "places" }, seen.dm ? directly() : null),
    members(),
  ];
}

/** List a category's channels below its name; nothing of one that is empty. */
function rooms(server, category) {
  const found = server.channels.filter((channel) => channel.category === category.id);
  if (!found.length) return null;
  return [
    h("h2", { class: "sidebar-heading" }, category.name),
    h(
      "ul",
      { class: "places" },
      found.map((channel) => place(channel, HASH)),
    ),
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
          title: rightsOf(member).join(", ") || null,
          onclick: () => become(member),
          oncontextmenu: (event) => openPersonMenu(event, member),
        },
        avatar(member.id, "small"),
        h("span", { class: "member-name" }, member.name),
        h(
          "span",
          { class: "quiet" },
          [...standing(member).slice(0, 1), languageOf(member.locale)].join(" · "),
        ),
        member.id === here.member
          ? h("span", { class: "rights quiet" }, `${t("may")}: ${rightsOf(member).join(", ") || t("nothing")}`)
          : null,
      ),
    ),
  );
}

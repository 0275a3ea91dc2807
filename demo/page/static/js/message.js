// One message: who, when, in answer to what, its words, its pictures, its controls.

import { attachments } from "./media.js";
import { component, gistLine, spoken } from "./components.js";
import { h, icon, keepFocus, reconcile } from "./dom.js";
import { EYE, NEXT, THREAD } from "./icons.js";
import { jump } from "./jump.js";
import { markdown } from "./markdown.js";
import { author } from "./people.js";
import { nameOf, places, seen } from "./state.js";
import { postedAt } from "./time.js";
import { t } from "./texts.js";
import { toolbar } from "./toolbar.js";

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const COLOURS = ["#5865f2", "#3ba55c", "#d98324", "#c84d8f", "#2f8fc4", "#9b59b6"];

/** Tell whether a message is for one person alone. */
export const isEphemeral = (message) => Boolean(message.flags & EPHEMERAL);

/** Tell whether the bot has not said anything in it yet. */
export const isThinking = (message) => Boolean(message.flags & LOADING);

/** Draw somebody's avatar: a letter on their colour. */
export function avatar(id, kind = "") {
  const bot = id === seen.bot?.id;
  const name = nameOf(id);
  const place = Object.keys(seen.people ?? {}).indexOf(id);
  const shown = h(
    "span",
    { class: `avatar ${kind} ${bot ? "bot" : ""}`, "aria-hidden": "true" },
    bot ? "🎨" : name.slice(0, 1).toUpperCase(),
  );
  if (!bot)
    shown.style.setProperty("background-color", COLOURS[Math.max(place, 0) % COLOURS.length]);
  return shown;
}

/** Make an empty message; `fill` gives it its pieces, at first and after each edit. */
export function shell(message) {
  return h("article", {
    class: "message",
    id: `message-${message.id}`,
    tabindex: -1,
    dataset: { id: message.id },
  });
}

/** Fill a message. `follows` tells that its author wrote the one before, just now. */
export function fill(element, message, follows, dismiss) {
  element.classList.toggle("follows", follows);
  element.classList.toggle("ephemeral", isEphemeral(message));
  element.classList.toggle("mentions-me", message.notified.includes(seen.me?.id));
  element.setAttribute("aria-label", `${nameOf(message.author.id)}: ${spoken(message)}`);
  const found = isNotice(message) ? notice(message) : pieces(message, follows, dismiss);
  keepFocus(element, () => reconcile(element, found));
}

const isNotice = (message) => ![0, 19, 20, 23].includes(message.type);

function notice(message) {
  const joined = message.type === 7;
  const build = () =>
    h(
      "div",
      { class: "notice" },
      icon(joined ? NEXT : THREAD),
      h("strong", {}, nameOf(message.author.id)),
      ` ${joined ? t("joined") : t("startedThread")} `,
      joined ? null : threadLink(message.message_reference?.channel_id, message.content),
      postedAt(message.timestamp),
    );
  return [{ key: JSON.stringify(message), build }];
}

function pieces(message, follows, dismiss) {
  const found = [];
  const add = (name, value, build) =>
    found.push({ key: `${name} ${JSON.stringify(value)}`, build });
  const used = message.interaction_metadata;
  if (message.message_reference && message.type === 19)
    add("quote", message.quoted ?? null, () => quote(message));
  else if (used?.name) add("used", used, () => usedBar(used));
  const who = [message.author, seen.people?.[message.author.id]?.roles];
  add("head", [who, message.timestamp, follows], () => head(message, follows));
  if (isThinking(message)) add("thinking", 1, () => thinking());
  if (message.content) {
    add("content", [message.content, message.edited_timestamp], () =>
      h(
        "div",
        { class: "text" },
        markdown(message.content),
        message.edited_timestamp ? edited() : null,
      ),
    );
  }
  if (message.attachments.length)
    add("files", message.attachments, () => h("div", {}, attachments(message.attachments)));
  const place = { id: message.id, channel: seen.channel?.id };
  message.components.forEach((node) => add("component", node, () => component(place, node)));
  const thread = places().find((known) => known.id === message.id);
  if (thread) add("thread", [thread.name, thread.latest], () => threadCard(thread));
  if (isEphemeral(message)) add("ephemeral", 1, () => ephemeralLine(message, dismiss));
  else
    add("toolbar", [message.author.id, seen.me, seen.channel, seen.menus], () => toolbar(message));
  return found;
}

function head(message, follows) {
  const bot = message.author.id === seen.bot?.id || message.author.bot;
  if (follows) return h("div", { class: "gutter" }, postedAt(message.timestamp));
  return h(
    "header",
    { class: "who" },
    avatar(message.author.id),
    author(message.author.id, nameOf(message.author.id)),
    bot ? h("span", { class: "tag" }, "APP") : null,
    postedAt(message.timestamp),
  );
}

const edited = () => h("span", { class: "edited" }, ` (${t("edited")})`);

function thinking() {
  const dots = [0, 1, 2].map(() => h("span", { class: "dot" }));
  return h(
    "div",
    { class: "thinking" },
    h("span", { class: "dots", "aria-hidden": "true" }, dots),
    `${seen.bot?.name} ${t("thinking")}`,
  );
}

function quote(message) {
  const quoted = message.quoted;
  if (!quoted) return h("div", { class: "quote" }, h("em", {}, t("deleted")));
  return h(
    "a",
    {
      class: "quote",
      href: "#",
      onclick: (event) => jump(event, message.message_reference.channel_id, quoted.id),
    },
    avatar(quoted.author.id, "tiny"),
    h("span", { class: "author" }, nameOf(quoted.author.id)),
    h("span", { class: "gist" }, gistLine(quoted)),
  );
}

function usedBar(used) {
  return h(
    "div",
    { class: "quote" },
    avatar(used.user.id, "tiny"),
    h("span", { class: "author" }, nameOf(used.user.id)),
    ` ${t("used")} `,
    h("discord-mention", { type: used.command_type === 1 ? "slash" : "" }, used.name),
  );
}

function threadLink(id, name) {
  return h("a", { href: "#", class: "jump", onclick: (event) => jump(event, id) }, name);
}

function threadCard(thread) {
  return h(
    "a",
    { class: "thread-card", href: "#", onclick: (event) => jump(event, thread.id) },
    icon(THREAD),
    h("span", {}, h("strong", {}, thread.name), h("span", { class: "quiet" }, ` · ${t("thread")}`)),
    icon(NEXT),
  );
}

function ephemeralLine(message, dismiss) {
  return h(
    "div",
    { class: "only-you" },
    icon(EYE),
    t("onlyYou"),
    " · ",
    h("button", { type: "button", class: "plain", onclick: () => dismiss(message) }, t("dismiss")),
  );
}

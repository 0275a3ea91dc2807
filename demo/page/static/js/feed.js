// The messages of the open channel, kept up to date one by one.

import { announce, h, reconcile } from "./dom.js";
import { fill, isEphemeral, isThinking, shell } from "./message.js";
import { gist, spoken } from "./components.js";
import { onceReleased } from "./popup.js";
import { hasEarlier, here, messages, nameOf, onChange, seen, showEarlier } from "./state.js";
import { formatted } from "./time.js";
import { openMessageMenu } from "./toolbar.js";
import { t } from "./texts.js";

const TOGETHER_MS = 7 * 60 * 1000;
const NEAR_PX = 120;
const SETTLED_MS = 1200;
const shells = new Map();
const told = new Map();
const telling = new Map();
const dismissed = new Set();
let shownChannel = "";
let newestKnown = "";

/** Show the feed in an element that scrolls. */
export function showFeed(feed) {
  const list = h("div", { class: "messages", role: "region", "aria-busy": "true" });
  const below = h(
    "button",
    { type: "button", class: "to-newest", hidden: true, onclick: () => stick(feed) },
    t("newMessages"),
    " ↓",
  );
  feed.append(list, below);
  // Whether the newest message is kept in sight: until somebody scrolls up, and from when they are
  // back down.
  let sticks = true;
  let top = 0;
  feed.addEventListener("scroll", () => {
    if (isNear(feed)) {
      sticks = true;
      below.hidden = true;
    } else if (feed.scrollTop < top) sticks = false;
    top = feed.scrollTop;
  });
  // Who goes to a message, with the keys or by a link, wants to stay there.
  list.addEventListener("focusin", () => {
    sticks &&= isNear(feed);
  });
  list.addEventListener("keydown", (event) => walk(event, list));
  list.addEventListener("contextmenu", (event) => {
    const element = event.target.closest(".message");
    const message = element && seen[`message/${element.dataset.id}`];
    if (!message || isEphemeral(message) || event.target.closest("a, img")) return;
    event.preventDefault();
    const where = { x: event.clientX, y: event.clientY };
    onceReleased(event, () => openMessageMenu(message, where));
  });
  // Neither a picture that gets its size late nor a command's form may push it out of sight.
  const resized = new ResizeObserver(() => {
    if (sticks) stick(feed);
  });
  resized.observe(list);
  resized.observe(feed);

  onChange((names, whole) => {
    const anew = whole && shownChannel !== `${here.member}/${here.channel}`;
    const height = feed.scrollHeight;
    // Another member may read another language.
    if (anew) {
      shells.clear();
      list.replaceChildren();
    }
    draw(list);
    list.setAttribute("aria-busy", "false");
    list.setAttribute("aria-label", t("messages"));
    sticks ||= anew || hasJustWritten();
    if (sticks) stick(feed);
    else if (whole) feed.scrollTop += feed.scrollHeight - height;
    showNews(anew, sticks, below);
    tell(whole);
    shownChannel = `${here.member}/${here.channel}`;
  });
}

const isNear = (feed) => feed.scrollHeight - feed.scrollTop - feed.clientHeight < NEAR_PX;

function stick(feed) {
  feed.scrollTop = feed.scrollHeight;
}

const present = () => messages().filter((message) => !dismissed.has(message.id));

function draw(list) {
  const shown = present();
  const items = [
    hasEarlier()
      ? {
          key: "earlier",
          build: () =>
            h(
              "button",
              { type: "button", class: "button link earlier", onclick: showEarlier },
              t("earlier"),
            ),
        }
      : { key: `beginning ${seen.channel?.id}`, build: beginning },
  ];
  let before = null;
  for (const message of shown) {
    const day = new Date(message.timestamp).toDateString();
    if (!before || new Date(before.timestamp).toDateString() !== day) {
      items.push({ key: `day ${day}`, build: () => divider(message) });
      before = null;
    }
    const follows = isTogether(before, message);
    const element = shells.get(message.id) ?? shell(message);
    shells.set(message.id, element);
    fill(element, message, follows, dismiss(list));
    items.push({ key: message.id, build: () => element });
    before = message;
  }
  const ids = new Set(shown.map((message) => message.id));
  for (const kept of [shells, told, telling])
    for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
  reconcile(list, items);
  const last = list.querySelector(".message:last-of-type");
  if (last && !list.querySelector('.message[tabindex="0"]')) last.tabIndex = 0;
}

const dismiss = (list) => (message) => {
  dismissed.add(message.id);
  draw(list);
  list.querySelector('.message[tabindex="0"]')?.focus();
};

function isTogether(before, message) {
  return (
    before !== null &&
    before.author.id === message.author.id &&
    message.type === 0 &&
    !message.components.length &&
    [0, 19].includes(before.type) &&
    isEphemeral(before) === isEphemeral(message) &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS
  );
}

function beginning() {
  const channel = seen.channel ?? {};
  const name = channel.kind === "direct" ? seen.bot?.name : channel.name;
  return h(
    "div",
    { class: "beginning" },
    h(
      "div",
      { class: "beginning-mark", "aria-hidden": "true" },
      channel.kind === "direct" ? "🎨" : channel.kind === "thread" ? "🧵" : "#",
    ),
    h("h2", {}, name ?? ""),
    h("p", { class: "quiet" }, channel.topic || t("beginning")),
  );
}

function divider(message) {
  return h(
    "div",
    { class: "divider", role: "separator" },
    h("span", {}, formatted(Date.parse(message.timestamp), "D")),
  );
}

/** Tell whether the newest message is new, and by whoever sits here, or for their command. */
function hasJustWritten() {
  const last = messages().at(-1);
  const by = last?.interaction_metadata?.user.id ?? last?.author.id;
  return by === here.member && last.id !== newestKnown;
}

/** Say that there is a new message below what is in sight. */
function showNews(anew, sticks, below) {
  const last = messages().at(-1);
  const news = last && last.id !== newestKnown && !anew;
  newestKnown = last?.id ?? "";
  if (news && !sticks) below.hidden = false;
}

/** Tell a screen reader what others said, once it no longer grows. */
function tell(whole) {
  for (const message of present()) {
    const text = gist(message);
    if (told.get(message.id) === text || isThinking(message)) continue;
    told.set(message.id, text);
    clearTimeout(telling.get(message.id));
    if (whole || message.author.id === here.member) continue;
    const say = () => announce(`${nameOf(message.author.id)}: ${spoken(message)}`);
    telling.set(message.id, setTimeout(say, SETTLED_MS));
  }
}

/** Walk from message to message by the arrow keys. */
function walk(event, list) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || !event.target.classList.contains("message")) return;
  event.preventDefault();
  const all = [...list.querySelectorAll(".message")];
  const to = all[all.indexOf(event.target) + step];
  if (!to) return;
  for (const message of list.querySelectorAll('.message[tabindex="0"]')) message.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

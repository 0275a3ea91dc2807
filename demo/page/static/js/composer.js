// Where one writes: text, files, a reply, a mention, or a command.

import { avatar } from "./message.js";
import { commandForm } from "./command.js";
import { growing } from "./drafts.js";
import { accepted, chooseFiles, fileChip, takeDrops } from "./files.js";
import { h, icon, toast } from "./dom.js";
import { CLOSE, PLUS, SEND } from "./icons.js";
import { suggestions } from "./popup.js";
import { here, nameOf, onChange, perform, seen } from "./state.js";
import { onReplyTo } from "./toolbar.js";
import { localized, t } from "./texts.js";

const TYPING_MS = 8000;
const drafts = new Map();
let root, field, grow, tray, replyBar, offers, commandPlace;
let files = [];
let reply = null;
let command = null;
let typedAt = 0;
let place = "";

/** Show the composer in an element; files may be dropped anywhere on `surface`. */
export function showComposer(element, surface) {
  root = element;
  field = h("textarea", { class: "write", rows: 1, maxlength: 2000, oninput, onkeydown });
  grow = growing(field, { shrinks: true });
  tray = h("div", { class: "tray" });
  replyBar = h("div", { class: "reply-bar", hidden: true });
  commandPlace = h("div", { class: "command-place" });
  const attach = h(
    "button",
    { type: "button", class: "round attach", onclick: () => chooseFiles(true, addFiles) },
    icon(PLUS),
  );
  const send = h("button", { type: "button", class: "round send", onclick: submit }, icon(SEND));
  const line = h("div", { class: "write-line" }, attach, field, send);
  root.append(replyBar, h("div", { class: "box" }, tray, line, commandPlace), typingLine());
  offers = suggestions(field, take, t("commands"));
  // A command's fields stand in here too.
  root.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    addFiles(event.clipboardData.files);
  });
  takeDrops(surface, addFiles);
  onReplyTo(replyTo);
  onChange((names) => {
    if (place !== `${here.member}/${here.channel}`) move();
    if (names.has("channel") || names.has("me")) prepare(attach, send);
  });
}

/** Write a text into the composer, and more if it is given, as if it had been typed. */
export function compose({ text = "", to = null, attached = [] }) {
  if (!mayLeaveCommand()) return;
  leaveCommand();
  field.value = text;
  setFiles([...attached]);
  if (to) replyTo(to);
  grow();
  field.focus();
}

/** Begin a slash command with a text in its first option. */
export function composeCommand(name, text) {
  const found = seen.commands?.find((known) => known.name === name);
  if (found && mayLeaveCommand()) enterCommand(found, text);
}

/** Keep what was written here, and take up what was written there. */
function move() {
  if (place) {
    drafts.set(place, { text: field.value, files, reply, command });
    // What had the focus may go with the messages that are left behind.
    setTimeout(() => document.activeElement === document.body && field.focus());
  }
  place = `${here.member}/${here.channel}`;
  takeUp(drafts.get(place) ?? { text: "", files: [], reply: null, command: null });
}

function takeUp(draft) {
  leaveCommand();
  field.value = draft.text;
  setFiles(draft.files);
  replyTo(draft.reply, false);
  offers.hide();
  grow();
  if (draft.command) showCommand(draft.command);
}

/** Put back to where it was written what could not be sent, before what was written there since. */
function giveBack(at, sent) {
  const since = at === place ? { text: field.value, files, command } : drafts.get(at);
  const draft = {
    text: [sent.text, since.text].filter(Boolean).join("\n"),
    files: [...sent.files, ...since.files],
    reply: sent.reply,
    command: since.command,
  };
  if (at === place) takeUp(draft);
  else drafts.set(at, draft);
}

function prepare(attach, send) {
  const channel = seen.channel;
  const target = channel.kind === "direct" ? `@${seen.bot?.name}` : `#${channel.name}`;
  const label = channel.may.send ? `${t("write")} ${target}` : t("silent");
  field.placeholder = label;
  field.setAttribute("aria-label", label);
  field.disabled = send.disabled = !channel.may.send;
  attach.disabled = !channel.may.attach || !channel.may.send;
  for (const [button, name] of [
    [attach, t("attach")],
    [send, t("send")],
  ]) {
    button.title = name;
    button.setAttribute("aria-label", name);
  }
}

function addFiles(given) {
  if (command) return command.add(given);
  if (seen.channel?.may.attach) setFiles([...files, ...accepted(given, files.length)]);
  field.focus();
}

function setFiles(given) {
  files = given;
  tray.replaceChildren(
    ...files.map((file) => fileChip(file, () => setFiles(files.filter((kept) => kept !== file)))),
  );
}

function replyTo(message, focus = true) {
  if (message && !mayLeaveCommand()) return;
  reply = message;
  replyBar.hidden = !message;
  if (!message) return;
  replyBar.replaceChildren(
    h("span", {}, t("replying"), " ", h("strong", {}, nameOf(message.author.id))),
    h(
      "button",
      {
        type: "button",
        class: "round",
        "aria-label": t("cancel"),
        title: t("cancel"),
        onclick: () => replyTo(null),
      },
      icon(CLOSE),
    ),
  );
  leaveCommand();
  if (focus) field.focus();
}

function oninput() {
  offer();
  if (field.value && !field.value.startsWith("/") && Date.now() - typedAt > TYPING_MS) {
    typedAt = Date.now();
    perform("typing").catch(() => {});
  }
}

function offer() {
  const before = field.value.slice(0, field.selectionStart);
  const slash = /^\/((?:\S.*)?)$/.exec(before);
  const at = /(?:^|\s)@(\S*)$/.exec(before);
  if (slash) offers.offer(matchingCommands(slash[1]));
  else if (at) {
    const found = mentionable().filter(([name]) => startsWith(name, at[1]));
    offers.offer(found.map(([name, code]) => ({ label: `@${name}`, value: code })));
  } else offers.hide();
  const whole = slash?.[1].endsWith(" ") && slash[1].trimEnd();
  const named = whole && offeredLeaves().find(({ name, path }) => name === whole || path === whole);
  if (named) enterCommand(named.node, "", named);
}

const startsWith = (text, beginning) => text.toLowerCase().startsWith(beginning.toLowerCase());

const offeredLeaves = () => (seen.commands ?? []).flatMap((node) => leaves(node));

function matchingCommands(typed) {
  const found = offeredLeaves().filter(
    ({ name, path }) => startsWith(name, typed) || startsWith(path, typed),
  );
  return found.map((leaf) => ({
    label: `/${leaf.name}`,
    detail: localized(leaf.node, "description"),
    value: { command: leaf },
  }));
}

/** Return a command, or each of its subcommands, with the path that names it. */
function leaves(node, above = null) {
  const name = above ? `${above.name} ${localized(node)}` : localized(node);
  const path = above ? `${above.path} ${node.name}` : node.name;
  const deeper = (node.options ?? []).filter((option) => option.type < 3);
  return deeper.length
    ? deeper.flatMap((child) => leaves(child, { name, path }))
    : [{ node, name, path }];
}

function take(item) {
  if (item.value.command) return enterCommand(item.value.command.node, "", item.value.command);
  const before = field.value.slice(0, field.selectionStart).replace(/@\S*$/, `${item.label} `);
  field.value = before + field.value.slice(field.selectionStart);
  field.setSelectionRange(before.length, before.length);
}

function enterCommand(node, text, leaf = leaves(node)[0]) {
  offers.hide();
  replyTo(null);
  field.value = "";
  const brought = files;
  setFiles([]);
  const at = place;
  const onfail = () => giveBackCommand(at, begun);
  const begun = commandForm({ ...leaf, text, onleave: leaveCommand, onfail });
  showCommand(begun);
  if (brought.length) command.add(brought);
}

/** Give back a command that could not be sent, where nothing else was begun since. */
function giveBackCommand(at, begun) {
  const draft = drafts.get(at);
  if (at !== place) drafts.set(at, { ...draft, command: draft.command ?? begun });
  else if (!command && !field.value && !files.length) showCommand(begun);
}

function showCommand(begun) {
  command = begun;
  commandPlace.replaceChildren(command.element);
  root.classList.add("commanding");
  command.focus();
}

const mayLeaveCommand = () => !command || command.mayLeave();

function leaveCommand() {
  if (!command) return;
  command = null;
  commandPlace.replaceChildren();
  root.classList.remove("commanding");
  field.focus();
}

function onkeydown(event) {
  if (offers.onkeydown(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && reply) replyTo(null);
}

async function submit() {
  const written = field.value.trim();
  if (!written && !files.length) return;
  if (written.startsWith("/") && !files.length) {
    toast(t("noCommand"));
    return;
  }
  const at = place;
  const sent = { text: field.value, files, reply };
  compose({});
  replyTo(null);
  typedAt = 0;
  try {
    await perform(
      "send",
      { content: withMentions(written), reply_to: sent.reply?.id ?? null },
      sent.files,
    );
  } catch (error) {
    toast(error.message);
    giveBack(at, sent);
  }
}

/** Return who can be mentioned: people and roles, with the code that does it. */
function mentionable() {
  const people = Object.values(seen.people ?? {}).map(({ id, name }) => [name, `<@${id}>`]);
  const roles = (seen.servers ?? []).flatMap((server) => server.roles);
  return [...people, ...roles.map(({ id, name }) => [name, `<@&${id}>`])];
}

/** Name people and roles by their ids, as Discord does; the longest names first. */
function withMentions(text) {
  return mentionable()
    .sort(([one], [other]) => other.length - one.length)
    .reduce((said, [name, code]) => said.replaceAll(`@${name}`, code), text);
}

function typingLine() {
  const line = h("div", { class: "typing", "aria-live": "polite" });
  const show = () => {
    const ids = Object.entries(seen.typing ?? {})
      .filter(([, until]) => until > Date.now())
      .map(([id]) => id);
    const text = ids.length
      ? `${ids.map(nameOf).join(", ")} ${t(ids.length > 1 ? "typingMany" : "typing")}`
      : "";
    if (line.dataset.text === text) return;
    line.dataset.text = text;
    line.replaceChildren(...(ids.length ? [...ids.map((id) => avatar(id, "tiny")), text] : []));
  };
  onChange(show);
  setInterval(show, 1000);
  return line;
}

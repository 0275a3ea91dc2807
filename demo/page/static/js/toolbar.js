// What can be done with a message: its buttons, and its menu.

import { ask } from "./dialogs.js";
import { h, icon, toast } from "./dom.js";
import { openForm } from "./forms.js";
import { MORE, REPLY, THREAD } from "./icons.js";
import { jump } from "./jump.js";
import { openMenu } from "./popup.js";
import { gist, words } from "./components.js";
import { perform, places, seen } from "./state.js";
import { localized, t } from "./texts.js";

let onReply = () => {};

/** Call `listener` with the message that somebody wants to reply to. */
export function onReplyTo(listener) {
  onReply = listener;
}

/** Draw the buttons that appear over a message. */
export function toolbar(message) {
  const more = control(t("more"), MORE, () => openMessageMenu(message, more));
  return h(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": t("more") },
    seen.channel?.may.send ? control(t("reply"), REPLY, () => onReply(message)) : null,
    mayOpenThread(message) ? control(t("openThread"), THREAD, () => openThread(message)) : null,
    more,
  );
}

function control(label, path, onclick) {
  return h(
    "button",
    { type: "button", class: "tool", title: label, "aria-label": label, onclick },
    icon(path),
  );
}

const mayOpenThread = (message) =>
  seen.channel?.may.open_threads && !places().some((place) => place.id === message.id);

/** Open the menu of a message beside a button, or where the pointer is. */
export function openMessageMenu(message, where) {
  const mine = message.author.id === seen.me?.id;
  const text = words(message);
  const entries = [
    seen.channel?.may.send && { label: t("reply"), onchoose: () => onReply(message) },
    mine && { label: t("edit"), onchoose: () => edit(message) },
    mayOpenThread(message) && { label: t("openThread"), onchoose: () => openThread(message) },
    // Browsers have a clipboard on loopback and over HTTPS alone (Clipboard API, SecureContext).
    text && navigator.clipboard && { label: t("copy"), onchoose: () => copy(text) },
    (mine || seen.channel?.may.delete) && {
      label: t("delete"),
      danger: true,
      onchoose: () => attempt("delete", message),
    },
    seen.menus?.length && { heading: `${t("apps")} · ${seen.bot?.name}` },
    ...(seen.menus ?? []).map((command) => ({
      label: localized(command),
      onchoose: () => attempt("menu", message, { command: command.name }),
    })),
  ];
  openMenu(where, entries.filter(Boolean), t("more"));
}

function copy(text) {
  navigator.clipboard.writeText(text).catch((error) => toast(error.message));
}

async function attempt(action, message, fields = {}) {
  try {
    const answer = await perform(action, { message: message.id, ...fields });
    if (answer.form) openForm(answer.form);
    return answer;
  } catch (error) {
    toast(error.message);
    return null;
  }
}

async function edit(message) {
  const content = await ask({
    title: t("edit"),
    value: message.content,
    long: true,
    submit: t("save"),
  });
  if (content) await attempt("edit", message, { content });
}

async function openThread(message) {
  const name = await ask({
    title: t("openThread"),
    label: t("threadName"),
    value: gist(message).slice(0, 60),
    submit: t("create"),
  });
  if (!name) return;
  const answer = await attempt("thread", message, { name });
  if (answer) jump(null, answer.channel);
}

// What a newcomer can try first: each hint does its first half.

import { chooseFiles } from "./files.js";
import { compose, composeCommand } from "./composer.js";
import { h, icon, reconcile } from "./dom.js";
import { CLOSE } from "./icons.js";
import { go, here, messages, onChange, places, seen, start } from "./state.js";
import { t } from "./texts.js";

const HIDDEN = "atelier-hints-hidden";

/** Show the hints above the composer until they are sent away. */
export function showHints(element) {
  onChange(() => {
    const wanted = here.channel === start.channel && !localStorage.getItem(HIDDEN);
    const thread = places().find((place) => place.parent?.id === start.channel);
    const key = JSON.stringify([seen.me?.id, Boolean(newestPicture()), thread?.id]);
    reconcile(element, wanted ? [{ key, build: () => card(element, thread) }] : []);
  });
}

const hasPicture = (node) =>
  node.type === 12 ||
  (node.components ?? []).some(hasPicture) ||
  (node.attachments ?? []).some((file) => file.width);

const newestPicture = () =>
  messages().findLast((message) => message.author.id === seen.bot?.id && hasPicture(message));

function card(element, thread) {
  const hide = () => {
    localStorage.setItem(HIDDEN, "yes");
    element.replaceChildren();
  };
  const picture = newestPicture();
  const hint = (label, onclick) => h("button", { type: "button", class: "hint", onclick }, label);
  return h(
    "section",
    { class: "hints", "aria-label": t("hintTitle") },
    h("strong", {}, t("hintTitle")),
    picture
      ? hint(`↩ ${t("hintReply")}`, () =>
          compose({ text: t("hintReplyText"), to: newestPicture() }),
        )
      : null,
    hint(`🎨 ${t("hintImagine")}`, () => composeCommand("imagine", t("hintImagineText"))),
    hint(`🖼️ ${t("hintUpload")}`, () =>
      chooseFiles(true, (files) =>
        compose({ text: `@${seen.bot.name} ${t("hintUploadText")}`, attached: files }),
      ),
    ),
    thread ? hint(`🧵 ${t("hintThread")}`, () => go(thread.id)) : null,
    h(
      "button",
      {
        type: "button",
        class: "round small",
        "aria-label": t("hintHide"),
        title: t("hintHide"),
        onclick: hide,
      },
      icon(CLOSE),
    ),
  );
}

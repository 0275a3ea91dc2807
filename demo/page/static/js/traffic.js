// What went to the relay and what came back, part by part.

import { h } from "./dom.js";

/** Show a request and its answer. */
export function exchange(request) {
  const { contents = [], systemInstruction, ...rest } = request.body ?? {};
  return h(
    "div",
    {},
    h("h3", {}, "Sent"),
    systemInstruction ? content({ role: "system", ...systemInstruction }) : null,
    contents.map(content),
    raw("settings", rest),
    h("h3", {}, "Came back"),
    answer(request.answer),
  );
}

function answer(given) {
  if (given == null) return h("p", { class: "quiet" }, "Nothing (yet).");
  if (!Array.isArray(given)) {
    return typeof given === "string" ? h("pre", {}, given) : raw("error", given, true);
  }
  const parts = given.flatMap((document) =>
    (document.candidates ?? []).flatMap((one) => one.content?.parts ?? []),
  );
  const last = given.at(-1);
  const reason =
    last?.candidates?.[0]?.finishReason ?? last?.promptFeedback?.blockReason ?? "no reason given";
  return h(
    "div",
    {},
    content({ role: `model · ${reason}`, parts: joined(parts) }),
    raw("usage", last?.usageMetadata),
    given.length > 1 ? h("p", { class: "quiet" }, `in ${given.length} events`) : null,
  );
}

/** Put the pieces of a streamed text together. */
function joined(parts) {
  const found = [];
  for (const part of parts) {
    const before = found.at(-1);
    const continues =
      before &&
      isText(before) &&
      isText(part) &&
      before.thought === part.thought &&
      !before.thoughtSignature;
    if (continues) found[found.length - 1] = { ...before, ...part, text: before.text + part.text };
    else found.push(part);
  }
  return found;
}

const isText = (part) => typeof part.text === "string";

function content({ role, parts = [] }) {
  return h("div", { class: "content" }, h("div", { class: "role" }, role ?? ""), parts.map(part));
}

function part(given) {
  const { text, inlineData, thoughtSignature, thought, ...rest } = given;
  return h(
    "div",
    { class: thought ? "part thought" : "part" },
    thought ? h("span", { class: "tag" }, "thought") : null,
    text ? h("p", { class: "part-text" }, text) : null,
    inlineData ? picture(inlineData) : null,
    thoughtSignature
      ? h("span", { class: "signature" }, thoughtSignature.replace(/^<|>$/g, ""))
      : null,
    raw("more", rest),
  );
}

function picture({ data = "", digest }) {
  const label = data.replace(/^<|>$/g, "");
  return h(
    "div",
    { class: "part-picture" },
    digest ? h("img", { src: `panel/pictures/${digest}`, alt: label, loading: "lazy" }) : null,
    h("span", { class: "quiet" }, label),
  );
}

function raw(label, value, open = false) {
  if (!value || !Object.keys(value).length) return null;
  return h(
    "details",
    { class: "raw", open },
    h("summary", {}, label),
    h("pre", {}, JSON.stringify(value, null, 2)),
  );
}

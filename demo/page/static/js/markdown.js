// Discord's markdown, straight into elements. What is not understood stays text.

import { timestamp } from "./time.js";
import { h, hex } from "./dom.js";
import { nameOf, places, roleOf } from "./state.js";
import { jump } from "./jump.js";
import { t } from "./texts.js";

const JUMP = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/;
const FENCE = /```(?:([\w+#.-]*)\n)?([\s\S]*?)\n?```/;
// What a Date can hold (ECMAScript, Time Values and Time Range).
const LAST_SECOND = 8.64e12;
const LIST = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;

/** Turn a message's text into nodes. */
export function markdown(text) {
  const nodes = [];
  let rest = text;
  for (let fence; (fence = FENCE.exec(rest)); rest = rest.slice(fence.index + fence[0].length)) {
    nodes.push(...blocks(rest.slice(0, fence.index)), codeBlock(fence[2], fence[1]));
  }
  return [...nodes, ...blocks(rest)];
}

function codeBlock(code, language) {
  return h("discord-code", { multiline: true, dataset: { language: language || "" } }, code);
}

function blocks(text) {
  const nodes = [];
  const lines = text.replace(/^\n|\n$/g, "").split("\n");
  while (lines.length) {
    const line = lines.shift();
    const heading = /^(#{1,3}) +(.+)$/.exec(line);
    const subtext = /^-# +(.+)$/.exec(line);
    if (heading) nodes.push(h("discord-header", { level: heading[1].length }, inline(heading[2])));
    else if (subtext) nodes.push(h("small", { class: "subtext" }, inline(subtext[1])));
    else if (line.startsWith(">>> ")) {
      nodes.push(h("discord-quote", {}, blocks([line.slice(4), ...lines.splice(0)].join("\n"))));
    } else if (/^> ?/.test(line)) {
      const quoted = [line, ...takeWhile(lines, (next) => /^> ?/.test(next))];
      nodes.push(
        h("discord-quote", {}, blocks(quoted.map((q) => q.replace(/^> ?/, "")).join("\n"))),
      );
    } else if (LIST.test(line)) {
      nodes.push(...lists([line, ...takeWhile(lines, (next) => LIST.test(next))]));
    } else if (line || nodes.length) {
      nodes.push(h("div", { class: "line" }, line ? inline(line) : h("br")));
    }
  }
  return nodes;
}

function takeWhile(lines, holds) {
  const end = lines.findIndex((line) => !holds(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

/** Make lists of items: what is indented belongs to the item above it. */
function lists(lines) {
  const shown = [];
  const items = lines.map((line) => LIST.exec(line));
  const [, indent] = items[0];
  while (items.length) {
    const [, , number, text] = items.shift();
    const deeper = takeWhile(items, (item) => item[1].length > indent.length);
    const item = h(
      "li",
      {},
      inline(text),
      deeper.length ? lists(deeper.map(([line]) => line)) : null,
    );
    const tag = number ? "OL" : "UL";
    if (shown.at(-1)?.tagName !== tag) shown.push(h(tag, { start: number ?? null }));
    shown.at(-1).append(item);
  }
  return shown;
}

const between = (mark) => new RegExp(`${mark}([\\s\\S]+?)${mark}`, "y");
const wrap = (tag) => (match) => h(tag, {}, inline(match[1]));

// At each place the first that matches wins.
const RULES = [
  [/\\([^0-9A-Za-z\s])/y, (match) => match[1]],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, (match) => h("discord-code", {}, match[2].trim())],
  [/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s>)]+)>?\)/y, (match) => link(match[2], inline(match[1]))],
  [/<(https?:\/\/[^\s>]+)>/y, (match) => link(match[1], match[1])],
  [/https?:\/\/[^\s<]*[^\s<.,:;"')\]]/y, (match) => link(match[0], match[0])],
  [/<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, (match) => time(match)],
  [/<@!?(\d{17,20})>/y, (match) => mention("user", nameOf(match[1]))],
  [/<#(\d{17,20})>/y, (match) => channelMention(match[1])],
  [/<@&(\d{17,20})>/y, (match) => roleMention(match[1])],
  [/<\/([^:>]+):\d{1,20}>/y, (match) => mention("slash", match[1])],
  [/<a?(:\w+:)\d{17,20}>/y, (match) => match[1]],
  [/@(everyone|here)\b/y, (match) => mention("user", match[1])],
  [/\*\*\*([\s\S]+?)\*\*\*/y, (match) => h("strong", {}, h("em", {}, inline(match[1])))],
  [/\*\*([\s\S]+?)\*\*(?!\*)/y, wrap("strong")],
  [between("__"), wrap("u")],
  [/\*(?!\s)([^*\n]+?)\*(?!\*)/y, wrap("em")],
  [/\b_([^_\n]+?)_\b/y, wrap("em")],
  [between("~~"), wrap("s")],
  [between("\\|\\|"), (match) => spoiler(inline(match[1]))],
];

/** Turn the text of one line into nodes. */
export function inline(text) {
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length;) {
    const found = match(text, at);
    if (!found) {
      plain += text[at++];
      continue;
    }
    if (plain) nodes.push(plain);
    plain = "";
    nodes.push(found.node);
    at += found.length;
  }
  if (plain) nodes.push(plain);
  return nodes.flat(Infinity);
}

function match(text, at) {
  for (const [pattern, build] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { node: build(found), length: found[0].length };
  }
  return null;
}

function time([text, seconds, style]) {
  return Math.abs(seconds) > LAST_SECOND ? text : timestamp(Number(seconds), style);
}

function mention(type, name) {
  return h("discord-mention", { type }, name);
}

function roleMention(id) {
  const role = roleOf(id);
  const shown = mention("role", role?.name ?? t("unknownRole"));
  if (role?.colour) shown.setAttribute("color", hex(role.colour));
  return shown;
}

function channelMention(id) {
  return h("a", { href: "#", class: "jump", onclick: (event) => jump(event, id) }, channel(id));
}

function channel(id) {
  const place = places().find((known) => known.id === id);
  return mention(place?.parent ? "thread" : "channel", place?.name ?? id);
}

/**
 * Make a link; one to a message or channel of Discord's leads there on this page, and has the
 * channel's name where it has no words of its own.
 */
function link(url, content) {
  const inside = JUMP.exec(url);
  if (inside)
    return h(
      "a",
      { href: "#", class: "jump", onclick: (event) => jump(event, inside[1], inside[2]) },
      content === url ? [channel(inside[1]), inside[2] ? " › 💬" : null] : content,
    );
  return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, content);
}

/** Hide something until it is pressed. */
export function spoiler(content) {
  const shown = h(
    "discord-spoiler",
    { tabindex: 0, role: "button", "aria-label": t("spoiler") },
    content,
  );
  // What is hidden is not pressed yet: the first press only shows it.
  const reveal = (event) => {
    if (shown.activated || (event.key && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation();
    shown.activated = true;
    shown.removeAttribute("role");
    shown.removeAttribute("aria-label");
    shown.removeAttribute("tabindex");
  };
  shown.addEventListener("click", reveal, true);
  shown.addEventListener("keydown", reveal, true);
  return shown;
}

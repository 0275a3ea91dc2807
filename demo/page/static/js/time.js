// Times as Discord shows them; relative ones tick (Discord docs, Reference, Timestamp Styles).

import { h } from "./dom.js";
import { locale } from "./texts.js";

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};
const UNITS = [
  ["year", 31536000],
  ["month", 2592000],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

function relative(seconds) {
  const distance = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(
    Math.round(distance / size),
    unit,
  );
}

/** Format milliseconds since the epoch in one of Discord's styles. */
export function formatted(ms, style) {
  return new Intl.DateTimeFormat(locale(), STYLES[style] ?? STYLES.f).format(ms);
}

// The farthest days from 1970 that JavaScript counts to (ECMAScript, Time Values).
const FARTHEST_MS = 8.64e15;

/** Show a `<t:…>` of a message; a time that no calendar reaches is shown as at its end. */
export function timestamp(given, style = "f") {
  const ms = Math.max(-FARTHEST_MS, Math.min(given * 1000, FARTHEST_MS));
  const seconds = ms / 1000;
  const ticks = style === "R";
  return h(
    "time",
    {
      class: "timestamp",
      datetime: new Date(ms).toISOString(),
      title: formatted(ms, "F"),
      dataset: ticks ? { relative: seconds } : {},
    },
    ticks ? relative(seconds) : formatted(ms, style),
  );
}

/** Show when a message was posted. */
export function postedAt(iso) {
  const ms = Date.parse(iso);
  const today = new Date(ms).toDateString() === new Date().toDateString();
  return h(
    "time",
    { class: "posted", datetime: iso, title: formatted(ms, "F") },
    formatted(ms, today ? "t" : "s"),
  );
}

setInterval(() => {
  for (const shown of document.querySelectorAll("time[data-relative]")) {
    const text = relative(Number(shown.dataset.relative));
    if (shown.textContent !== text) shown.textContent = text;
  }
}, 1000);

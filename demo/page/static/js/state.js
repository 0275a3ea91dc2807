// What the page knows: who sits before it, where they are, and what they see there.

import { act, follow, get } from "./api.js";
import { toast } from "./dom.js";
import { speak, t } from "./texts.js";

const STEP = 60;
const listeners = new Set();
let leave = () => {};
let newest = STEP;

/** Who can be played. */
export const start = { channel: "", members: [] };

/** What the feed has told, by name; a message is `message/ID`. */
export let seen = {};

/** The present member and channel, by id. */
export const here = { member: "", channel: "" };

/** Whether the demo answers. */
export let reachable = true;

/** Call `listener` with the names that changed. */
export function onChange(listener) {
  listeners.add(listener);
}

/** Begin with who and where the address says, else with the first of each. */
export async function begin() {
  Object.assign(start, await get("start"));
  const [member, channel] = location.hash.slice(1).split("/");
  const known = start.members.some((person) => person.id === member);
  go(channel || start.channel, known ? member : start.members[0].id);
}

/** Open a channel, as another member if one is given. */
export function go(channel, member = here.member) {
  newest = STEP;
  Object.assign(here, { member, channel });
  speak(start.members.find((person) => person.id === member)?.locale ?? "en-US");
  history.replaceState(null, "", `#${member}/${channel}`);
  open();
}

/** Show older messages too. */
export function showEarlier() {
  newest += STEP;
  open();
}

/** Tell whether there may be older messages than those that are shown. */
export function hasEarlier() {
  return (seen.order ?? []).length >= newest;
}

function open() {
  leave();
  const mine = { ...here };
  const query = new URLSearchParams({ ...mine, newest });
  const take = (news, whole) => {
    reachable = true;
    if (whole) seen = {};
    for (const [name, value] of Object.entries(news)) {
      if (value === null) delete seen[name];
      else seen[name] = value;
    }
    tell(new Set(Object.keys(news)), whole);
  };
  const lose = (refused) => {
    if (refused && here.channel !== start.channel) {
      toast(t("noPlace"));
      return go(start.channel);
    }
    reachable = false;
    tell(new Set(), false);
  };
  leave = follow(`feed?${query}`, take, lose);
}

function tell(names, whole) {
  for (const listener of listeners) listener(names, whole);
}

/** Do something here, as the present member. */
export function perform(action, fields = {}, files = []) {
  return act(action, { ...here, ...fields }, files);
}

/** Return a person's name. */
export function nameOf(id) {
  return seen.people?.[id]?.name ?? id;
}

/** Return a role of a server that the member is in. */
export function roleOf(id) {
  return (seen.servers ?? []).flatMap((server) => server.roles).find((role) => role.id === id);
}

/** Return every channel and thread that the member sees, with its parent. */
export function places() {
  const found = [];
  for (const server of seen.servers ?? []) {
    for (const channel of server.channels) {
      found.push(channel, ...channel.threads.map((thread) => ({ ...thread, parent: channel })));
    }
  }
  if (seen.dm) found.push({ ...seen.dm, direct: true });
  return found;
}

/** Return the messages in their order. */
export function messages() {
  return (seen.order ?? []).map((id) => seen[`message/${id}`]).filter(Boolean);
}

// Select menus, in messages and in forms: what they offer.

import { seen, start } from "./state.js";

/** Return what a menu offers: its own options, people, or channels. */
export function optionsOf(node) {
  if (node.type === 5) return start.members.map(({ id, name }) => ({ value: id, label: name }));
  if (node.type === 8) {
    const channels = (seen.servers ?? []).flatMap((server) => server.channels);
    return channels.map(({ id, name }) => ({ value: id, label: `# ${name}` }));
  }
  return node.options ?? [];
}

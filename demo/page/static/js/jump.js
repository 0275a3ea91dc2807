// Go to a message: where it is shown, or in another channel once that is.

import { toast } from "./dom.js";
import { go, hasEarlier, here, onChange, seen, showEarlier } from "./state.js";
import { t } from "./texts.js";

let wanted = null;
let frame = 0;

/** Go to a channel, and there to a message if one is named. */
export function jump(event, channel, message = null) {
  event?.preventDefault();
  wanted = message && { channel, message };
  if (channel !== here.channel) go(channel);
  else find();
}

function find() {
  if (wanted?.channel !== here.channel) wanted = null;
  if (!wanted || seen.channel?.id !== here.channel) return;
  const shown = document.getElementById(`message-${wanted.message}`);
  if (!shown && hasEarlier()) return showEarlier();
  wanted = null;
  if (!shown) return toast(t("deleted"));
  shown.scrollIntoView({ block: "center" });
  shown.focus({ preventScroll: true });
  shown.classList.add("found");
  setTimeout(() => shown.classList.remove("found"), 2000);
}

onChange(() => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(find);
});

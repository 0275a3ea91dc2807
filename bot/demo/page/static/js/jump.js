// Go to a message: where it is shown, or in another channel once that is.

import { go, here, onChange } from "./state.js";

let wanted = null;

/** Go to a channel, and there to a message if one is named. */
export function jump(event, channel, message = null) {
  event?.preventDefault();
  wanted = message;
  if (channel !== here.channel) go(channel);
  else find();
}

function find() {
  const shown = wanted && document.getElementById(`message-${wanted}`);
  if (!shown) return;
  wanted = null;
  shown.scrollIntoView({ block: "center" });
  shown.focus({ preventScroll: true });
  shown.classList.add("found");
  setTimeout(() => shown.classList.remove("found"), 2000);
}

onChange(() => requestAnimationFrame(find));

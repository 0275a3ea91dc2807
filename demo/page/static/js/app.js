// Put the page together.

import { showComposer } from "./composer.js";
import { showFeed } from "./feed.js";
import { showHead } from "./head.js";
import { showHints } from "./hints.js";
import { togglePanel } from "./panel.js";
import { showSidebar } from "./sidebar.js";
import { toast } from "./dom.js";
import { begin } from "./state.js";

const element = (id) => document.getElementById(id);

showSidebar(element("sidebar"));
showHead(element("head"), element("app"), element("panel"), () =>
  togglePanel(element("panel"), element("app")),
);
showComposer(element("composer"), document.querySelector(".main"));
showHints(element("hints"));
showFeed(element("feed"));

element("app").addEventListener("click", (event) => {
  if (event.target.closest("main") && !event.target.closest(".menu-button"))
    element("app").classList.remove("sidebar-open");
});

begin().catch((error) => toast(error.message));

import "@skyra/discord-components-core/discord-code.js";
import "@skyra/discord-components-core/discord-header.js";
import "@skyra/discord-components-core/discord-mention.js";
import "@skyra/discord-components-core/discord-pre.js";
import "@skyra/discord-components-core/discord-quote.js";
import "@skyra/discord-components-core/discord-spoiler.js";

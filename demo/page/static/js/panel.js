// Behind the scenes: the relay's traffic, the jobs, the ledger, and switches that break things.

import { flip, follow, get } from "./api.js";
import { h, icon, keepFocus, reconcile, toast } from "./dom.js";
import { CLOSE } from "./icons.js";
import { nameOf } from "./state.js";
import { formatted } from "./time.js";
import { exchange } from "./traffic.js";
import { t } from "./texts.js";

const TABS = { relay: "Relay", jobs: "Jobs", ledger: "Ledger", switches: "Switches" };
let values = {};
let leave = () => {};
let tab = "relay";

/** Open or close the panel, and tell whether it is open now. It is fed only while it is open. */
export function togglePanel(panel, app) {
  panel.hidden = !panel.hidden;
  app.classList.toggle("panel-open", !panel.hidden);
  leave();
  if (panel.hidden) return false;
  panel.setAttribute("aria-label", t("panel"));
  leave = follow("panel/feed", (news, whole) => {
    if (whole) values = {};
    Object.assign(values, news);
    draw(panel, app);
  });
  return true;
}

function draw(panel, app) {
  const body = panel.querySelector(".panel-body") ?? frame(panel, app);
  for (const button of panel.querySelectorAll("[role=tab]")) {
    button.setAttribute("aria-selected", String(button.dataset.tab === tab));
    button.tabIndex = button.dataset.tab === tab ? 0 : -1;
  }
  body.setAttribute("aria-label", TABS[tab]);
  keepFocus(body, () => reconcile(body, VIEWS[tab]()));
}

function frame(panel, app) {
  const body = h("div", { class: "panel-body", role: "tabpanel", tabindex: 0 });
  const close = () => {
    togglePanel(panel, app);
    const opener = document.querySelector(".panel-button");
    opener?.setAttribute("aria-expanded", "false");
    opener?.focus();
  };
  const choose = (name) => {
    tab = name;
    draw(panel, app);
  };
  const tabs = Object.entries(TABS).map(([name, label]) =>
    h(
      "button",
      {
        type: "button",
        class: "tab",
        role: "tab",
        dataset: { tab: name },
        onclick: () => choose(name),
      },
      label,
    ),
  );
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": t("panel") }, tabs);
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const to = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    choose(to.dataset.tab);
    to.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  panel.replaceChildren(
    h(
      "header",
      { class: "panel-head" },
      h("h2", {}, t("panel")),
      h(
        "button",
        {
          type: "button",
          class: "round",
          "aria-label": t("close"),
          title: t("close"),
          onclick: close,
        },
        icon(CLOSE),
      ),
    ),
    list,
    body,
  );
  return body;
}

const VIEWS = { relay, jobs, ledger, switches };

const empty = (text) => ({ key: text, build: () => h("p", { class: "quiet" }, text) });

function relay() {
  if (!values.requests?.length) return [empty("Nothing went to the relay yet.")];
  return values.requests.map((number) => {
    const request = values[`request/${number}`];
    return { key: JSON.stringify(request), build: () => summary(request) };
  });
}

const opened = new Set();

function summary(request) {
  const state = request.status === 0 ? "pending" : request.status < 300 ? "good" : "bad";
  const content = h("div", { class: "exchange" });
  const fill = async () => {
    try {
      content.replaceChildren(exchange(await get(`panel/requests/${request.number}`)));
    } catch (error) {
      toast(error.message);
    }
  };
  const details = h(
    "details",
    { class: "request", open: opened.has(request.number) },
    h(
      "summary",
      { dataset: { control: request.number } },
      h("span", { class: `status ${state}` }, request.status || "…"),
      h("span", { class: "request-model" }, request.model),
      h(
        "span",
        { class: "quiet" },
        `${formatted(request.at, "T")} · ${request.status ? `${request.seconds} s` : "…"}`,
      ),
      request.billed ? h("span", { class: "tag" }, "billed") : null,
      request.fault === null ? null : h("span", { class: "tag warning" }, request.fault),
    ),
    content,
  );
  details.addEventListener("toggle", () => {
    opened[details.open ? "add" : "delete"](request.number);
    if (details.open) fill();
  });
  if (details.open) fill();
  return details;
}

function table(name, columns, rows) {
  if (!rows?.length) return [empty("Nothing yet.")];
  const build = () =>
    h(
      "table",
      { "aria-label": TABS[name] },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          Object.keys(columns).map((label) => h("th", { scope: "col" }, label)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            Object.values(columns).map((cell) => h("td", {}, cell(row))),
          ),
        ),
      ),
    );
  return [{ key: `${name} ${JSON.stringify(rows)}`, build }];
}

// The database keeps UTC without saying so.
const when = (text) => formatted(Date.parse(`${text.replace(" ", "T")}Z`), "T");

function jobs() {
  const columns = {
    "#": (row) => row.id,
    kind: (row) => row.kind,
    state: (row) => h("span", { class: `state ${row.state}` }, row.state),
    who: (row) => nameOf(row.author_id),
    count: (row) => row.count,
    since: (row) => when(row.updated_at),
    why: (row) => row.error ?? (row.called_off ? "called off" : ""),
  };
  return table("jobs", columns, values.jobs);
}

function ledger() {
  const columns = {
    job: (row) => row.job_id,
    line: (row) => row.kind,
    who: (row) => nameOf(row.author_id),
    pictures: (row) => row.pictures,
    cost: (row) => (row.micros == null ? "" : `$${(row.micros / 1e6).toFixed(3)}`),
    at: (row) => when(row.at),
  };
  return table("ledger", columns, values.ledger);
}

function switches() {
  const turn = (fields) => flip(fields).catch((error) => toast(error.message));
  const faults = () =>
    h(
      "fieldset",
      { class: "switches" },
      h("legend", {}, "The relay is"),
      values.faults.map((fault) =>
        h(
          "label",
          { class: "choice" },
          h("input", {
            type: "radio",
            name: "fault",
            checked: fault === values.fault,
            dataset: { control: fault },
            onchange: () => turn({ fault }),
          }),
          ` ${fault}`,
        ),
      ),
      h("p", { class: "quiet" }, "It stays so for every request until you switch it back."),
    );
  const gateway = () =>
    h(
      "fieldset",
      { class: "switches" },
      h("legend", {}, "The gateway"),
      h(
        "p",
        { role: "status" },
        values.gateway.connected ? "The bot is connected." : "The bot is not connected.",
      ),
      h(
        "button",
        {
          type: "button",
          class: "button danger",
          dataset: { control: "drop" },
          onclick: () => turn({ gateway: "drop" }),
        },
        "Cut the connection",
      ),
      h(
        "button",
        {
          type: "button",
          class: "button danger",
          dataset: { control: "forget" },
          onclick: () => turn({ gateway: "forget" }),
        },
        "Cut it, and forget the session",
      ),
      h(
        "p",
        { class: "quiet" },
        `Sessions: ${values.gateway.identified}, taken up again: ${values.gateway.resumed}`,
      ),
    );
  const automod = () =>
    h(
      "fieldset",
      { class: "switches" },
      h("legend", {}, "AutoMod"),
      h(
        "label",
        {},
        "Words that it blocks in what the bot says:",
        h("input", {
          value: values.automod.join(", "),
          placeholder: "none",
          dataset: { control: "automod" },
          onchange: (event) => turn({ automod: event.target.value }),
        }),
      ),
    );
  return [
    { key: `faults ${values.fault}`, build: faults },
    { key: `automod ${values.automod}`, build: automod },
    { key: `gateway ${JSON.stringify(values.gateway)}`, build: gateway },
  ];
}

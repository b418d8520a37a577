// The drawer of the curious: turn faults on, and see every webhook and request.
import { loadCrons, loadEvents } from "./api.js";
import { h, icon } from "./dom.js";
import { drawFaults } from "./faults.js";
import { logTime } from "./words.js";

const drawer = document.querySelector("#drawer");
const EVENTS_SHOWN = 200;
const shown = { events: [], crons: [], tab: "faults" };

export async function openDrawer() {
  shown.events = await loadEvents().catch(() => []);
  shown.crons = await loadCrons().catch(() => []);
  draw();
  if (!drawer.open) drawer.showModal();
}

export function takeEvent(event) {
  shown.events.push(event);
  if (drawer.open && shown.tab === "events") draw();
}

function draw() {
  const close = h(
    "button.icon",
    { type: "button", "aria-label": "Cerrar", onclick: () => drawer.close() },
    icon("close"),
  );
  drawer.replaceChildren(
    h("header", {}, h("h2", {}, "Sala de máquinas"), close),
    h("nav.tabs", { role: "tablist" }, tab("faults", "Fallas"), tab("events", `Registro (${shown.events.length})`)),
    shown.tab === "faults" ? drawFaults(shown.crons) : drawEvents(),
  );
}

function tab(name, label) {
  const pick = () => {
    shown.tab = name;
    draw();
  };
  return h(
    "button",
    { type: "button", role: "tab", "aria-selected": String(shown.tab === name), onclick: pick },
    label,
  );
}

function drawEvents() {
  return h(
    "ol.events",
    {},
    ...shown.events
      .slice(-EVENTS_SHOWN)
      .toReversed()
      .map((event) => drawEvent(event)),
  );
}

function drawEvent(event) {
  const isBad = event.detail?.error !== undefined || (event.detail?.status ?? 200) >= 400;
  const summary = h(
    "summary",
    {},
    h("time", {}, logTime(event.at)),
    h(`b${isBad ? ".bad" : ""}`, {}, event.kind),
    h("span", {}, gist(event)),
  );
  return h("li", {}, h("details", {}, summary, h("pre", {}, JSON.stringify(event.detail, null, 2))));
}

function gist({ kind, detail }) {
  if (kind === "webhook") return webhookGist(detail);
  const telling = ["type", "details", "fault", "kind", "detail", "message_id", "route", "id"].find(
    (name) => detail?.[name],
  );
  return telling === undefined ? "" : `${detail[telling]}`;
}

function webhookGist(detail) {
  const values = detail.payload.entry.flatMap((entry) => entry.changes.map((change) => change.value));
  const what = values.flatMap((value) => [
    ...(value.messages ?? []).map((message) => message.type),
    ...(value.statuses ?? []).map((status) => status.status),
  ]);
  const again = detail.attempt > 0 ? ` (intento ${detail.attempt + 1})` : "";
  return `${what.join(", ")} → ${detail.status ?? detail.error}${again}`;
}

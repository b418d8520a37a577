// The drawer of the curious: turn faults on, see every webhook and request, press the clocks' buttons.
import { loadCrons, loadEvents, resetAll, runCron, turnKnobs } from "./api.js";
import { h, icon } from "./dom.js";
import { toast } from "./overlays.js";
import { screen } from "./state.js";
import { logTime } from "./words.js";

const drawer = document.querySelector("#drawer");
const EVENTS_SHOWN = 200;
let events = [];
let tab = "faults";

export async function openDrawer() {
  events = await loadEvents().catch(() => []);
  await draw();
  drawer.onclick = (event) => event.target === drawer && drawer.close();
  if (!drawer.open) drawer.showModal();
}

export function takeEvent(event) {
  events.push(event);
  if (drawer.open && tab === "events") void draw();
}

async function draw() {
  const pick = (name) => () => {
    tab = name;
    void draw();
  };
  const crons = tab === "faults" ? await loadCrons().catch(() => []) : [];
  drawer.replaceChildren(
    h(
      "header",
      {},
      h("h2", {}, "Sala de máquinas"),
      h("button.icon", { type: "button", "aria-label": "Cerrar", onclick: () => drawer.close() }, icon("close")),
    ),
    h(
      "nav.tabs",
      { role: "tablist" },
      h(
        "button",
        { type: "button", role: "tab", "aria-selected": String(tab === "faults"), onclick: pick("faults") },
        "Fallas",
      ),
      h(
        "button",
        { type: "button", role: "tab", "aria-selected": String(tab === "events"), onclick: pick("events") },
        `Registro (${events.length})`,
      ),
    ),
    tab === "faults" ? drawFaults(crons) : drawEvents(),
  );
}

function drawFaults(crons) {
  const { knobs } = screen;
  return h(
    "div.faults-list",
    {},
    group(
      "Mensajes que envía el bot",
      sendFault(knobs),
      number("Espera antes de responder (ms)", "send", "latency_ms"),
      flag("Exigir 1 mensaje cada 6 s por persona (131056)", "send", "pair_rate"),
      flag("Exigir ventana de 24 h (131047)", "send", "window_24h"),
    ),
    group(
      "Estados de entrega",
      choice("Leído", "statuses", "read", [
        ["when_open", "al abrir el chat"],
        ["always", "siempre"],
        ["never", "nunca"],
      ]),
      choice("Orden", "statuses", "order", [
        ["natural", "natural"],
        ["reversed", "al revés"],
        ["shuffled", "revuelto"],
      ]),
      number("Copias de cada estado", "statuses", "copies"),
    ),
    group(
      "Webhooks hacia el bot",
      number("Copias", "webhook", "copies"),
      number("Demora (ms)", "webhook", "delay_ms"),
      number("Desorden hasta (ms)", "webhook", "reorder_ms"),
      number("Mensajes por envío (lote)", "webhook", "batch_size"),
      flag("Firma falsa", "webhook", "bad_signature"),
    ),
    group(
      "Archivos",
      choice("Falla", "media", "fault", [
        ["", "ninguna"],
        ["expired", "dirección vencida"],
        ["not_found", "no existe"],
        ["wrong_sha", "bytes alterados"],
        ["redirect", "redirige a otro host"],
        ["http_500", "error 500"],
      ]),
      number("Espera (ms)", "media", "latency_ms"),
    ),
    group(
      "Modelo de reemplazo",
      choice("Falla", "openai", "fault", [
        ["", "ninguna"],
        ["401", "clave inválida (401)"],
        ["429", "demasiadas (429)"],
        ["500", "error 500"],
        ["malformed", "JSON roto"],
      ]),
      number("Se queda pegado (ms)", "openai", "stall_ms"),
    ),
    crons.length > 0 &&
      group(
        "Relojes",
        ...crons.map((cron) =>
          h("button.plain", { type: "button", onclick: () => void press(cron) }, `Correr ahora «${cron}»`),
        ),
      ),
    h(
      "div.actions",
      {},
      h("button.plain.danger", { type: "button", onclick: () => void resetAll() }, "Empezar de cero"),
      h("a.plain", { href: "/sim/knobs", target: "_blank" }, "Ver todo en JSON"),
    ),
  );
}

function sendFault(knobs) {
  const { fault } = knobs.send;
  const current = fault === null ? "" : fault.kind === "code" ? String(fault.code) : fault.kind;
  const times = h("input", {
    type: "number",
    min: "1",
    value: String(fault?.next ?? 1),
    "aria-label": "Cuántas veces",
  });
  const kinds = [
    ["", "ninguna"],
    ["131056", "131056 muchos a la misma persona"],
    ["130429", "130429 demasiados mensajes"],
    ["131000", "131000 error desconocido"],
    ["131047", "131047 fuera de las 24 h"],
    ["190", "190 token vencido"],
    ["http_500", "error 500"],
    ["timeout_after_accept", "lo toma y nunca responde"],
    ["reset_before", "corta antes de tomarlo"],
    ["reset_after", "corta después de tomarlo"],
  ];
  const select = h(
    "select",
    { "aria-label": "Falla de envío" },
    ...kinds.map(([value, label]) => h("option", { value, selected: value === current }, label)),
  );
  const turn = () => {
    const { value } = select;
    const next = Math.max(1, Number(times.value) || 1);
    const made =
      value === "" ? null : /^\d+$/.test(value) ? { kind: "code", code: Number(value), next } : { kind: value, next };
    void patch("send", { fault: made });
  };
  select.addEventListener("change", turn);
  times.addEventListener("change", turn);
  return h("label.knob", {}, h("span", {}, "Falla"), h("span.pair", {}, select, times, h("small", {}, "veces")));
}

function choice(label, groupName, name, options) {
  const current = screen.knobs[groupName][name] ?? "";
  const select = h(
    "select",
    { "aria-label": label },
    ...options.map(([value, words]) => h("option", { value, selected: value === current }, words)),
  );
  select.addEventListener("change", () => void patch(groupName, { [name]: select.value === "" ? null : select.value }));
  return h("label.knob", {}, h("span", {}, label), select);
}

function number(label, groupName, name) {
  const field = h("input", {
    type: "number",
    min: "0",
    value: String(screen.knobs[groupName][name]),
    "aria-label": label,
  });
  field.addEventListener("change", () => void patch(groupName, { [name]: Number(field.value) }));
  return h("label.knob", {}, h("span", {}, label), field);
}

function flag(label, groupName, name) {
  const box = h("input", { type: "checkbox", checked: screen.knobs[groupName][name] });
  box.addEventListener("change", () => void patch(groupName, { [name]: box.checked }));
  return h("label.knob", {}, h("span", {}, label), box);
}

function group(title, ...rows) {
  return h("section", {}, h("h3", {}, title), ...rows);
}

async function patch(groupName, values) {
  try {
    screen.knobs = await turnKnobs({ [groupName]: values });
  } catch (error) {
    toast(`Ese valor no vale: ${error.message}`);
  }
}

async function press(cron) {
  const { status } = await runCron(cron).catch((error) => ({ status: error.message }));
  toast(`Reloj «${cron}»: ${status}`);
}

function drawEvents() {
  return h(
    "ol.events",
    {},
    ...events
      .slice(-EVENTS_SHOWN)
      .toReversed()
      .map((event) => drawEvent(event)),
  );
}

function drawEvent(event) {
  const isBad = event.detail?.error !== undefined || (event.detail?.status ?? 200) >= 400;
  return h(
    "li",
    {},
    h(
      "details",
      {},
      h(
        "summary",
        {},
        h("time", {}, logTime(event.at)),
        h(`b${isBad ? ".bad" : ""}`, {}, event.kind),
        h("span", {}, gist(event)),
      ),
      h("pre", {}, JSON.stringify(event.detail, null, 2)),
    ),
  );
}

function gist({ kind, detail }) {
  if (kind === "webhook") {
    const values = detail.payload.entry.flatMap((entry) => entry.changes.map((change) => change.value));
    const what = values.flatMap((value) => [
      ...(value.messages ?? []).map((message) => message.type),
      ...(value.statuses ?? []).map((status) => status.status),
    ]);
    return `${what.join(", ")} → ${detail.status ?? detail.error}${detail.attempt > 0 ? ` (intento ${detail.attempt + 1})` : ""}`;
  }
  return detail === null || typeof detail !== "object"
    ? String(detail)
    : String(
        detail.type ??
          detail.details ??
          detail.fault ??
          detail.kind ??
          detail.detail ??
          detail.message_id ??
          detail.route ??
          "",
      );
}

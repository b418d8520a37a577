// The faults that can be turned on, as rows of the drawer.
import { resetAll, runCron, turnKnobs } from "./api.js";
import { h } from "./dom.js";
import { toast } from "./overlays.js";
import { screen } from "./state.js";

/** @param {string[]} crons lines of the Worker's clocks, which never tick by themselves here */
export function drawFaults(crons) {
  return h("div.faults-list", {}, ...GROUPS.map(([title, rows]) => group(title, rows())), clocks(crons), actions());
}

const GROUPS = [
  [
    "Mensajes que envía el bot",
    () => [
      sendFault(),
      number("Espera antes de responder (ms)", "send.latency_ms"),
      flag("Exigir 1 mensaje cada 6 s por persona (131056)", "send.pair_rate"),
      flag("Exigir ventana de 24 h (131047)", "send.window_24h"),
    ],
  ],
  [
    "Estados de entrega",
    () => [
      choice("Leído", "statuses.read", { when_open: "al abrir el chat", always: "siempre", never: "nunca" }),
      choice("Orden", "statuses.order", { natural: "natural", reversed: "al revés", shuffled: "revuelto" }),
      number("Copias de cada estado", "statuses.copies"),
    ],
  ],
  [
    "Webhooks hacia el bot",
    () => [
      number("Copias", "webhook.copies"),
      number("Demora (ms)", "webhook.delay_ms"),
      number("Desorden hasta (ms)", "webhook.reorder_ms"),
      number("Mensajes por envío (lote)", "webhook.batch_size"),
      flag("Firma falsa", "webhook.bad_signature"),
    ],
  ],
  ["Archivos", () => [choice("Falla", "media.fault", MEDIA_FAULTS), number("Espera (ms)", "media.latency_ms")]],
  [
    "Modelo de reemplazo",
    () => [choice("Falla", "openai.fault", MODEL_FAULTS), number("Se queda pegado (ms)", "openai.stall_ms")],
  ],
  ["Páginas del SII", () => [choice("Falla", "sii.fault", SII_FAULTS), number("Demora (ms)", "sii.latency_ms")]],
];

const MEDIA_FAULTS = {
  "": "ninguna",
  expired: "dirección vencida",
  not_found: "no existe",
  wrong_sha: "bytes alterados",
  redirect: "redirige a otro host",
  http_500: "error 500",
};

const SII_FAULTS = {
  "": "ninguna",
  404: "no existe (404)",
  500: "error 500",
  garbage: "fuera de servicio (200)",
  truncated: "página cortada",
  redirect: "redirige a otro host",
  revised: "valores pasados cambiados",
};

const MODEL_FAULTS = {
  "": "ninguna",
  401: "clave inválida (401)",
  429: "demasiadas (429)",
  500: "error 500",
  malformed: "JSON roto",
};

const SEND_FAULTS = {
  "": "ninguna",
  131056: "131056 muchos a la misma persona",
  130429: "130429 demasiados mensajes",
  131000: "131000 error desconocido",
  131047: "131047 fuera de las 24 h",
  190: "190 token vencido",
  http_500: "error 500",
  timeout_after_accept: "lo toma y nunca responde",
  reset_before: "corta antes de tomarlo",
  reset_after: "corta después de tomarlo",
};

function sendFault() {
  const { fault } = screen.knobs.send;
  const current = fault?.kind === "code" ? String(fault.code) : (fault?.kind ?? "");
  const times = h("input", {
    type: "number",
    min: "1",
    value: String(fault?.next ?? 1),
    "aria-label": "Cuántas veces",
  });
  const select = options("Falla de envío", SEND_FAULTS, current);
  const turn = () => void patch("send.fault", faultOf(select.value, Math.max(1, Number(times.value) || 1)));
  select.addEventListener("change", turn);
  times.addEventListener("change", turn);
  return row("Falla", h("span.pair", {}, select, times, h("small", {}, "veces")));
}

function faultOf(value, next) {
  if (value === "") return null;
  return /^\d+$/.test(value) ? { kind: "code", code: Number(value), next } : { kind: value, next };
}

function choice(label, knob, names) {
  const select = options(label, names, valueOf(knob) ?? "");
  select.addEventListener("change", () => void patch(knob, select.value === "" ? null : select.value));
  return row(label, select);
}

/** «ninguna» first: an object puts its numbers before it. */
function options(label, names, current) {
  const first = Object.entries(names).toSorted(([a], [b]) => Number(b === "") - Number(a === ""));
  return h(
    "select",
    { "aria-label": label },
    ...first.map(([value, words]) => h("option", { value, selected: value === current }, words)),
  );
}

function number(label, knob) {
  const field = h("input", { type: "number", min: "0", value: String(valueOf(knob)), "aria-label": label });
  field.addEventListener("change", () => void patch(knob, Number(field.value)));
  return row(label, field);
}

function flag(label, knob) {
  const box = h("input", { type: "checkbox", checked: valueOf(knob) });
  box.addEventListener("change", () => void patch(knob, box.checked));
  return row(label, box);
}

function row(label, control) {
  return h("label.knob", {}, h("span", {}, label), control);
}

function group(title, rows) {
  return h("section", {}, h("h3", {}, title), ...rows);
}

function clocks(crons) {
  if (crons.length === 0) return null;
  const buttons = crons.map((cron) =>
    h("button.plain", { type: "button", onclick: () => void press(cron) }, `Correr ahora «${cron}»`),
  );
  return group("Relojes", buttons);
}

function actions() {
  return h(
    "div.actions",
    {},
    h("button.plain.danger", { type: "button", onclick: () => void resetAll() }, "Empezar de cero"),
    h("a.plain", { href: "/sii", target: "_blank" }, "SII simulado"),
    h("a.plain", { href: "/sim/knobs", target: "_blank" }, "Ver todo en JSON"),
  );
}

function valueOf(knob) {
  const [groupName, name] = knob.split(".");
  return screen.knobs[groupName][name];
}

async function patch(knob, value) {
  const [groupName, name] = knob.split(".");
  try {
    screen.knobs = await turnKnobs({ [groupName]: { [name]: value } });
  } catch (error) {
    toast(`Ese valor no vale: ${error.message}`);
  }
}

async function press(cron) {
  const { status } = await runCron(cron).catch((error) => ({ status: error.message }));
  toast(`Reloj «${cron}»: ${status}`);
}

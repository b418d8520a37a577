// Faults, as a list that one adds to and takes from, and the ways in which the SII stands.
import { h } from "../phone/dom.js";
import { ask, attempt } from "./ask.js";
import { FAULTS, PLACES } from "./words.js";

const box = document.querySelector("#faults");
const wish = { kind: "maintenance", on: "any", skip: 0, next: 1, code: 98 };

const turn = (patch) => attempt(() => ask("/sim/knobs", { sii: patch }, "PATCH"));

export function drawFaults({ sii }) {
  const rows = sii.faults.map((fault, nth) => standing(sii.faults, fault, nth));
  box.replaceChildren(
    h("h2", {}, "Fallas"),
    rows.length === 0 ? h("p.empty", {}, "Ninguna: el SII responde.") : h("ul.faults", {}, ...rows),
    adder(sii.faults),
    flag("Exigir reCAPTCHA de verdad", sii.recaptcha === "required", (on) => ({
      recaptcha: on ? "required" : "placeholder",
    })),
    flag("Sin sesión: redirigir a zeusr", sii.logged_out === "redirect", (on) => ({
      logged_out: on ? "redirect" : "page",
    })),
    flag("RESP_BODY antes de RESP_HDR", sii.body_first, (on) => ({ body_first: on })),
    flag("Cortafuegos al entrar (F5)", sii.firewall, (on) => ({ firewall: on })),
    amount("Filas que exporta de una vez", sii.export_rows_max, (value) => ({ export_rows_max: value })),
    amount("Archivo listo a los (ms)", sii.async_ms, (value) => ({ async_ms: value })),
  );
}

function standing(faults, fault, nth) {
  const times = fault.next === null ? "siempre" : `${fault.next} veces más`;
  const skip = fault.skip > 0 ? `, tras dejar pasar ${fault.skip}` : "";
  const code = fault.kind === "code" ? ` ${fault.code}` : "";
  const off = () => void turn({ faults: faults.filter((_, other) => other !== nth) });
  return h(
    "li",
    {},
    h(
      "span",
      {},
      h("b", {}, `${FAULTS[fault.kind].replace("…", "")}${code}`),
      h("small", {}, `${PLACES[fault.on]}: ${times}${skip}`),
    ),
    h("button.plain", { type: "button", onclick: off }, "Quitar"),
  );
}

function adder(faults) {
  const add = () => void turn({ faults: [...faults, { ...wish, next: wish.next === 0 ? null : wish.next }] });
  return h(
    "div.adder",
    {},
    select("Falla", FAULTS, "kind"),
    select("Dónde", PLACES, "on"),
    h("label", {}, "Deja pasar", count("skip")),
    h("label", {}, "Veces (0: siempre)", count("next")),
    h("label", {}, "Código del RCV", count("code")),
    h("button.plain.strong", { type: "button", onclick: add }, "Agregar falla"),
  );
}

function select(label, names, field) {
  const change = (event) => (wish[field] = event.target.value);
  return h(
    "select",
    { "aria-label": label, onchange: change },
    ...Object.entries(names).map(([value, words]) => h("option", { value, selected: value === wish[field] }, words)),
  );
}

function count(field) {
  const change = (event) => (wish[field] = Math.max(0, Number(event.target.value) || 0));
  return h("input", { type: "number", min: "0", value: String(wish[field]), onchange: change });
}

function flag(words, isOn, patch) {
  const tick = h("input", { type: "checkbox", checked: isOn });
  tick.addEventListener("change", () => void turn(patch(tick.checked)));
  return h("label.knob", {}, h("span", {}, words), tick);
}

function amount(words, value, patch) {
  const field = h("input", { type: "number", min: "0", value: String(value) });
  field.addEventListener("change", () => void turn(patch(Number(field.value))));
  return h("label.knob", {}, h("span", {}, words), field);
}

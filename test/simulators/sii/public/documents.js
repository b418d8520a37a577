// The documents of a taxpayer by month and list, with what may be done to each.
import { h } from "../phone/dom.js";
import { ask, attempt } from "./ask.js";
import { month, pesos, rut, STATES, TRANSACTIONS, TYPES } from "./words.js";

const box = document.querySelector("#documents");
const shown = { taxpayer: null, period: null, open: null };

export function drawDocuments({ taxpayers, documents }) {
  if (!taxpayers.some((one) => one.rut === shown.taxpayer)) shown.taxpayer = taxpayers[0]?.rut ?? null;
  const views = documents.flatMap((paper) =>
    paper.sides.filter((side) => side.taxpayer === shown.taxpayer).map((side) => ({ ...paper, ...side })),
  );
  const periods = [...new Set(views.map(({ period }) => period))].toSorted((a, b) => Number(b) - Number(a));
  if (!periods.includes(shown.period)) shown.period = periods[0] ?? null;
  const again = () => drawDocuments({ taxpayers, documents });
  const pick = (field, value) => () => {
    shown[field] = value;
    again();
  };
  const own =
    taxpayers.length > 1
      ? taxpayers.map((one) => tab(one.name, shown.taxpayer === one.rut, pick("taxpayer", one.rut)))
      : [];
  const months = periods.map((period) => tab(month(period), shown.period === period, pick("period", period)));
  const ofMonth = views.filter(({ period }) => period === shown.period);
  box.replaceChildren(
    h("h2", {}, "Registro de compras y ventas"),
    ...(own.length > 0 ? [h("nav.tabs", {}, ...own)] : []),
    h("nav.tabs", { "aria-label": "Meses" }, ...months),
    ...["compra", "venta"].map((side) =>
      list(
        side,
        ofMonth.filter((view) => view.side === side),
        again,
      ),
    ),
  );
}

function tab(words, isPicked, pick) {
  return h("button", { type: "button", "aria-selected": String(isPicked), role: "tab", onclick: pick }, words);
}

const ORDER = ["PENDIENTE", "REGISTRO", "NO_INCLUIR", "RECLAMADO", "EMITIDO"];

function list(side, views, again) {
  const sorted = views.toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.issued_on < b.issued_on ? 1 : -1),
  );
  const title = `${side === "compra" ? "Compras" : "Ventas"} (${views.length})`;
  if (views.length === 0) return h("div", {}, h("h3", {}, title), h("p.empty", {}, "Nada este mes."));
  return h("div", {}, h("h3", {}, title), h("ul.papers", {}, ...sorted.map((view) => row(view, again))));
}

function row(view, again) {
  const party = view.side === "compra" ? view.issuer : view.receiver;
  const isTotal = [39, 41, 48].includes(view.type);
  const key = `${view.id} ${view.side}`;
  const toggle = () => {
    shown.open = shown.open === key ? null : key;
    again();
  };
  const number = isTotal ? `${view.count} en el mes` : `N° ${view.folio}`;
  const head = h(
    "button.paper",
    { type: "button", "aria-expanded": String(shown.open === key), onclick: toggle },
    h("span.paper-what", {}, h("b", {}, TYPES[view.type] ?? `Tipo ${view.type}`), h("small", {}, number)),
    h("span.paper-who", {}, isTotal ? "Público" : party.name, h("small", {}, isTotal ? "" : rut(party.rut))),
    h("span.paper-day", {}, view.issued_on.split("-").toReversed().join("-")),
    h("span.paper-sum", {}, pesos(view.total)),
    h(`span.badge.${view.state.toLowerCase()}`, {}, badge(view)),
  );
  return h("li", {}, head, ...(shown.open === key ? [actions(view)] : []));
}

function badge({ state, days_left, transaction }) {
  if (state === "PENDIENTE") return days_left === 1 ? "queda 1 día" : `quedan ${days_left} días`;
  if (state === "REGISTRO" && transaction !== 1) return TRANSACTIONS[transaction];
  return STATES[state];
}

function actions(view) {
  const happen = (change) => attempt(() => ask(`/sim/sii/documents/${view.id}/event`, change));
  const button = (words, change) => h("button.plain", { type: "button", onclick: () => void happen(change) }, words);
  const buttons =
    view.state === "EMITIDO"
      ? [button("Llega al SII", { event: "receive" })]
      : view.side === "compra"
        ? [
            button("Dar recibo (ERM)", { event: "accept" }),
            button("Reclamar (RCD)", { event: "reclaim" }),
            button("Anular con NC", { event: "annul" }),
            kind(view, happen),
          ]
        : [button("Anular con NC", { event: "annul" })];
  return h(
    "div.paper-more",
    {},
    h("p", {}, details(view)),
    h("div.paper-actions", {}, ...buttons, mover(view, happen)),
  );
}

function details({ net, exempt, tax, unrecoverable, common_use_tax, other_taxes, events, references }) {
  const parts = [
    [net, "neto"],
    [exempt, "exento"],
    [tax, "IVA"],
    [unrecoverable?.tax ?? 0, "IVA no recuperable"],
    [common_use_tax, "IVA uso común"],
    ...other_taxes.map(({ amount, code }) => [amount, `impuesto ${code}`]),
  ];
  const sums = parts.filter(([amount]) => amount > 0).map(([amount, name]) => `${name} ${pesos(amount)}`);
  const said = events.map(({ code }) => code);
  const of = references.map(({ folio }) => `sobre N° ${folio}`);
  return [...sums, ...of, ...said].join(" · ");
}

function kind(view, happen) {
  const change = (event) => void happen({ event: "change_transaction", transaction: Number(event.target.value) });
  return h(
    "select",
    { "aria-label": "Tipo de compra", onchange: change },
    ...Object.entries(TRANSACTIONS).map(([value, words]) =>
      h("option", { value, selected: Number(value) === view.transaction }, words),
    ),
  );
}

/** The month of the RCV, and those around it. */
function mover({ period }, happen) {
  const months = [-1, 0, 1].map((step) => {
    const at = Number(period.slice(0, 4)) * 12 + Number(period.slice(4)) - 1 + step;
    return `${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, "0")}`;
  });
  const change = (event) => void happen({ event: "move_period", period: event.target.value });
  return h(
    "select",
    { "aria-label": "Mes del registro", onchange: change },
    ...months.map((value) => h("option", { value, selected: value === period }, month(value))),
  );
}

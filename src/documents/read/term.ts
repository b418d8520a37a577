// When a paper says that it is paid: at once, or later. Said by its condition of payment, or by the day it falls due.

import { addDays, type CivilDate, fold } from "#kernel";
import { LINE_CHARS_MAX } from "../limits.ts";
import { datesIn } from "./dates.ts";

/** What is paid later: on a printed day, or so many days after the issue; both null where only «crédito» is printed. */
export type Credit = { due: CivilDate | null; days: number | null };

/**
 * Null where nothing is said, or that it was paid.
 * @param totalMinor the paper's own, in minor units: a day alone makes no debt of what a card or cash has paid
 */
export function creditIn(
  lines: readonly string[],
  issuedOn: CivilDate | null,
  totalMinor: number | null = null,
): Credit | null {
  const folded = lines.map(unslipped);
  const said = conditionIn(folded);
  if (said === "cash") return null;
  const due = dueAmong(folded, issuedOn);
  if (said) return { days: said.days, due: datedIn(said.text, issuedOn) ?? due };
  if (folded.some((line) => pays(line, totalMinor))) return null;
  if (due !== null && issuedOn !== null && due > issuedOn) return { days: null, due };
  return folded.map((line, at) => unlabelled(line, folded[at - 1] ?? "")).find((credit) => credit !== null) ?? null;
}

/** The printed day on which it falls due, whether or not it was paid. */
export function dueIn(lines: readonly string[], issuedOn: CivilDate | null): CivilDate | null {
  return dueAmong(lines.map(unslipped), issuedOn);
}

/** The day on which it falls due. @param issuedOn or the day from which the days are counted */
export function dueOn({ due, days }: Credit, issuedOn: CivilDate): CivilDate | null {
  if (due !== null) return due;
  return days === null ? null : addDays(issuedOn, days);
}

/** A zero or a one among letters is an O or an I: OCR writes `C0ND1CION`. */
function unslipped(line: string): string {
  return fold(line.slice(0, LINE_CHARS_MAX))
    .replace(/(?<=[a-z])0(?=[a-z]|\b)/g, "o")
    .replace(/(?<=[a-z])1(?=[a-z])/g, "i");
}

type Condition = "cash" | { days: number | null; text: string };

const LABEL =
  /\b(?:cond(?:iciones|icion|icao|icoes|\.)?|formas?|terminos?|modalidad|metodos?|tipo) ?(?:de(?:l)? ?)?(?:pago|pagamento|venta|venda|compra)\b\.?|\bpayment (?:terms?|conditions?)\b/g;

/** What the condition of payment says, beside its label or, in a table, below it. */
function conditionIn(lines: readonly string[]): Condition | null {
  for (const [at, line] of lines.entries()) {
    for (const { 0: label, index } of line.matchAll(LABEL)) {
      const beside = line.slice(index + label.length).replace(/^[\s:.=>-]+/, "");
      const said = HEADS.test(beside) ? below(lines[at + 1] ?? "") : meaningOf(beside.replace(OF_GOODS_ON, ""));
      if (said) return said;
    }
  }
  return null;
}

/** Nothing, or the heads of the columns beside it. */
const HEADS =
  /^(?:(?:fecha|f|de|del|la|emision|vencimiento|vencimento|venc|vcto|vto|vendedor[ae]?s?|moneda|orden|compra|o[./]?c|guias?|despacho|nro|n[o°º]?|numero|sucursal|local|bodega|codigo|cliente|giro|plazo|dias|condicion(?:es)?|venta|pago|due|date|seller|salesperson)(?:[\s:.|/]+|$))*$/;

function below(line: string): Condition | null {
  return OF_GOODS.test(line) ? null : meaningOf(line);
}

/** Days in which goods are brought, exchanged or offered, and none of payment. */
const OF_GOODS = /\b(?:entregas?|despachos?|garantia|validez|vigencia|cambios?|devolucion(?:es)?|habiles|cotizacion)\b/;
const OF_GOODS_ON = new RegExp(
  `(?:\\bplazos? )?(?:\\b\\d{1,3} ?dias? )?(?:(?:de|del|para|por|la|el) )*${OF_GOODS.source}.*$`,
);

const CASH =
  /\bcontado\b|\befectivo\b|\bcash\b|\ba vista\b|\btarj(?:eta|\.)?(?= |\.|$)|\bt\. ?(?:credito|debito)|\bdebito\b|\bredcompra\b|\bwebpay\b|\bvisa\b|\bmaster ?card\b|\byape\b|\bplin\b|\bpix\b|\bpue\b|\bpagad[oa]\b|\bcancelad[oa]\b|\bpaid\b/;
const CREDIT =
  /\bcreditos?\b|\bcred\.|\ba plazos?\b|\ba prazo\b|\bplazo\b|\bppd\b|\bparcialidades\b|\bcheque a fecha\b|\bnet \d/;

/** With the seller, that is; a transfer goes to one of a bank. */
const ON_ACCOUNT = /\bcta\.? ?cte\b|\bcuenta corriente\b/;
const BANKED = /\btransf|\bdeposit|\bbanco?\b/;

function meaningOf(text: string): Condition | null {
  const days = daysIn(text);
  if (CASH.test(text) || days === 0) return "cash";
  const isOwed = CREDIT.test(text) || (ON_ACCOUNT.test(text) && !BANKED.test(text));
  return days !== null || isOwed ? { days, text } : null;
}

/** `REDCOMPRA 119.000`: the whole of it was paid by that. */
function pays(line: string, totalMinor: number | null): boolean {
  if (totalMinor === null || !CASH.test(line)) return false;
  return Array.from(line.matchAll(/\d[\d.,]*/g), ([figure]) => Number(figure.replace(/\D/g, ""))).includes(totalMinor);
}

/** Nobody sells for longer; what is more is a number of something else. */
const DAYS_MAX = 365;

const DAYS = /(?<![\d.,])((?:\d{1,3} ?[-/,y] ?){0,5}\d{1,3}) ?(?:dias?|ds\b|dd\b|d\b|days?)|\bnet ?(\d{1,3})\b/;

/** «30 DIAS» is 30; of «30/60/90 días» the first part falls due first. */
function daysIn(text: string): number | null {
  const [, counted, net] = DAYS.exec(text) ?? [];
  const numbers = (counted ?? net ?? "").match(/\d+/g)?.map(Number) ?? [];
  const first = Math.min(...numbers);
  return first <= DAYS_MAX ? first : null;
}

const DUE =
  /\bvenc\w*|\bvcto\b|\bvto\b|\bfecha (?:(?:limite|tope|maxima) )?de pago\b|\bultimo dia (?:de|para) pag(?:o|ar)\b|\bpag(?:ar|ue|a) (?:antes del?|hasta)\b|\bpayment due\b|\bdue date\b/;

/** What else ends on a day: what allowed the printing, what is sold, what is offered. */
const OTHER_ENDS =
  /\bcae\w*|\bcai\b|resoluc|certificad|\blote\b|\belab|producto|garantia|oferta|promo|cupon|puntos|licencia|autoriz|timbre|\bfolios?\b|intereses|impag|despues|\bvencid[oa]s?\b|\banterior/;

/** The day on which it falls due, beside the word or, in a table, below it; none before the issue. */
function dueAmong(lines: readonly string[], issuedOn: CivilDate | null): CivilDate | null {
  for (const [at, line] of lines.entries()) {
    if (!DUE.test(line) || OTHER_ENDS.test(line)) continue;
    const behind = line.slice(DUE.exec(line)?.index ?? 0);
    const due = datedIn(behind, issuedOn) ?? (datesIn(line).length < 2 ? datedIn(lines[at + 1] ?? "", issuedOn) : null);
    if (due !== null) return due;
  }
  return null;
}

/** The last day of a text that can be one of payment. */
function datedIn(text: string, issuedOn: CivilDate | null): CivilDate | null {
  const days = datesIn(text).filter(
    (day) => issuedOn === null || (day >= issuedOn && day <= addDays(issuedOn, DAYS_MAX)),
  );
  return days.toSorted().at(-1) ?? null;
}

/** Of a line without a label only what can be nothing else; «cambios dentro de 30 días» is no term. */
function unlabelled(line: string, before: string): Credit | null {
  const text = line.trim();
  if (!TERM_ALONE.test(text) || OF_GOODS.test(before) || OTHER_ENDS.test(before)) return null;
  const days = daysIn(text);
  const named = /\b(?:venta|pago|factura)\b.*\bcredito\b|\bal? credito\b/.test(text);
  return (days !== null && days > 0) || named ? { days, due: null } : null;
}

const TERM_ALONE =
  /^(?:venta |pago |factura )?(?:al? )?(?:credito|plazo)?(?: ?a)? ?(?:\d{1,3} ?dias)?(?: (?:fecha factura|f\.? ?f\.?))?\.?$/;

// The printed words that say what an amount is, and the amounts that stand behind or under them.

import { decimalsOf, fold } from "#kernel";
import { amountsIn, type PrintedAmount } from "./amounts.ts";
import type { Country } from "./country.ts";

export type Label =
  | "total"
  | "grand_total"
  | "subtotal"
  | "net"
  | "tax"
  | "exempt"
  | "cash"
  | "change"
  | "card"
  | "discount"
  | "rounding"
  | "service"
  | "tip"
  | "ignored";

export type Labelled = { label: Label; minor: number; line: number };

/** The labels under the items; a way of payment may be named above them. */
const FOOT: ReadonlySet<Label> = new Set<Label>(["subtotal", "net", "tax", "exempt", "total", "grand_total"]);

/** The first line under the items; the end where none says so. */
export function footOf(lines: readonly string[], labelled: readonly Labelled[]): number {
  return Math.min(...labelled.filter(({ label }) => FOOT.has(label)).map(({ line }) => line), lines.length);
}

/** The amounts of that label, none of them zero. */
export function amountsCalled(labelled: readonly Labelled[], label: Label): number[] {
  return labelled.filter((amount) => amount.label === label && amount.minor > 0).map(({ minor }) => minor);
}

/** Every amount that stands behind, or under, a word that says what it is. */
export function labelledAmounts(lines: string[], country: Country): Labelled[] {
  const found: Labelled[] = [];
  const printed = new Set(lines.flatMap((line) => amountsIn(line, country).map(({ minor }) => minor)));
  lines.forEach((line, index) => {
    const segments = segmentsOf(fold(line));
    const amounts = amountsBeside(line, country, printed);
    const loose = segments.filter((segment) => !amounts.some((amount) => within(amount, segment)));
    if (segments.length > 0 && loose.length === segments.length) {
      found.push(...labelledBelow(segments, { text: lines[index + 1] ?? "", line: index + 1 }, country));
      return;
    }
    for (const segment of segments) {
      const own = amounts.filter((amount) => within(amount, segment));
      // A row «TOTAL 3 45.670» counts pieces first; of a total's row each number is considered, else the last.
      const meant = TOTALS.has(segment.label) ? own : own.slice(-1);
      found.push(...meant.map(({ minor }) => ({ label: segment.label, minor: Math.abs(minor), line: index })));
    }
  });
  return found;
}

/**
 * The amounts of a row with a label, also where the engine lost its only point: «Total 6 00», or «Total 470» where 4.70
 * is printed elsewhere; or its last digit: «Total 7.7» where of 7.70 to 7.79 only one is.
 */
function amountsBeside(line: string, country: Country, printed: ReadonlySet<number>): PrintedAmount[] {
  const amounts = amountsIn(line, country);
  if (amounts.length > 0 || decimalsOf(country.currency) === 0) return amounts;
  const whole = /(?<![\d.,])\d{3,6}(?=\W{0,2}$)/.exec(line);
  if (whole && printed.has(Number(whole[0]))) {
    return [{ minor: Number(whole[0]), start: whole.index, end: whole.index + whole[0].length, signed: false }];
  }
  const torn = /(?<![\d.,])(\d{1,4})[.,](\d)(?=\W{0,2}$)/.exec(line);
  const [minor, ...rest] = torn ? [...printed].filter((other) => Math.floor(other / 10) === tenths(torn)) : [];
  if (torn && minor !== undefined && rest.length === 0) {
    return [{ minor, start: torn.index, end: torn.index + torn[0].length, signed: false }];
  }
  return amountsIn(line.replace(/(?<=\D\d{1,4}) (?=\d{2}\W{0,2}$)/, country.format.decimal), country);
}

function tenths([, whole = "", tenth = ""]: RegExpExecArray): number {
  return Number(whole + tenth);
}

/** Of a total's row each number is considered. */
const TOTALS: ReadonlySet<Label> = new Set<Label>(["total", "grand_total", "subtotal"]);

type Segment = { label: Label; start: number; end: number };

/** Tried in this order at each place of a line; `ignored` labels take their amount away from the others. */
const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    "ignored",
    /t[o0]ta[l1] (de )?(items?|articulos?|arts?\b|unidades|productos|cantidad|puntos|prod|lineas|bultos|qty|quantity|pcs|item)|ahorr[oa]s?|savings?\b|vuelto a favor|saldo( anterior| puntos)?|puntos|oferta|gst summary|tax summary|\b(n[°ºo*.]|nro|num|numero)[. ]{1,2}(de )?(la )?tarjeta/g,
  ],
  ["discount", /(t[o0]ta[l1] )?(dcto|desctos?|descuentos?|disc(ount)?s?)\b/g],
  ["tip", /(t[o0]tal )?(con )?propina( sugerida)?|\btip\b|servicio sugerido/g],
  ["service", /serv(ice|\.)? ?ch(ar|r)g\w*|svc chrg|servicio 10/g],
  ["subtotal", /sub[ .-]{0,2}t[o0]t[a4][l1i|]/g],
  [
    "grand_total",
    /[tfl][o0u][tl][a4][l1i|!?][\w ().,]{0,16}(incl\w*|[il1]\w{0,6}:? of)[\w ().,]{0,6}(gst|i\.?v\.?a|igv|impuestos|tax|est)?|[tfl][o0u][tl][a4][l1i|!] (after|rounded|due)[\w ]{0,14}/g,
  ],
  ["net", /[tf][o0]tal[\w ().]{0,10}(excl\w*|sin (iva|igv))[\w ().]{0,4}(gst|tax)?/g],
  [
    "tax",
    /^\W{0,3}(tax|gst|sst|iva|igv) t[o0]ta[l1]\b|([tf][o0]tal |monto )?(\b[i1l][., ]?v[., ]?a\b\.?|\b[i1l][.,]?g[.,]?v\b\.?|\bgst\b|\bsst\b|\btax\b|impuestos?)( incluido)?/g,
  ],
  [
    "exempt",
    /((sub)?t[o0]tal |monto |op\.? |operaciones )?(exent[oa]s?|exonerad[oa]s?|inafect[oa]s?|no afect[oa]s?|no gravad[oa]s?)/g,
  ],
  [
    "net",
    /((sub)?t[o0]tal |monto |importe |op\.? |operaciones |valor )?(net[o0]\b|afect[oa]s?\b|base imponible|gravad[oa]s?\b)|valor venta/g,
  ],
  [
    "grand_total",
    /(t[o0]tal a pagar|total (boleta|factura|compra|venta|documento|general|final|due|rounded|amount|payable)|(monto|importe|valor|grand|rounded|nett?) t[o0]t[a4][l1i|]\b|a pagar\b|amount due|\bnett? am(oun)?t\b)/g,
  ],
  ["rounding", /redonde[oa]|\b[rnst]?[oe]und(in|ed)\w?( ad[ij]\w*)?|\bround\b/g],
  ["total", /\b[tfl][o0u][tl][a4][l1i|!?](es)?(?![a-z])|\btot\.|\bmonto\b|\bimporte\b/g],
  ["cash", /efectivo|payment(?! method)|\bcash\b|pag[oa] con|recibido|su pago|\bpagado\b|tendered|\breceived\b/g],
  ["change", /vuelto|\bcambio\b|\bchange\b/g],
  [
    "card",
    /tarjeta|\bdebito\b|\bt\. ?debito|(?<!nota de )\bcredito\b(?! a)|visa|master ?card|redcompra|webpay|\byape\b|\bplin\b|mercado ?pago/g,
  ],
];

/** The labels of a line, each reaching to the next. A label inside a longer one is part of it. */
function segmentsOf(line: string): Segment[] {
  const starts: Segment[] = [];
  for (const [label, pattern] of LABELS) {
    for (const match of line.matchAll(pattern)) {
      const segment = { label, start: match.index, end: match.index + match[0].length };
      if (!starts.some((other) => segment.start < other.end && other.start < segment.end)) starts.push(segment);
    }
  }
  starts.sort((a, b) => a.start - b.start);
  return starts.map((segment, i) => ({ ...segment, end: starts[i + 1]?.start ?? line.length }));
}

function within(amount: PrintedAmount, segment: Segment): boolean {
  return amount.start >= segment.start && amount.start < segment.end;
}

/** A row of labels above a row of amounts, as invoices print their foot; or one label above its lone amount. */
function labelledBelow(segments: Segment[], below: { text: string; line: number }, country: Country): Labelled[] {
  const amounts = amountsIn(below.text, country);
  if (amounts.length !== segments.length || /[a-z]{4,}/i.test(below.text)) return [];
  return segments.map(({ label }, i) => ({ label, minor: amounts[i]?.minor ?? 0, line: below.line }));
}

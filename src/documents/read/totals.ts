// Which of the printed amounts is the total: by its label, and by what adds up to it.

import { fold } from "#kernel";
import { amountsIn, type PrintedAmount } from "./amounts.ts";
import type { Country } from "./country.ts";
import { near, partsOfTotal, rateFits } from "./tax-parts.ts";

export type Totals = {
  total: number | null;
  net: number | null;
  tax: number | null;
  exempt: number | null;
  /** Another pair of printed amounts leads to the same total: net and tax, cash and change, or the card payment. */
  proved: boolean;
};

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
  | "ignored";

export type Labelled = { label: Label; minor: number; line: number };

/** Reads the totals of a document from its printed lines. */
export function totalsOf(lines: string[], country: Country): Totals {
  const labelled = labelledAmounts(lines, country);
  const net = lastOf(labelled, "net");
  const tax = lastOf(labelled, "tax");
  const exempt = lastOf(labelled, "exempt");
  const proofs = proofsOf(labelled, country);
  const total = pickTotal(labelled, proofs) ?? (proofs.strong.length === 1 ? (proofs.strong[0] ?? null) : null);
  const parts = { net, tax, exempt };
  const proved =
    total !== null &&
    (proofs.strong.some((proof) => near(proof, total, country)) ||
      (tax !== null && rateFits(total - tax - (exempt ?? 0), tax, country)));
  return { total, proved, ...(total === null ? parts : partsOfTotal(total, parts, country)) };
}

/** Every amount that stands behind, or under, a word that says what it is. */
export function labelledAmounts(lines: string[], country: Country): Labelled[] {
  const found: Labelled[] = [];
  lines.forEach((line, index) => {
    const segments = segmentsOf(fold(line));
    const amounts = amountsIn(line, country);
    const loose = segments.filter((segment) => !amounts.some((amount) => within(amount, segment)));
    if (segments.length > 0 && loose.length === segments.length) {
      found.push(...labelledBelow(segments, { text: lines[index + 1] ?? "", line: index + 1 }, country));
      return;
    }
    for (const segment of segments) {
      const own = amounts.filter((amount) => within(amount, segment));
      // A row «TOTAL 3 45.670» counts pieces first; of a total's row each number is considered, else the last.
      const meant = LABEL_SCORE[segment.label] === undefined ? own.slice(-1) : own;
      found.push(...meant.map(({ minor }) => ({ label: segment.label, minor: Math.abs(minor), line: index })));
    }
  });
  return found;
}

type Segment = { label: Label; start: number; end: number };

/** Tried in this order at each place of a line; `ignored` labels take their amount away from the others. */
const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    "ignored",
    /t[o0]tal (de )?(items?|articulos?|arts?\b|unidades|productos|cantidad|puntos|prod|lineas|bultos|qty|quantity|pcs|item)|(t[o0]tal )?(dcto|desctos?|descuentos?|discounts?|ahorros?|savings?)\b|redonde[oa]|rounding( adj\w*)?|propina( sugerida)?|\btip\b|vuelto a favor|saldo( anterior| puntos)?|puntos|con propina|oferta/g,
  ],
  ["subtotal", /sub[ .-]{0,2}t[o0]t[a4][l1i|]/g],
  [
    "grand_total",
    /[tf][o0]tal[\w ().]{0,16}(incl\w*)[\w ().]{0,4}(gst|i\.?v\.?a|igv|impuestos|tax|est)?|[tf]otal (after|rounded|due)[\w ]{0,14}/g,
  ],
  ["net", /[tf][o0]tal[\w ().]{0,10}(excl\w*|sin (iva|igv))[\w ().]{0,4}(gst|tax)?/g],
  [
    "tax",
    /([tf][o0]tal |monto )?(\b[i1l][. ]?v[. ]?a\b\.?|\b[i1l]\.?g\.?v\b\.?|\bgst\b|\bsst\b|\btax\b|impuestos?)( incluido)?/g,
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
    /(t[o0]tal a pagar|total (boleta|factura|compra|venta|documento|general|final|due|rounded|amount|payable)|(monto|importe|valor|grand|rounded|nett?) t[o0]t[a4][l1i|]\b|a pagar\b|amount due)/g,
  ],
  ["total", /\b[tf][o0]t[a4][l1i|](es)?\b/g],
  ["cash", /efectivo|\bcash\b|pag[oa] con|recibido|su pago|\bpagado\b|tendered/g],
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

type Proofs = { strong: number[]; weak: number[] };

/** Totals that follow from other amounts: net + tax at a legal rate, cash − change; weakly, what a card was charged. */
function proofsOf(labelled: Labelled[], country: Country): Proofs {
  const strong: number[] = [];
  const exempt = lastOf(labelled, "exempt") ?? 0;
  for (const net of amountsOf(labelled, "net")) {
    for (const tax of amountsOf(labelled, "tax")) {
      if (rateFits(net, tax, country)) strong.push(net + tax + exempt);
    }
  }
  for (const cash of amountsOf(labelled, "cash")) {
    for (const change of amountsOf(labelled, "change")) {
      if (change > 0 && cash > change) strong.push(cash - change);
    }
  }
  return {
    strong: Array.from(new Set(strong)),
    weak: [...amountsOf(labelled, "card"), ...amountsOf(labelled, "cash")],
  };
}

const LABEL_SCORE: Readonly<Partial<Record<Label, number>>> = { grand_total: 4, total: 3, subtotal: 0.5 };

function pickTotal(labelled: Labelled[], proofs: Proofs): number | null {
  let best: number | null = null;
  let bestScore = MINIMUM_SCORE;
  for (const { label, minor } of labelled) {
    const base = LABEL_SCORE[label];
    if (base === undefined || minor <= 0) continue;
    const repeats = labelled.filter((other) => other.minor === minor && LABEL_SCORE[other.label] !== undefined).length;
    const score =
      base + (proofs.strong.includes(minor) ? 5 : 0) + (proofs.weak.includes(minor) ? 2 : 0) + Math.min(repeats - 1, 2);
    if (score >= bestScore) {
      best = minor;
      bestScore = score;
    }
  }
  return best;
}

/** A subtotal alone is no total; with a payment of the same amount it is. */
const MINIMUM_SCORE = 2.5;

function amountsOf(labelled: Labelled[], label: Label): number[] {
  return labelled.filter((amount) => amount.label === label && amount.minor > 0).map((amount) => amount.minor);
}

function lastOf(labelled: Labelled[], label: Label): number | null {
  return amountsOf(labelled, label).at(-1) ?? null;
}

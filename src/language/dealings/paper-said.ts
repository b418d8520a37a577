import { tame } from "#kernel";
import { beforeNumber, isNextNumber } from "../money/document-numbers.ts";
import type { PaperSaid } from "../reading.ts";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, type Message } from "../words/message.ts";
import { isA, tokenAt, written, type Range } from "../words/tokens.ts";
import { withoutCapital } from "./concept.ts";

// Which paper a clause names by its number.

/** «factura 4322», «boleta electrónica n° 514», «folio 514»; null where none is named, or several are. */
export function paperIn(message: Message, clause: Range): PaperSaid | null {
  const [only, ...more] = numbersIn(message, clause, PAPERS);
  if (!only || more.length > 0 || isNextNumber(message, only.to + 1)) return null;
  if (isSpokenAbout(message, only.from)) return null;
  const digits = tokenAt(message.tokens, only.to - 1).text.replace(/\D/g, "");
  const folio = digits.replace(/^0+/, "");
  return folio === "" ? null : { kind: PAPERS.get(keyAt(message, only.from)) ?? null, folio };
}

/** «el flete de la factura 4322», «5 lucas de interés por la factura 4322»: another thing, which is about that paper. */
function isSpokenAbout(message: Message, from: number): boolean {
  let before = from - 1;
  while (isA(tokenAt(message.tokens, before), TRAIT.article)) before--;
  if (!ABOUT.has(keyAt(message, before))) return false;
  const { kind, money, key } = tokenAt(message.tokens, before - 1);
  return kind === "word" && money === undefined && message.uses[before - 1] === "free" && !PARTS.has(key);
}

const ABOUT: ReadonlySet<string> = new Set("de del por da do".split(" "));

/** «la mitad de la factura 4322»: of its own money. */
const PARTS: ReadonlySet<string> = new Set(
  "mitad resto saldo total parte tercio cuarto pago abono cuota todo metade".split(" "),
);

/** «factura 4322»: the invoice as it was said, from its name to its number. */
export function invoiceIn(message: Message, clause: Range): string | null {
  const [first] = numbersIn(message, clause, INVOICES);
  return first ? withoutCapital(message, first.from, tame(written(message, first), INVOICE_CHARS_MAX)) : null;
}

const INVOICE_CHARS_MAX = 60;

/** The words for the papers that are looked for. */
type Named = { has(word: string): boolean };

function numbersIn(message: Message, clause: Range, named: Named): Range[] {
  const found: Range[] = [];
  for (let at = clause.from; at < clause.to; at++) {
    if (message.uses[at] !== "number" || tokenAt(message.tokens, at).kind !== "number") continue;
    const from = beforeNumber(message, at);
    if (from >= clause.from && named.has(keyAt(message, from))) found.push({ from, to: at + 1 });
  }
  return found;
}

const INVOICES: ReadonlySet<string> = new Set(["factura", "fatura"]);

/** The papers of which each has a number of its own with whoever issued it. */
const PAPERS: ReadonlyMap<string, PaperSaid["kind"]> = new Map([
  ["factura", "factura"],
  ["facturas", "factura"],
  ["fact", "factura"],
  ["fac", "factura"],
  ["fatura", "factura"],
  ["invoice", "factura"],
  ["boleta", "boleta"],
  ["folio", null],
  ["documento", null],
  ["doc", null],
]);

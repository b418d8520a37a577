import { tame } from "#kernel";
import { beforeNumber } from "../money/document-numbers.ts";
import { keyAt, type Message } from "../words/message.ts";
import { tokenAt, written, type Range } from "../words/tokens.ts";
import { withoutCapital } from "./concept.ts";

// Which paper a clause names by its number.

/** «factura 4322», «boleta electrónica n° 514», «folio 514»: its digits; null where none is named, or several are. */
export function folioIn(message: Message, clause: Range): string | null {
  const [only, ...more] = numbersIn(message, clause, PAPERS);
  if (!only || more.length > 0) return null;
  return (
    tokenAt(message.tokens, only.to - 1)
      .text.replace(/\D/g, "")
      .replace(/^0+/, "") || null
  );
}

/** «factura 4322»: the invoice as it was said, from its name to its number. */
export function invoiceIn(message: Message, clause: Range): string | null {
  const [first] = numbersIn(message, clause, INVOICES);
  return first ? withoutCapital(message, first.from, tame(written(message, first), INVOICE_CHARS_MAX)) : null;
}

const INVOICE_CHARS_MAX = 60;

function numbersIn(message: Message, clause: Range, named: ReadonlySet<string>): Range[] {
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
const PAPERS: ReadonlySet<string> = new Set(
  "factura facturas fact fac boleta folio documento invoice fatura".split(" "),
);

import { fold } from "#kernel";
import type { NewEntry, OpenDebt } from "#ledger";
import { isSameCompany } from "#match";
import type { Extraction } from "./extraction.ts";
import { LINE_CHARS_MAX } from "./limits.ts";
import { NO_SPLIT, splitOf } from "./tax-split.ts";

// A credit note takes back of an invoice. One that is still owed is lowered by it; no cash moves.

/** The numbers of the invoices that a paper names. */
export function invoicesNamed({ text }: Pick<Extraction, "text">): string[] {
  const lines = text.split("\n").map((line) => fold(line.slice(0, LINE_CHARS_MAX)));
  return [...new Set(lines.flatMap((line) => [...line.matchAll(INVOICE)].map(([, number = ""]) => bare(number))))];
}

/** `FACTURA ELECTRONICA N° 88123`, `Ref.: Fact. 88123`: how OCR reads the ring of N° is anybody's guess. */
const INVOICE =
  /\bfact(?:ura|\.)?(?: electronica| afecta| exenta)? {0,3}(?:n\S{0,3}|folio|nro\.?|num\w{0,4}\.?)?[ :.]{0,3}(\d{1,10})\b/g;

/**
 * The open debt that a credit note lowers: that of the invoice which it names, else the only one of the seller that is of no
 * other invoice. Null where there is none, or less of it is open than the note gives back.
 * @param type which way the note moves money: what others issued comes back
 */
export function debtLowered(
  extraction: Extraction,
  { type, debts }: { type: "ingreso" | "egreso"; debts: readonly OpenDebt[] },
): OpenDebt | null {
  const { kind, fields } = extraction;
  const { total_minor, currency, merchant } = fields;
  if (kind !== "nota_credito" || total_minor === null) return null;
  const direction = type === "ingreso" ? "por_pagar" : "por_cobrar";
  const own = debts.filter((debt) => debt.direction === direction && debt.currency === currency && !debt.loan);
  const named = invoicesNamed(extraction);
  // What the business issued itself is owed by customers, whom the note does not name by their names.
  const isTheirs = ({ counterparty }: OpenDebt): boolean =>
    type === "egreso" || counterparty === null || (merchant !== null && isSameCompany(counterparty, merchant));
  const ofInvoice = own.filter((debt) => isTheirs(debt) && named.includes(numberOf(debt) ?? ""));
  const open = ofInvoice.length > 0 ? ofInvoice : own.filter((debt) => isLikely(debt, named.length > 0, merchant));
  const [only, ...more] = open;
  return only && more.length === 0 && only.amount_minor >= total_minor ? only : null;
}

/** Told without its number («le debo 100 lucas a Lácteos»), or any of theirs where the note names no invoice. */
function isLikely(debt: OpenDebt, isNamed: boolean, merchant: string | null): boolean {
  const { counterparty } = debt;
  if (merchant === null || counterparty === null || !isSameCompany(counterparty, merchant)) return false;
  return !isNamed || numberOf(debt) === null;
}

/** The number of the paper of which a debt was made, as `conceptOfPaper` names it. */
export function numberOf({ concept }: Pick<OpenDebt, "concept">): string | null {
  const number = /^\p{L}+(?: \p{L}+)? (\d{1,10})(?:,|$)/u.exec(concept ?? "")?.[1];
  return number === undefined ? null : bare(number);
}

function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, "");
}

type Lowering = Pick<NewEntry, "type" | "direction" | "due_date" | "category" | "counterparty" | "returned"> & {
  settles_id: string;
  net_minor: number | null;
  tax_minor: number | null;
};

/** What a credit note is in the books where it lowers a debt; its tax goes back where that of the invoice stands apart. */
export function loweringOf({ fields }: Extraction, debt: OpenDebt): Lowering {
  const tax = debt.taxed ? splitOf(fields) : NO_SPLIT;
  const { direction, category, counterparty, entry_id: settles_id } = debt;
  const type = direction === "por_pagar" ? "egreso" : "ingreso";
  return { type, direction, due_date: null, category, counterparty, settles_id, returned: true, ...tax };
}

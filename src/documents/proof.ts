import { capital, fold, tame, type CivilDate } from "#kernel";
import type { NewEntry } from "#ledger";
import { termAnswered, type FieldAnswer } from "./answers.ts";
import { invoicesNamed } from "./credit-note.ts";
import type { Extraction } from "./extraction.ts";
import { isStatement, moneyWayOf, namesPayer } from "./money-way.ts";
import { feesIn, type Fees } from "./read/fees.ts";
import { offerLine } from "./read/offer.ts";
import { NO_SPLIT, splitOf, type TaxSplit } from "./tax-split.ts";
import { creditIn, dueIn, dueOn, type Credit } from "./read/term.ts";
import { receiverNamed } from "./receiver.ts";

/** Credit notes and dispatch guides move money otherwise than a purchase does. */
const PURCHASES: ReadonlySet<string> = new Set(["boleta", "factura", "factura_exenta"]);

const MERCHANT_CHARS_MAX = 40;

/**
 * True where a paper proves a purchase by itself: only a stamp that verifies proves issuer, folio, date and total
 * (contract §8), and what the business issued itself is a sale.
 */
export function isProvenPurchase({ authenticity, fields, kind }: Extraction, ownTaxId: string | null): boolean {
  if (authenticity.verdict !== "authentic" || !PURCHASES.has(kind)) return false;
  return fields.total_minor !== null && fields.total_minor > 0 && !isOwnPaper(fields, ownTaxId);
}

/**
 * `test`: of the certification environment. `guide`: goods that travel. `offer`: a price that was asked. `way`: money that
 * was paid into an account, and nobody says by whom. `statement`: what a bank lists of many movements.
 */
export type NoPurchase = "test" | "guide" | "offer" | "statement" | "way";

/** Why no money moves with a paper, though it prints a total; null where it does. */
export function whyNoPurchase(extraction: Extraction): NoPurchase | null {
  const { authenticity, kind, text } = extraction;
  if (authenticity.verdict === "test_document") return "test";
  if (authenticity.verdict !== "authentic" && isStatement(text)) return "statement";
  if (kind === "guia") return "guide";
  if (kind === "unknown" && offerLine(text.split("\n").map(fold)) !== -1) return "offer";
  return authenticity.verdict !== "authentic" && moneyWayOf(extraction) === "untold" ? "way" : null;
}

/** True for a paper that the business issued itself. */
export function isOwnPaper(fields: Extraction["fields"], ownTaxId: string | null): boolean {
  return ownTaxId !== null && fields.merchant_tax_id === ownTaxId;
}

/**
 * Which way a paper moves money: what the business issued earns, what others issued costs, a credit note gives it back, and
 * a slip that says so tells of money that came.
 */
export function wayOf({ kind, fields, text }: Extraction, ownTaxId: string | null): "ingreso" | "egreso" {
  if (moneyWayOf({ kind, text }) === "in") return "ingreso";
  return isOwnPaper(fields, ownTaxId) === (kind === "nota_credito") ? "egreso" : "ingreso";
}

type Booking = { type: "ingreso" | "egreso"; own_tax_id: string | null };

/**
 * Under what and with whom a paper is booked. Of a paper of the business's own the other party is its receiver, where one
 * is printed: it is a sale, or with a credit note money that went back, under no category of purchases. A person who turns
 * the way of a paper around says whose it is.
 */
export function bookedUnder(
  { kind, fields, text }: Extraction,
  { type, own_tax_id }: Booking,
): Pick<Extraction["fields"], "category"> & { seller: string | null } {
  const isOwn = isOfOurs({ kind, fields }, { type, own_tax_id });
  const seller = isOwn ? receiverNamed({ kind, text }) : fields.merchant;
  if (kind === "nota_credito") return { category: isOwn ? null : "otros_ingresos", seller };
  return { category: type === "ingreso" ? "ventas" : fields.category, seller };
}

function isOfOurs({ kind, fields }: Pick<Extraction, "kind" | "fields">, { type, own_tax_id }: Booking): boolean {
  return isOwnPaper(fields, own_tax_id) || (type === "egreso") === (kind === "nota_credito");
}

/** Who the name on a paper is: who sold, who paid, or, where neither is sure, somebody that it names (often ourselves). */
export function partyNamed(paper: Extraction, booking: Booking): "supplier" | "customer" | "named" {
  if (!isOfOurs(paper, booking)) return "supplier";
  return namesPayer(paper) && !isOwnPaper(paper.fields, booking.own_tax_id) ? "customer" : "named";
}

/** What of a fee is withheld, where the paper says it and its total is what is left. */
export function feesOf({ kind, fields, text }: Extraction): Fees | null {
  const fees = kind === "boleta" ? feesIn(text.split("\n")) : null;
  return fees?.paid_minor === fields.total_minor ? fees : null;
}

/** How an invoice says that it is paid later; null where it says nothing of it. What is sold to anybody is paid at the till. */
export function creditOf(extraction: Extraction): Credit | null {
  const { kind, fields, text } = extraction;
  // Of an invoice something is taken back, or is owed back; what was bought at a till comes back at the till.
  if (kind === "nota_credito") return invoicesNamed(extraction).length > 0 ? { due: null, days: null } : null;
  return INVOICES.has(kind) ? creditIn(text.split("\n"), fields.date, fields.total_minor) : null;
}

/** How a paper is paid: as people have said, or else as it says; null where it is paid at once. */
export function termOf(extraction: Extraction, answers: readonly FieldAnswer[]): Credit | null {
  const said = termAnswered(answers);
  return said === undefined ? creditOf(extraction) : said;
}

/** Until when it is owed once somebody says that it is: a boleta of light or water prints its day, and counts as paid all the same. */
export function creditOwed({ kind, fields, text }: Extraction): Credit {
  return { due: kind === "nota_credito" ? null : dueIn(text.split("\n"), fields.date), days: null };
}

const INVOICES: ReadonlySet<string> = new Set(["factura", "factura_exenta"]);

type Dated = { type: "ingreso" | "egreso"; date: CivilDate; credit: Credit | null };

/** What a paper is in the books: money that moved, or on credit a debt of who bought. */
export function movementOf(
  { kind, fields }: Extraction,
  { type, date, credit }: Dated,
): Pick<NewEntry, "type" | "direction" | "due_date"> & { debtor: string | null } {
  if (!credit) return { type, direction: null, due_date: null, debtor: null };
  const direction = type === "ingreso" ? "por_cobrar" : "por_pagar";
  const isOurs = (type === "ingreso") !== (kind === "nota_credito");
  return { type: "deuda", direction, due_date: dueOn(credit, date), debtor: isOurs ? fields.receiver_tax_id : null };
}

/** True for a paper that names its receiver, who is not this business. A boleta is made out to nobody. */
export function isForOther({ kind, fields }: Extraction, ownTaxId: string | null): boolean {
  const { receiver_tax_id } = fields;
  if (ownTaxId === null || receiver_tax_id === null || !NAMED.has(kind)) return false;
  return receiver_tax_id !== ownTaxId && !isOwnPaper(fields, ownTaxId);
}

const NAMED: ReadonlySet<string> = new Set(["factura", "factura_exenta", "nota_credito", "nota_debito", "guia"]);

/** The tax that stands apart in the books: only that of an invoice, and of what is bought only where it is made out to oneself. */
export function deductibleTax(extraction: Extraction, ownTaxId: string | null): TaxSplit {
  const { kind, fields } = extraction;
  if (whyNoPurchase(extraction) || kind !== "factura" || isForOther(extraction, ownTaxId)) return NO_SPLIT;
  return splitOf(fields);
}

/** How a paper is named in the books: `Boleta 482913377, SODIMAC S.A.` */
export function conceptOfPaper({ kind, fields }: Extraction): string {
  const paper = kind === "unknown" ? "documento" : kind.replace("_", " ");
  const number = fields.number === null ? "" : ` ${tame(fields.number, MERCHANT_CHARS_MAX)}`;
  const merchant = fields.merchant === null ? "" : `, ${tame(fields.merchant, MERCHANT_CHARS_MAX)}`;
  return `${capital(paper)}${number}${merchant}`;
}

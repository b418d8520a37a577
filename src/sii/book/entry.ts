// A document of the RCV as an entry of the books.

import { assert, capital, isPlaceholderRut, nameKey, tame } from "#kernel";
import { refusalOf, type NewEntry, type Rule } from "#ledger";
import { categoryOf, categoryTaughtFor, isSameCompany } from "#match";
import { keyOf, type RcvDocument } from "../rcv/document.ts";
import { amountsOf } from "../reconcile/resolutions.ts";
import { kindOf, signOf, type DocumentKind } from "../taxes/document-kind.ts";
import { paperIdOf } from "../keep/paper-id.ts";

/** What the business calls its people, and what it has taught. */
export type Habits = {
  /** The business's own. */
  rut: string;
  rules: readonly Rule[];
  /** Counterparties of the books, as they are written there. */
  names: readonly string[];
};

/** How people write what the law calls otherwise. */
const NAMES: Readonly<Partial<Record<DocumentKind, string>>> = {
  invoice: "factura",
  first_invoice: "factura",
  exempt_invoice: "factura exenta",
  debit_note: "nota debito",
  credit_note: "nota credito",
  export: "factura exportacion",
  export_debit_note: "nota debito",
  export_credit_note: "nota credito",
  purchase_invoice: "factura compra",
  liquidation: "liquidacion factura",
  import: "declaracion ingreso",
};

/** True for what counts as money; boletas and vouchers come as totals alone, and of an unknown type nobody knows. */
export function isBookable({ type, total }: Pick<RcvDocument, "type" | "total">): boolean {
  const kind = kindOf(type);
  return kind !== null && NAMES[kind] !== undefined && total > 0;
}

/**
 * The entry that a document is: money that was spent or earned on its day, or came back where it is a credit note. It
 * says nothing of when it is paid, so it counts as paid, as any paper does that says nothing of it.
 */
export function entryOfRcv(document: RcvDocument, habits: Habits): NewEntry {
  const { side, folio, issuedOn } = document;
  const kind = kindOf(document.type) ?? "invoice";
  const isRefund = signOf(kind) === -1;
  const counterparty = nameOf(document, habits);
  const paper = `${capital(NAMES[kind] ?? "documento")} ${folio}`;
  return {
    type: (side === "venta") === isRefund ? "egreso" : "ingreso",
    direction: null,
    ...amountsOf(document),
    currency: "CLP",
    date: issuedOn,
    due_date: null,
    concept: counterparty === null ? paper : `${paper}, ${counterparty}`,
    category: categoryOfRcv(document, habits),
    counterparty,
    source: "sii",
    source_ref: keyOf(document),
    document_id: null,
    ...(isRefund && { refund: true }),
    paper: paperIdOf(document, habits.rut),
  };
}

const NAME_CHARS_MAX = 60;

/** As the books write it, where they know the company; nobody where the RUT stands for anybody. */
function nameOf({ counterparty }: RcvDocument, { names, rules }: Habits): string | null {
  const { rut } = counterparty;
  const name = tame(counterparty.name, NAME_CHARS_MAX);
  if (name === "") return isPlaceholderRut(rut) ? null : rut;
  const taught = rules.find((rule) => rule.kind === "same" && nameKey(rule.match) === nameKey(name));
  if (taught?.kind === "same") return taught.name;
  return names.find((known) => isSameCompany(known, name)) ?? name;
}

/** What was taught of the other party, else what the SII says of the purchase, else its trade; never blank. */
function categoryOfRcv(document: RcvDocument, { rules }: Habits): string {
  const { side, counterparty, transaction, fixedAsset } = document;
  const of = { name: counterparty.name, tax_id: counterparty.rut };
  if (side === "venta") return categoryTaughtFor(of, { rules, side: "income" }) ?? "ventas";
  const taught = categoryTaughtFor(of, { rules, side: "expense" });
  if (taught !== null) return taught;
  if (fixedAsset !== null || /activo fijo/i.test(transaction ?? "")) return "equipamiento";
  return (
    categoryOf(counterparty.name, []) ?? (/supermercado/i.test(transaction ?? "") ? "alimentacion" : "otros_gastos")
  );
}

/** The SII's figures are what they are: where they do not add up, the whole is booked without its parts. */
export function bookable(entry: NewEntry, source_ref: string): NewEntry {
  const asked = { ...entry, source_ref };
  if (refusalOf(asked) === null) return asked;
  const whole = { ...asked, net_minor: null, tax_minor: null };
  assert(refusalOf(whole) === null, "a document of the list is bookable as a whole");
  return whole;
}

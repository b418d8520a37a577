// What documents and entries count for: pesos with their tax, above zero for what was bought or sold, below for what came back.

import { isReturn, isSettlement, type Entry } from "#ledger";
import type { RcvDocument, RcvSide } from "../rcv/document.ts";
import { isCreditNote } from "../taxes/document-kind.ts";

/** Whole pesos; `tax` is the part that is owed of a sale, or may be recovered of a purchase. */
export type Value = { total: number; tax: number };

export const NOTHING: Value = { total: 0, tax: 0 };

/** Tax of common use counts whole: how much of it may be recovered is told once a year, and not by a document. */
export function valueOf({ type, total, tax, commonUseTax }: RcvDocument): Value {
  const value = { total, tax: tax + commonUseTax };
  return isCreditNote(type) ? minus(NOTHING, value) : value;
}

/** `out`: something was bought, or a sale was taken back. `in`: sold, or a purchase was given back. */
export type Flow = "in" | "out";

/** Which way an entry goes; null where nothing was bought or sold by it: a payment of a debt, a loan, own money, other money. */
export function flowOf(entry: Entry): Flow | null {
  const { type, direction, loan, currency } = entry;
  if (currency !== "CLP" || loan || type === "transferencia" || type === "reversa") return null;
  if (type === "deuda") return direction === "por_pagar" ? "out" : "in";
  if (isSettlement(entry)) return isReturn(entry) ? (type === "egreso" ? "in" : "out") : null;
  return type === "egreso" ? "out" : "in";
}

/** What an entry counts for on a side; nothing where it bought and sold nothing. */
export function bookedValue(entry: Entry, side: RcvSide): Value {
  const flow = flowOf(entry);
  if (flow === null) return NOTHING;
  const value = { total: entry.amount_minor, tax: taxBooked(entry) };
  return sideOf(flow) === side ? value : minus(NOTHING, value);
}

/** Where what goes that way stands, unless it is taken back. */
export function sideOf(flow: Flow): RcvSide {
  return flow === "out" ? "compra" : "venta";
}

/** The ledger moves a tax between accounts only where the net is known too. */
export function taxBooked({ net_minor, tax_minor }: Entry): number {
  return net_minor === null ? 0 : (tax_minor ?? 0);
}

export function plus(a: Value, b: Value): Value {
  return { total: a.total + b.total, tax: a.tax + b.tax };
}

export function minus(a: Value, b: Value): Value {
  // Zero has one sign, lest two equal values differ.
  return { total: a.total - b.total || 0, tax: a.tax - b.tax || 0 };
}

export function sumOf(values: readonly Value[]): Value {
  return values.reduce(plus, NOTHING);
}

/** Net and tax are rounded each by itself, so that a sum may be a peso off. */
const ROUNDING_PESOS = 1;

/** @param documents by so many the pesos of rounding multiply */
export function isRounding({ total, tax }: Value, documents = 1): boolean {
  const most = ROUNDING_PESOS * documents;
  return Math.abs(total) <= most && Math.abs(tax) <= most;
}

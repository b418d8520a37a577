// Which way money goes with an entry.

import { isReturn, isSettlement, type Entry } from "#ledger";

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

// Taxes beside the VAT, by the SII's code: of drinks, of fuel, paid in advance, withheld.

import type { RcvSide } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import type { Caveat } from "./caveat.ts";
import { isCreditNote } from "./document-kind.ts";
import { otherTaxOf } from "./rates.ts";

/** `amount`: whole pesos, notes of credit subtracted. `name`: the SII's, null of an unknown code. */
export type OtherTaxTotal = {
  side: RcvSide;
  code: number;
  name: string | null;
  withheld: boolean;
  amount: number;
  ids: readonly string[];
};

export function otherTaxesOf(documents: readonly KeptRcvDocument[]): OtherTaxTotal[] {
  const lines = documents.flatMap(({ id, side, type, otherTaxes }) => {
    const sign = isCreditNote(type) ? -1 : 1;
    return otherTaxes.map(({ code, amount }) => ({ id, side, code, amount: sign * amount }));
  });
  return [...Map.groupBy(lines, ({ side, code }) => `${side}:${code}`).values()]
    .flatMap(totalOf)
    .toSorted((a, b) => a.side.localeCompare(b.side) || a.code - b.code);
}

function totalOf(
  lines: readonly Pick<OtherTaxTotal & { id: string }, "id" | "side" | "code" | "amount">[],
): OtherTaxTotal[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { side, code } = first;
  const tax = otherTaxOf(code);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const ids = [...new Set(lines.map(({ id }) => id))].toSorted();
  return [{ side, code, name: tax?.name ?? null, withheld: tax?.withheld ?? false, amount, ids }];
}

/**
 * An unknown code is told; so is a tax of a sale, which is owed by lines that the draft does not fill, and VAT paid in
 * advance on a purchase, which lowers them. What is only part of a price (fuel, drinks bought to be sold) is no caveat.
 */
export function taxCaveats(totals: readonly OtherTaxTotal[]): Caveat[] {
  return totals.flatMap(({ side, code, name, withheld, amount, ids }): Caveat[] => {
    if (name === null) return [{ reason: "unknown_tax", ids, amount, type: code }];
    const isOwed = side === "venta" ? !withheld : IN_ADVANCE.has(code);
    return isOwed ? [{ reason: "additional_tax", ids, amount, type: code }] : [];
  });
}

/** IVA anticipado: meat (17, 18) and flour (19). */
const IN_ADVANCE: ReadonlySet<number> = new Set([17, 18, 19]);

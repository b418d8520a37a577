// What is left over for a month: told of an earlier one, and carried through those between by what the RCV has of them.

import { addMonths, type Month } from "#kernel";
import { F29 } from "./f29/codes.ts";
import { draftF29, lineOf } from "./f29/draft.ts";
import { revalued, type Remanente, type UtmOf } from "./utm.ts";
import type { VatMonth } from "./vat.ts";

/** As far back as somebody may have told one; the UTM of longer ago is asked for in vain. */
export const CARRIED_MONTHS_MAX = 12;

export type Carrying = {
  /** What somebody has told. */
  told: Remanente;
  /** Of the months between; null of one that was never looked at. */
  vatOf: (month: Month) => VatMonth | null;
  utmOf: UtmOf;
};

/**
 * Code 77 of the month before, in whole pesos: zero where that one had something to pay. Null where one of the months
 * between is not known, or is told of as a month to come.
 */
export function carriedInto(month: Month, { told, vatOf, utmOf }: Carrying): Remanente | null {
  let carried: Remanente = told;
  for (let step = 0; step < CARRIED_MONTHS_MAX; step++) {
    const next = addMonths(carried.month, 1);
    if (next === month) return carried;
    const vat = next < month ? vatOf(next) : null;
    const before = revalued(carried, next, utmOf);
    if (vat === null || before === null) return null;
    carried = { month: next, amount: leftOf(vat, before) };
  }
  return null;
}

function leftOf(vat: VatMonth, previous: NonNullable<ReturnType<typeof revalued>>): number {
  const given = { previous, ppm: null, workers_tax: null, fees_withheld: null, directors_withheld: null };
  return lineOf(draftF29(vat, given), F29.remanente)?.amount ?? 0;
}

// Which of the printed amounts is the total: by its label, and by what adds up to it.

import type { Country } from "./country.ts";
import { isDisputed } from "./disputes.ts";
import { amountsCalled, labelledAmounts } from "./labels.ts";
import { partsOfTotal } from "./tax-parts.ts";
import type { Transfer } from "./transfer.ts";
import { alone, type BestTotal, bestTotal, roundedTotal, witnessesOf } from "./witnesses.ts";

export type Totals = {
  total: number | null;
  net: number | null;
  tax: number | null;
  exempt: number | null;
} & Pick<BestTotal, "proof" | "contested">;

/** Reads the totals of a document from its printed lines. @param transferred what the lines show where they are a transfer's */
export function totalsOf(lines: string[], country: Country, transferred: Transfer["amount"]): Totals {
  const labelled = labelledAmounts(lines, country);
  const net = amountsCalled(labelled, "net").at(-1) ?? null;
  const tax = amountsCalled(labelled, "tax").at(-1) ?? null;
  const exempt = amountsCalled(labelled, "exempt").at(-1) ?? null;
  const best = bestTotal([...witnessesOf(lines, labelled, country), ...alone(transferred, labelled)], country);
  const total = best.total === null ? null : roundedTotal(best.total, labelled);
  const parts = { net, tax, exempt };
  return {
    total,
    proof: best.proof,
    contested: best.contested || isDisputed({ lines, labelled, country }, { best, total, parts }),
    ...(total === null ? parts : partsOfTotal(total, parts, country)),
  };
}

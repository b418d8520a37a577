// Which of the printed amounts is the total: by its label, and by what adds up to it.

import type { Country } from "./country.ts";
import { amountsCalled, type Label, type Labelled, labelledAmounts } from "./labels.ts";
import { near, partsOfTotal, rateFits, type TaxParts } from "./tax-parts.ts";
import { type BestTotal, bestTotal, roundedTotal, witnessesOf } from "./witnesses.ts";

export type Totals = {
  total: number | null;
  net: number | null;
  tax: number | null;
  exempt: number | null;
} & Pick<BestTotal, "proof" | "contested">;

/** Reads the totals of a document from its printed lines. */
export function totalsOf(lines: string[], country: Country): Totals {
  const labelled = labelledAmounts(lines, country);
  const net = amountsCalled(labelled, "net").at(-1) ?? null;
  const tax = amountsCalled(labelled, "tax").at(-1) ?? null;
  const exempt = amountsCalled(labelled, "exempt").at(-1) ?? null;
  const { total: best, proof, contested } = bestTotal(witnessesOf(lines, labelled, country), country);
  const total = best === null ? null : roundedTotal(best, labelled);
  const parts = { net, tax, exempt };
  const disputed =
    contested || (proof !== "sum" && (hasRival(labelled, best, total) || isBroken(parts, total, country)));
  return { total, proof, contested: disputed, ...(total === null ? parts : partsOfTotal(total, parts, country)) };
}

/** Net and tax are both printed and fit neither each other nor the total: of three figures one at least is misread. */
function isBroken({ net, tax, exempt }: TaxParts, total: number | null, country: Country): boolean {
  if (net === null || tax === null || total === null || rateFits(net, tax, country)) return false;
  return !near(net + tax, total, country) && !near(net + tax + (exempt ?? 0), total, country);
}

const NAMES_TOTAL: ReadonlySet<Label> = new Set<Label>(["total", "grand_total"]);

/** Another row calls another amount the total: a second receipt in the picture, or words that somebody added. */
function hasRival(labelled: readonly Labelled[], ...totals: readonly (number | null)[]): boolean {
  const named = labelled.filter(({ label, minor }) => NAMES_TOTAL.has(label) && minor > 0);
  const own = new Set(named.filter(({ minor }) => totals.includes(minor)).map(({ line }) => line));
  return own.size > 0 && named.some(({ line }) => !own.has(line));
}

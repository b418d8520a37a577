// Which of the printed amounts is the total: by its label, and by what adds up to it.

import { fold } from "#kernel";
import type { Country } from "./country.ts";
import { amountsCalled, type Label, type Labelled, labelledAmounts } from "./labels.ts";
import { near, partsOfTotal, rateFits, type TaxParts } from "./tax-parts.ts";
import { type BestTotal, bestTotal, ROUNDING_MINOR_MAX, roundedTotal, witnessesOf } from "./witnesses.ts";

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
  const unproved =
    proof !== "sum" &&
    (hasRival(labelled, best, total) ||
      isBroken(parts, total, country) ||
      isUnpaid(labelled, total) ||
      isOnlyHanded(labelled, total));
  const disputed = contested || unproved || losesRounding(lines, labelled);
  return { total, proof, contested: disputed, ...(total === null ? parts : partsOfTotal(total, parts, country)) };
}

/** Small coins were rounded away, and by how much or to what was not read: the total may be a few units off. */
function losesRounding(lines: readonly string[], labelled: readonly Labelled[]): boolean {
  if (labelled.some(({ label }) => label === "rounding")) return false;
  return lines.some((line) => ROUNDING_ALONE.test(fold(line)));
}

const ROUNDING_ALONE = /^[^\d]*\b(redondeo|roundin\w)\b[^\d]*$/;

/** The cash that was handed over is less, and nothing else paid the rest. */
function isUnpaid(labelled: readonly Labelled[], total: number | null): boolean {
  const cash = amountsCalled(labelled, "cash");
  const other = amountsCalled(labelled, "card").length > 0;
  return total !== null && cash.length > 0 && !other && Math.max(...cash) + ROUNDING_MINOR_MAX < total;
}

/** Nothing but the cash says so, of which some may have been handed back. */
function isOnlyHanded(labelled: readonly Labelled[], total: number | null): boolean {
  const names = new Set(labelled.filter(({ minor }) => minor === total).map(({ label }) => label));
  const kept = labelled.some(({ label, minor }) => label === "change" && minor === 0);
  return names.size === 1 && names.has("cash") && !kept;
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
  return named.some(({ line }) => !own.has(line));
}

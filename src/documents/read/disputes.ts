// What else a paper prints that speaks against its total: where it does, the total is asked.

import { decimalsOf, fold } from "#kernel";
import { amountsIn } from "./amounts.ts";
import type { Country } from "./country.ts";
import { amountsCalled, type Label, type Labelled } from "./labels.ts";
import { near, rateFits, type TaxParts } from "./tax-parts.ts";
import { type BestTotal, ROUNDING_MINOR_MAX } from "./witnesses.ts";

type Paper = { lines: readonly string[]; labelled: readonly Labelled[]; country: Country };

/** `total`: what was paid, once small coins were rounded away from the best. */
type Verdict = { best: BestTotal; total: number | null; parts: TaxParts };

/** Whether other figures, or the lack of them, leave the total in doubt; what adds up stands against most of them. */
export function isDisputed(paper: Paper, { best, total, parts }: Verdict): boolean {
  const { lines, labelled, country } = paper;
  const unrounded = total === best.total && labelled.some(({ label, minor }) => label === "rounding" && minor > 0);
  if (losesRounding(lines, labelled) || (unrounded && isPaidOtherwise(labelled, total, 0))) return true;
  if (best.proof === "sum") return false;
  const silent = decimalsOf(country.currency) === 0 ? ROUNDING_MINOR_MAX : 0;
  return (
    hasRival(labelled, best.total, total) ||
    isBroken(parts, total, country) ||
    isUnpaid(labelled, total) ||
    isOnlyHanded(labelled, total) ||
    hasNameless(paper) ||
    isPaidOtherwise(labelled, total, silent)
  );
}

/** Small coins were rounded away, and by how much or to what was not read: the total may be a few units off. */
function losesRounding(lines: readonly string[], labelled: readonly Labelled[]): boolean {
  if (labelled.some(({ label }) => label === "rounding")) return false;
  return lines.some((line) => ROUNDING_ALONE.test(fold(line)));
}

const ROUNDING_ALONE = /^[^\d]*\b(redondeo|r[oe]undin\w)\b[^\d]*$/;

/** The cash that was handed over is less, and nothing else paid the rest. */
function isUnpaid(labelled: readonly Labelled[], total: number | null): boolean {
  const cash = amountsCalled(labelled, "cash");
  const other = amountsCalled(labelled, "card").length > 0;
  return total !== null && cash.length > 0 && !other && Math.max(...cash) + ROUNDING_MINOR_MAX < total;
}

/**
 * The cash less its change is another amount. @param within what may be rounded away without a word: where there are no
 * cents, small coins are
 */
function isPaidOtherwise(labelled: readonly Labelled[], total: number | null, within: number): boolean {
  const [cash, change] = [amountsCalled(labelled, "cash"), amountsCalled(labelled, "change")];
  if (total === null || cash.length === 0 || change.length === 0) return false;
  if (amountsCalled(labelled, "card").length > 0) return false;
  return cash.every((handed) => change.every((back) => Math.abs(handed - back - total) > within));
}

/** Under the total stands an amount alone, its word lost: what was called the total may be the cash, and this its change. */
function hasNameless({ lines, labelled, country }: Paper): boolean {
  const last = Math.max(...labelled.filter(({ label }) => NAMES_TOTAL.has(label)).map(({ line }) => line));
  const below = lines[last + 1] ?? "";
  const [amount, ...rest] = amountsIn(below, country);
  const alone =
    amount !== undefined && rest.length === 0 && below.replace(/[^\p{L}\d]/gu, "").length <= ALONE_CHARS_MAX;
  return alone && !labelled.some(({ line, minor }) => line === last + 1 || minor === amount.minor);
}

/** Letters and digits of an amount alone; with more it is a code, or has a word beside it. */
const ALONE_CHARS_MAX = 9;

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

// «SR 6% 165.00 9.90»: the rows at the foot of a receipt that give what was taxed and its tax, each at its rate.

import { fold } from "#kernel";
import { amountsIn } from "./amounts.ts";
import type { Country } from "./country.ts";
import { footOf, type Labelled } from "./labels.ts";

/**
 * What the rows of a tax summary lead to: what was taxed with its tax, row by row, and all of them together with what
 * bore none. Only rows under the totals whose tax is that share of what was taxed, to the rounding. Minor units.
 */
export function taxedByRow(lines: readonly string[], labelled: readonly Labelled[], country: Country): number[] {
  const heads = lines.flatMap((line, at) => (SUMMARY.test(fold(line)) ? [at] : []));
  const rows = lines.slice(Math.min(...heads, footOf(lines, labelled)) + 1).flatMap((line) => taxRow(line, country));
  const taxed = rows.filter(({ tax }) => tax > 0).map(({ base, tax }) => base + tax);
  if (taxed.length === 0) return [];
  const all = rows.reduce((sum, { base, tax }) => sum + base + tax, 0);
  return [...new Set([all, ...taxed])];
}

const SUMMARY =
  /\b(gst|sst|tax|iva|igv|impuestos?)\b.{0,12}(summar|detail)|(resumen|detalle) (de |del )?(iva|igv|impuestos?)/;

type TaxRow = { base: number; tax: number };

function taxRow(line: string, country: Country): TaxRow[] {
  const amounts = amountsIn(line, country).map(({ minor }) => minor);
  const [base, tax] = amounts.slice(-2);
  if (base === undefined || tax === undefined || base < TAXED_MINOR_MIN) return [];
  if (tax === 0) return [{ base, tax }];
  const isShare = country.taxRates.some((rate) => Math.abs((base * rate) / 100 - tax) <= ROUNDING_MINOR);
  return isShare ? [{ base, tax }] : [];
}

/** Of less, too many figures are that share to the rounding. */
const TAXED_MINOR_MIN = 1_000;
const ROUNDING_MINOR = 1;

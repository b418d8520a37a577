// Net, tax and exempt amounts: they stand or fall together with the total they make up.

import { decimalsOf } from "#kernel";
import type { Country } from "./country.ts";

export type TaxParts = { net: number | null; tax: number | null; exempt: number | null };

const NONE: TaxParts = { net: null, tax: null, exempt: null };

/** The parts that belong to the total; those that do not add up are dropped rather than shown. */
export function partsOfTotal(total: number, parts: TaxParts, country: Country): TaxParts {
  const { net, tax, exempt } = parts;
  if (tax === null) return exempt === total ? { ...NONE, exempt } : NONE;
  if (net === null) return completed(total, { tax, exempt }, country);
  if (near(net + tax + (exempt ?? 0), total, country)) return parts;
  if (near(net + tax, total, country)) return { net, tax, exempt: null };
  // Fuel and drink bear further taxes: net and tax are right when their rate is, and they leave room.
  const leavesRoom = rateFits(net, tax, country) && net + tax < total;
  return leavesRoom ? { net, tax, exempt: null } : completed(total, { tax, exempt: null }, country);
}

/** «El IVA incluido en esta boleta es…»: the tax alone is printed, and proves the net by its rate. */
function completed(total: number, { tax, exempt }: { tax: number; exempt: number | null }, country: Country): TaxParts {
  const net = total - tax - (exempt ?? 0);
  return rateFits(net, tax, country) ? { net, tax, exempt } : NONE;
}

/** Whether a tax is a usual share of its net. */
export function rateFits(net: number, tax: number, country: Country): boolean {
  return sharesNear(net, tax, country).length > 0;
}

/** The usual shares of a net that are near its tax: to the unit of rounding and half a percent of what old cash registers lose per line. */
export function sharesNear(net: number, tax: number, country: Country): number[] {
  return country.taxRates
    .map((rate) => Math.round((net * rate) / 100))
    .filter((share) => Math.abs(share - tax) <= Math.max(2, tax * 0.005));
}

/** The same amount but for the rounding of its parts. */
export function near(a: number, b: number, country: Country): boolean {
  return Math.abs(a - b) <= (decimalsOf(country.currency) === 0 ? 1 : 2);
}

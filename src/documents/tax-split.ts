import type { Fields } from "./extraction.ts";
import { countryOf, countryOfMoney } from "./read/country.ts";
import { rateFits } from "./read/tax-parts.ts";

export type TaxSplit = { net_minor: number | null; tax_minor: number | null };

export const NO_SPLIT: TaxSplit = { net_minor: null, tax_minor: null };

/**
 * Net and tax of a paper that bears one, in minor units: where they make the whole, or where the tax is what its net bears
 * and leaves room for what bears none, freight, and further taxes (drinks, fuel), which are part of the cost.
 */
export function splitOf({ net_minor, tax_minor, total_minor, currency }: Fields): TaxSplit {
  if (net_minor === null || tax_minor === null || total_minor === null) return NO_SPLIT;
  const rest = total_minor - net_minor - tax_minor;
  const isBorne = rest > 0 && rateFits(net_minor, tax_minor, countryOf(countryOfMoney(currency) ?? ""));
  return rest === 0 || isBorne ? { net_minor, tax_minor } : NO_SPLIT;
}

import { isExact, minorPerUnit, type Currency } from "#kernel";
import { RATE_SCALE, type Rate } from "./rate.ts";

/**
 * An amount in the minor units of the rate's `quote`, rounded to the nearest, halves away from zero; null where no
 * store would keep it exactly. Integers all the way: 3,5 UF at $39.397,14 are $137.890.
 * @param amountMinor integer, in the minor unit of `currency`
 */
export function convert(amountMinor: number, currency: Currency, rate: Pick<Rate, "quote" | "value">): number | null {
  const above = BigInt(Math.abs(amountMinor)) * BigInt(rate.value) * BigInt(minorPerUnit(rate.quote));
  const below = BigInt(minorPerUnit(currency)) * BigInt(RATE_SCALE);
  const converted = Number((above * 2n + below) / (below * 2n));
  if (!isExact(converted)) return null;
  return amountMinor < 0 && converted > 0 ? -converted : converted;
}

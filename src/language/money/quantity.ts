/** A number as it was said: `n` divided by 10^`pow`. Exact, never a float. */
export type Quantity = { n: number; pow: number };

export const ZERO: Quantity = { n: 0, pow: 0 };

/** `times({ n: 15, pow: 1 }, 1_000)` is 1.500: one and a half thousand. */
export function times(quantity: Quantity, factor: number): Quantity {
  return reduced(quantity.n * factor, quantity.pow);
}

/** `plus({ n: 2, pow: 0 }, { n: 5, pow: 1 })` is 2,5. */
export function plus(a: Quantity, b: Quantity): Quantity {
  const pow = Math.max(a.pow, b.pow);
  return reduced(a.n * 10 ** (pow - a.pow) + b.n * 10 ** (pow - b.pow), pow);
}

/**
 * The integer in minor units (12,5 with 2 decimals is 1250), or null where the currency has no such fraction or the
 * store no such size.
 */
export function toMinor(quantity: Quantity, decimals: number): number | null {
  const scaled = quantity.n * 10 ** Math.max(0, decimals - quantity.pow);
  const divisor = 10 ** Math.max(0, quantity.pow - decimals);
  if (!Number.isSafeInteger(scaled) || scaled % divisor !== 0) return null;
  const minor = scaled / divisor;
  return minor > 0 ? minor : null;
}

function reduced(n: number, pow: number): Quantity {
  return pow > 0 && n % 10 === 0 ? reduced(n / 10, pow - 1) : { n, pow };
}

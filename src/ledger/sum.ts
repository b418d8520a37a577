const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * A sum that the database wrote as text, as an exact integer. Beyond 2^53 − 1 it stays at that bound: nobody's books
 * reach it, and a mistyped amount must not keep its tenant from seeing the rest and taking it back.
 */
export function exact(sum: string): number {
  return bounded(BigInt(sum));
}

/** The exact total of such sums. */
export function exactTotal(sums: readonly string[]): number {
  return bounded(sums.reduce((total, sum) => total + BigInt(sum), 0n));
}

function bounded(total: bigint): number {
  if (total > SAFE_MAX) return Number.MAX_SAFE_INTEGER;
  return total < -SAFE_MAX ? -Number.MAX_SAFE_INTEGER : Number(total);
}

// Meta's pair rate: one message per 6 s to the same person, with a burst of 45 borrowed from the future (error 131056).

/** Tokens at an instant; they refill by themselves. */
export type PairBucket = { tokens: number; at: number };

export const PAIR_BURST = 45;
export const PAIR_REFILL_MS = 6_000;

export function fullBucket(now: number): PairBucket {
  return { tokens: PAIR_BURST, at: now };
}

/** Takes one token: the bucket after it, or how long to wait for one (ms). */
export function takeFromPair(bucket: PairBucket, now: number): { bucket: PairBucket; wait_ms: number } {
  const filled = refill(bucket, now);
  if (filled.tokens >= 1) return { bucket: { ...filled, tokens: filled.tokens - 1 }, wait_ms: 0 };
  return { bucket: filled, wait_ms: Math.max(1, Math.ceil((1 - filled.tokens) * PAIR_REFILL_MS)) };
}

function refill(bucket: PairBucket, now: number): PairBucket {
  const gained = Math.max(0, now - bucket.at) / PAIR_REFILL_MS;
  return { tokens: Math.min(PAIR_BURST, bucket.tokens + gained), at: Math.max(now, bucket.at) };
}

// Tokens taken within a rolling window; pure values, so that any clock can drive them.

export type Grant = {
  /** How many of the wanted tokens may be used now. */
  granted: number;
  /** When none was granted: after how long to ask again. */
  wait_ms: number;
};

/** What was taken and when, oldest first. */
export type Taken = { at: number; tokens: number }[];

export type Limit = { tokens: number; window_ms: number };

/** Takes up to `want` tokens; at most `limit.tokens` are ever taken within one window. Mutates `taken`. */
export function takeTokens(taken: Taken, limit: Limit, { want, now }: { want: number; now: number }): Grant {
  forgetBefore(taken, now - limit.window_ms);
  const used = taken.reduce((sum, each) => sum + each.tokens, 0);
  const granted = Math.max(0, Math.min(want, limit.tokens - used));
  if (granted > 0) {
    taken.push({ at: now, tokens: granted });
    return { granted, wait_ms: 0 };
  }
  const oldest = taken[0]?.at ?? now;
  return { granted: 0, wait_ms: Math.max(1, oldest + limit.window_ms - now) };
}

/** Gives back tokens that were taken and not used, the newest first. */
export function giveBack(taken: Taken, tokens: number): void {
  let rest = tokens;
  for (let i = taken.length - 1; i >= 0 && rest > 0; i--) {
    const each = taken[i];
    if (!each) continue;
    const back = Math.min(rest, each.tokens);
    each.tokens -= back;
    rest -= back;
    if (each.tokens === 0) taken.splice(i, 1);
  }
}

function forgetBefore(taken: Taken, time: number): void {
  while (taken[0] && taken[0].at <= time) taken.shift();
}

/** Tokens that a shard holds: what is left of so many, until then. */
export type Lease = { tokens: number; of: number; expires_at: number };

export const NO_LEASE: Lease = { tokens: 0, of: 0, expires_at: 0 };

const LEASE_TOKENS_MAX = 50;

/**
 * How many tokens to lease for `want`: that many at first, twice the last lease where that was used up before its time.
 * A shard that is asked now and then is evicted between two messages, and what it held is lost to everyone for a minute.
 */
export function leaseTokens(last: Lease, { want, now }: { want: number; now: number }): number {
  const grown = last.expires_at > now ? 2 * last.of : 1;
  return Math.min(LEASE_TOKENS_MAX, Math.max(want, grown));
}

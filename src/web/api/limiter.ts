import { MINUTE_MS } from "#kernel";
import { takeTokens, type Taken } from "#security";

/** Contract §4: a tenant token has at least 600 a minute. */
export const TOKEN_REQUESTS_PER_MINUTE = 600;
/** Requests of one address without a valid token: pages, probes and guesses. */
export const STRANGER_REQUESTS_PER_MINUTE = 120;

/** Tokens that one address may have looked up before one of them was right: each costs a read of the directory. */
export const LOOKUPS_PER_MINUTE = 300;

/** Callers remembered at once; beyond it those that were quiet for a minute are forgotten, then all of them. */
const CALLERS_MAX = 10_000;

export type Limiter = {
  /** Counts one request; how long to wait (ms) where it is one too many, else 0. */
  take(caller: string, perMinute: number, now: number): number;
  /** True for a caller that was counted lately. */
  knows(caller: string): boolean;
};

/**
 * Requests per caller in a rolling minute, in the memory of one isolate: a first filter against floods, not an account.
 * Each isolate counts for itself, so nobody is ever held to less than the limit.
 */
export function requestLimiter(callersMax = CALLERS_MAX): Limiter {
  const callers = new Map<string, Taken>();
  return {
    take: (caller, perMinute, now) => {
      if (!callers.has(caller) && callers.size >= callersMax) forgetQuiet(callers, { now, callersMax });
      const taken = callers.get(caller) ?? [];
      callers.set(caller, taken);
      return takeTokens(taken, { tokens: perMinute, window_ms: MINUTE_MS }, { want: 1, now }).wait_ms;
    },
    knows: (caller) => callers.has(caller),
  };
}

function forgetQuiet(callers: Map<string, Taken>, { now, callersMax }: { now: number; callersMax: number }): void {
  for (const [caller, taken] of callers) {
    const last = taken.at(-1)?.at ?? 0;
    if (last <= now - MINUTE_MS) callers.delete(caller);
  }
  if (callers.size >= callersMax) callers.clear();
}

/** Under which name a stranger is counted: an IPv4 address, or the /64 that one IPv6 customer holds whole. */
export function strangerKey(ip: string | undefined): string {
  if (ip === undefined || ip === "") return "ip:unknown";
  if (!ip.includes(":")) return `ip:${ip}`;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return `ip:${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

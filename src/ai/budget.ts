import { DAY_MS } from "#kernel";
import type { Asked, Guess, Tell } from "./text.ts";

// What may be spent on a text model. Over it everything goes on as if there were no key.

/** A person who writes forty unclear messages a day is no shopkeeper. Kept by their conversation, on disk. */
export const CONTACT_CALLS_PER_DAY = 40;
/** Several people of one business, and its programs. Kept by each isolate, in memory: see `budgeted`. */
export const TENANT_CALLS_PER_DAY = 400;
/** Longer messages are lists and pasted texts, which no single guess explains; ~150 tokens. */
export const CALL_CHARS_MAX = 500;

/** Businesses remembered by an isolate before all are forgotten. */
const TENANTS_MAX = 10_000;

/** Calls made on a day (UTC; days since 1970). */
export type Spent = { day: number; calls: number };

/** What is spent after one more call at `now` (epoch ms), or null where nothing is left of that day. Pure. */
export function spend(spent: Spent | null, callsMax: number, now: number): Spent | null {
  const day = Math.floor(now / DAY_MS);
  const calls = spent?.day === day ? spent.calls : 0;
  return calls < callsMax ? { day, calls: calls + 1 } : null;
}

/** A model behind the budget of whoever pays for it: null where nothing is left, as where the model knows nothing. */
export type TellFor = (tenantId: string, asked: Asked) => Promise<Guess | null>;

/**
 * The bound of a business holds in each isolate by itself and ends with it. The rate limiter object is not used: its
 * window is a minute, and it hands out tokens of the one limit for all messages, which a model must not eat up. What
 * holds exactly is the bound of each contact.
 */
export function budgeted(tell: Tell, now: () => number): TellFor {
  const tenants = new Map<string, Spent>();
  return async (tenantId, asked) => {
    if (asked.text.length > CALL_CHARS_MAX) return null;
    const spent = spend(tenants.get(tenantId) ?? null, TENANT_CALLS_PER_DAY, now());
    if (!spent) return null;
    if (tenants.size >= TENANTS_MAX) tenants.clear();
    tenants.set(tenantId, spent);
    return tell(asked);
  };
}

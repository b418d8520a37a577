import { DAY_MS } from "#kernel";
import type { Asked, Guess, Tell } from "./text.ts";

// What may be spent on models. Over it everything goes on as if there were no key.

/** A person who writes forty unclear messages a day is no shopkeeper. Kept by their conversation, on disk. */
export const CONTACT_CALLS_PER_DAY = 40;
/** Several people of one business, and its programs. Kept by each isolate, in memory: see `budgeted`. */
export const TENANT_CALLS_PER_DAY = 400;
/** Longer messages are lists and pasted texts, which no single guess explains; ~150 tokens. */
export const CALL_CHARS_MAX = 500;

/** Pictures of one business that services are shown, each by itself: more than a busy shop's papers, a dollar or two. */
export const SHOWN_PER_DAY = 200;
/** Larger files go nowhere: as base64 they would fill a Worker's memory. */
export const SHOWN_BYTES_MAX = 12 * 1024 * 1024;

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
  const may = purse(TENANT_CALLS_PER_DAY, now);
  return async (tenantId, asked) => (asked.text.length <= CALL_CHARS_MAX && may(tenantId) ? tell(asked) : null);
}

/** A service that is shown a picture at its payer's cost. */
type Look<Shown, Answer> = (shown: Shown) => Promise<Answer | null>;
type Paid = { payer: string; bytes: Uint8Array };

/**
 * One budget for all services that are shown pictures: each that it is put before answers null where nothing is left of
 * the day for the picture's payer. A picture that two of them see counts twice. Like that of texts it is each isolate's
 * own.
 */
export function pictureBudget(
  now: () => number,
): <Shown extends Paid, Answer>(look: Look<Shown, Answer>) => Look<Shown, Answer> {
  const may = purse(SHOWN_PER_DAY, now);
  return (look) => async (shown) => (shown.bytes.length <= SHOWN_BYTES_MAX && may(shown.payer) ? look(shown) : null);
}

/** Whether a payer may call once more today; who may has called. */
function purse(callsMax: number, now: () => number): (payer: string) => boolean {
  const payers = new Map<string, Spent>();
  return (payer) => {
    const spent = spend(payers.get(payer) ?? null, callsMax, now());
    if (!spent) return false;
    if (payers.size >= TENANTS_MAX) payers.clear();
    payers.set(payer, spent);
    return true;
  };
}

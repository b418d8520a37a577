import { HOUR_MS, MINUTE_MS } from "#kernel";
import type { Trouble } from "./credential.ts";
import type { Job } from "./store.ts";
import { policyOf } from "./trouble.ts";

// What a sync does about what stands in its way.

/** The SII is away this often in a row before the sync gives up until the next one. */
const WAITS_MAX = 6;
/** A session that ends again at once is no session: one new login for each page, and then one for each wait. */
const LOGINS_MAX = 1;
const WAIT_MS_MIN = 5 * MINUTE_MS;
const WAIT_MS_MAX = HOUR_MS;

/**
 * `come_back`: nothing was asked, for the host is not to be asked yet. `log_in`: the session is over, and another one mends
 * it. `wait`: the SII is away. `give_up`: it is away too long; the next turn comes. `ask_owner`: nobody else can mend it.
 * `close_ms`: so long this host is left alone: by this taxpayer, and by all where it is not they alone.
 */
export type Course =
  | { does: "come_back"; after_ms: number }
  | { does: "log_in" }
  | { does: "ask_owner" }
  | { does: "wait"; after_ms: number; close_ms: number }
  | { does: "give_up"; close_ms: number };

/** Those who were sent away together do not come together: of ten thousand businesses a thousand would, within a second. */
const LATER_SHARE = 0.5;

/** @param so_far since the last page that came @param jitter in [0, 1) */
export function courseAfter(trouble: Trouble, so_far: Pick<Job, "waits" | "logins">, jitter: number): Course {
  const later = (ms: number): number => Math.round(ms * (1 + LATER_SHARE * jitter));
  if (trouble.wait_ms !== undefined)
    return { does: "come_back", after_ms: later(Math.min(trouble.wait_ms, WAIT_MS_MAX)) };
  const { mend, wait_min } = policyOf(trouble.reason);
  if (mend === "person") return { does: "ask_owner" };
  if (mend === "login" && so_far.logins < LOGINS_MAX) return { does: "log_in" };
  const close_ms = mend === "host" ? wait_min * MINUTE_MS : 0;
  if (so_far.waits >= WAITS_MAX) return { does: "give_up", close_ms };
  const after_ms = Math.max(wait_min * MINUTE_MS, trouble.rest_ms ?? 0, WAIT_MS_MIN);
  return { does: "wait", after_ms: later(Math.min(after_ms, WAIT_MS_MAX)), close_ms };
}

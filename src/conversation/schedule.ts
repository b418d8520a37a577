import { DAY_MS, MINUTE_MS, SECOND_MS } from "#kernel";

// When things happen: pure rules over epoch milliseconds.

/** What arrives within this of a turn's start, or of the message before it, is heard together. */
export const BURST_WINDOW_MS = 800;
/** …but nobody waits longer than this for a burst to end. */
export const BURST_MAX_MS = 3 * SECOND_MS;

/** So many messages of one contact are heard in a minute; more of them wait, and none is lost. */
export const CONTACT_MESSAGES_PER_MINUTE = 10;

/** A voice note holds back what came after it for so long; then the rest goes first. */
export const VOICE_WAIT_MAX_MS = 30 * SECOND_MS;

/** Meta redelivers for up to 7 days; ids are kept for longer than that. */
export const ID_KEEP_MS = 9 * DAY_MS;

export type Arrivals = { turnStartedAt: number; firstAt: number; lastAt: number };

/** When pending messages are heard: at once in an idle conversation, else when the burst that they belong to ends. */
export function hearAt({ turnStartedAt, firstAt, lastAt }: Arrivals): number {
  if (firstAt >= turnStartedAt + BURST_WINDOW_MS) return firstAt;
  return Math.min(Math.max(lastAt, turnStartedAt) + BURST_WINDOW_MS, turnStartedAt + BURST_MAX_MS);
}

export type Allowance = { allowed: number; wait_ms: number };

/** How many more messages of this contact may be heard now. @param heard when those of the last minute were heard */
export function contactAllowance(heard: readonly number[], now: number): Allowance {
  const allowed = Math.max(0, CONTACT_MESSAGES_PER_MINUTE - heard.length);
  const oldest = heard[Math.max(0, heard.length - CONTACT_MESSAGES_PER_MINUTE)] ?? now;
  return { allowed, wait_ms: allowed > 0 ? 0 : Math.max(1, oldest + MINUTE_MS - now) };
}

/** How long a link opens the scan page, from when it was sent: as long as one stands beside the receipt. */
export const SCAN_LINK_MS = 10 * MINUTE_MS;

const BACKOFF_BASE_MS = 500;
const BACKOFF_MAX_MS = 5 * MINUTE_MS;

/** Exponential with full jitter over its upper half. @param jitter in [0, 1) */
export function backoffMs(tries: number, jitter: number): number {
  const full = Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** Math.max(0, tries - 1));
  return Math.round(full / 2 + (full / 2) * jitter);
}

const PARK_FIRST_MS = 20 * SECOND_MS;
const PARK_MAX_MS = 15 * MINUTE_MS;

/** When a parked voice note is tried again: soon at first, then ever more rarely. */
export function parkMs(tries: number): number {
  return Math.min(PARK_MAX_MS, PARK_FIRST_MS * 2 ** Math.max(0, tries - 1));
}

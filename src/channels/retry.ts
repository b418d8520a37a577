import { MINUTE_MS, SECOND_MS } from "#kernel";
import type { SendOutcome } from "./channel.ts";

const PAIR_WAIT_MS_MAX = 17 * MINUTE_MS;
const WAIT_MS_MAX = 10 * MINUTE_MS;

/**
 * How long to wait before a send is tried again, in ms.
 * What the channel asked for is obeyed; a pair over its rate waits 4^X seconds (1, 4, 16, 64, …, Meta's own rule),
 * all else 2^X seconds, at most 10 minutes, plus up to a half of it so that many do not come back at once.
 * @param tries how often it was tried before this one: 0 after the first failure
 * @param jitter a number in [0, 1)
 */
export function retryWait(outcome: Extract<SendOutcome, { outcome: "retry" }>, tries: number, jitter: number): number {
  if (outcome.after_ms !== null) return spread(outcome.after_ms, jitter);
  if (outcome.scope === "pair") return spread(Math.min(4 ** tries * SECOND_MS, PAIR_WAIT_MS_MAX), jitter);
  return spread(Math.min(2 ** tries * SECOND_MS, WAIT_MS_MAX), jitter);
}

function spread(ms: number, jitter: number): number {
  return Math.round(ms + (ms / 2) * jitter);
}

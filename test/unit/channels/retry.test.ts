import { expect, test } from "vitest";
import { retryWait } from "#src/channels/index.ts";
import type { SendOutcome } from "#src/channels/index.ts";

type Retry = Extract<SendOutcome, { outcome: "retry" }>;

const retry = (rest: Partial<Retry>): Retry => ({
  outcome: "retry",
  scope: "message",
  reason: "try_later",
  code: null,
  after_ms: null,
  ...rest,
});

test("a pair over its rate waits 1, 4, 16, 64 seconds", () => {
  const waits = [0, 1, 2, 3].map((tries) => retryWait(retry({ scope: "pair" }), tries, 0));
  expect(waits).toEqual([1_000, 4_000, 16_000, 64_000]);
});

test("all else waits 1, 2, 4, 8 seconds, and never more than 15 minutes with its jitter", () => {
  expect([0, 1, 2, 3].map((tries) => retryWait(retry({}), tries, 0))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(retryWait(retry({}), 1_000, 0.999)).toBeLessThanOrEqual(15 * 60_000);
  expect(retryWait(retry({ scope: "pair" }), 1_000, 0)).toBe(17 * 60_000);
});

test("a wait that the channel asked for is never shortened", () => {
  expect(retryWait(retry({ after_ms: 30_000 }), 0, 0)).toBe(30_000);
  expect(retryWait(retry({ after_ms: 30_000 }), 5, 0.5)).toBe(37_500);
});

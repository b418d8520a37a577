import { expect, test } from "vitest";
import { retryMs, TRIES_MAX } from "#reminders";
import { HOUR_MS } from "#src/kernel/index.ts";

test.each([
  [1, 15_000, 30_000],
  [2, 30_000, 60_000],
  [4, 120_000, 240_000],
  [7, 900_000, 1_800_000],
  [30, 900_000, 1_800_000],
])("after failure %i it waits between %i and %i ms", (tries, least, most) => {
  expect(retryMs(tries, 0)).toBe(least);
  expect(retryMs(tries, 0.999999)).toBeLessThanOrEqual(most);
  expect(retryMs(tries, 0.999999)).toBeGreaterThan(most * 0.99);
});

test("all tries of a turn lie well within its six hours", () => {
  const waits = Array.from({ length: TRIES_MAX - 1 }, (_, nth) => retryMs(nth + 1, 1));
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(2 * HOUR_MS);
});

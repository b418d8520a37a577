import fc from "fast-check";
import { expect, test } from "vitest";
import { fullBucket, isWindowOpen, PAIR_BURST, PAIR_REFILL_MS, takeFromPair } from "#notifications";

const HOUR_MS = 3_600_000;

test("45 messages may go at once, the next one after six seconds", () => {
  let bucket = fullBucket(0);
  for (let i = 0; i < PAIR_BURST; i++) {
    const taken = takeFromPair(bucket, 0);
    expect(taken.wait_ms).toBe(0);
    bucket = taken.bucket;
  }
  expect(takeFromPair(bucket, 0).wait_ms).toBe(PAIR_REFILL_MS);
  expect(takeFromPair(bucket, PAIR_REFILL_MS).wait_ms).toBe(0);
});

test("however messages come, no window takes more than the burst and its refill", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 400 }), (gaps) => {
      let bucket = fullBucket(0);
      let now = 0;
      let sent = 0;
      for (const gap of gaps) {
        now += gap;
        const taken = takeFromPair(bucket, now);
        bucket = taken.bucket;
        if (taken.wait_ms === 0) sent++;
      }
      expect(sent).toBeLessThanOrEqual(PAIR_BURST + now / PAIR_REFILL_MS + 1e-6);
    }),
  );
});

test("free-form messages go out within a day of the person's last message, less a margin", () => {
  expect(isWindowOpen(null, 0)).toBe(false);
  expect(isWindowOpen(0, 23 * HOUR_MS)).toBe(true);
  expect(isWindowOpen(0, 24 * HOUR_MS - 60_000)).toBe(false);
});

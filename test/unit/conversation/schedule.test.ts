import { expect, test } from "vitest";
import {
  backoffMs,
  BURST_MAX_MS,
  BURST_WINDOW_MS,
  contactAllowance,
  hearAt,
  parkMs,
} from "#src/conversation/schedule.ts";

const T = 1_000_000;

test("an idle conversation is heard at once", () => {
  expect(hearAt({ turnStartedAt: T - BURST_WINDOW_MS, firstAt: T, lastAt: T })).toBe(T);
});

test("what arrives right after a turn began waits for the burst to end", () => {
  expect(hearAt({ turnStartedAt: T, firstAt: T + 100, lastAt: T + 500 })).toBe(T + 500 + BURST_WINDOW_MS);
});

test("a burst that does not end is heard after three seconds", () => {
  expect(hearAt({ turnStartedAt: T, firstAt: T + 100, lastAt: T + 2_900 })).toBe(T + BURST_MAX_MS);
});

test("ten messages of a contact are heard in a minute, the eleventh waits for the first to be a minute old", () => {
  const heard = Array.from({ length: 10 }, (_, i) => T + i * 1_000);
  expect(contactAllowance(heard.slice(0, 9), T + 9_000)).toEqual({ allowed: 1, wait_ms: 0 });
  expect(contactAllowance(heard, T + 9_500)).toEqual({ allowed: 0, wait_ms: 50_500 });
});

test("backing off doubles, keeps at least half, and ends at five minutes", () => {
  expect([1, 2, 3].map((tries) => backoffMs(tries, 0))).toEqual([250, 500, 1_000]);
  expect(backoffMs(30, 0.999_999)).toBeLessThanOrEqual(300_000);
  expect(backoffMs(30, 0)).toBe(150_000);
});

test("a parked voice note is tried ever more rarely, at least every quarter of an hour", () => {
  expect([1, 2, 3, 20].map(parkMs)).toEqual([20_000, 40_000, 80_000, 900_000]);
});

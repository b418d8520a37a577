import { expect, test } from "vitest";
import { courseAfter, type Course } from "#src/sii/session/course.ts";
import type { SiiTrouble } from "#src/sii/session/trouble.ts";

const MINUTE_MS = 60_000;
const NOTHING_YET = { waits: 0, logins: 0 };
const trouble = (reason: SiiTrouble) => ({ reason, evidence: "", host: "www4.sii.cl" });

test.each<[SiiTrouble, Course]>([
  ["wrong_key", { does: "ask_owner" }],
  ["few_tries_left", { does: "ask_owner" }],
  ["locked", { does: "ask_owner" }],
  ["captcha", { does: "wait", after_ms: 60 * MINUTE_MS, close_ms: 0 }],
  ["session_over", { does: "log_in" }],
  ["unavailable", { does: "wait", after_ms: 5 * MINUTE_MS, close_ms: 0 }],
  ["sessions_full", { does: "wait", after_ms: 60 * MINUTE_MS, close_ms: 0 }],
  ["maintenance", { does: "wait", after_ms: 30 * MINUTE_MS, close_ms: 30 * MINUTE_MS }],
  ["rate_limit", { does: "wait", after_ms: 10 * MINUTE_MS, close_ms: 10 * MINUTE_MS }],
])("%s", (reason, course) => {
  expect(courseAfter(trouble(reason), NOTHING_YET, 0)).toEqual(course);
});

test("a session that is over again at once is the SII's trouble: one new login for a page", () => {
  const again = courseAfter(trouble("session_over"), { waits: 0, logins: 1 }, 0);
  expect(again).toEqual({ does: "wait", after_ms: 5 * MINUTE_MS, close_ms: 0 });
});

test("after six waits it gives up, and still keeps everybody from a host that is away", () => {
  const late = { waits: 6, logins: 0 };
  expect(courseAfter(trouble("unavailable"), late, 0)).toEqual({ does: "give_up", close_ms: 0 });
  expect(courseAfter(trouble("maintenance"), late, 0)).toEqual({ does: "give_up", close_ms: 30 * MINUTE_MS });
});

test("whoever was not let through the gate has asked nothing, and comes back", () => {
  const early = { ...trouble("unavailable"), wait_ms: 12_345 };
  expect(courseAfter(early, { waits: 6, logins: 1 }, 0)).toEqual({ does: "come_back", after_ms: 12_345 });
});

test("those who were sent away together come back one after the other", () => {
  const away = (jitter: number) => courseAfter(trouble("maintenance"), NOTHING_YET, jitter);
  expect(away(0.5)).toEqual({ does: "wait", after_ms: 37.5 * MINUTE_MS, close_ms: 30 * MINUTE_MS });
  const early = { ...trouble("unavailable"), wait_ms: 10_000 };
  expect(courseAfter(early, NOTHING_YET, 0.999)).toEqual({ does: "come_back", after_ms: 14_995 });
});

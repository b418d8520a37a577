import { expect, test } from "vitest";
import { heed, type Reports } from "#src/sii/gate/reports.ts";

const NOW = Date.UTC(2026, 10, 18, 12);
const MINUTE_MS = 60_000;

/** What the last of these reports comes to. */
function last(...told: readonly [by: string, minute: number][]): boolean {
  let reports: Reports = new Map();
  let away = false;
  for (const [by, minute] of told) {
    ({ is_away: away, reports } = heed(reports, { by, now: NOW + minute * MINUTE_MS }));
  }
  return away;
}

test("a host is away when three sessions were sent away within ten minutes", () => {
  expect(last(["a", 0], ["b", 4], ["c", 9])).toBe(true);
  expect(last(["a", 0], ["b", 4])).toBe(false);
});

test("one session that comes again and again closes it for nobody else", () => {
  expect(last(["a", 0], ["a", 1], ["a", 2], ["b", 3], ["a", 4])).toBe(false);
});

test("who was sent away long ago does not count", () => {
  expect(last(["a", 0], ["b", 8], ["c", 12])).toBe(false);
});

test("once it was closed it takes three again", () => {
  expect(last(["a", 0], ["b", 0], ["c", 0], ["d", 1])).toBe(false);
});

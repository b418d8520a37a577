import { expect, test } from "vitest";
import { bySchedulers, nextDue, schedulerOf, SCHEDULERS, SYNC_SPREAD_MS } from "#reminders";
import { MINUTE_MS, ulid } from "#src/kernel/index.ts";

const NOON = Date.UTC(2026, 10, 18, 12);
const BUSINESSES = 10_000;

/** As they are made in a day: alike in front, and by chance behind. */
let seed = 7;
const random = () => Uint8Array.from({ length: 16 }, () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >>> 16);
const tenants = Array.from({ length: BUSINESSES }, (_, nth) => ulid(NOON + nth * 8_640, random()));

test("ten thousand who are due at once are spread evenly: no minute has twice its share", () => {
  const minutes = new Map<number, number>();
  for (const tenant_id of tenants) {
    const whom = { tenant_id, time_zone: "America/Santiago", last_tick: null, spread_ms: SYNC_SPREAD_MS };
    const { due_at, tick } = nextDue("sync", whom, NOON);
    expect(tick).toBe("2026-11-18T12");
    const minute = Math.floor((due_at - NOON) / MINUTE_MS);
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  const wanted = BUSINESSES / (SYNC_SPREAD_MS / MINUTE_MS);
  expect(minutes.size).toBe(SYNC_SPREAD_MS / MINUTE_MS);
  expect(Math.max(...minutes.values())).toBeLessThan(2 * wanted);
});

test("each scheduler holds its sixteenth, and places are spread in each", () => {
  const held = bySchedulers(tenants);
  expect(held.size).toBe(SCHEDULERS);
  const fair = BUSINESSES / SCHEDULERS;
  for (const theirs of held.values()) {
    expect(Math.abs(theirs.length - fair)).toBeLessThan(fair / 5);
    const whom = (tenant_id: string) => ({ tenant_id, time_zone: "UTC", last_tick: null, spread_ms: SYNC_SPREAD_MS });
    const offsets = theirs.map((tenant) => nextDue("sync", whom(tenant), NOON).due_at - NOON);
    const mean = offsets.reduce((sum, offset) => sum + offset, 0) / offsets.length;
    expect(Math.abs(mean / SYNC_SPREAD_MS - 0.5)).toBeLessThan(0.05);
  }
});

test("a business stays where it stands", () => {
  expect(schedulerOf("01JCZX9E40ROSA000000000024")).toBe("scheduler-4");
  expect(schedulerOf("01JCZX9E40PEDRO00000000006")).toBe("scheduler-11");
});

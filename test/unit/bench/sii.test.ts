import { expect, test } from "vitest";
import { siiClaims, simulateDay } from "../../bench/sii/sii.ts";

test("a day of a thousand businesses, with an outage and slow hours, keeps every promise of the schedule", () => {
  const broken = siiClaims(simulateDay(1_000)).filter(([, holds]) => !holds);
  expect(broken).toEqual([]);
});

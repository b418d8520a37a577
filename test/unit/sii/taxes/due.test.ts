import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "#kernel";
import { instantOf, localTimeOf } from "#src/sii/taxes/santiago.ts";
import { acceptanceOf, f29DueOn, type Filer, nextF29, postponedVatDueOn } from "#sii";

test.each<[string, Filer, string, string]>([
  ["2026-10", "electronic", "2026-11-20", "a Friday"],
  ["2026-11", "electronic", "2026-12-21", "the 20th is a Sunday"],
  ["2026-05", "electronic", "2026-06-22", "the 20th is a Saturday, the 21st a holiday on a Sunday"],
  ["2024-08", "electronic", "2024-09-23", "the 20th is a holiday on a Friday"],
  ["2026-10", "other", "2026-11-12", "on paper"],
  ["2025-12", "electronic", "2026-01-20", "in the next year"],
  ["2026-08", "other", "2026-09-14", "the 12th is a Saturday"],
])("the F29 of %s of %s is due on %s: %s", (month, filer, day) => {
  expect(f29DueOn(month, filer)).toBe(day);
});

test.each([
  ["2026-11-18", "electronic", null, "2026-10", "2026-11-20"],
  ["2026-11-20", "electronic", null, "2026-10", "2026-11-20"],
  ["2026-11-21", "electronic", null, "2026-11", "2026-12-21"],
  ["2026-11-18", "other", null, "2026-11", "2026-12-14"],
  ["2026-11-18", "electronic", { from: "2026-12-01", to: "2026-12-31" }, "2026-11", "2026-12-21"],
] as const)(
  "on %s who files %s has, of the days %o, the form of %s due on %s",
  (...[today, filer, days, month, on]) => {
    expect(nextF29({ today, filer, days })).toEqual({ month, on });
  },
);

test("no form is due in days that are over, or that have none", () => {
  const asked = { today: "2026-11-18", filer: "electronic" } as const;
  expect(nextF29({ ...asked, days: { from: "2026-11-01", to: "2026-11-17" } })).toBeNull();
  expect(nextF29({ ...asked, days: { from: "2026-11-21", to: "2026-11-30" } })).toBeNull();
});

// Example of the SII: January, due until 20 February, is paid until 20 April.
test("postponed VAT is due two months later, moved by that month's own holidays", () => {
  expect(postponedVatDueOn("2022-01", "electronic")).toBe("2022-04-20");
  expect(postponedVatDueOn("2022-01", "other")).toBe("2022-04-12");
  expect(postponedVatDueOn("2026-09", "electronic")).toBe("2026-12-21");
});

test.each([
  ["2026-06-24T09:55:53", "2026-06-24T14:55:53Z", { until: "2026-07-02T09:55:53", days: 7, hours: 23, is_over: false }],
  ["2026-06-24T09:55:53", "2026-07-02T12:55:53Z", { until: "2026-07-02T09:55:53", days: 0, hours: 1, is_over: false }],
  ["2026-06-24T09:55:53", "2026-07-02T13:55:53Z", { until: "2026-07-02T09:55:53", days: 0, hours: 0, is_over: true }],
  ["2025-12-27T23:00:00", "2026-01-01T02:00:00Z", { until: "2026-01-04T23:00:00", days: 4, hours: 0, is_over: false }],
])("what came in at %s has at %s so long left", (receivedAt, now, left) => {
  expect(acceptanceOf(receivedAt, Date.parse(now))).toEqual(left);
});

// Summer time ended on 4 April 2026 and began on 5 September 2026, both at midnight.
test.each([
  ["winter begins within the eight days: an hour more", "2026-04-01T10:00:00", "2026-04-01T13:00:00Z", 8, 1],
  ["summer begins within the eight days: an hour less", "2026-09-01T10:00:00", "2026-09-01T14:00:00Z", 7, 23],
])("%s", (...[, receivedAt, now, days, hours]) => {
  expect(acceptanceOf(receivedAt, Date.parse(now))).toMatchObject({ days, hours });
});

test("an hour that the clocks show twice is the earlier one, an hour that they skip is none too late", () => {
  expect(instantOf("2026-04-04T23:30:00")).toBe(Date.parse("2026-04-05T02:30:00Z"));
  expect(instantOf("2026-09-06T00:30:00")).toBeLessThan(Date.parse("2026-09-06T04:00:00Z"));
});

test("each instant has a local time that leads back to it, but in the hour that comes twice", () => {
  const instants = fc.integer({ min: Date.parse("2020-01-01") / HOUR_MS, max: Date.parse("2035-01-01") / HOUR_MS });
  fc.assert(
    fc.property(instants, (hour) => {
      const back = instantOf(localTimeOf(hour * HOUR_MS));
      expect([hour * HOUR_MS, (hour - 1) * HOUR_MS]).toContain(back);
    }),
  );
});

test("the eight days are never off by more than the hour of the clocks", () => {
  const starts = fc.integer({ min: Date.parse("2020-01-01") / HOUR_MS, max: Date.parse("2035-01-01") / HOUR_MS });
  fc.assert(
    fc.property(starts, (hour) => {
      const now = instantOf(localTimeOf(hour * HOUR_MS));
      const { days, hours } = acceptanceOf(localTimeOf(hour * HOUR_MS), now);
      expect(Math.abs(days * 24 + hours - (8 * DAY_MS) / HOUR_MS)).toBeLessThanOrEqual(2);
    }),
  );
});

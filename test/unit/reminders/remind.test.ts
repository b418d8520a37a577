import { expect, test } from "vitest";
import { isPast, remindersAt, type Asked } from "#reminders";

const SHOP: Asked = { filer: "electronic", pending: [], time_zone: "America/Santiago", looked_on: null };
const morning = (day: string) => Date.parse(`${day}T12:20:00Z`);

// The F29 of October: 20 November 2026 is a Friday. That of November: 20 December is a Sunday, so it is the 21st.
test.each<[fact: string, day: string, looked_on: string | null, said: string | null]>([
  ["six days before nothing is said", "2026-11-14", "2026-11-13", null],
  ["five days before", "2026-11-15", "2026-11-14", "f29:2026-10:5"],
  ["once", "2026-11-15", "2026-11-15", null],
  ["four days before nothing is said", "2026-11-16", "2026-11-15", null],
  ["a day before", "2026-11-19", "2026-11-18", "f29:2026-10:1"],
  ["on the day itself nothing is said twice", "2026-11-20", "2026-11-19", null],
  ["what was missed yesterday is said today", "2026-11-16", "2026-11-14", "f29:2026-10:5"],
  ["of two that were missed the later is said", "2026-11-20", "2026-11-10", "f29:2026-10:1"],
  ["it is over", "2026-11-21", "2026-11-10", null],
  ["a Sunday moves it on", "2026-12-16", "2026-12-15", "f29:2026-11:5"],
  ["whoever is new hears of today alone", "2026-11-16", null, null],
])("the F29: %s", (...[, day, looked_on, said]) => {
  const keys = remindersAt(morning(day), { ...SHOP, looked_on }).map(({ key }) => key);
  expect(keys).toEqual(said === null ? [] : [said]);
});

test("who files on paper has until the twelfth", () => {
  const said = remindersAt(morning("2026-11-11"), { ...SHOP, filer: "other", looked_on: "2026-11-10" });
  expect(said).toMatchObject([{ what: "f29", month: "2026-10", due_on: "2026-11-12" }]);
});

// Received on 10 November at 15:00 in Santiago, so it may be claimed until the 18th at 15:00.
const WAITS = { id: "01JDOC", received_at: "2026-11-10T15:00:00" };

test.each<[fact: string, day: string, is_said: boolean]>([
  ["three days are left", "2026-11-15", false],
  ["two and some hours", "2026-11-16", true],
  ["one, where nobody looked yesterday", "2026-11-17", true],
  ["hours", "2026-11-18", true],
  ["it is over", "2026-11-19", false],
])("a document that waits to be accepted: %s", (_, day, is_said) => {
  const said = remindersAt(morning(day), { ...SHOP, pending: [WAITS], looked_on: day });
  const reminder = {
    key: "acceptance:01JDOC",
    what: "acceptance",
    document_id: "01JDOC",
    until: "2026-11-18T15:00:00",
  };
  expect(said).toEqual(is_said ? [reminder] : []);
});

// In Santiago it is three hours less.
test.each([
  ["on the last day of a form", { what: "f29", due_on: "2026-11-20" }, "2026-11-21T02:59:00Z", false],
  ["when that day is over", { what: "f29", due_on: "2026-11-20" }, "2026-11-21T03:00:00Z", true],
  ["a minute before", { what: "acceptance", until: "2026-11-18T15:00:00" }, "2026-11-18T17:59:00Z", false],
  ["when the eight days are over", { what: "acceptance", until: "2026-11-18T15:00:00" }, "2026-11-18T18:00:00Z", true],
] as const)("a reminder that waited is past or is not: %s", (...[, about, at, is_past]) => {
  const reminder = { key: "k", month: "2026-10", document_id: "d", ...about };
  expect(isPast(reminder, Date.parse(at), "America/Santiago")).toBe(is_past);
});

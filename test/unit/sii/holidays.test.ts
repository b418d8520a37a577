import { expect, test } from "vitest";
import { holidaysOf, isWorkingDay, workingDayFrom } from "#sii";

// As feriados.cl and the Diario Oficial list them.
test.each([
  [2024, "01-01 03-29 03-30 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 09-20 10-12 10-31 11-01 12-08 12-25"],
  [2025, "01-01 04-18 04-19 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25"],
  [2026, "01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25"],
  [2027, "01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25"],
])("the holidays of %i", (year, days) => {
  expect([...holidaysOf(year)].toSorted()).toEqual(days.split(" ").map((day) => `${year}-${day}`));
});

test.each([
  ["2023-01-02", "behind a New Year on a Sunday"],
  ["2023-10-27", "31 October on a Tuesday goes back to Friday"],
  ["2029-11-02", "31 October on a Wednesday goes on to Friday"],
  ["2029-09-17", "the Monday before 18 September"],
])("%s is a holiday: %s", (day) => {
  expect(isWorkingDay(day)).toBe(false);
});

test.each([
  ["2026-12-20", "2026-12-21"],
  ["2026-06-20", "2026-06-22"],
  ["2024-09-20", "2024-09-23"],
  ["2026-11-20", "2026-11-20"],
])("what is due on %s is due on %s", (due, day) => {
  expect(workingDayFrom(due)).toBe(day);
});

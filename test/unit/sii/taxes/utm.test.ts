import { expect, test } from "vitest";
import { addMonths } from "#kernel";
import { knownUtmOf, revalued } from "#sii";

test.each([
  ["2022-12", null],
  ["2023-01", 61_769],
  ["2024-10", 66_561],
  ["2025-01", 67_429],
  ["2025-12", 69_542],
  ["2026-04", 69_889],
  ["2026-11", null],
])("the UTM of %s is %s", (month, pesos) => {
  expect(knownUtmOf(month)).toBe(pesos);
});

test("each UTM of the table follows the one before by a price index of one decimal", () => {
  const months = Array.from({ length: 45 }, (_, nth) => addMonths("2023-01", nth + 1));
  const wrong = months.filter((month) => {
    const [before, after] = [knownUtmOf(addMonths(month, -1)) ?? 0, knownUtmOf(month) ?? 0];
    const tenths = Math.round((after / before - 1) * 1_000);
    return Math.abs(Math.round(before * (1 + tenths / 1_000)) - after) > 1;
  });
  expect(wrong).toEqual([]);
});

test("a remanente of December is worth more in January: by the UTM of the months in which both are declared", () => {
  // 1.000.000 / 69.751 (January) × 69.611 (February)
  expect(revalued({ amount: 1_000_000, month: "2025-12" }, "2026-01", knownUtmOf)).toEqual({
    amount: 997_993,
    utm: 143_367,
  });
});

test("nothing is revalued by a UTM that is not known", () => {
  expect(revalued({ amount: 1_000_000, month: "2026-09" }, "2026-10", knownUtmOf)).toBeNull();
});

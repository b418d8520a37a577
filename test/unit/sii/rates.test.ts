import { expect, test } from "vitest";
import { feesRetention, feesRetentionOn, otherTaxOf, ppmRateOf, type Regime, vatRateOn } from "#sii";

test.each([
  ["2003-09-30", null],
  ["2003-10-01", 19],
  ["2026-11-22", 19],
])("IVA on %s is %s %%", (day, rate) => {
  expect(vatRateOn(day)).toBe(rate);
});

test.each([
  ["2019-12-31", null],
  ["2024-12-31", 13.75],
  ["2025-01-01", 14.5],
  ["2025-12-31", 14.5],
  ["2026-01-01", 15.25],
  ["2027-06-30", 16],
  ["2031-01-01", 17],
])("of a boleta de honorarios of %s %s %% are withheld", (day, rate) => {
  expect(feesRetentionOn(day)).toBe(rate);
});

test("what is withheld is rounded to whole pesos", () => {
  expect(feesRetention(333_333, "2026-05-01")).toBe(50_833);
  expect(feesRetention(333_333, "2019-05-01")).toBeNull();
});

test.each<[Regime, string, number | null]>([
  ["pro_pyme", "2025-07", 0.25],
  ["pro_pyme", "2025-08", 0.125],
  ["pro_pyme", "2027-12", 0.125],
  ["pro_pyme", "2028-01", 0.25],
  ["pro_pyme_over", "2026-11", 0.25],
  ["pro_pyme_over", "2028-02", 0.5],
  ["transparent", "2026-11", 0.2],
  ["general", "2026-11", null],
])("the PPM of %s for the income of %s is %s %%", (regime, month, rate) => {
  expect(ppmRateOf(regime, month)).toBe(rate);
});

test("additional taxes are known by their codes, an unknown one is told to be", () => {
  expect(otherTaxOf(24)).toMatchObject({ rate: 31.5, withheld: false });
  expect(otherTaxOf(15)).toMatchObject({ withheld: true });
  expect(otherTaxOf(999)).toBeNull();
});

test.each(
  [
    [46, 48, 49, 60, 301, 321, 331, 341, 361, 371, 481].map((code) => [code, true] as const),
    [17, 50, 51, 52, 53, 271].map((code) => [code, false] as const),
  ].flat(),
)("the tax of code %i is known; withheld: %s", (code, withheld) => {
  expect(otherTaxOf(code)).toMatchObject({ withheld });
});

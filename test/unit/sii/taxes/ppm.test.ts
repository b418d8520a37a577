import { expect, test } from "vitest";
import { incomeOf } from "#src/sii/taxes/ppm.ts";
import { ppmOf, type Taxpayer, vatOf } from "#sii";
import { boletas, monthOf, purchase, sale } from "./month.ts";

const ITEMS = vatOf(
  monthOf(
    [
      sale("1", 1_000_000),
      sale("2", 200_000, { type: 61 }),
      sale("3", 0, { type: 34, exempt: 50_000, total: 50_000 }),
      sale("4", 400_000, { transaction: "Activo Fijo" }),
      purchase("5", 90_000),
    ],
    [boletas(39, 10, { net: 500_000 })],
  ),
  null,
).items;

test("income is what was sold net and exempt, without notes of credit, machines and purchases", () => {
  expect(incomeOf(ITEMS)).toBe(1_350_000);
});

test.each<[string, Taxpayer, string, number | null, number | null]>([
  ["pro pyme while the rate is halved", { regime: "pro_pyme", ppm_rate: null }, "2026-06", 0.125, 1_688],
  ["pro pyme before", { regime: "pro_pyme", ppm_rate: null }, "2025-07", 0.25, 3_375],
  ["above 50.000 UF", { regime: "pro_pyme_over", ppm_rate: null }, "2026-06", 0.25, 3_375],
  ["transparent, which was left out of the cut", { regime: "transparent", ppm_rate: null }, "2026-06", 0.2, 2_700],
  ["general with a rate of its own", { regime: "general", ppm_rate: 1.3 }, "2026-06", 1.3, 17_550],
  ["general without one", { regime: "general", ppm_rate: null }, "2026-06", null, null],
])("%s", (...[, taxpayer, month, rate, amount]) => {
  const ppm = ppmOf(ITEMS, taxpayer, month);
  expect([ppm?.rate ?? null, ppm?.amount ?? null]).toEqual([rate, amount]);
});

test("a month of more notes of credit than sales pays nothing", () => {
  const { items } = vatOf(monthOf([sale("1", 10_000, { type: 61 })]), null);
  expect(ppmOf(items, { regime: "pro_pyme", ppm_rate: null }, "2026-06")).toMatchObject({ base: 0, amount: 0 });
});

test("14 D pays on what came in, and what was billed stands for it", () => {
  expect(ppmOf(ITEMS, { regime: "pro_pyme", ppm_rate: null }, "2026-06")?.assumes).toEqual(["billed_is_income"]);
  expect(ppmOf(ITEMS, { regime: "general", ppm_rate: 1 }, "2026-06")?.assumes).toEqual([]);
});

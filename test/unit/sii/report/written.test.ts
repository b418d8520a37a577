import { expect, test } from "vitest";
import type { Cell } from "#src/sii/report/cell.ts";
import { writtenCell, writtenInstant } from "#src/sii/report/written.ts";

test.each<[Cell, string]>([
  [null, ""],
  ["Boletas", "Boletas"],
  [{ pesos: 1_234_567 }, "$1.234.567"],
  [{ pesos: -1_234 }, "-$1.234"],
  [{ pesos: 0 }, "$0"],
  [{ count: 1_204 }, "1.204"],
  [{ percent: 0.125 }, "0,125 %"],
  [{ utm: 13_495 }, "1,3495"],
  [{ utm: 12_345_000_007 }, "1.234.500,0007"],
  [{ day: "2026-06-03" }, "03-06-2026"],
])("%j is written %s", (cell, text) => {
  expect(writtenCell(cell)).toBe(text);
});

test("an instant is written by the clocks of Santiago", () => {
  expect(writtenInstant(Date.parse("2026-07-02T15:30:00Z"))).toBe("02-07-2026 11:30");
});

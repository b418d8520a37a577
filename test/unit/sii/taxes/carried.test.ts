import { expect, test } from "vitest";
import { vatOf, type Remanente, type VatMonth } from "#sii";
import { carriedInto } from "#src/sii/taxes/carried.ts";
import { monthOf, purchase, sale } from "./month.ts";

/** A month that sold and bought for so much net. */
function month(name: string, sold: number, bought: number): [string, VatMonth] {
  const documents = [sale("1", sold), purchase("2", bought)];
  return [name, { ...vatOf(monthOf(documents), null), month: name }];
}

/** The UTM rises by a tenth in July. */
const utmOf = (of: string): number | null => (of >= "2026-07" ? 66_000 : 60_000);
const told: Remanente = { amount: 60_000, month: "2026-03" };
const carrying = (...months: [string, VatMonth][]) => {
  const vats = new Map(months);
  return { told, vatOf: (of: string) => vats.get(of) ?? null, utmOf };
};

test("the remanente of the month before is what was told", () => {
  expect(carriedInto("2026-04", carrying())).toEqual(told);
});

test("what a month between adds to it, or takes of it, is carried on", () => {
  const months = carrying(month("2026-04", 1_000_000, 1_100_000), month("2026-05", 1_000_000, 900_000));
  expect(carriedInto("2026-05", months)).toEqual({ month: "2026-04", amount: 60_000 + 19_000 });
  expect(carriedInto("2026-06", months)).toEqual({ month: "2026-05", amount: 60_000 });
});

test("it grows with the UTM from month to month", () => {
  const months = carrying(month("2026-04", 0, 0), month("2026-05", 0, 0), month("2026-06", 0, 0));
  expect(carriedInto("2026-07", months)).toEqual({ month: "2026-06", amount: 66_000 });
});

test("a month that had something to pay leaves nothing", () => {
  const months = carrying(month("2026-04", 9_000_000, 0), month("2026-05", 0, 0));
  expect(carriedInto("2026-06", months)).toEqual({ month: "2026-05", amount: 0 });
});

test("through a month that nobody has looked at nothing is carried, nor back in time", () => {
  expect(carriedInto("2026-06", carrying(month("2026-04", 0, 0)))).toBeNull();
  expect(carriedInto("2026-03", carrying())).toBeNull();
  expect(carriedInto("2026-01", carrying())).toBeNull();
});

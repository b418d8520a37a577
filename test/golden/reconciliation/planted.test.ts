import { expect, test } from "vitest";
import { differencesOf, type Difference, type Reconciliation, type ReconcileRequest } from "#sii";
import { CLEAN } from "./clean.ts";
import { monthOf, summed } from "./plant.ts";
import { PLANTED } from "./planted.ts";

function explained(request: ReconcileRequest): Reconciliation {
  const found = differencesOf(request);
  if (!found.ok) throw new Error(found.error.reason);
  return found.value;
}

/** The differences in which a plant's own entries or documents stand. */
function differencesAbout(plant: (typeof PLANTED)[number], found: readonly Difference[]): Difference[] {
  const ids = new Set([...(plant.documents ?? []), ...(plant.entries ?? [])].map(({ id }) => id));
  return found.filter(({ documents, entries }) => [...documents, ...entries].some(({ id }) => ids.has(id)));
}

const WHOLE = explained(monthOf([...PLANTED, ...CLEAN]));

test.each(PLANTED)("$class: $what", (plant) => {
  expect(differencesAbout(plant, WHOLE.differences)).toMatchObject([{ class: plant.class, vat: plant.vat }]);
});

test.each(CLEAN)("no difference: $what", (plant) => {
  expect(differencesAbout(plant, WHOLE.differences)).toEqual([]);
});

test("the planted month has no difference but those planted, and a clean one none", () => {
  expect(WHOLE.differences).toHaveLength(PLANTED.length);
  const clean = explained(monthOf(CLEAN));
  expect(clean.differences).toEqual([]);
  expect(clean.causes).toEqual([]);
  expect(clean.links).toEqual([]);
});

test("what a document of the summary was not read of is told with both sums", () => {
  const month = monthOf([...PLANTED, ...CLEAN]);
  const exempt = summed({ type: 34, count: 2, exempt: 90_000, total: 90_000 });
  const found = explained({ ...month, rcv: { ...month.rcv, totals: [...month.rcv.totals, exempt] } });
  expect(found.differences.filter((each) => each.class === "totals")).toMatchObject([
    {
      effect: { total: 90_000, tax: 0 },
      summary: { type: 34, summed: { count: 2, total: 90_000 }, listed: { count: 0, total: 0 } },
    },
  ]);
});

test("the effects add up to what parts both sides", () => {
  for (const side of ["compra", "venta"] as const) {
    const { sii, books, rounding } = WHOLE.sides[side];
    const effects = WHOLE.differences.filter((each) => each.side === side).map(({ effect }) => effect);
    expect(effects.reduce((sum, { total }) => sum + total, rounding.total)).toBe(sii.total - books.total);
    expect(effects.reduce((sum, { tax }) => sum + tax, rounding.tax)).toBe(sii.tax - books.tax);
  }
  // A peso of an invoice whose net and tax were rounded each by itself.
  expect(WHOLE.sides.compra.rounding).toEqual({ total: -1, tax: 0 });
  expect(WHOLE.sides.venta.beside).toEqual({
    sii: { count: 812, total: 3_570_000, tax: 570_000 },
    books: { count: 1, total: 11_900, tax: 1_900 },
  });
});

test("the cause that moves most tax comes first", () => {
  expect(WHOLE.causes.map(({ class: kind, side, count, vat }) => [kind, side, count, vat])).toEqual([
    ["missing_here", "venta", 1, 57_000],
    ["missing_there", "compra", 3, 38_000],
    ["missing_here", "compra", 2, -31_261],
    ["duplicate", "compra", 2, 13_300],
    ["amount", "compra", 1, -12_933],
    ["period", "compra", 1, -9_500],
    ["credit_note", "compra", 2, 5_700],
    ["pending", "compra", 2, 5_700],
    ["reclaimed_but_booked", "compra", 1, 3_800],
    ["not_included", "compra", 1, 1_900],
    ["not_for_this_rut", "compra", 1, 0],
  ]);
});

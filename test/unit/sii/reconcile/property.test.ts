import fc from "fast-check";
import { expect, test } from "vitest";
import { monthOf } from "#kernel";
import { differencesOf, type Reconciliation, type ReconcileRequest } from "#sii";
import { ANY_MONTH } from "./any-month.ts";

function explained(request: ReconcileRequest): Reconciliation {
  const found = differencesOf(request);
  if (!found.ok) throw new Error(found.error.reason);
  return found.value;
}

const twice = (ids: readonly string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i);

test("any order of documents, entries and papers gives the same answer", () => {
  fc.assert(
    fc.property(ANY_MONTH, fc.infiniteStream(fc.nat()), (month, draws) => {
      const shuffled = <T>(values: readonly T[]): T[] =>
        values
          .map((value) => ({ value, at: draws.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ value }) => value);
      const turned = {
        ...month,
        rcv: { ...month.rcv, documents: shuffled(month.rcv.documents) },
        around: month.around.map((each) => ({ ...each, documents: shuffled(each.documents) })),
        books: { ...month.books, entries: shuffled(month.books.entries), papers: shuffled(month.books.papers) },
      };
      expect(explained(turned)).toEqual(explained(month));
    }),
    { numRuns: 1_000 },
  );
});

test("each document and each entry is explained at most once, under keys that no two differences share", () => {
  fc.assert(
    fc.property(ANY_MONTH, (month) => {
      const { differences } = explained(month);
      expect(twice(differences.flatMap(({ documents }) => documents.map(({ key }) => key)))).toEqual([]);
      expect(twice(differences.flatMap(({ entries }) => entries.map(({ id }) => id)))).toEqual([]);
      expect(twice(differences.map(({ key }) => key))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("the effects add up to what parts the register from the books", () => {
  fc.assert(
    fc.property(ANY_MONTH, (month) => {
      const { differences, sides } = explained(month);
      for (const side of ["compra", "venta"] as const) {
        const effects = differences.filter((each) => each.side === side).map(({ effect }) => effect);
        const { sii, books, rounding } = sides[side];
        expect(effects.reduce((sum, { total }) => sum + total, rounding.total)).toBe(sii.total - books.total);
        expect(effects.reduce((sum, { tax }) => sum + tax, rounding.tax)).toBe(sii.tax - books.tax);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("what is summed of the register is what it counts, and every entry of the month is counted once", () => {
  fc.assert(
    fc.property(ANY_MONTH, (month) => {
      const { sides } = explained(month);
      const counted = month.rcv.documents.filter(({ state }) => state === "registro");
      const sign = (type: number): number => (type === 61 ? -1 : 1);
      for (const side of ["compra", "venta"] as const) {
        const own = counted.filter((each) => each.side === side);
        expect(sides[side].sii).toMatchObject({
          count: own.length,
          total: own.reduce((sum, { type, total }) => sum + sign(type) * total, 0),
          tax: own.reduce((sum, { type, tax }) => sum + sign(type) * tax, 0),
        });
      }
      const ofMonth = month.books.entries.filter(({ date }) => monthOf(date) === "2026-11");
      const { compra, venta } = sides;
      const counts = [compra.books, compra.beside.books, venta.books, venta.beside.books].map(({ count }) => count);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ofMonth.length);
    }),
    { numRuns: 1_000 },
  );
});

test("what was set aside stays so, is no cause, and changes no figure", () => {
  fc.assert(
    fc.property(ANY_MONTH, (month) => {
      const before = explained(month);
      const after = explained({ ...month, set_aside: before.differences.map(({ key }) => key) });
      expect(after.differences.every(({ is_set_aside }) => is_set_aside)).toBe(true);
      expect(after.causes).toEqual([]);
      expect(after.sides).toEqual(before.sides);
    }),
  );
});

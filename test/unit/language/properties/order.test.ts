import fc from "fast-check";
import { expect, test } from "vitest";
import { amountsOf, read } from "../read.ts";

const BOUGHT = ["pan", "bencina", "harina", "luz", "arriendo", "bolsas", "detergente", "flete", "café", "pintura"];
const SOLD = ["tortas", "empanadas", "poleras", "completos", "flores", "cortes de pelo"];

/** Amounts that each say their own scale, so that none borrows its neighbour's. */
const AMOUNTS = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map((n) => ({ said: `${n} lucas`, amount: n * 1_000 })),
  fc.integer({ min: 2, max: 999 }).map((n) => ({ said: `${n} mil`, amount: n * 1_000 })),
  fc.integer({ min: 1, max: 999 }).map((n) => ({ said: `${n}k`, amount: n * 1_000 })),
  fc.integer({ min: 1, max: 9_999 }).map((n) => ({ said: `$${grouped(n * 100)}`, amount: n * 100 })),
  fc.integer({ min: 10, max: 9_999 }).map((n) => ({ said: `${grouped(n * 100)} pesos`, amount: n * 100 })),
  fc.integer({ min: 2, max: 9 }).map((n) => ({ said: `${n} palos`, amount: n * 1_000_000 })),
  fc.constantFrom(
    { said: "luca y media", amount: 1_500 },
    { said: "dos palos y medio", amount: 2_500_000 },
    { said: "veinte lucas", amount: 20_000 },
    { said: "cien mil pesos", amount: 100_000 },
  ),
);

const CONNECTORS = [" y ", ", ", "\n", " y después "];

type Told = { thing: string; said: string; amount: number };

const told = (things: readonly string[]) =>
  fc
    .record({ thing: fc.constantFrom(...things), money: AMOUNTS })
    .map(({ thing, money }): Told => ({ thing, ...money }));

const two = fc.tuple(told(BOUGHT), told(BOUGHT)).filter(([one, other]) => one.thing !== other.thing);

/** One verb for both, before and behind the things. */
const LISTS = [
  (parts: string) => parts,
  (parts: string) => `gasté ${parts}`,
  (parts: string) => `hoy pagué ${parts}`,
  (parts: string) => `compré ${parts}`,
];

const PARTS = [({ thing, said }: Told) => `${thing} ${said}`, ({ thing, said }: Told) => `${said} en ${thing}`];

test("two expenses are worth the same in either order", () => {
  const forms = fc.record({ list: fc.constantFrom(...LISTS), part: fc.constantFrom(...PARTS) });
  fc.assert(
    fc.property(two, forms, fc.constantFrom(...CONNECTORS), ([one, other], { list, part }, and) => {
      const there = list(part(one) + and + part(other));
      const back = list(part(other) + and + part(one));
      expect(worthOf(there)).toEqual(worthOf(back));
      expect(amountsOf(there)).toEqual(amountsIn([one, other]));
    }),
    { numRuns: 1_000 },
  );
});

test("a sale and an expense are worth the same in either order", () => {
  fc.assert(
    fc.property(told(SOLD), told(BOUGHT), fc.constantFrom(...CONNECTORS), (sold, bought, and) => {
      const sale = `vendí ${sold.thing} por ${sold.said}`;
      const expense = `gasté ${bought.said} en ${bought.thing}`;
      expect(worthOf(sale + and + expense)).toEqual(worthOf(expense + and + sale));
      expect(amountsOf(sale + and + expense)).toEqual(amountsIn([sold, bought]));
    }),
    { numRuns: 1_000 },
  );
});

test("three expenses are worth the same in any order", () => {
  const three = fc
    .uniqueArray(told(BOUGHT), { minLength: 3, maxLength: 3, selector: ({ thing }) => thing })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: 3 })));
  fc.assert(
    fc.property(three, ([all, shuffled]) => {
      const list = (parts: readonly Told[]) =>
        `compré ${parts.map(({ thing, said }) => `${thing} ${said}`).join(", ")}`;
      expect(worthOf(list(all))).toEqual(worthOf(list(shuffled)));
      expect(amountsOf(list(all))).toEqual(amountsIn(all));
    }),
    { numRuns: 500 },
  );
});

/** The amounts as they were said, in their order. */
function amountsIn(parts: readonly Told[]): number[] {
  return parts.map(({ amount }) => amount);
}

type Worth = [amount: number | null, type: string, category: string | null];

function worthOf(text: string): Worth[] {
  return read(text)
    .movements.map(({ amount_minor, type, category }): Worth => [amount_minor, type, category])
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (String(a) < String(b) ? -1 : 1));
}

function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

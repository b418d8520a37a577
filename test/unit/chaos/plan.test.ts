import fc from "fast-check";
import { expect, test } from "vitest";
import { planOf } from "../../chaos/plan.ts";
import { randomFrom } from "../../chaos/random.ts";

const SIZE = { phones: 5, messagesPerPhone: 8, kills: 3 };

test("the same seed plans the same messages", () => {
  expect(planOf(SIZE, 1_000, randomFrom(7))).toEqual(planOf(SIZE, 1_000, randomFrom(7)));
  expect(planOf(SIZE, 1_000, randomFrom(8))).not.toEqual(planOf(SIZE, 1_000, randomFrom(7)));
});

test("within a phone every amount is told from every other and from every balance", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      for (const { deliveries } of planOf(SIZE, 1_000, randomFrom(seed))) {
        const amounts = deliveries.filter(({ how }) => how !== "again").map(({ message }) => message.amountMinor);
        const balances = amounts
          .map((_, index) => amounts.slice(0, index + 1).reduce((sum, one) => sum + one, 0))
          .slice(1);
        expect(new Set([...amounts, ...balances]).size).toBe(amounts.length + balances.length);
      }
    }),
  );
});

test("a message comes again only after it came first", () => {
  for (const { deliveries } of planOf({ ...SIZE, phones: 200 }, 1_000, randomFrom(3))) {
    const seen = new Set<string>();
    for (const { message, how } of deliveries) {
      expect(seen.has(message.id)).toBe(how === "again");
      seen.add(message.id);
    }
  }
});

test("about 15 of 100 messages come twice", () => {
  const deliveries = planOf({ ...SIZE, phones: 200 }, 1_000, randomFrom(3)).flatMap((phone) => phone.deliveries);
  const twice = deliveries.filter(({ how }) => how !== "first").length;
  expect(twice / 1_600).toBeGreaterThan(0.12);
  expect(twice / 1_600).toBeLessThan(0.18);
});

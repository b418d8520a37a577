import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenDebt } from "#ledger";
import { afterPayment, payOff } from "#ledger";
import { totalOf } from "#src/conversation/flows/settle.ts";

const debts = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 8 }).map((amounts) =>
  amounts.map((amount_minor, i): OpenDebt => ({
    entry_id: `E${i}`,
    document_id: null,
    direction: "por_cobrar",
    counterparty: "don Pedro",
    concept: null,
    category: null,
    taxed: false,
    loan: false,
    amount_minor,
    original_minor: amount_minor,
    currency: "CLP",
    date: "2026-11-18",
    due_date: null,
  })),
);

test("a payment is its shares and its rest, no share is more than its debt, and there is a rest only when all is paid", () => {
  fc.assert(
    fc.property(debts, fc.integer({ min: 1, max: 50_000_000 }), (owed, amount) => {
      const payment = payOff(amount, owed);
      const shares = payment.shares.reduce((sum, share) => sum + share.amount_minor, 0);
      expect(shares + payment.rest_minor).toBe(amount);
      for (const { debt, amount_minor } of payment.shares) {
        expect(amount_minor).toBeGreaterThan(0);
        expect(amount_minor).toBeLessThanOrEqual(debt.amount_minor);
      }
      const left = afterPayment(owed, payment);
      expect(totalOf(left)).toBe(totalOf(owed) - shares);
      expect(payment.rest_minor === 0 || left.length === 0).toBe(true);
    }),
  );
});

test("debts are paid in the order given", () => {
  const [sample] = fc.sample(
    debts.filter((owed) => owed.length > 2),
    1,
  );
  const [first, second] = sample ?? [];
  expect(payOff((first?.amount_minor ?? 0) + 1, sample ?? []).shares).toEqual([
    { debt: first, amount_minor: first?.amount_minor },
    { debt: second, amount_minor: 1 },
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewEntry } from "#src/ledger/entry.ts";
import { isReturn, refusalOf } from "#src/ledger/errors.ts";
import { postingsOf } from "#src/ledger/post.ts";
import { asked } from "./asked.ts";

test.each<[Partial<NewEntry>, string]>([
  [{ amount_minor: 0 }, "amount"],
  [{ amount_minor: -100 }, "amount"],
  [{ amount_minor: 1.5 }, "amount"],
  [{ amount_minor: 2 ** 53 }, "amount"],
  [{ amount_minor: Number.NaN }, "amount"],
  [{ net_minor: 90, tax_minor: 19 }, "tax"],
  [{ net_minor: 0, tax_minor: 100 }, "tax"],
  [{ net_minor: -1, tax_minor: 1 }, "tax"],
  [{ net_minor: 1.5 }, "tax"],
  [{ currency: "pesos" }, "currency"],
  [{ currency: "" }, "currency"],
  [{ date: "2026-02-30" }, "date"],
  [{ date: "18-11-2026" }, "date"],
  [{ due_date: "mañana" }, "date"],
  [{ type: "deuda" }, "direction"],
  [{ type: "ingreso", direction: "por_pagar" }, "direction"],
  [{ type: "egreso", direction: "por_cobrar" }, "direction"],
  [{ type: "transferencia", direction: "por_pagar" }, "direction"],
  [{ category: "Alimentación" }, "category"],
  [{ category: "a:b" }, "category"],
  [{ category: "" }, "category"],
  [{ source_ref: "x".repeat(501) }, "source_ref"],
  [{ source_ref: "" }, "source_ref"],
  [{ transfer: { from: "caja", to: "banco" } }, "transfer"],
  [{ settles_id: "D1" }, "settles"],
  [{ returned: true }, "returned"],
  [{ type: "deuda", direction: "por_pagar", refund: true }, "refund"],
  [{ type: "egreso", direction: "por_pagar", refund: true }, "refund"],
  [{ type: "deuda", direction: "por_pagar", settles_id: "D1" }, "settles"],
  [{ type: "transferencia", transfer: { from: "caja", to: "caja" } }, "transfer"],
  [{ type: "transferencia", transfer: { from: "caja", to: "por_cobrar" } }, "transfer"],
  [{ type: "transferencia", transfer: { from: "caja", to: "../x" } }, "transfer"],
])("%o is not booked: %s", (over, reason) => {
  expect(refusalOf(asked(over))?.reason).toBe(reason);
});

test.each<Partial<NewEntry>>([
  {},
  { amount_minor: Number.MAX_SAFE_INTEGER },
  { currency: "UF" },
  { type: "deuda", direction: "por_cobrar", due_date: "2026-12-31" },
  { type: "ingreso", direction: "por_cobrar" },
  { amount_minor: 119, net_minor: 100, tax_minor: 19 },
  { concept: "x".repeat(5_000) },
  { type: "transferencia", transfer: { from: "banco", to: "caja_chica" } },
])("%o is booked", (over) => {
  expect(refusalOf(asked(over))).toBeNull();
});

test("whatever is not refused has postings that are positive, differ in their sides and add up", () => {
  const amount = fc.integer({ min: -5, max: 300 });
  const part = fc.option(fc.integer({ min: -5, max: 300 }), { nil: null });
  const entry = fc.record({
    type: fc.constantFrom<NewEntry["type"]>("ingreso", "egreso", "deuda", "transferencia"),
    direction: fc.constantFrom<NewEntry["direction"]>("por_pagar", "por_cobrar", null),
    amount_minor: amount,
    net_minor: part,
    tax_minor: part,
    loan: fc.boolean(),
    category: fc.constantFrom("ventas", "retiros", null),
  });
  fc.assert(
    fc.property(entry, (over) => {
      fc.pre(refusalOf(asked(over)) === null);
      const postings = postingsOf(asked(over));
      expect(postings.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(over.amount_minor);
      for (const { debit, credit, amount_minor } of postings) {
        expect(amount_minor).toBeGreaterThan(0);
        expect(debit).not.toBe(credit);
      }
    }),
  );
});

test("what lowered a debt without cash is told by its postings, and by none it is not", () => {
  const paid = { type: "egreso", direction: "por_pagar" } as const;
  const line = { debit: "pasivo:por_pagar", credit: "gasto:insumos", amount_minor: 1, currency: "CLP" };
  expect(isReturn({ ...paid, postings: [line] })).toBe(true);
  expect(isReturn({ ...paid, postings: [{ ...line, credit: "activo:caja" }] })).toBe(false);
  expect(isReturn({ ...paid, postings: [] })).toBe(false);
});

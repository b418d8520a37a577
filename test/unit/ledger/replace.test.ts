import { expect, test } from "vitest";
import type { Entry, EntryPatch, NewEntry } from "#src/ledger/entry.ts";
import { postingsOf } from "#src/ledger/post.ts";
import { patched } from "#src/ledger/replace.ts";
import { asked } from "./asked.ts";

const booked = (over: Partial<NewEntry> = {}): Entry => {
  const { transfer: _transfer, loan = false, settles_id = null, ...entry } = asked(over);
  const postings = postingsOf(asked(over));
  const history = { reverses_id: null, replaces_id: null, reversed_by: null };
  return { ...entry, id: "E1", seq: 1, recorded_at: "t", loan, settles_id, ...history, postings };
};

const origin = { source: "api", source_ref: "api:fix:0" } as const;
const fix = (over: Partial<NewEntry>, patch: EntryPatch) => patched(booked(over), patch, origin);

test("what the patch leaves open stays, and the key is the correction's", () => {
  const before = {
    concept: "pan",
    category: "alimentacion",
    counterparty: "Rosa",
    due_date: "2026-12-01",
    document_id: "D1",
  };
  expect(fix(before, { amount_minor: 45 })).toEqual({
    ...asked({ ...before, ...origin, amount_minor: 45 }),
    loan: false,
    settles_id: null,
  });
});

test("an amount keeps its share of tax", () => {
  const taxed = { amount_minor: 11_900, net_minor: 10_000, tax_minor: 1_900 };
  expect(fix(taxed, { amount_minor: 23_800 })).toMatchObject({ net_minor: 20_000, tax_minor: 3_800 });
  expect(fix(taxed, { amount_minor: 11_901 })).toMatchObject({ net_minor: 10_001, tax_minor: 1_900 });
  expect(fix(taxed, { concept: "harina" })).toMatchObject({ net_minor: 10_000, tax_minor: 1_900 });
  expect(fix({ ...taxed, amount_minor: 12_900 }, { amount_minor: 25_800 })).toMatchObject({
    net_minor: 20_000,
    tax_minor: 3_800,
  });
});

test("a tax that is told is taken as it is", () => {
  const taxed = { amount_minor: 11_900, net_minor: 10_000, tax_minor: 1_900 };
  expect(fix(taxed, { net_minor: null, tax_minor: null })).toMatchObject({ net_minor: null, tax_minor: null });
});

test("income that was spending loses the category of spending", () => {
  expect(fix({ category: "alimentacion" }, { type: "ingreso" })).toMatchObject({ type: "ingreso", category: null });
  expect(fix({ category: "alimentacion" }, { type: "ingreso", category: "ventas" })).toMatchObject({
    category: "ventas",
  });
});

test.each([
  ["egreso", "por_pagar", "insumos"],
  ["ingreso", "por_cobrar", "insumos"],
] as const)("%s that turns out unpaid is owed %s, under its category", (type, direction, category) => {
  expect(fix({ type, category }, { type: "deuda" })).toMatchObject({ type: "deuda", direction, category });
});

test("a debt that turns out paid is spending or income under its category", () => {
  const debt = { type: "deuda", direction: "por_pagar", category: "insumos" } as const;
  expect(fix(debt, { type: "egreso" })).toMatchObject({ type: "egreso", direction: null, category: "insumos" });
});

test("a transfer stays between its accounts", () => {
  const transfer = { from: "banco", to: "caja_chica" };
  expect(fix({ type: "transferencia", transfer }, { amount_minor: 7 })).toMatchObject({ transfer, amount_minor: 7 });
});

test("a loan stays a loan, unless its type changes", () => {
  const loan = { type: "deuda", direction: "por_pagar", loan: true } as const;
  expect(fix(loan, { amount_minor: 7 })).toMatchObject({ loan: true });
  expect(fix(loan, { type: "egreso" })).toMatchObject({ loan: false });
});

test("a field is emptied by null", () => {
  expect(fix({ counterparty: "Rosa", due_date: "2026-12-01" }, { counterparty: null, due_date: null })).toMatchObject({
    counterparty: null,
    due_date: null,
  });
});

const payment = {
  type: "egreso",
  direction: "por_pagar",
  counterparty: "Pedro",
  settles_id: "D1",
  loan: true,
} as const;

test.each<[string, EntryPatch]>([
  ["another amount", { amount_minor: 7 }],
  ["the same name written otherwise", { counterparty: "pedro" }],
])("a payment stays with its debt after %s", (_what, patch) => {
  expect(fix(payment, patch)).toMatchObject({ settles_id: "D1", loan: true });
});

test.each<[string, EntryPatch]>([
  ["to somebody else", { counterparty: "Rosa" }],
  ["in another currency", { currency: "USD" }],
])("a payment that was %s is of no debt that was named, and the open debts tell whether of a loan", (_what, patch) => {
  const fixed = fix(payment, patch);
  expect(fixed.settles_id).toBeNull();
  expect(fixed).not.toHaveProperty("loan");
});

test("a payment that was none settles nothing, and one that is told to settle another debt does", () => {
  expect(fix(payment, { direction: null })).toMatchObject({ direction: null, settles_id: null });
  expect(fix(payment, { settles_id: "D2" })).toMatchObject({ settles_id: "D2" });
  expect(fix(payment, { settles_id: null })).toMatchObject({ settles_id: null });
});

test.each(["ingreso", "egreso"] as const)(
  "a refund that is corrected is one still, unless it turns around: %s",
  (type) => {
    const refund = { type, refund: true, category: type === "ingreso" ? "insumos" : "ventas" };
    expect(fix(refund, { amount_minor: 45 })).toMatchObject({
      refund: true,
      amount_minor: 45,
      category: refund.category,
    });
    expect(fix(refund, { type: type === "ingreso" ? "egreso" : "ingreso" }).refund).toBeUndefined();
    expect(fix({ type }, { amount_minor: 45 }).refund).toBeUndefined();
  },
);

test("a credit note that is corrected still moves no cash, and one that turns out to be something else is none", () => {
  const note = { type: "egreso", direction: "por_pagar", returned: true, settles_id: "D1" } as const;
  expect(fix(note, { amount_minor: 45 })).toMatchObject({ ...note, amount_minor: 45 });
  expect(fix(note, { type: "ingreso" }).returned).toBeUndefined();
  expect(fix({ type: "egreso", direction: "por_pagar" }, { amount_minor: 45 }).returned).toBeUndefined();
});

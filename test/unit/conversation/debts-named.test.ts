import { expect, test } from "vitest";
import type { Debt, OpenDebt } from "#ledger";
import { debtsNamed } from "#src/conversation/debts-named.ts";

const DEBT: OpenDebt = {
  entry_id: "E1",
  direction: "por_pagar",
  counterparty: null,
  concept: null,
  category: null,
  taxed: false,
  loan: false,
  amount_minor: 28_560,
  original_minor: 28_560,
  currency: "CLP",
  date: "2026-11-18",
  due_date: null,
};
const party = (counterparty: string | null, amount_minor: number): Debt => ({
  direction: "por_pagar",
  counterparty,
  currency: "CLP",
  amount_minor,
  due_date: null,
  entries: 1,
});

test("a debt with nobody is named by its paper, and one with somebody by their name", () => {
  const debts = [
    { ...DEBT, concept: "Factura 771" },
    { ...DEBT, entry_id: "E2", amount_minor: 1_000 },
  ];
  const told = debtsNamed([party("Rosa", 40_000), party(null, 29_560)], debts);
  expect(told.map(({ name, money }) => [name, money.amount_minor])).toEqual([
    ["Rosa", 40_000],
    ["Factura 771", 28_560],
    ["—", 1_000],
  ]);
});

import { expect, test } from "vitest";
import type { Debt, OpenDebt } from "#ledger";
import { compose } from "#src/conversation/compose.ts";
import { debtsNamed } from "#src/conversation/debts-named.ts";
import { membershipIn } from "./talking.ts";

const DEBT: OpenDebt = {
  entry_id: "E1",
  document_id: null,
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

test("of very many debts the first are told, and the rest as one sum", () => {
  const debts = Array.from({ length: 200 }, (_, at) => ({
    ...DEBT,
    entry_id: `E${at}`,
    concept: `Factura ${at}`,
    amount_minor: 1_000,
  }));
  const outcome = { kind: "debts" as const, debts: debtsNamed([party(null, 200_000)], debts) };
  const parts = [{ part: "debts" as const, ref: 0, direction: "por_pagar" as const }];
  const { text } = compose({ parts, reply_to: null, today: "2026-11-18" }, [outcome], membershipIn("CL"));
  const lines = text.split("\n");
  expect(lines).toHaveLength(22);
  expect(lines.at(-2)).toBe("• Factura 19: $1.000");
  expect(lines.at(-1)).toBe("… y 180 más: $180.000");
});

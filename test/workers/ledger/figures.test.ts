import { beforeAll, expect, test } from "vitest";
import {
  balance,
  categoryTotals,
  openDebts,
  recordEntry,
  reverseEntry,
  summary,
  totals,
  type NewEntry,
} from "#src/ledger/index.ts";
import type { Archive } from "#src/tenants/index.ts";
import { at, book, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const sale = (amount_minor: number, over: Partial<NewEntry> = {}): Partial<NewEntry> => ({
  type: "ingreso",
  category: "ventas",
  concept: null,
  amount_minor,
  ...over,
});

const spend = (amount_minor: number, category: string, date: string): Partial<NewEntry> => ({
  amount_minor,
  category,
  date,
});

const clp = (amount_minor: number) => ({ amount_minor, currency: "CLP" });

test("the cash is what came in less what went out, and stands first also when there is nothing", async () => {
  const writer = await newWriter(archive);
  expect(await balance(writer)).toEqual({ cash: clp(0), cash_by_currency: [clp(0)], accounts: [] });
  await book(writer, sale(100_000), { amount_minor: 30_000 });
  expect(await balance(writer)).toEqual({
    cash: clp(70_000),
    cash_by_currency: [clp(70_000)],
    accounts: [
      { account: "activo:caja", kind: "activo", amount_minor: 70_000, currency: "CLP" },
      { account: "gasto:alimentacion", kind: "gasto", amount_minor: 30_000, currency: "CLP" },
      { account: "ingreso:ventas", kind: "ingreso", amount_minor: 100_000, currency: "CLP" },
    ],
  });
});

test("dollars are counted beside pesos, never with them", async () => {
  const writer = await newWriter(archive);
  await book(writer, sale(100_000), sale(2_550, { currency: "USD" }));
  const { cash, cash_by_currency } = await balance(writer);
  expect(cash).toEqual(clp(100_000));
  expect(cash_by_currency).toEqual([clp(100_000), { amount_minor: 2_550, currency: "USD" }]);
  const month = await summary(writer, "2026-11");
  expect(month.income).toEqual(clp(100_000));
  expect(month.other_currencies).toMatchObject([{ income: { amount_minor: 2_550, currency: "USD" } }]);
});

test("own money moved to the bank is still cash, and neither earned nor spent", async () => {
  const writer = await newWriter(archive);
  await book(writer, sale(100_000), { type: "transferencia", category: null, amount_minor: 40_000 });
  const { cash, accounts } = await balance(writer);
  expect(cash).toEqual(clp(100_000));
  expect(accounts).toContainEqual({ account: "activo:banco", kind: "activo", amount_minor: 40_000, currency: "CLP" });
  expect(await summary(writer, "2026-11")).toMatchObject({ income: clp(100_000), expense: clp(0) });
});

test("a credit sale is income before it is cash; paying it later is cash and no income", async () => {
  const writer = await newWriter(archive);
  await book(writer, {
    type: "deuda",
    direction: "por_cobrar",
    category: "ventas",
    amount_minor: 50_000,
    counterparty: "Juan",
  });
  expect((await balance(writer)).cash).toEqual(clp(0));
  expect(await summary(writer, "2026-11")).toMatchObject({ income: clp(50_000), debts: { por_cobrar: clp(50_000) } });
  await book(writer, sale(20_000, { direction: "por_cobrar", category: null, counterparty: "juan" }));
  expect((await balance(writer)).cash).toEqual(clp(20_000));
  expect(await summary(writer, "2026-11")).toMatchObject({ income: clp(50_000), debts: { por_cobrar: clp(30_000) } });
});

test("money lent to us moves the cash and is no income; paying it back is no expense", async () => {
  const writer = await newWriter(archive);
  const loan = { type: "deuda", direction: "por_pagar", category: null, counterparty: "Banco", loan: true } as const;
  await book(writer, { ...loan, amount_minor: 500_000 });
  await book(writer, {
    type: "egreso",
    direction: "por_pagar",
    category: null,
    counterparty: "Banco",
    amount_minor: 200_000,
  });
  expect((await balance(writer)).cash).toEqual(clp(300_000));
  const month = await summary(writer, "2026-11");
  expect(month).toMatchObject({ income: clp(0), expense: clp(0), debts: { por_pagar: clp(300_000) } });
});

test("what the owner takes out is no expense", async () => {
  const writer = await newWriter(archive);
  await book(writer, { category: "retiros", amount_minor: 80_000 });
  expect(await summary(writer, "2026-11")).toMatchObject({ expense: clp(0), withdrawals: clp(80_000) });
  const period = { from: "2026-11-01", to: "2026-11-30", category: "retiros" };
  expect(await totals(writer, period)).toEqual([
    { currency: "CLP", income_minor: 0, expense_minor: 0, withdrawals_minor: 80_000, entries: 1 },
  ]);
});

test("income and expense are what stands in the entries; the tax inside them is told apart", async () => {
  const writer = await newWriter(archive);
  await book(writer, sale(119_000, { net_minor: 100_000, tax_minor: 19_000 }));
  await book(writer, { amount_minor: 11_900, net_minor: 10_000, tax_minor: 1_900, category: "insumos" });
  expect(await summary(writer, "2026-11")).toMatchObject({
    income: clp(119_000),
    expense: clp(11_900),
    tax: { debit_minor: 19_000, credit_minor: 1_900 },
  });
  expect((await balance(writer)).accounts).toContainEqual({
    account: "ingreso:ventas",
    kind: "ingreso",
    amount_minor: 100_000,
    currency: "CLP",
  });
});

test("a month stands against the mean of the three before, category by category", async () => {
  const writer = await newWriter(archive);
  await book(
    writer,
    spend(120_000, "combustible", "2026-11-30"),
    spend(80_000, "combustible", "2026-10-01"),
    spend(100_000, "combustible", "2026-09-15"),
    spend(90_000, "combustible", "2026-08-01"),
    spend(999_999, "combustible", "2026-07-31"),
    spend(999_999, "combustible", "2026-12-01"),
    spend(30_000, "salud", "2026-09-15"),
    sale(500_000, { date: "2026-11-01" }),
  );
  expect(await summary(writer, "2026-11")).toMatchObject({
    period: "2026-11",
    income: clp(500_000),
    expense: clp(120_000),
    result: clp(380_000),
    by_category: [
      { category: "ventas", kind: "income", amount_minor: 500_000, mean_minor: 0 },
      { category: "combustible", kind: "expense", amount_minor: 120_000, mean_minor: 90_000 },
      { category: "salud", kind: "expense", amount_minor: 0, mean_minor: 10_000 },
    ],
    mean: {
      months: ["2026-08", "2026-09", "2026-10"],
      months_with_entries: 3,
      income: clp(0),
      expense: clp(100_000),
      result: clp(-100_000),
    },
  });
});

test("what was taken back is in no sum and in no count", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread({ date: "2026-10-05" }), at());
  await book(writer, spend(1_000, "alimentacion", "2026-10-06"));
  await reverseEntry(writer, { entry_id: entry.id, source: "api", source_ref: "api:u:0", now: NOW, id: ids.id() });
  const october = { from: "2026-10-01", to: "2026-10-31" };
  expect(await totals(writer, october)).toEqual([
    { currency: "CLP", income_minor: 0, expense_minor: 1_000, withdrawals_minor: 0, entries: 1 },
  ]);
  expect(await categoryTotals(writer, october)).toEqual([
    { category: "alimentacion", kind: "expense", currency: "CLP", amount_minor: 1_000 },
  ]);
});

test("totals narrow by counterparty, and an entry without category counts among the others", async () => {
  const writer = await newWriter(archive);
  await book(writer, { counterparty: "Copec", amount_minor: 700 }, { category: null, amount_minor: 300 });
  const all = { from: "2026-01-01", to: "2026-12-31" };
  expect(await totals(writer, { ...all, counterparty: "COPEC" })).toMatchObject([{ expense_minor: 700, entries: 1 }]);
  expect((await categoryTotals(writer, all)).map(({ category }) => category)).toEqual(["alimentacion", "otros_gastos"]);
});

test("open debts are told per counterparty with the earliest date that is not yet paid for", async () => {
  const writer = await newWriter(archive);
  const owed = { type: "deuda", direction: "por_cobrar", category: "ventas", counterparty: "Juan Pérez" } as const;
  await book(
    writer,
    { ...owed, amount_minor: 10_000, date: "2026-11-01", due_date: "2026-11-10" },
    { ...owed, amount_minor: 20_000, date: "2026-11-02", due_date: "2026-11-20" },
    { ...owed, amount_minor: 7_000, counterparty: "María", date: "2026-11-02" },
    { ...owed, direction: "por_pagar", category: "insumos", amount_minor: 50_000, counterparty: "Proveedor" },
    sale(12_000, { direction: "por_cobrar", category: null, counterparty: "juan perez" }),
    sale(7_000, { direction: "por_cobrar", category: null, counterparty: "Maria" }),
  );
  const juan = {
    direction: "por_cobrar",
    counterparty: "Juan Pérez",
    currency: "CLP",
    amount_minor: 18_000,
    due_date: "2026-11-20",
    entries: 1,
  };
  const supplier = {
    direction: "por_pagar",
    counterparty: "Proveedor",
    currency: "CLP",
    amount_minor: 50_000,
    due_date: null,
    entries: 1,
  };
  expect(await openDebts(writer)).toEqual([supplier, juan]);
  expect(await openDebts(writer, "por_cobrar")).toEqual([juan]);
});

test("the largest amounts are kept exactly, and sums beyond them stay at the largest", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread(sale(Number.MAX_SAFE_INTEGER)), at());
  expect(entry.amount_minor).toBe(9_007_199_254_740_991);
  expect((await balance(writer)).cash.amount_minor).toBe(9_007_199_254_740_991);
  await book(writer, sale(Number.MAX_SAFE_INTEGER));
  expect((await balance(writer)).cash.amount_minor).toBe(9_007_199_254_740_991);
  expect((await summary(writer, "2026-11")).income.amount_minor).toBe(9_007_199_254_740_991);
});

test("one tenant's figures are nothing to another", async () => {
  const [mine, theirs] = [await newWriter(archive), await newWriter(archive)];
  await book(mine, sale(100_000), { type: "deuda", direction: "por_pagar", amount_minor: 5_000 });
  expect(await balance(theirs)).toEqual({ cash: clp(0), cash_by_currency: [clp(0)], accounts: [] });
  expect(await summary(theirs, "2026-11")).toMatchObject({ income: clp(0), expense: clp(0), by_category: [] });
  expect(await openDebts(theirs)).toEqual([]);
  expect(await categoryTotals(theirs, { from: "2026-01-01", to: "2026-12-31" })).toEqual([]);
});

import { beforeAll, expect, test } from "vitest";
import {
  balance,
  findEntry,
  openDebtEntries,
  openDebts,
  recordEntry,
  replaceEntry,
  reverseEntry,
  settlementRefusalOf,
  summary,
  type Entry,
  type EntryPatch,
  type NewEntry,
} from "#src/ledger/index.ts";
import type { Archive, Viewer, Writer } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const book = async (writer: Writer, over: Partial<NewEntry>): Promise<Entry> =>
  (await recordEntry(writer, bread({ category: null, ...over }), at())).entry;

const owe = (counterparty: string | null, amount_minor: number, over: Partial<NewEntry> = {}): Partial<NewEntry> => ({
  type: "deuda",
  direction: "por_pagar",
  category: "insumos",
  counterparty,
  amount_minor,
  ...over,
});

const pay = (counterparty: string | null, amount_minor: number, over: Partial<NewEntry> = {}): Partial<NewEntry> => ({
  type: "egreso",
  direction: "por_pagar",
  concept: null,
  counterparty,
  amount_minor,
  ...over,
});

let requests = 0;
const request = (entry_id: string) => ({
  entry_id,
  source: "whatsapp" as const,
  source_ref: `whatsapp:request.${requests++}:0`,
  now: NOW,
});

const undo = async (writer: Writer, entry: Entry) => reverseEntry(writer, { ...request(entry.id), id: ids.id() });

const fix = async (writer: Writer, entry: Entry, patch: EntryPatch) => {
  const both = { reversal: ids.id(), replacement: ids.id() };
  const replacement = await replaceEntry(writer, { ...request(entry.id), patch, ids: both });
  if (replacement.outcome !== "created") throw new Error(replacement.outcome);
  return replacement.entry;
};

/** What is open, oldest first: `insumos of Pedro 100`. */
const openLines = async (viewer: Viewer): Promise<string[]> =>
  (await openDebtEntries(viewer)).map(
    ({ concept, counterparty, amount_minor }) => `${concept} of ${counterparty} ${amount_minor}`,
  );

const accountOf = async (viewer: Viewer, account: string): Promise<number> =>
  (await balance(viewer)).accounts.find((one) => one.account === account)?.amount_minor ?? 0;

test("an open debt is told as it was booked, with what is left of it", async () => {
  const writer = await newWriter(archive);
  const { id } = await book(
    writer,
    owe("Pedro", 100, { concept: "harina", date: "2026-11-02", due_date: "2026-12-01" }),
  );
  await book(writer, pay("pedro", 30));
  expect(await openDebtEntries(writer)).toEqual([
    {
      entry_id: id,
      direction: "por_pagar",
      counterparty: "Pedro",
      concept: "harina",
      category: "insumos",
      taxed: false,
      loan: false,
      amount_minor: 70,
      original_minor: 100,
      currency: "CLP",
      date: "2026-11-02",
      due_date: "2026-12-01",
      document_id: null,
    },
  ]);
});

test("a credit note lowers the debt that it names and the month's spending, and moves no cash", async () => {
  const writer = await newWriter(archive);
  const taxed = { net_minor: 100, tax_minor: 19 };
  const { id } = await book(writer, owe("Lácteos", 119, taxed));
  await book(writer, owe("Lácteos", 50, { date: "2026-11-01" }));
  const note = { net_minor: 10, tax_minor: 2, settles_id: id, returned: true, category: "insumos" };
  const returned = await book(writer, pay("Lácteos", 12, note));
  const open = await openDebtEntries(writer);
  expect(open.map(({ amount_minor }) => amount_minor)).toEqual([50, 107]);
  expect((await balance(writer)).cash.amount_minor).toBe(0);
  const { expense, tax } = await summary(writer, "2026-11");
  expect([expense.amount_minor, tax.credit_minor]).toEqual([157, 17]);
  await undo(writer, returned);
  expect((await openDebts(writer))[0]?.amount_minor).toBe(169);
});

test("a credit note gives back at most what is open of its debt, also where it is corrected", async () => {
  const writer = await newWriter(archive);
  const debt = await book(writer, owe("Lácteos", 107));
  const note = (amount_minor: number) =>
    bread({
      ...pay("Lácteos", amount_minor),
      settles_id: debt.id,
      returned: true,
      source_ref: `whatsapp:n:${ids.id()}`,
    });
  const beyond = { reason: "returned", field: "amount_minor" };
  const first = note(60);
  expect(await settlementRefusalOf(writer, first)).toBeNull();
  const { entry } = await recordEntry(writer, first, { now: NOW, id: ids.id() });
  expect(await settlementRefusalOf(writer, note(60))).toEqual(beyond);
  expect(await settlementRefusalOf(writer, note(47))).toBeNull();
  const both = () => ({ reversal: ids.id(), replacement: ids.id() });
  const raised = await replaceEntry(writer, { ...request(entry.id), patch: { amount_minor: 200 }, ids: both() });
  expect(raised).toEqual({ outcome: "refused", refusal: beyond });
  const whole = await fix(writer, entry, { amount_minor: 107 });
  expect(await openDebtEntries(writer)).toEqual([]);
  const lowered = await fix(writer, whole, { amount_minor: 50 });
  expect(lowered).toMatchObject({ settles_id: debt.id, amount_minor: 50 });
  expect(await openLines(writer)).toEqual(["pan of Lácteos 57"]);
});

test("a credit note that stands in the books already is no second one", async () => {
  const writer = await newWriter(archive);
  const debt = await book(writer, owe("Lácteos", 107));
  const note = bread({ ...pay("Lácteos", 107), settles_id: debt.id, returned: true, source_ref: "whatsapp:n:again" });
  await recordEntry(writer, note, { now: NOW, id: ids.id() });
  expect(await settlementRefusalOf(writer, note)).toBeNull();
});

test("a credit note on a debt that was corrected is measured by what was booked in its place", async () => {
  const writer = await newWriter(archive);
  const debt = await book(writer, owe("Lácteos", 107));
  await fix(writer, debt, { amount_minor: 80 });
  const note = bread({ ...pay("Lácteos", 90), settles_id: debt.id, returned: true });
  expect(await settlementRefusalOf(writer, note)).toEqual({ reason: "returned", field: "amount_minor" });
  expect(await settlementRefusalOf(writer, { ...note, amount_minor: 80 })).toBeNull();
});

/** Two debts of Pedro, the older told last, and one of Rosa. */
const twoDebts = async () => {
  const writer = await newWriter(archive);
  const newer = await book(writer, owe("Pedro", 200, { concept: "queso", date: "2026-11-05" }));
  const older = await book(writer, owe("Pedro", 100, { concept: "harina", date: "2026-11-01" }));
  await book(writer, owe("Rosa", 50, { concept: "flores", date: "2026-11-03" }));
  return { writer, newer, older };
};

test("a payment that names no debt goes to the oldest of its counterparty, then to the next", async () => {
  const { writer } = await twoDebts();
  await book(writer, pay("Pedro", 40));
  expect(await openLines(writer)).toEqual(["harina of Pedro 60", "flores of Rosa 50", "queso of Pedro 200"]);
  await book(writer, pay("Pedro", 100));
  expect(await openLines(writer)).toEqual(["flores of Rosa 50", "queso of Pedro 160"]);
});

test("a payment that names its debt goes to that one, and the others go around it", async () => {
  const { writer, newer } = await twoDebts();
  const payment = await book(writer, pay("Pedro", 150, { settles_id: newer.id }));
  expect(payment.settles_id).toBe(newer.id);
  expect(await openLines(writer)).toEqual(["harina of Pedro 100", "flores of Rosa 50", "queso of Pedro 50"]);
  await book(writer, pay("Pedro", 120));
  expect(await openLines(writer)).toEqual(["flores of Rosa 50", "queso of Pedro 30"]);
});

test("a payment that names its debt need not name the counterparty", async () => {
  const { writer, older } = await twoDebts();
  await book(writer, pay(null, 100, { settles_id: older.id }));
  expect(await openLines(writer)).toEqual(["flores of Rosa 50", "queso of Pedro 200"]);
  expect(await openDebts(writer)).toMatchObject([
    { counterparty: "Pedro", amount_minor: 200, entries: 1 },
    { counterparty: "Rosa", amount_minor: 50, entries: 1 },
  ]);
});

test("what is paid beyond a named debt goes to the oldest other one, and beyond all nothing is below zero", async () => {
  const { writer, newer } = await twoDebts();
  await book(writer, pay("Pedro", 230, { settles_id: newer.id }));
  expect(await openLines(writer)).toEqual(["harina of Pedro 70", "flores of Rosa 50"]);
  await book(writer, pay("Pedro", 999));
  expect(await openLines(writer)).toEqual(["flores of Rosa 50"]);
  expect(await openDebts(writer)).toMatchObject([{ counterparty: "Rosa", amount_minor: 50 }]);
  expect((await summary(writer, "2026-11")).debts.por_pagar.amount_minor).toBe(50);
});

test("undoing a payment opens its debt again, named or not", async () => {
  const { writer, newer } = await twoDebts();
  const named = await book(writer, pay("Pedro", 200, { settles_id: newer.id }));
  const plain = await book(writer, pay("Pedro", 100));
  expect(await openLines(writer)).toEqual(["flores of Rosa 50"]);
  await undo(writer, named);
  expect(await openLines(writer)).toEqual(["flores of Rosa 50", "queso of Pedro 200"]);
  await undo(writer, plain);
  expect(await openLines(writer)).toEqual(["harina of Pedro 100", "flores of Rosa 50", "queso of Pedro 200"]);
});

test("a payment corrected stays with its debt; said to be of somebody else it goes to theirs", async () => {
  const { writer, newer } = await twoDebts();
  const payment = await book(writer, pay("Pedro", 200, { settles_id: newer.id }));
  const less = await fix(writer, payment, { amount_minor: 80 });
  expect(less.settles_id).toBe(newer.id);
  expect(await openLines(writer)).toEqual(["harina of Pedro 100", "flores of Rosa 50", "queso of Pedro 120"]);
  await fix(writer, less, { counterparty: "Rosa" });
  expect(await openLines(writer)).toEqual(["harina of Pedro 100", "queso of Pedro 200"]);
});

test("a debt that is taken back is owed no more, and what was paid for it pays the others", async () => {
  const { writer, newer } = await twoDebts();
  await book(writer, pay("Pedro", 60, { settles_id: newer.id }));
  await undo(writer, newer);
  expect(await openLines(writer)).toEqual(["harina of Pedro 40", "flores of Rosa 50"]);
});

test("a debt that is corrected keeps what was paid for it, also after a second correction and under another name", async () => {
  const { writer, newer } = await twoDebts();
  await book(writer, pay("Pedro", 60, { settles_id: newer.id }));
  const first = await fix(writer, newer, { amount_minor: 300 });
  const second = await fix(writer, first, { counterparty: "Quesería Sur" });
  expect(await openLines(writer)).toEqual(["harina of Pedro 100", "flores of Rosa 50", "queso of Quesería Sur 240"]);
  await book(writer, pay("Pedro", 40, { settles_id: newer.id }));
  expect(await openDebts(writer)).toContainEqual(
    expect.objectContaining({ counterparty: "Quesería Sur", amount_minor: 200 }),
  );
  expect((await openDebtEntries(writer)).map(({ entry_id }) => entry_id)).toContain(second.id);
});

test.each<[string, EntryPatch]>([
  ["in dollars", { currency: "USD" }],
  ["owed to us", { direction: "por_cobrar", category: "ventas" }],
])("what was paid for a debt that turns out to be %s pays the others", async (_what, patch) => {
  const { writer, newer } = await twoDebts();
  await book(writer, pay("Pedro", 60, { settles_id: newer.id }));
  await fix(writer, newer, patch);
  expect(await openLines(writer)).toEqual(["harina of Pedro 40", "flores of Rosa 50", "queso of Pedro 200"]);
});

test("what is owed to us, what we owe, and other currencies are never paid with each other's money", async () => {
  const writer = await newWriter(archive);
  await book(writer, owe("Pedro", 100));
  await book(writer, owe("Pedro", 100, { currency: "USD" }));
  await book(writer, owe("Pedro", 100, { direction: "por_cobrar", category: "ventas" }));
  await book(writer, pay("Pedro", 40, { type: "ingreso", direction: "por_cobrar" }));
  await book(writer, pay("Pedro", 30, { currency: "USD" }));
  const open = await openDebtEntries(writer);
  expect(open.map(({ direction, currency, amount_minor }) => `${direction} ${currency} ${amount_minor}`)).toEqual([
    "por_pagar CLP 100",
    "por_pagar USD 70",
    "por_cobrar CLP 60",
  ]);
});

test("debts without a name are paid by payments without a name", async () => {
  const writer = await newWriter(archive);
  await book(writer, owe(null, 100, { concept: "arriendo" }));
  await book(writer, owe("Pedro", 100, { concept: "harina" }));
  await book(writer, pay(null, 60));
  expect(await openLines(writer)).toEqual(["arriendo of null 40", "harina of Pedro 100"]);
});

const lend = (amount_minor: number, over: Partial<NewEntry> = {}) =>
  owe("Banco", amount_minor, { loan: true, category: null, concept: "préstamo", ...over });

test("paying back a loan lowers the loans, whether it is named, told, or all that is owed", async () => {
  const writer = await newWriter(archive);
  const loan = await book(writer, lend(500));
  const named = await book(writer, pay("Banco", 100, { settles_id: loan.id }));
  const told = await book(writer, pay("Banco", 100, { loan: true }));
  const alone = await book(writer, pay("Banco", 100));
  expect([named, told, alone].map((one) => one.loan)).toEqual([true, true, true]);
  expect([named, told, alone].map(({ postings }) => postings[0]?.debit)).toEqual(Array(3).fill("pasivo:prestamos"));
  expect(await accountOf(writer, "pasivo:prestamos")).toBe(200);
  expect(await accountOf(writer, "pasivo:por_pagar")).toBe(0);
  expect(await openDebtEntries(writer)).toMatchObject([{ loan: true, amount_minor: 200, original_minor: 500 }]);
  expect(await openDebts(writer)).toMatchObject([{ counterparty: "Banco", amount_minor: 200 }]);
});

test("where goods are owed besides, a plain payment is of no loan, and a named debt tells better than its payment", async () => {
  const writer = await newWriter(archive);
  const loan = await book(writer, lend(500, { date: "2026-11-01" }));
  const goods = await book(writer, owe("Banco", 80, { date: "2026-11-02" }));
  const plain = await book(writer, pay("Banco", 50));
  const mistold = await book(writer, pay("Banco", 80, { settles_id: goods.id, loan: true }));
  const unpaid = await book(writer, pay("Rosa", 50));
  expect([plain.loan, mistold.loan, unpaid.loan]).toEqual([false, false, false]);
  await book(writer, pay("Banco", 100, { settles_id: loan.id, loan: false }));
  expect(await accountOf(writer, "pasivo:prestamos")).toBe(400);
  expect(await openDebtEntries(writer)).toMatchObject([{ entry_id: loan.id, amount_minor: 350 }]);
});

test("a payment said to be of somebody else is of a loan if theirs is one", async () => {
  const writer = await newWriter(archive);
  await book(writer, lend(500));
  const payment = await book(writer, pay("Rosa", 100));
  const fixed = await fix(writer, payment, { counterparty: "Banco" });
  expect(fixed).toMatchObject({ loan: true, postings: [{ debit: "pasivo:prestamos" }] });
});

test("money that we lent comes back out of what is owed to us", async () => {
  const writer = await newWriter(archive);
  const loan = await book(writer, lend(300, { direction: "por_cobrar", counterparty: "Juan" }));
  await book(writer, pay("Juan", 120, { type: "ingreso", direction: "por_cobrar", settles_id: loan.id }));
  expect(await accountOf(writer, "activo:por_cobrar")).toBe(180);
  expect(await openDebtEntries(writer)).toMatchObject([{ direction: "por_cobrar", loan: true, amount_minor: 180 }]);
});

test("a payment can name only a debt of the tenant's own, of its direction and currency", async () => {
  const [writer, theirs] = [await newWriter(archive), await newWriter(archive)];
  const debt = await book(writer, owe("Pedro", 100));
  const refused = { reason: "settles", field: "settles_id" };
  const asked = (over: Partial<NewEntry>) => bread(pay("Pedro", 10, { settles_id: debt.id, ...over }));
  expect(await settlementRefusalOf(writer, asked({}))).toBeNull();
  expect(await settlementRefusalOf(writer, asked({ settles_id: null }))).toBeNull();
  expect(await settlementRefusalOf(writer, asked({ currency: "USD" }))).toEqual(refused);
  expect(await settlementRefusalOf(writer, asked({ settles_id: "none" }))).toEqual(refused);
  expect(await settlementRefusalOf(theirs, asked({}))).toEqual(refused);
  await expect(recordEntry(theirs, asked({}), at())).rejects.toThrow("a settlement is of a debt");
  expect(await openDebtEntries(theirs)).toEqual([]);
});

test("a correction that names a debt of nobody is refused, and the payment stands", async () => {
  const writer = await newWriter(archive);
  await book(writer, owe("Pedro", 100));
  const payment = await book(writer, pay("Pedro", 10));
  const wish = {
    ...request(payment.id),
    patch: { settles_id: "none" },
    ids: { reversal: ids.id(), replacement: ids.id() },
  };
  expect(await replaceEntry(writer, wish)).toEqual({
    outcome: "refused",
    refusal: { reason: "settles", field: "settles_id" },
  });
  expect(await findEntry(writer, payment.id)).toEqual(payment);
});

test("the same payment told twice settles its debt once", async () => {
  const { writer, older } = await twoDebts();
  const asked = bread(pay("Pedro", 100, { settles_id: older.id }));
  const answers = [await recordEntry(writer, asked, at()), await recordEntry(writer, asked, at())];
  expect(answers.map(({ outcome }) => outcome)).toEqual(["created", "exists"]);
  expect(await openLines(writer)).toEqual(["flores of Rosa 50", "queso of Pedro 200"]);
});

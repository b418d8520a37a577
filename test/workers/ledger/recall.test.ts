import { beforeAll, expect, test } from "vitest";
import {
  categoryContext,
  categoryTotals,
  KNOWN_NAMES_MAX,
  knownNames,
  recordEntry,
  reverseEntry,
  type NewEntry,
} from "#src/ledger/index.ts";
import type { Archive } from "#src/tenants/index.ts";
import { at, book, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const undo = (entry_id: string) => ({ entry_id, source: "api" as const, source_ref: `api:u:${entry_id}`, now: NOW });

test("a counterparty is known by the name that was written last, the newest first", async () => {
  const writer = await newWriter(archive);
  await book(
    writer,
    { counterparty: "gomez" },
    { counterparty: "Copec" },
    { counterparty: null },
    { counterparty: "Gómez", date: "2026-01-01" },
    { counterparty: "Rosa" },
  );
  expect(await knownNames(writer)).toEqual(["Rosa", "Gómez", "Copec"]);
});

test("a name whose entry was taken back is known only from what stands", async () => {
  const writer = await newWriter(archive);
  await book(writer, { counterparty: "Copec" }, { counterparty: "gomez" });
  for (const counterparty of ["Góméz", "Shell"]) {
    const { entry } = await recordEntry(writer, bread({ counterparty }), at());
    await reverseEntry(writer, { ...undo(entry.id), id: ids.id() });
  }
  expect(await knownNames(writer)).toEqual(["gomez", "Copec"]);
});

test("the newest 300 names are known, and none of another tenant", async () => {
  const writer = await newWriter(archive);
  for (let from = 0; from < KNOWN_NAMES_MAX + 20; from += 40) {
    await book(writer, ...Array.from({ length: 40 }, (_, i) => ({ counterparty: `Cliente ${from + i}` })));
  }
  const names = await knownNames(writer);
  expect(names).toHaveLength(300);
  expect([names[0], names[299]]).toEqual(["Cliente 319", "Cliente 20"]);
  expect(await knownNames(await newWriter(archive))).toEqual([]);
});

const fuel = (amount_minor: number, date: string, over: Partial<NewEntry> = {}): Partial<NewEntry> => ({
  amount_minor,
  date,
  category: "combustible",
  ...over,
});

const november = { category: "combustible", kind: "expense", currency: "CLP", month: "2026-11" } as const;

test("a category is told for its month and the three before, with what stands and is of its currency", async () => {
  const writer = await newWriter(archive);
  const [wrong] = await book(
    writer,
    fuel(999, "2026-11-03"),
    fuel(10_000, "2026-11-01"),
    fuel(5_950, "2026-11-30", { net_minor: 5_000, tax_minor: 950 }),
    fuel(7_000, "2026-10-31"),
    fuel(1_000, "2026-08-01"),
    fuel(999, "2026-07-31"),
    fuel(999, "2026-12-01"),
    fuel(999, "2026-11-05", { currency: "USD" }),
    fuel(3_000, "2026-11-07", { type: "deuda", direction: "por_pagar", counterparty: "Copec" }),
    fuel(3_000, "2026-11-09", { direction: "por_pagar", category: null, counterparty: "Copec" }),
    fuel(999, "2026-11-05", { category: "salud" }),
  );
  await reverseEntry(writer, { ...undo(wrong?.entry.id ?? ""), id: ids.id() });
  expect(await categoryContext(writer, november)).toEqual({
    ...november,
    total_minor: 18_950,
    entries: 3,
    before: [
      { month: "2026-08", total_minor: 1_000, entries: 1 },
      { month: "2026-09", total_minor: 0, entries: 0 },
      { month: "2026-10", total_minor: 7_000, entries: 1 },
    ],
  });
  const totals = await categoryTotals(writer, { from: "2026-11-01", to: "2026-11-30" });
  expect(totals).toContainEqual({ category: "combustible", kind: "expense", currency: "CLP", amount_minor: 18_950 });
  expect(await categoryContext(await newWriter(archive), november)).toMatchObject({ total_minor: 0, entries: 0 });
});

test.each<[string, Partial<NewEntry>, { category: string; kind: "income" | "expense" }]>([
  ["spending without a category", { category: null }, { category: "otros_gastos", kind: "expense" }],
  ["income without a category", { type: "ingreso", category: null }, { category: "otros_ingresos", kind: "income" }],
  ["a sale", { type: "ingreso", category: "ventas" }, { category: "ventas", kind: "income" }],
  ["what the owner took out", { category: "retiros" }, { category: "retiros", kind: "expense" }],
])("%s is found under its category and nowhere else", async (_what, over, flow) => {
  const writer = await newWriter(archive);
  await book(writer, { ...over, amount_minor: 700 }, { category: "salud" });
  const asked = { ...flow, currency: "CLP", month: "2026-11" };
  expect(await categoryContext(writer, asked)).toMatchObject({ total_minor: 700, entries: 1 });
  const other = flow.kind === "income" ? "expense" : "income";
  expect(await categoryContext(writer, { ...asked, kind: other })).toMatchObject({ total_minor: 0, entries: 0 });
});

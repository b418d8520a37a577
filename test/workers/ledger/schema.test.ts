import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { beforeAll, describe, expect, test } from "vitest";
import { addRule, recordEntry, type NewEntry } from "#src/ledger/index.ts";
import * as ledgerTables from "#src/ledger/tables.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import * as tenantTables from "#src/tenants/tables.ts";
import { at, bindings, bread, refusal, newWriter, openArchive } from "./books.ts";

let archive: Archive;
let writer: Writer;
let shard: D1Database;
let entryId: string;
beforeAll(async () => {
  archive = await openArchive();
  writer = await newWriter(archive);
  shard = bindings[writer.tenant.shard as "LEDGER_00"];
  entryId = (await recordEntry(writer, bread(), at())).entry.id;
});

const { audit, ...directoryTables } = tenantTables;

const columnsIn = async (d1: D1Database, table: string) => {
  const { results } = await d1
    .prepare(`PRAGMA table_info(${table})`)
    .all<{ name: string; type: string; notnull: number }>();
  return results.map(({ name, type, notnull }) => ({ name, type: type.toLowerCase(), notNull: notnull === 1 }));
};

const written = (table: SQLiteTable) =>
  getTableConfig(table).columns.map((column) => ({
    name: column.name,
    type: column.getSQLType(),
    notNull: column.notNull,
  }));

describe("the tables in the code are the tables in the database", () => {
  test.each(Object.values(directoryTables).map((table) => [getTableConfig(table).name, table] as const))(
    "directory: %s",
    async (name, table) => {
      expect(await columnsIn(bindings.DIRECTORY, name)).toEqual(written(table));
    },
  );
  test.each(Object.values(ledgerTables).map((table) => [getTableConfig(table).name, table] as const))(
    "ledger: %s",
    async (name, table) => {
      expect(await columnsIn(bindings.LEDGER_00, name)).toEqual(written(table));
    },
  );
  test.each(["DIRECTORY", "LEDGER_00", "LEDGER_01"] as const)("audit in %s", async (name) => {
    expect(await columnsIn(bindings[name], "audit")).toEqual(written(audit));
  });
});

test.each([
  ["entries", "UPDATE entries SET amount_minor = 1", /never edited/],
  ["entries", "DELETE FROM entries", /never deleted/],
  ["postings", "UPDATE postings SET amount_minor = 1", /never edited/],
  ["postings", "DELETE FROM postings", /never deleted/],
  ["audit", "UPDATE audit SET actor = 'x'", /never edited/],
  ["audit", "DELETE FROM audit", /never deleted/],
])("%s stay as they were written: %s", async (_table, sql, words) => {
  expect(await refusal(shard.prepare(sql))).toMatch(words);
});

test("the audit of the directory stays as it was written", async () => {
  expect(await refusal(bindings.DIRECTORY.prepare("UPDATE audit SET actor = 'x'"))).toMatch(/never edited/);
  expect(await refusal(bindings.DIRECTORY.prepare("DELETE FROM audit"))).toMatch(/never deleted/);
});

const posting = (over: Record<string, unknown> = {}) => {
  const row = {
    tenant_id: writer.tenant.id,
    entry_id: "new",
    line: 1,
    debit: "gasto:x",
    credit: "activo:caja",
    amount_minor: 5,
    currency: "CLP",
    ...over,
  };
  const columns = Object.keys(row);
  return shard
    .prepare(`INSERT INTO postings (${columns.join()}) VALUES (${columns.map(() => "?").join()})`)
    .bind(...Object.values(row));
};

const entry = (over: Record<string, unknown> = {}) => {
  const row = {
    tenant_id: writer.tenant.id,
    id: "new",
    seq: 900,
    type: "egreso",
    loan: 0,
    amount_minor: 5,
    currency: "CLP",
    date: "2026-11-18",
    recorded_at: "t",
    recorded_by: "b",
    source: "api",
    source_ref_sealed: "s",
    source_key: "new",
    ...over,
  };
  const columns = Object.keys(row);
  return shard
    .prepare(`INSERT INTO entries (${columns.join()}) VALUES (${columns.map(() => "?").join()})`)
    .bind(...Object.values(row));
};

test.each([
  ["nothing", { amount_minor: 0 }],
  ["less than nothing", { amount_minor: -5 }],
  ["more than an exact integer", { amount_minor: 9_007_199_254_740_992 }],
  ["a fraction", { amount_minor: 5.5 }],
  ["between one account and itself", { credit: "gasto:x" }],
  ["an account of no kind", { debit: "otra:x" }],
  ["an account without a name", { debit: "gasto:" }],
])("a posting is refused that moves %s", async (_what, over) => {
  expect(await refusal(shard.batch([posting(over), entry()]))).toMatch(/constraint failed|cannot store REAL/i);
});

test("an entry without postings, and an audit line of postings without an entry, are refused", async () => {
  expect(await refusal(entry())).toMatch(/add up to its amount/);
  const line = shard
    .prepare("INSERT INTO audit VALUES (?, 900, 't', 'a', 'owner', 'entry.record', '[\"new\"]', NULL, 'p', 'h', 's')")
    .bind(writer.tenant.id);
  expect(await refusal(shard.batch([posting(), line]))).toMatch(/are in the books/);
});

test("postings that do not add up, or are in another currency, are refused", async () => {
  expect(await refusal(shard.batch([posting({ amount_minor: 4 }), entry()]))).toMatch(/add up to its amount/);
  expect(await refusal(shard.batch([posting({ currency: "USD" }), entry()]))).toMatch(/in its currency/);
});

test("an entry takes no posting after it was written", async () => {
  expect(await refusal(posting({ entry_id: entryId, line: 2 }))).toMatch(/no posting after/);
});

const reversa = (over: Record<string, unknown> = {}) =>
  entry({ type: "reversa", reverses_id: entryId, amount_minor: 5_000, ...over });

const mirror = (over: Record<string, unknown> = {}) =>
  posting({ debit: "activo:caja", credit: "gasto:alimentacion", amount_minor: 5_000, ...over });

test.each([
  ["is not the mirror image", () => [mirror({ credit: "gasto:salud" }), reversa()], /mirrors/],
  ["has another amount", () => [mirror({ amount_minor: 1 }), reversa({ amount_minor: 1 })], /same amount/],
  [
    "has a line too many",
    () => [mirror({ amount_minor: 4_999 }), mirror({ line: 2, amount_minor: 1 }), reversa()],
    /mirrors/,
  ],
  ["reverses nothing", () => [mirror(), reversa({ reverses_id: "none" })], /is of an entry|FOREIGN KEY/],
  ["names no entry", () => [mirror(), reversa({ reverses_id: null })], /CHECK/],
])("a reversal is refused that %s", async (_what, statements, words) => {
  expect(await refusal(shard.batch(statements()))).toMatch(words);
});

test("an entry is not reversed by another tenant", async () => {
  expect(await refusal(shard.batch([mirror({ tenant_id: "other" }), reversa({ tenant_id: "other" })]))).toMatch(
    /is of an entry|FOREIGN KEY/,
  );
});

test("a failed batch leaves nothing", async () => {
  expect(await refusal(shard.batch([posting(), entry({ source_key: null })]))).toMatch(/NOT NULL/);
  expect(await shard.prepare("SELECT count(*) AS n FROM postings WHERE entry_id = 'new'").first("n")).toBe(0);
});

test("a document keeps its origin, may move on, and is not deleted", async () => {
  const insert =
    "INSERT INTO documents (tenant_id, id, source, source_key, sha256, state, created_at, updated_at) VALUES (?, 'd1', 'api', 'k', 'aa', 'received', 't', 't')";
  await shard.prepare(insert).bind(writer.tenant.id).run();
  await shard.prepare("UPDATE documents SET state = 'read' WHERE id = 'd1'").run();
  expect(await refusal(shard.prepare("UPDATE documents SET sha256 = 'bb' WHERE id = 'd1'"))).toMatch(
    /keeps its origin/,
  );
  expect(await refusal(shard.prepare("UPDATE documents SET state = 'lost' WHERE id = 'd1'"))).toMatch(/CHECK/);
  expect(await refusal(shard.prepare("DELETE FROM documents WHERE id = 'd1'"))).toMatch(/never deleted/);
  expect(await refusal(shard.prepare("UPDATE documents SET entry_id = 'none' WHERE id = 'd1'"))).toMatch(/FOREIGN KEY/);
});

test("a tenant that is being erased lets go of its rows, and only its own", async () => {
  const gone = await newWriter(archive);
  const d1 = bindings[gone.tenant.shard as "LEDGER_00"];
  await recordEntry(gone, bread(), at());
  await d1.batch([
    d1.prepare("INSERT INTO erasures VALUES (?, 't')").bind(gone.tenant.id),
    ...["postings", "entries", "audit"].map((table) =>
      d1.prepare(`DELETE FROM ${table} WHERE tenant_id = ?`).bind(gone.tenant.id),
    ),
  ]);
  expect(
    await d1.prepare("SELECT count(*) AS n FROM entries WHERE tenant_id = ?").bind(gone.tenant.id).first("n"),
  ).toBe(0);
  expect(await refusal(shard.prepare("DELETE FROM entries WHERE tenant_id = ?").bind(writer.tenant.id))).toMatch(
    /never deleted/,
  );
});

const debtOf = async (over: Partial<NewEntry>) =>
  (await recordEntry(writer, bread({ type: "deuda", direction: "por_pagar", category: "insumos", ...over }), at()))
    .entry.id;

const payment = (over: Record<string, unknown>) =>
  shard.batch([
    posting({ debit: "pasivo:por_pagar" }),
    entry({ direction: "por_pagar", source_key: "payment", ...over }),
  ]);

test.each([
  ["of nobody", async () => ({ settles_id: "none" })],
  ["that is no debt", async () => ({ settles_id: entryId })],
  ["of the other direction", async () => ({ settles_id: await debtOf({ direction: "por_cobrar" }) })],
  ["in another currency", async () => ({ settles_id: await debtOf({ currency: "USD" }) })],
  ["without saying which kind it pays", async () => ({ settles_id: await debtOf({}), direction: null })],
  ["being a debt itself", async () => ({ settles_id: await debtOf({}), type: "deuda" })],
])("a payment is refused that names a debt %s", async (_what, over) => {
  expect(await refusal(payment(await over()))).toMatch(/a settlement is of a debt/);
});

test("a payment is refused that names another tenant's debt", async () => {
  let theirs = await newWriter(archive);
  while (theirs.tenant.shard !== writer.tenant.shard) theirs = await newWriter(archive);
  const { entry: debt } = await recordEntry(theirs, bread({ type: "deuda", direction: "por_pagar" }), at());
  expect(await refusal(payment({ settles_id: debt.id }))).toMatch(/a settlement is of a debt/);
});

const copec = { kind: "category", match: "Copec", category: "combustible", side: "expense" } as const;

test("a rule ends once, is never edited and never deleted", async () => {
  const { rule } = await addRule(writer, { rule: copec, source_ref: "api:copec:0", ...at() });
  const set = (what: string) => refusal(shard.prepare(`UPDATE rules SET ${what} WHERE id = ?`).bind(rule.id));
  expect(await set("category = 'salud'")).toMatch(/never edited/);
  expect(await set("category = 'salud', ended_at = 't', ended_key = 'k'")).toMatch(/never edited/);
  expect(await set("ended_at = 't'")).toMatch(/CHECK/);
  expect(await set("ended_at = 't', ended_key = 'k'")).toBeNull();
  expect(await set("ended_at = 'u'")).toMatch(/ends once/);
  expect(await set("ended_at = NULL, ended_key = NULL")).toMatch(/ends once/);
  expect(await refusal(shard.prepare("DELETE FROM rules"))).toMatch(/never deleted/);
});

const ruleRow = (over: Record<string, unknown>) => {
  const row = {
    tenant_id: writer.tenant.id,
    id: String(over["seq"]),
    kind: "category",
    match_sealed: "s",
    match_key: "m",
    category: "salud",
    side: "expense",
    source_key: `rule-${String(over["seq"])}`,
    taught_at: "t",
    taught_by: "b",
    ...over,
  };
  const columns = Object.keys(row);
  return shard
    .prepare(`INSERT INTO rules (${columns.join()}) VALUES (${columns.map(() => "?").join()})`)
    .bind(...Object.values(row));
};

const named = { kind: "same", category: null, side: null, name_sealed: "s" };

test.each([
  ["two categories of one match", { seq: 701 }, { seq: 702 }],
  ["two names of one match", { seq: 703, ...named, name_key: "a" }, { seq: 704, ...named, name_key: "b" }],
  [
    "that a name is the match, and that it is not",
    { seq: 705, ...named, match_key: "n", name_key: "a" },
    { seq: 706, ...named, kind: "distinct", match_key: "n", name_key: "a" },
  ],
])("no two rules hold of %s", async (_what, first, second) => {
  expect(await refusal(ruleRow(first))).toBeNull();
  expect(await refusal(ruleRow(second))).toMatch(/UNIQUE/);
});

test.each([
  ["a category without a side", { seq: 801, side: null }],
  ["a category of a name", { seq: 802, name_sealed: "s", name_key: "a" }],
  ["a name without a word", { seq: 803, ...named, name_sealed: null }],
])("a rule is refused that is %s", async (_what, over) => {
  expect(await refusal(ruleRow({ match_key: "z", ...over }))).toMatch(/CHECK/);
});

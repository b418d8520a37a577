import { expect, test } from "vitest";
import { conflictOf } from "#src/database/batch.ts";
import { draft, openDatabases, shardOf, statementOf } from "#src/database/connection.ts";
import { counters } from "#src/tenants/tables.ts";

test.each([
  [
    "D1_ERROR: UNIQUE constraint failed: entries.tenant_id, entries.seq: SQLITE_CONSTRAINT",
    "entries.tenant_id, entries.seq",
  ],
  ["D1_ERROR: UNIQUE constraint failed: aliases.alias_hash: SQLITE_CONSTRAINT (extended: x)", "aliases.alias_hash"],
])("%s names its columns", (message, columns) => {
  expect(conflictOf(new Error(message))).toBe(columns);
});

test.each(["D1_ERROR: CHECK constraint failed: debit <> credit", "D1_ERROR: an entry is never edited", "network lost"])(
  "%s is no conflict of a natural key",
  (message) => {
    expect(conflictOf(new Error(message))).toBeNull();
  },
);

test("a drafted write is words and values, and can't be run", () => {
  const insert = draft.insert(counters).values({ name: "turns", value: 1 });
  expect(statementOf(insert)).toMatchObject({
    sql: 'insert into "counters" ("name", "value") values (?, ?)',
    params: ["turns", 1],
  });
  expect(() => insert.run()).toThrow("prepare is not a function");
});

test("shards are found by their binding, in order, and nothing else is one", () => {
  const d1 = {} as D1Database;
  const databases = openDatabases({
    DIRECTORY: d1,
    LEDGER_01: d1,
    MEDIA: {},
    LEDGER_00: d1,
    LEDGER_X: d1,
    LEDGER_000: d1,
  });
  expect([...databases.ledgers.keys()]).toEqual(["LEDGER_00", "LEDGER_01"]);
  expect(shardOf(databases, "LEDGER_01")).toBe(d1);
  expect(() => shardOf(databases, "LEDGER_02")).toThrow("is bound");
  expect(() => openDatabases({ LEDGER_00: d1 })).toThrow("directory");
  expect(() => openDatabases({ DIRECTORY: d1 })).toThrow("shard");
});

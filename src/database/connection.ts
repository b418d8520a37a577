import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import { assert } from "#kernel";

const LEDGER_BINDING = /^LEDGER_\d{2}$/;

/** D1 binds at most 100 values in a statement (measured: 101 are refused): so many keys, and what else a query asks by. */
export const KEYS_PER_QUERY = 90;

/** Every database of a deployment: one directory, and the shards of the ledger by binding name. */
export type Databases = { directory: D1Database; ledgers: ReadonlyMap<string, D1Database> };

/** Takes `DIRECTORY` and every `LEDGER_nn` out of a Worker's environment. */
export function openDatabases(env: object): Databases {
  const bindings = Object.entries(env) as [string, D1Database][];
  const directory = bindings.find(([name]) => name === "DIRECTORY")?.[1];
  assert(directory, "the Worker is bound to a directory");
  const ledgers = bindings.filter(([name]) => LEDGER_BINDING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  assert(ledgers.length > 0, "the Worker is bound to at least one ledger shard");
  return { directory, ledgers: new Map(ledgers) };
}

/** The ledger database of that binding name. */
export function shardOf(databases: Databases, name: string): D1Database {
  const shard = databases.ledgers.get(name);
  assert(shard, "the shard that a tenant names is bound");
  return shard;
}

/** A database to read from: drizzle with nothing but `select`. */
export type Shelf = Pick<DrizzleD1Database, "select">;

export function shelfOf(d1: D1Database): Shelf {
  const reader = drizzle(d1);
  return { select: reader.select.bind(reader) };
}

/** A write that has been written down and not carried out. */
export type Statement = { sql: string; params: readonly unknown[] };

/**
 * Builders for `insert`, `update` and `delete` on a connection that does not exist: a room can say what should be
 * written (`statementOf(draft.insert(table).values(row))`) and only a batch can write it.
 */
export const draft: Pick<DrizzleD1Database, "insert" | "update" | "delete"> = drizzle({} as D1Database);

export function statementOf(query: { toSQL(): { sql: string; params: unknown[] } }): Statement {
  return query.toSQL();
}

/** True when the database answers at all. */
export async function isAlive(d1: D1Database): Promise<boolean> {
  try {
    return (await d1.prepare("SELECT 1 AS one").first<number>("one")) === 1;
  } catch {
    return false;
  }
}

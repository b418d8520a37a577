// Counts what a stage has written: while it runs, by its bindings; after it halted, in the files themselves.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Stage } from "./stage.ts";

export type Written = {
  /** `<database>.<table>` → rows. The counters of operators are not among them. */
  rows: Record<string, number>;
  /** Conversation objects that have a file of their own. */
  objects: number;
  /** Files kept. */
  files: number;
};

/** Where the counters add up that `/metrics` shows; a refused request moves them, and nothing else. */
const COUNTERS = "counters";

export async function writtenBy({ workers: { miniflare }, state }: Stage): Promise<Written> {
  const rows: Record<string, number> = {};
  for (const name of ["DIRECTORY", "LEDGER_00"]) {
    const database = await miniflare.getD1Database(name);
    const tables = await database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name <> 'sqlite_sequence'",
      )
      .all<{ name: string }>();
    for (const { name: table } of tables.results) {
      if (table === COUNTERS) continue;
      rows[`${name}.${table}`] =
        (await database.prepare(`SELECT count(*) AS n FROM "${table}"`).first<number>("n")) ?? 0;
    }
  }
  const bucket = await miniflare.getR2Bucket("MEDIA");
  return { rows, objects: objectFiles(state).length, files: (await bucket.list()).objects.length };
}

/** Messages in the inboxes of all conversation objects, by the hash of their ids; only after the stage has halted. */
export function messagesOnDisk({ state }: Stage): { rows: number; different: number } {
  const refs = objectFiles(state).flatMap((path) => {
    const database = new DatabaseSync(path, { readOnly: true });
    const known = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'inbox'").get();
    const rows = known ? database.prepare("SELECT ref FROM inbox WHERE kind <> 'result'").all() : [];
    database.close();
    return rows.map(({ ref }) => String(ref));
  });
  return { rows: refs.length, different: new Set(refs).size };
}

function objectFiles(state: string): string[] {
  if (!existsSync(state)) return [];
  return readdirSync(state, { recursive: true, encoding: "utf8" })
    .filter((path) => /Conversation.*[0-9a-f]{64}\.sqlite$/.test(path))
    .map((path) => join(state, path));
}

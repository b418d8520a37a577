import { shelfOf } from "#database";
import { counterRows } from "./store.ts";
import type { Archive } from "./viewer.ts";

/** Every counter of the metrics, by name. */
export async function readCounters(archive: Archive): Promise<Record<string, number>> {
  const rows = await counterRows(shelfOf(archive.databases.directory));
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

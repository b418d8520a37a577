import { inArray } from "drizzle-orm";
import { KEYS_PER_QUERY } from "#database";
import type { Viewer } from "#tenants";
import { kept, select, type KeptDocument } from "../store.ts";
import { documents } from "../tables.ts";

/** Those that there are, in no order. */
export async function documentsById(viewer: Viewer, ids: readonly string[]): Promise<KeptDocument[]> {
  const found: KeptDocument[] = [];
  for (let i = 0; i < ids.length; i += KEYS_PER_QUERY) {
    const page = ids.slice(i, i + KEYS_PER_QUERY);
    const rows = await select(viewer, inArray(documents.id, page), page.length);
    found.push(...(await Promise.all(rows.map((row) => kept(viewer, row)))));
  }
  return found;
}

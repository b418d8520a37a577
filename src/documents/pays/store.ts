import { and, inArray } from "drizzle-orm";
import type { Viewer } from "#tenants";
import { answered } from "../answers.ts";
import { kept, select } from "../store.ts";
import { documents } from "../tables.ts";

/** D1 binds 100 values to a statement; older debts are known by their names alone. */
const ISSUERS_MAX = 90;

/** The tax ids of those who issued the papers of these entries, by entry; of one without a paper, or without an id, none. */
export async function issuersOf(viewer: Viewer, entryIds: readonly string[]): Promise<Record<string, string>> {
  const ids = entryIds.slice(-ISSUERS_MAX);
  if (ids.length === 0) return {};
  const filed = and(inArray(documents.entry_id, ids), inArray(documents.state, ["booked", "linked"]));
  const rows = await select(viewer, filed, ISSUERS_MAX);
  const papers = await Promise.all(rows.map((row) => kept(viewer, row)));
  const issued = papers.flatMap(({ entry_id, extraction, answers }): [string, string][] => {
    const taxId = extraction ? answered(extraction, answers).fields.merchant_tax_id : null;
    return entry_id !== null && taxId !== null ? [[entry_id, taxId]] : [];
  });
  return Object.fromEntries(issued);
}

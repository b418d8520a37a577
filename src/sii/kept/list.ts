import { err, ok, type Month, type Result } from "#kernel";
import { entriesByPaperKey } from "#ledger";
import type { Viewer } from "#tenants";
import type { RcvSide, RcvState } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import { keptOf, listRows } from "../store.ts";

export type KeptQuery = { month?: Month; side?: RcvSide; state?: RcvState; cursor: string | null; limit: number };

export type KeptPage = { documents: KeptRcvDocument[]; next_cursor: string | null };

/** A ULID. */
const CURSOR = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** What is kept of the tax service's lists, newest first, each with the entry that stands for it. */
export async function listKept(
  viewer: Viewer,
  { cursor, limit, ...of }: KeptQuery,
): Promise<Result<KeptPage, { reason: "cursor" }>> {
  if (cursor !== null && !CURSOR.test(cursor)) return err({ reason: "cursor" });
  const rows = await listRows(viewer, { ...of, before: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const entries = await entriesByPaperKey(
    viewer,
    page.map(({ paper_key }) => paper_key),
  );
  const documents = await Promise.all(page.map((row) => keptOf(viewer, row, entries.get(row.paper_key)?.id ?? null)));
  return ok({ documents, next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
}

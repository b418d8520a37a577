import { assert, err, fromBase64, fromUtf8, ok, toBase64, utf8, type CivilDate, type Result } from "#kernel";
import { actorName, type Actor, type Viewer } from "#tenants";
import type { Entry } from "./entry.ts";
import { counterpartyKey, entryOf } from "./row.ts";
import { entryPage, lastLive, type EntryFilter } from "./store.ts";

export const ENTRIES_LIMIT_DEFAULT = 50;
export const ENTRIES_LIMIT_MAX = 200;

/** `from` and `to` are inclusive days; `cursor` is the `next_cursor` of the page before. */
export type EntryQuery = {
  from?: CivilDate;
  to?: CivilDate;
  category?: string;
  counterparty?: string;
  /** Only what stands: no reversals, nothing reversed. */
  live?: boolean;
  limit?: number;
  cursor?: string;
};

export type EntryPage = { entries: Entry[]; next_cursor: string | null };

/** A page of the books, newest first by the order of recording, history included unless `live`. */
export async function listEntries(viewer: Viewer, query: EntryQuery): Promise<Result<EntryPage, { reason: "cursor" }>> {
  const { limit = ENTRIES_LIMIT_DEFAULT, cursor } = query;
  assert(limit >= 1 && limit <= ENTRIES_LIMIT_MAX, "a page has 1 to 200 entries");
  const before = cursor === undefined ? null : readCursor(cursor);
  if (cursor !== undefined && before === null) return err({ reason: "cursor" });
  const stored = await entryPage(viewer, { ...(await filterOf(viewer, query)), before, limit: limit + 1 });
  const page = stored.slice(0, limit);
  const last = stored.length > limit ? page.at(-1) : undefined;
  const entries = await Promise.all(page.map((row) => entryOf(viewer, row)));
  return ok({ entries, next_cursor: last ? writeCursor(last.row.seq) : null });
}

async function filterOf(viewer: Viewer, query: EntryQuery): Promise<Omit<EntryFilter, "before" | "limit">> {
  const { from = null, to = null, category = null, counterparty, live = false } = query;
  const counterparty_key = counterparty === undefined ? null : await counterpartyKey(viewer, counterparty);
  return { from, to, category, counterparty_key, live };
}

/** The newest entry that stands, or null. @param by only among what this actor recorded */
export async function lastLiveEntry(viewer: Viewer, by?: Actor): Promise<Entry | null> {
  const stored = await lastLive(viewer, by ? actorName(by) : null);
  return stored ? entryOf(viewer, stored) : null;
}

const CURSOR = /^v1:([1-9]\d{0,14})$/;

function writeCursor(seq: number): string {
  return toBase64(utf8(`v1:${seq}`)).replace(/=+$/, "");
}

function readCursor(cursor: string): number | null {
  if (!/^[A-Za-z0-9+/]{4,32}$/.test(cursor)) return null;
  const padded = cursor.padEnd(Math.ceil(cursor.length / 4) * 4, "=");
  const [, seq] = CURSOR.exec(decoded(padded)) ?? [];
  return seq === undefined ? null : Number(seq);
}

function decoded(base64: string): string {
  try {
    return fromUtf8(fromBase64(base64));
  } catch {
    return "";
  }
}

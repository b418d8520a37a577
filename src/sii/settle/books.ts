import { addDays, assert, firstDayOf, lastDayOf, type Month } from "#kernel";
import { entryIdsOfPapers, listEntries, listRules, type Entry } from "#ledger";
import type { Viewer } from "#tenants";
import type { Books, KnownPaper } from "../reconcile/books.ts";
import { keyOf } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import { declinedOf, keptOf, rowsOfMonth, type SiiDocumentRow } from "../store.ts";

// What is held against the list of the tax service: entries, papers, and what was said of both.

const PAGE_MAX = 200;
/**
 * Five months of a shop with 200 entries a day; a kilobyte each, of the 128 megabytes of an object. Of books that are larger
 * a part would be worse than nothing: what was told in the rest would be booked again.
 */
const ENTRIES_MAX = 30_000;
/** An invoice is told of weeks after its day, and counts a month or two behind it. */
const AROUND_DAYS = 62;

/** Papers of these entries, as whoever keeps papers knows them. */
export type PapersOf = (viewer: Viewer, entries: readonly Entry[]) => Promise<KnownPaper[]>;

/** The documents of some months, each with the id of the entry that stands for it. */
export async function documentsOf(viewer: Viewer, months: readonly Month[]): Promise<Listed[]> {
  const rows = (await Promise.all(months.map((month) => rowsOfMonth(viewer, month)))).flat();
  const ids = await entryIdsOfPapers(
    viewer,
    rows.map(({ paper_key }) => paper_key),
  );
  return Promise.all(
    rows.map(async (row) => ({ row, document: await keptOf(viewer, row, ids.get(row.paper_key) ?? null) })),
  );
}

/** `document.entry_id`: what stands for it in the books. */
export type Listed = { row: SiiDocumentRow; document: KeptRcvDocument };

export type BooksAsked = {
  months: readonly Month[];
  listed: readonly Listed[];
  papersOf: PapersOf;
  /** More entries than this are not held against anything. */
  entries_max?: number | undefined;
};

/** The books around some months, as they are held against what was listed; null where they are too large for that. */
export async function booksAround(
  viewer: Viewer,
  { months, listed, papersOf, entries_max = ENTRIES_MAX }: BooksAsked,
): Promise<Books | null> {
  const [entries, rules] = await Promise.all([entriesAround(viewer, months, entries_max), listRules(viewer)]);
  if (entries === null) return null;
  return {
    entries,
    papers: await papersOf(
      viewer,
      entries.filter(({ document_id }) => document_id !== null),
    ),
    own_tax_id: viewer.tenant.tax_id,
    rules,
    declined: listed.flatMap(({ row, document }) =>
      declinedOf(row).map((entry_id) => ({ document: keyOf(document), entry_id })),
    ),
  };
}

async function entriesAround(viewer: Viewer, months: readonly Month[], count_max: number): Promise<Entry[] | null> {
  const sorted = [...months].toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  assert(first !== undefined && last !== undefined, "the books are read around a month");
  const range = { from: addDays(firstDayOf(first), -AROUND_DAYS), to: addDays(lastDayOf(last), AROUND_DAYS) };
  const entries: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page = await listEntries(viewer, { ...range, live: true, limit: PAGE_MAX, ...(cursor && { cursor }) });
    assert(page.ok, "a cursor of ours is one");
    entries.push(...page.value.entries);
    cursor = page.value.next_cursor;
    if (entries.length > count_max) return null;
  } while (cursor !== null);
  return entries;
}

import { assert, type Entropy, type Month } from "#kernel";
import {
  ENTRIES_PER_BATCH_MAX,
  entriesBySourceRef,
  entriesWithEvidence,
  findEntry,
  knownNames,
  recordEntries,
  replaceEntry,
  reverseEntry,
  type Entry,
} from "#ledger";
import type { Viewer, Writer } from "#tenants";
import { bookable, entryOfRcv, isBookable, type Habits } from "../book/entry.ts";
import { keyOf, type RcvDocument } from "../rcv/document.ts";
import { amountsOf } from "../reconcile/resolutions.ts";
import { matchRcv } from "../reconcile/match-rcv.ts";
import type { Books } from "../reconcile/books.ts";
import { paperIdOf } from "../keep/paper-id.ts";
import { booksAround, documentsOf, type Listed, type PapersOf } from "./books.ts";

// What was kept of the tax service's list, carried out in the books. Everything here is done once, however often it is
// asked for: an entry has the document's natural key, and a paper stands in the books once.

/** Each batch of 40 asks the database some ninety times, and an invocation has a thousand. */
const SETTLED_PER_STEP_MAX = 200;

export type SettlePorts = { now: number; entropy: Entropy; papersOf: PapersOf };

export type Settling = {
  months: readonly Month[];
  /** The business's own. */
  rut: string;
};

/** `more`: so much is left that another step is needed. */
export type Settlement = { booked: number; linked: number; reversed: number; more: boolean };

/**
 * Brings the books to what is kept of these months: what counts is booked, or linked with what was told of it; what was
 * claimed back or left out since is reversed, where it was booked from the list alone.
 */
export async function settleMonths(writer: Writer, settling: Settling, ports: SettlePorts): Promise<Settlement> {
  const listed = await documentsOf(writer, settling.months);
  const away = listed.filter(isToReverse).slice(0, SETTLED_PER_STEP_MAX);
  for (const each of away) await takeBack(writer, each, ports);
  const open = await openOf(writer, listed);
  const books = await booksAround(writer, { ...settling, listed, papersOf: ports.papersOf });
  const free = await withoutHeld(writer, { ...books, own_tax_id: settling.rut }, listed);
  const matches = new Map(
    matchRcv(
      listed.map(({ document }) => document),
      free,
    ).map((match) => [match.document, match]),
  );
  const habits = { rut: settling.rut, rules: books.rules, names: await knownNames(writer) };
  const links = open.flatMap((each) => {
    const match = matches.get(keyOf(each.document));
    return match?.verdict === "sure" ? [{ ...each, entry_id: match.best.entry_id }] : [];
  });
  const fresh = open.filter(({ document }) => matches.get(keyOf(document))?.verdict === "none");
  const [linking, booking] = [links.slice(0, SETTLED_PER_STEP_MAX), fresh.slice(0, SETTLED_PER_STEP_MAX)];
  let linked = 0;
  for (const each of linking) if (await linkListed(writer, each, { habits, ...ports })) linked++;
  const booked = await bookAll(writer, booking, { habits, ports });
  const more = away.length + linking.length + booking.length < countOf(listed, links, fresh);
  return { booked, linked, reversed: away.length, more };
}

function countOf(listed: readonly Listed[], links: readonly unknown[], fresh: readonly unknown[]): number {
  return listed.filter(isToReverse).length + links.length + fresh.length;
}

/** Booked from the list alone, and it counts no more. What a person told, or showed a paper of, is theirs to take back. */
function isToReverse({ document, entry }: Listed): boolean {
  return document.state !== "registro" && entry?.source === "sii" && entry.document_id === null;
}

async function takeBack(writer: Writer, { document, entry }: Listed, { now, entropy }: SettlePorts): Promise<void> {
  assert(entry, "what is taken back stands in the books");
  const source_ref = `${entry.source_ref}:${document.state}`;
  await reverseEntry(writer, { entry_id: entry.id, source: "sii", source_ref, now, id: entropy.id() });
}

/** What counts and has no entry. One that a person has undone stays undone; one that we took back may come again. */
async function openOf(viewer: Viewer, listed: readonly Listed[]): Promise<(Listed & { source_ref: string })[]> {
  const wanted = listed.filter(({ document, entry }) => {
    return document.state === "registro" && entry === null && isBookable(document);
  });
  const open: (Listed & { source_ref: string })[] = [];
  for (let i = 0; i < wanted.length; i += ENTRIES_PER_BATCH_MAX) {
    const page = wanted.slice(i, i + ENTRIES_PER_BATCH_MAX);
    const before = await entriesBySourceRef(
      viewer,
      page.map(({ document }) => keyOf(document)),
    );
    for (const each of page) {
      const source_ref = await keyToBook(viewer, keyOf(each.document), before);
      if (source_ref !== null) open.push({ ...each, source_ref });
    }
  }
  return open;
}

/** A claim that was withdrawn and made again is rare, and this often it is followed. */
const AGAIN_MAX = 5;

/** The natural key under which it may be booked; null where a person has undone it. */
async function keyToBook(viewer: Viewer, key: string, before: ReadonlyMap<string, Entry>): Promise<string | null> {
  let entry = before.get(key) ?? null;
  for (let again = 2; entry !== null; again++) {
    const reversal: Entry | null = entry.reversed_by === null ? null : await findEntry(viewer, entry.reversed_by);
    if (reversal?.source !== "sii" || again > AGAIN_MAX) return null;
    const next = `${key}:${again}`;
    entry = (await entriesBySourceRef(viewer, [next])).get(next) ?? null;
    if (entry === null) return next;
  }
  return key;
}

/** A natural key under which it was never booked; null where it was booked and undone too often. */
export async function freshKey(viewer: Viewer, key: string): Promise<string | null> {
  const tries = [key, ...Array.from({ length: AGAIN_MAX }, (_, i) => `${key}:${i + 2}`)];
  const before = await entriesBySourceRef(viewer, tries);
  return tries.find((each) => !before.has(each)) ?? null;
}

/** Entries that are of another document already, of months that are not looked at, are free for none. */
async function withoutHeld(viewer: Viewer, books: Books, listed: readonly Listed[]): Promise<Books> {
  const tied = new Set(listed.flatMap(({ entry }) => entry?.id ?? []));
  const bare = books.entries.filter(({ id, document_id }) => document_id === null && !tied.has(id));
  const held = await entriesWithEvidence(
    viewer,
    bare.map(({ id }) => id),
  );
  return { ...books, entries: books.entries.filter(({ id }) => !held.has(id)) };
}

type Hand = { habits: Habits; ports: SettlePorts };

/** What was told before is that document from now on: a correction like any other. False where it is gone. */
export async function linkListed(
  writer: Writer,
  { document, entry_id }: { document: RcvDocument; entry_id: string },
  { habits, now, entropy }: { habits: Habits; now: number; entropy: Entropy },
): Promise<boolean> {
  const entry = await findEntry(writer, entry_id);
  if (!entry || entry.reversed_by !== null) return false;
  const { counterparty } = entryOfRcv(document, habits);
  const paper = paperIdOf(document, habits.rut);
  const patch = { ...amountsOf(document), counterparty: entry.counterparty ?? counterparty, paper };
  const source_ref = `${keyOf(document)}:link.${entry_id}`;
  const ids = { reversal: entropy.id(), replacement: entropy.id() };
  const replaced = await replaceEntry(writer, { entry_id, patch, source: "sii", source_ref, ids, now });
  return replaced.outcome === "created" || replaced.outcome === "exists";
}

async function bookAll(
  writer: Writer,
  open: readonly (Listed & { source_ref: string })[],
  { habits, ports: { now, entropy } }: Hand,
): Promise<number> {
  let booked = 0;
  for (let i = 0; i < open.length; i += ENTRIES_PER_BATCH_MAX) {
    const page = open.slice(i, i + ENTRIES_PER_BATCH_MAX).map(({ document, source_ref }) => ({
      entry: bookable(entryOfRcv(document, habits), source_ref),
      id: entropy.id(),
    }));
    const recorded = await recordEntries(writer, page, now);
    booked += recorded.filter(({ outcome }) => outcome === "created").length;
  }
  return booked;
}

import { KEYS_PER_QUERY } from "#database";
import type { Entropy, Month } from "#kernel";
import {
  ENTRIES_PER_BATCH_MAX,
  entriesByPaperKey,
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
import { matchRcv, type RcvMatch } from "../reconcile/match-rcv.ts";
import type { Books } from "../reconcile/books.ts";
import { paperIdOf } from "../keep/paper-id.ts";
import { entriesOfCopies } from "./copies.ts";
import { booksAround, documentsOf, type BooksAsked, type Listed, type PapersOf } from "./books.ts";

// What was kept of the tax service's list, carried out in the books. Everything here is done once, however often it is
// asked for: an entry has the document's natural key, and a paper stands in the books once.

/**
 * An invocation may ask the databases a thousand times, each statement of a batch counted. What a step writes is to take
 * two thirds of that at most: the other third is for reading what there is, which takes some 200 of a shop with 10,000
 * documents in three months and as many entries around them.
 */
const STATEMENTS_PER_STEP_MAX = 660;
/** Of these, what may go to taking back, and to linking: nobody who is in the way there keeps the others from their turn. */
const STATEMENTS_ASIDE_MAX = 165;
/** Measured, and rounded up; the second of each finds out under which key, where it was booked and taken back before. */
const STATEMENTS = { taking_back: 9, linking: 13 + 2, booking: 2.5 + 2 };

const TAKEN_BACK_PER_STEP_MAX = Math.floor(STATEMENTS_ASIDE_MAX / STATEMENTS.taking_back);
const LINKED_PER_STEP_MAX = Math.floor(STATEMENTS_ASIDE_MAX / STATEMENTS.linking);

export type SettlePorts = { now: number; entropy: Entropy; papersOf: PapersOf } & Pick<BooksAsked, "entries_max">;

export type Settling = {
  months: readonly Month[];
  /** The business's own. */
  rut: string;
};

/**
 * `more`: the step was full, so that there may be more; one that changes nothing is the last. `is_too_large`: the books are
 * larger than can be held against the list, so nothing was booked or linked.
 */
export type Settlement = { booked: number; linked: number; reversed: number; more: boolean; is_too_large?: true };

/**
 * Brings the books to what is kept of these months: what counts is booked, or linked with what was told of it; what was
 * claimed back or left out since is reversed, where it was booked from the list alone.
 */
export async function settleMonths(writer: Writer, settling: Settling, ports: SettlePorts): Promise<Settlement> {
  const listed = await documentsOf(writer, settling.months);
  const away = (await awayOf(writer, listed)).slice(0, TAKEN_BACK_PER_STEP_MAX);
  let reversed = 0;
  for (const each of away) if (await takeBack(writer, each, ports)) reversed++;
  const open = listed.filter(isOpen);
  const { papersOf, entries_max } = ports;
  const books = await booksAround(writer, { ...settling, listed, papersOf, entries_max });
  if (!books) return { booked: 0, linked: 0, reversed, more: false, is_too_large: true };
  const matches = new Map((await matched(writer, listed, { ...books, own_tax_id: settling.rut })).map(byDocument));
  const habits = { rut: settling.rut, rules: books.rules, names: await knownNames(writer) };
  const hand = { habits, ports };
  const copied = await entriesOfCopies(
    writer,
    open.map(({ document }) => document),
    settling.rut,
  );
  const sure = open.flatMap((each) => {
    const copy = copied.get(keyOf(each.document));
    if (copy) return isOfSum(copy, each) ? [{ ...each, told_id: copy.id }] : [];
    const match = matches.get(keyOf(each.document));
    return match?.verdict === "sure" ? [{ ...each, told_id: match.best.entry_id }] : [];
  });
  let linked = 0;
  const linking = await mayBeBooked(writer, sure, LINKED_PER_STEP_MAX);
  for (const each of linking) if (await linkListed(writer, each, { habits, ...ports })) linked++;
  const fresh = open.filter(({ document }) => {
    const key = keyOf(document);
    return matches.get(key)?.verdict === "none" && !copied.has(key);
  });
  const left = STATEMENTS_PER_STEP_MAX - away.length * STATEMENTS.taking_back - linking.length * STATEMENTS.linking;
  const bookable_max = Math.floor(left / STATEMENTS.booking);
  const booking = await mayBeBooked(writer, fresh, bookable_max);
  const booked = await bookAll(writer, booking, hand);
  const isFull =
    away.length === TAKEN_BACK_PER_STEP_MAX ||
    linking.length === LINKED_PER_STEP_MAX ||
    booking.length === bookable_max;
  return { booked, linked, reversed, more: isFull && reversed + linked + booked > 0 };
}

function isOfSum({ amount_minor, currency }: Entry, { document }: Listed): boolean {
  return currency === "CLP" && amount_minor === document.total;
}

const byDocument = (match: RcvMatch): [string, RcvMatch] => [match.document, match];

/** What counts, and has no entry. */
function isOpen({ document }: Listed): boolean {
  return document.state === "registro" && document.entry_id === null && isBookable(document);
}

type Away = Listed & { entry: Entry };

/**
 * Booked from the list alone, and it counts no more. What a person told, corrected or showed a paper of is theirs to take
 * back, though it was linked with the document since.
 */
async function awayOf(viewer: Viewer, listed: readonly Listed[]): Promise<Away[]> {
  const gone = listed.filter(({ document }) => document.state !== "registro" && document.entry_id !== null);
  const entries = await entriesByPaperKey(
    viewer,
    gone.map(({ row }) => row.paper_key),
  );
  return gone.flatMap((each): Away[] => {
    const entry = entries.get(each.row.paper_key);
    const isListsAlone = entry?.source === "sii" && entry.document_id === null && entry.replaces_id === null;
    return entry && isListsAlone ? [{ ...each, entry }] : [];
  });
}

async function takeBack(writer: Writer, { document, entry }: Away, { now, entropy }: SettlePorts): Promise<boolean> {
  const source_ref = `${entry.source_ref}:${document.state}`;
  const taken = await reverseEntry(writer, { entry_id: entry.id, source: "sii", source_ref, now, id: entropy.id() });
  return taken.outcome === "created";
}

/** Which of what was told each document is. Entries that are of another document already are free for none. */
async function matched(viewer: Viewer, listed: readonly Listed[], books: Books): Promise<RcvMatch[]> {
  const tied = new Set(listed.flatMap(({ document }) => document.entry_id ?? []));
  const bare = books.entries.filter(({ id, document_id }) => document_id === null && !tied.has(id));
  const held = await entriesWithEvidence(
    viewer,
    bare.map(({ id }) => id),
  );
  const entries = books.entries.filter(({ id }) => !held.has(id));
  const known = new Set(entries.map(({ id }) => id));
  // What is booked already teaches names; where its entry is not at hand it is matched with nothing else.
  const documents = listed.filter(({ document: { entry_id } }) => entry_id === null || known.has(entry_id));
  return matchRcv(
    documents.map(({ document }) => document),
    { ...books, entries },
  );
}

type Keyed<T> = T & { source_ref: string };

/** Of these the first ones that may be booked, each with its key. One that a person has undone stays undone. */
async function mayBeBooked<T extends Listed>(
  viewer: Viewer,
  wanted: readonly T[],
  count_max: number,
): Promise<Keyed<T>[]> {
  const open: Keyed<T>[] = [];
  for (let i = 0; i < wanted.length && open.length < count_max; i += KEYS_PER_QUERY) {
    const page = wanted.slice(i, i + KEYS_PER_QUERY);
    const before = await entriesBySourceRef(
      viewer,
      page.map(({ document }) => keyOf(document)),
    );
    for (const each of page) {
      const source_ref = await keyToBook(viewer, keyOf(each.document), before);
      if (source_ref !== null) open.push({ ...each, source_ref });
    }
  }
  return open.slice(0, count_max);
}

/** A claim that was withdrawn and made again is rare, and this often it is followed. */
const AGAIN_MAX = 5;

/**
 * The natural key under which it may be booked, or what was told of it linked: one that we took back may come again under
 * the next. Null where a person has undone it.
 */
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

type Hand = { habits: Habits; ports: SettlePorts };

/** What was told before is that document from now on: a correction like any other. False where it is gone. */
export async function linkListed(
  writer: Writer,
  { document, told_id, source_ref }: { document: RcvDocument; told_id: string; source_ref: string },
  { habits, now, entropy }: { habits: Habits; now: number; entropy: Entropy },
): Promise<boolean> {
  const entry = await findEntry(writer, told_id);
  if (!entry || entry.reversed_by !== null) return false;
  const { counterparty } = entryOfRcv(document, habits);
  const paper = paperIdOf(document, habits.rut);
  const copied = (await entriesOfCopies(writer, [document], habits.rut)).get(keyOf(document));
  // What the tax service vouches for has no altered copy for its paper.
  const bare = copied?.id === told_id ? { document_id: null } : {};
  const patch = { ...amountsOf(document), counterparty: entry.counterparty ?? counterparty, paper, ...bare };
  const ids = { reversal: entropy.id(), replacement: entropy.id() };
  const replaced = await replaceEntry(writer, { entry_id: told_id, patch, source: "sii", source_ref, ids, now });
  return replaced.outcome === "created";
}

async function bookAll(
  writer: Writer,
  open: readonly Keyed<Listed>[],
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

import type { Statement } from "#database";
import { assert } from "#kernel";
import { actorName, commit, type Action, type Viewer, type Writer } from "#tenants";
import { withLoans } from "./debts/settle.ts";
import { entriesOfPapers } from "./evidence/entries.ts";
import { numberKey, paperKey, type PaperId } from "./evidence/paper.ts";
import { insertEvidence } from "./evidence/store.ts";
import type { Entry, NewEntry } from "./entry.ts";
import { refusalOf } from "./errors.ts";
import { postingsOf } from "./post.ts";
import { digestOf, entryOf, rowOf, sourceKey, type Draft, type PaperKeys } from "./row.ts";
import { entriesBySourceKey, insertEntry } from "./store.ts";

/** Most entries of one message; each takes two statements of a batch. */
export const ENTRIES_PER_BATCH_MAX = 40;

/** A try is lost only to another message with the same key, which the next one then finds. */
const RECORD_TRIES_MAX = 3;

/** `exists`: the natural key, or the paper, stood in the books already, and nothing was written. */
export type Recorded = { outcome: "created" | "exists"; entry: Entry };

/** `id` is a new ULID, unused when the entry exists. `now` in epoch ms. */
export type Recording = { entry: NewEntry; id: string };

/** Books one entry, once: the same `source_ref`, or the same paper, again is answered with the entry it made. */
export async function recordEntry(writer: Writer, entry: NewEntry, at: { now: number; id: string }): Promise<Recorded> {
  const [recorded] = await recordEntries(writer, [{ entry, id: at.id }], at.now);
  assert(recorded, "every recording has its answer");
  return recorded;
}

/**
 * Books the entries of one message in one atomic batch, in their order; those that exist already, and a second one of one
 * paper, are left out of it.
 */
export async function recordEntries(
  writer: Writer,
  recordings: readonly Recording[],
  now: number,
): Promise<Recorded[]> {
  assert(recordings.length > 0 && recordings.length <= ENTRIES_PER_BATCH_MAX, "a message has 1 to 40 entries");
  assert(new Set(recordings.map(({ entry }) => entry.source_ref)).size === recordings.length, "each has its own key");
  for (const { entry } of recordings) assert(refusalOf(entry) === null, "an entry was checked before it is booked");
  const created = new Set<string>();
  for (let tries = 0; tries < RECORD_TRIES_MAX; tries++) {
    const known = await standing(writer, recordings);
    const missing = recordings.filter(({ entry }) => !known.has(entry.source_ref));
    if (missing.length === 0) return recordings.map((each) => answerOf(known, each, created));
    const fresh = await onePerPaper(writer, missing);
    const drafts = await draftsOf(writer, fresh, now);
    if (await book(writer, { action: "entry.record", drafts, now })) for (const { id } of fresh) created.add(id);
  }
  throw new Error("the natural key of an entry is contended");
}

/**
 * Of two that are of one paper the first: the other is answered with its entry. The tax service lists a sale twice where
 * its customer was put right, and both lines are of one type and folio.
 */
async function onePerPaper(viewer: Viewer, recordings: readonly Recording[]): Promise<Recording[]> {
  const seen = new Set<string>();
  const first: Recording[] = [];
  for (const each of recordings) {
    const key = each.entry.paper ? await paperKey(viewer, each.entry.paper) : null;
    if (key !== null && seen.has(key)) continue;
    if (key !== null) seen.add(key);
    first.push(each);
  }
  return first;
}

/** Writes drafts, what follows from them and their audit line; false when a natural key or a paper stood there already. */
export async function book(
  writer: Writer,
  booking: { action: Action; drafts: readonly Draft[]; now: number; after?: readonly Statement[] },
): Promise<boolean> {
  const { action, drafts, now, after = [] } = booking;
  const change = { action, targets: drafts.map(({ row }) => row.id), at: now, digest: await digestOf(drafts) };
  const papers = drafts.flatMap(({ row: { tenant_id, id: entry_id }, paper }) =>
    paper === undefined ? [] : [{ tenant_id, entry_id, ...paper }],
  );
  const rows = [...drafts.flatMap(insertEntry), ...after, ...insertEvidence(papers)];
  return (await commit(writer, change, rows)).committed;
}

/** What stands in the books of what is to be booked, by its `source_ref`: under that, or under its paper. */
async function standing(writer: Writer, recordings: readonly Recording[]): Promise<Map<string, Entry>> {
  const asked = recordings.map(({ entry }) => entry);
  const known = await entriesBySourceRef(
    writer,
    asked.map(({ source_ref }) => source_ref),
  );
  const named = asked.flatMap(({ source_ref, paper }) =>
    paper && !known.has(source_ref) ? [{ source_ref, paper }] : [],
  );
  const entries = await entriesOfPapers(
    writer,
    named.map(({ paper }) => paper),
  );
  for (const [i, { source_ref }] of named.entries()) {
    const entry = entries[i];
    if (entry) known.set(source_ref, entry);
  }
  return known;
}

/** The entry of a natural key, or null. */
export async function entryBySourceRef(viewer: Viewer, sourceRef: string): Promise<Entry | null> {
  return (await entriesBySourceRef(viewer, [sourceRef])).get(sourceRef) ?? null;
}

/** Those that there are, by their natural keys; `KEYS_PER_QUERY` of them at most. */
export async function entriesBySourceRef(viewer: Viewer, sourceRefs: readonly string[]): Promise<Map<string, Entry>> {
  const keys = await Promise.all(sourceRefs.map((ref) => sourceKey(viewer, ref)));
  const found = await Promise.all((await entriesBySourceKey(viewer, keys)).map((stored) => entryOf(viewer, stored)));
  return new Map(found.map((entry) => [entry.source_ref, entry]));
}

function answerOf(known: ReadonlyMap<string, Entry>, asked: Recording, created: ReadonlySet<string>): Recorded {
  const entry = known.get(asked.entry.source_ref);
  assert(entry, "what was just written is there");
  return { outcome: created.has(asked.id) ? "created" : "exists", entry };
}

/** Entries as they are about to be written, in their order. */
export async function draftsOf(writer: Writer, recordings: readonly Recording[], now: number): Promise<Draft[]> {
  const told = await withLoans(writer, recordings);
  return Promise.all(
    told.map(async ({ entry, id }) => {
      const row = await rowOf(writer, entry, originOf(writer, { id, now }));
      return { row, postings: postingsOf(entry), paper: entry.paper ? await keysOf(writer, entry.paper) : undefined };
    }),
  );
}

async function keysOf(viewer: Viewer, paper: PaperId): Promise<PaperKeys> {
  return { paper_key: await paperKey(viewer, paper), number_key: await numberKey(viewer, paper.number) };
}

export function originOf(writer: Writer, { id, now }: { id: string; now: number }) {
  return {
    id,
    recorded_at: new Date(now).toISOString(),
    recorded_by: actorName(writer.actor),
    reverses_id: null as string | null,
    replaces_id: null as string | null,
  };
}

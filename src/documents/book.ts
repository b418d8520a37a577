import { addDays, assert, type CivilDate } from "#kernel";
import {
  entryBySourceRef,
  findEntry,
  listEntries,
  recordEntries,
  refusalOf,
  replaceEntry,
  reverseEntry,
  settlementRefusalOf,
  type Entry,
  type EntryRefusal,
  type EntrySource,
  type NewEntry,
  type Recorded,
} from "#ledger";
import { MATCH_DAYS_MAX } from "#match";
import type { Viewer, Writer } from "#tenants";
import { answered } from "./answers.ts";
import { addsOfPaper } from "./match/adds.ts";
import { evidenceOf } from "./paper-id.ts";
import { attachPaper, entryOfPaperId, type Decision, type Filed, type Ids } from "./attach.ts";
import type { Extraction } from "./extraction.ts";
import { findDocument, settleDocument, type KeptDocument } from "./store.ts";
import { ALTERED_COPY, barCopy, entryOfAltered, entryOfItsCopy } from "./twins/altered.ts";
import { letCopyGo, takeCopysPlace, tookCopysPlace } from "./twins/copys-place.ts";

// What a person, or a proof, decided of a paper, carried out in the books: each decision once, whoever asks for it again.

/** Entries that are looked at for a paper, newest first. */
const CANDIDATES_MAX = 200;

/** Live entries of the last weeks that have no paper yet. @param today where the business is */
export async function entriesWithoutPaper(viewer: Viewer, today: CivilDate): Promise<Entry[]> {
  return (await entriesOfWeeks(viewer, today)).filter(({ document_id }) => document_id === null);
}

/** Live entries of the last weeks that a paper may be of, with one or without. @param today where the business is */
export async function entriesOfWeeks(viewer: Viewer, today: CivilDate): Promise<Entry[]> {
  const page = await listEntries(viewer, {
    from: addDays(today, -2 * MATCH_DAYS_MAX),
    to: addDays(today, MATCH_DAYS_MAX),
    live: true,
    limit: CANDIDATES_MAX,
  });
  assert(page.ok, "a first page has no cursor");
  return page.value.entries.filter(({ type }) => type !== "transferencia");
}

type LinkIds = Ids & { listed: string };

/** `ids.reversal` takes it back where somebody else was faster. */
type Booking = { entry: NewEntry; ids: { entry: string; reversal: string } };

/**
 * Books a paper as an entry of its own. `more`: what else its money did, in entries without a paper, booked in one batch
 * with it. Where its own stands already, a try before this one was cut short after that batch: what is open has changed
 * since, and other shares of its money would be booked again, so only the document is settled.
 */
export async function bookPaper(
  writer: Writer,
  { document_id, answers, declined = [], now, more = [], ...own }: Decision & Booking & { more?: readonly Booking[] },
): Promise<Filed> {
  const document = await findDocument(writer, document_id);
  if (!document) return { outcome: "not_found" };
  const filed = await filedBefore(writer, document, { answers, now, source_ref: own.entry.source_ref });
  if (filed) return filed;
  const standing = await entryBySourceRef(writer, own.entry.source_ref);
  const extraction = document.extraction && answered(document.extraction, [...document.answers, ...answers]);
  const paper = extraction && evidenceOf(extraction);
  const decision = { document_id, answers, declined, now };
  const taken = extraction && !standing ? await broughtBefore(writer, extraction, { ...decision, ...own }) : null;
  if (taken) return taken;
  const bookings = standing ? [] : [{ ...own, entry: { ...own.entry, paper } }, ...more];
  const refusal = await refusalOfAll(writer, bookings);
  if (refusal) return { outcome: "refused", refusal };
  const [booked, ...others] = standing
    ? [{ outcome: "exists", entry: standing } as const]
    : await recorded(writer, bookings, now);
  assert(booked, "every recording has its answer");
  const settled = await settleDocument(writer, {
    document_id,
    answers,
    declined,
    now,
    state: "booked",
    entry_id: booked.entry.id,
  });
  if (settled === "impossible") {
    const entries = [booked, ...others].map(({ entry }, i) => ({
      entry,
      id: bookings[i]?.ids.reversal ?? own.ids.reversal,
    }));
    return overtaken(writer, { entries, document_id, now });
  }
  return { outcome: booked.outcome, entry: booked.entry, linked: false, before: null };
}

/** The list, or an altered copy, has brought it as an entry: that one is its own from now on. Null where neither has. */
async function broughtBefore(
  writer: Writer,
  extraction: Extraction,
  { entry, ids: own, ...decision }: Decision & Booking,
): Promise<Filed | null> {
  const ids = { reversal: own.reversal, replacement: own.entry };
  const listed = await entryOfPaperId(writer, evidenceOf(extraction));
  if (listed?.document_id === null) {
    const { source, source_ref } = entry;
    return attachPaper(writer, { ...decision, entry: listed, source, source_ref, ids });
  }
  if (listed) return tookCopysPlace(writer, { ...decision, taken: listed, extraction });
  const copied = await entryOfItsCopy(writer, extraction);
  return copied && takeCopysPlace(writer, { ...decision, copied, entry, extraction, ids });
}

type Asked = Pick<Decision, "answers" | "now"> & Pick<NewEntry, "source_ref">;

/** Where it stands already. An altered copy of what was booked meanwhile is let go, unless a try before this has booked it. */
async function filedBefore(
  writer: Writer,
  document: KeptDocument,
  { answers, now, source_ref }: Asked,
): Promise<Filed | null> {
  const filed = await entryOfPaper(writer, document);
  if (filed || !document.extraction) return filed;
  const reading = answered(document.extraction, [...document.answers, ...answers]);
  if (!(await entryOfAltered(writer, reading)) || (await entryBySourceRef(writer, source_ref))) return null;
  await settleDocument(writer, { document_id: document.id, state: "discarded", reason: ALTERED_COPY, answers, now });
  return { outcome: "impossible" };
}

async function recorded(writer: Writer, bookings: readonly Booking[], now: number): Promise<Recorded[]> {
  const recordings = bookings.map(({ entry, ids }) => ({ entry, id: ids.entry }));
  return recordEntries(writer, recordings, now);
}

async function refusalOfAll(writer: Writer, bookings: readonly Booking[]): Promise<EntryRefusal | null> {
  for (const { entry } of bookings) {
    const refusal = refusalOf(entry) ?? (await settlementRefusalOf(writer, entry));
    if (refusal) return refusal;
  }
  return null;
}

export type Linking = Decision & {
  entry_id: string;
  merchant: string | null;
  /** The day that the person has said it was of. */
  day?: CivilDate | undefined;
  source: EntrySource;
  source_ref: string;
  ids: LinkIds;
};

/**
 * Makes a paper that of an entry told before it. That is a correction as any other, a reversal and a replacement, and no
 * note beside the books: what an entry has for evidence is sealed in the audit with it, and an invoice brings tax that
 * moves between accounts.
 */
export async function linkPaper(writer: Writer, linking: Linking): Promise<Filed> {
  const { document_id, entry_id, merchant, day, answers, declined = [], source, source_ref, ids, now } = linking;
  const document = await findDocument(writer, document_id);
  if (!document?.extraction) return { outcome: "not_found" };
  const filed = await entryOfPaper(writer, document);
  if (filed) return filed;
  const entry = await findEntry(writer, entry_id);
  if (!entry) return { outcome: "gone" };
  const told = [...document.answers, ...answers];
  const extraction = answered(document.extraction, told);
  const barring = { document_id, extraction, entry, answers, source_ref, now };
  if (await barCopy(writer, barring)) return { outcome: "impossible" };
  const { tax_id: own_tax_id, time_zone } = writer.tenant;
  const adds = addsOfPaper(entry, { document_id, extraction, answers: told, merchant, own_tax_id, time_zone, day });
  const paper = evidenceOf(extraction);
  const standing = await entryOfPaperId(writer, paper);
  const listed = standing?.document_id === null ? standing : null;
  const meanwhile = standing ? listed : await entryOfItsCopy(writer, extraction);
  await giveWay(writer, meanwhile, { ...linking, extraction });
  const patch = standing?.id === entry_id ? adds : { ...adds, paper };
  const replaced = await replaceEntry(writer, { entry_id, patch, source, source_ref, ids, now });
  if (replaced.outcome === "refused") return { outcome: "refused", refusal: replaced.refusal };
  if (replaced.outcome !== "created" && replaced.outcome !== "exists") return { outcome: "gone" };
  await letCopyGo(writer, replaced.of, { extraction, now });
  await settleDocument(writer, { document_id, answers, declined, now, state: "linked", entry_id: replaced.entry.id });
  return { outcome: replaced.outcome, entry: replaced.entry, linked: true, before: replaced.of };
}

/** What the list, or an altered copy, has brought as an entry of its own: what the person told takes that one's place. */
async function giveWay(
  writer: Writer,
  meanwhile: Entry | null,
  { entry_id, extraction, source, source_ref, ids, now }: Linking & { extraction: Extraction },
): Promise<void> {
  if (!meanwhile || meanwhile.id === entry_id) return;
  const away = { source, source_ref: `${source_ref}:listed`, id: ids.listed, now };
  await reverseEntry(writer, { entry_id: meanwhile.id, ...away });
  await letCopyGo(writer, meanwhile, { extraction, now });
}

/** Where a paper stands in the books already, or can't come into them. */
async function entryOfPaper(viewer: Viewer, document: KeptDocument): Promise<Filed | null> {
  if (document.state === "discarded" || document.state === "refused" || document.state === "received") {
    return { outcome: "impossible" };
  }
  if ((document.state !== "booked" && document.state !== "linked") || document.entry_id === null) return null;
  const entry = await findEntry(viewer, document.entry_id);
  return entry ? { outcome: "exists", entry, linked: document.state === "linked", before: null } : null;
}

type Overtaking = { entries: readonly { entry: Entry; id: string }[]; document_id: string; now: number };

/** Somebody else filed the same paper in the same moment: theirs stands, ours is taken back. */
async function overtaken(writer: Writer, { entries, document_id, now }: Overtaking): Promise<Filed> {
  const document = await findDocument(writer, document_id);
  const theirs = document ? await entryOfPaper(writer, document) : null;
  if (theirs && "entry" in theirs && theirs.entry.id === entries[0]?.entry.id) return theirs;
  for (const { entry, id } of entries) {
    const source_ref = `${entry.source_ref}:overtaken`;
    await reverseEntry(writer, { entry_id: entry.id, source: entry.source, source_ref, now, id });
  }
  return theirs ?? { outcome: "impossible" };
}

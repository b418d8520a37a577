import { copyOf, entriesWithEvidence, entryBySourceRef, type Entry } from "#ledger";
import type { Viewer, Writer } from "#tenants";
import { entryOfPaperId, type Decision } from "../attach.ts";
import type { Extraction } from "../extraction.ts";
import type { DocumentOutcome } from "../outcome.ts";
import { alteredIdOf, paperIdOf } from "../paper-id.ts";
import { findDocument, saveReading, settleDocument } from "../store.ts";
import { earlierOf } from "./store.ts";

// A copy that was altered, of a paper that is in the books: it takes no place there, and gets none of its own. One that was
// booked before the genuine paper came gives it its place.

export const ALTERED_COPY = "altered_copy";

/**
 * The entry of the paper that an altered one says it is, or of another such copy; null where none stands, and for whatever
 * is not altered.
 */
export async function entryOfAltered(viewer: Viewer, extraction: Extraction): Promise<Entry | null> {
  const paper = alteredIdOf(extraction);
  return paper && ((await entryOfPaperId(viewer, paper)) ?? (await entryOfPaperId(viewer, copyOf(paper))));
}

/** What was booked from an altered copy of this paper; null where nothing was, and for such a copy itself. */
export async function entryOfItsCopy(viewer: Viewer, extraction: Extraction): Promise<Entry | null> {
  const paper = paperIdOf(extraction);
  return paper && entryOfPaperId(viewer, copyOf(paper));
}

type Barring = Pick<Decision, "document_id" | "answers" | "now"> & {
  extraction: Extraction;
  entry: Entry;
  source_ref: string;
};

/**
 * Whether a copy is kept from being the paper of this entry, and let go: what it was made from stands, or the tax service
 * or a genuine paper vouches for the entry already. False for whatever is not altered.
 */
export async function barCopy(
  writer: Writer,
  { document_id, extraction, entry, answers, source_ref, now }: Barring,
): Promise<boolean> {
  // A try before this one may have linked it.
  if (extraction.authenticity.verdict !== "altered" || (await entryBySourceRef(writer, source_ref))) return false;
  const isProven = entry.source === "sii" || (await entriesWithEvidence(writer, [entry.id])).has(entry.id);
  if (!isProven && !(await entryOfAltered(writer, extraction))) return false;
  await settleDocument(writer, { document_id, state: "discarded", reason: ALTERED_COPY, answers, now });
  return true;
}

/** Lets such a copy go, with what was read of it; null where it is none. */
export async function discardAltered(
  writer: Writer,
  { document_id, extraction }: { document_id: string; extraction: Extraction },
  now: number,
): Promise<DocumentOutcome | null> {
  const entry = await entryOfAltered(writer, extraction);
  if (!entry) return null;
  const genuine = entry.document_id === null ? null : await findDocument(writer, entry.document_id);
  const kept = { state: "discarded", reason: ALTERED_COPY, twin_id: genuine?.id ?? null } as const;
  await saveReading(writer, { ...kept, document_id, extraction, marks: null, now });
  return { outcome: "duplicate", document_id, altered: true, ...(genuine && { earlier: earlierOf(genuine) }) };
}

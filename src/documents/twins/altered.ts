import type { Entry } from "#ledger";
import type { Viewer, Writer } from "#tenants";
import { entryOfPaperId } from "../attach.ts";
import type { Extraction } from "../extraction.ts";
import type { DocumentOutcome } from "../outcome.ts";
import { alteredIdOf } from "../paper-id.ts";
import { findDocument, saveReading } from "../store.ts";
import { earlierOf } from "./store.ts";

// A copy that was altered, of a paper that is in the books: it takes no place there, and gets none of its own.

export const ALTERED_COPY = "altered_copy";

/** The entry of the paper that an altered one says it is; null where none stands, and for whatever is not altered. */
export async function entryOfAltered(viewer: Viewer, extraction: Extraction): Promise<Entry | null> {
  return entryOfPaperId(viewer, alteredIdOf(extraction));
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

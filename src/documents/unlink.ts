import { entryBySourceRef, findEntry, replaceEntry, type Entry, type NewEntry } from "#ledger";
import type { Viewer, Writer } from "#tenants";
import { answered } from "./answers.ts";
import type { Decision, Ids } from "./attach.ts";
import { withoutPaper } from "./match/adds.ts";
import { findDocument, settleDocument, type KeptDocument } from "./store.ts";
import { copyPaperOf, giveCopyBack } from "./twins/copys-place.ts";

export type Unlinking = Pick<Decision, "document_id" | "now"> & Pick<NewEntry, "source" | "source_ref"> & { ids: Ids };

/**
 * Parts a paper from the entry that it was linked to: the entry is again what was told, and the paper waits anew, never
 * to be taken for that one again. What was booked from its altered copy is that copy's again, until the paper is booked
 * anew. Null where it is linked to none.
 */
export async function unlinkPaper(
  writer: Writer,
  { document_id, source, source_ref, ids, now }: Unlinking,
): Promise<{ entry: Entry; document: KeptDocument } | null> {
  const document = await findDocument(writer, document_id);
  const before = await entryBySourceRef(writer, source_ref);
  if (document && before) return { entry: before, document };
  const link = document && (await linkOf(writer, document));
  if (!link) return null;
  const { linked, told } = link;
  const reading = document.extraction && answered(document.extraction, document.answers);
  const copy = reading && (await copyPaperOf(writer, linked, reading));
  // What the tax service lists stays that paper's, with or without its picture.
  const patch = { ...withoutPaper(told), ...(told.source !== "sii" && { paper: copy }) };
  const replaced = await replaceEntry(writer, { entry_id: linked.id, patch, source, source_ref, ids, now });
  if (replaced.outcome !== "created" && replaced.outcome !== "exists") return null;
  const { entry } = replaced;
  const parting = { document_id, now, state: "needs_confirmation", entry_id: null } as const;
  await settleDocument(writer, { ...parting, declined: [told.id, linked.id, entry.id] });
  if (copy) await giveCopyBack(writer, entry, { extraction: reading, now });
  const parted = await findDocument(writer, document_id);
  return parted ? { entry, document: parted } : null;
}

/** The entry that a paper was linked to, and what it was before. */
async function linkOf(
  viewer: Viewer,
  { state, entry_id }: KeptDocument,
): Promise<{ linked: Entry; told: Entry } | null> {
  const linked = state === "linked" && entry_id !== null ? await findEntry(viewer, entry_id) : null;
  const told = linked?.replaces_id ? await findEntry(viewer, linked.replaces_id) : null;
  return linked && told && { linked, told };
}

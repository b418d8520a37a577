import { entriesOfPapers, replaceEntry, type Entry, type EntryRefusal, type NewEntry, type PaperId } from "#ledger";
import type { Viewer, Writer } from "#tenants";
import type { FieldAnswer } from "./answers.ts";
import { settleDocument } from "./store.ts";

// One purchase that came twice: as a paper, and in the tax service's list.

export type Decision = {
  document_id: string;
  answers: readonly FieldAnswer[];
  /** Entries that it is not of. */
  declined?: readonly string[];
  now: number;
};

/**
 * `exists`: the paper stands in the books already, as this entry; nothing was written. `impossible`: the paper was
 * discarded, or is none; nothing was written. `gone`: the entry that it should be linked to was taken back.
 */
export type Filed =
  | {
      outcome: "created" | "exists";
      entry: Entry;
      linked: boolean;
      /** What was linked, as it was. */ before: Entry | null;
    }
  | { outcome: "refused"; refusal: EntryRefusal }
  | { outcome: "impossible" | "not_found" | "gone" };

/** New ULIDs, unused where nothing is written. */
export type Ids = { reversal: string; replacement: string };
type Attaching = Pick<NewEntry, "source" | "source_ref"> & Decision & { entry: Entry; ids: Ids };

/** The entry that the tax service's list has brought gets its paper, which adds nothing else to it. */
export async function attachPaper(
  writer: Writer,
  { document_id, entry, answers, declined = [], source, source_ref, ids, now }: Attaching,
): Promise<Filed> {
  const asked = { entry_id: entry.id, patch: { document_id }, source, source_ref, ids, now };
  const replaced = await replaceEntry(writer, asked);
  if (replaced.outcome !== "created" && replaced.outcome !== "exists") return { outcome: "gone" };
  await settleDocument(writer, { document_id, answers, declined, now, state: "linked", entry_id: replaced.entry.id });
  return { outcome: replaced.outcome, entry: replaced.entry, linked: true, before: replaced.of };
}

/** The entry that stands for a paper, whoever brought it. */
export async function entryOfPaperId(viewer: Viewer, paper: PaperId | null): Promise<Entry | null> {
  const [entry = null] = paper ? await entriesOfPapers(viewer, [paper]) : [];
  return entry;
}

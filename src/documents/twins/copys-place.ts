import {
  copyOf,
  findEntry,
  paperKey,
  replaceEntry,
  type Entry,
  type EntryPatch,
  type NewEntry,
  type PaperId,
} from "#ledger";
import type { Viewer, Writer } from "#tenants";
import { entryOfPaperId, type Decision, type Filed, type Ids } from "../attach.ts";
import { answered } from "../answers.ts";
import type { Extraction } from "../extraction.ts";
import { alteredIdOf, paperIdOf } from "../paper-id.ts";
import { findDocument, settleDocument, type KeptDocument } from "../store.ts";
import { ALTERED_COPY } from "./altered.ts";

// What was booked from an altered copy, once the genuine paper comes; and given back where that was taken back.

type Replacing = Decision & { copied: Entry; entry: NewEntry; extraction: Extraction; ids: Ids };

/**
 * What was booked from an altered copy is the genuine paper's from now on, with its figures and its day: a correction like
 * any other. How it is paid, and under what it stands, is as somebody said of it. Where the books can't take those figures,
 * as of a note of credit beyond its debt, it keeps its own, and is the genuine paper's all the same.
 */
export async function takeCopysPlace(
  writer: Writer,
  { document_id, copied, entry, extraction, answers, declined = [], ids, now }: Replacing,
): Promise<Filed> {
  const { amount_minor, net_minor, tax_minor, currency, date, due_date, source } = entry;
  const days = copied.type === entry.type ? { date, due_date } : {};
  const figures = { amount_minor, net_minor, tax_minor, currency, ...days };
  const named = { document_id, paper: paperIdOf(extraction) };
  // A place that was given back is taken anew: by a key of that entry, since the paper's own is the first taking's.
  const source_ref = `${entry.source_ref}:${copied.id}`;
  const place = (patch: EntryPatch) =>
    replaceEntry(writer, { entry_id: copied.id, patch, source, source_ref, ids, now });
  const whole = await place({ ...figures, ...named });
  const replaced = whole.outcome === "refused" ? await place(named) : whole;
  if (replaced.outcome === "refused") return { outcome: "refused", refusal: replaced.refusal };
  if (replaced.outcome !== "created" && replaced.outcome !== "exists") return { outcome: "gone" };
  await letCopyGo(writer, copied, { extraction, now });
  await settleDocument(writer, { document_id, answers, declined, now, state: "linked", entry_id: replaced.entry.id });
  return { outcome: replaced.outcome, entry: replaced.entry, linked: true, before: replaced.of };
}

/** A try before this one was cut short after it had taken the place: what is left of it. Null where none had. */
export async function tookCopysPlace(
  writer: Writer,
  { document_id, taken, extraction, answers, declined = [], now }: Decision & { taken: Entry; extraction: Extraction },
): Promise<Filed | null> {
  const before = taken.replaces_id === null ? null : await findEntry(writer, taken.replaces_id);
  if (taken.document_id !== document_id || !before) return null;
  await letCopyGo(writer, before, { extraction, now });
  await settleDocument(writer, { document_id, answers, declined, now, state: "linked", entry_id: taken.id });
  return { outcome: "exists", entry: taken, linked: true, before };
}

type Genuine = { extraction: Extraction; now: number };

/** The altered copy of this paper, from which an entry was booked that is its no more. */
export async function letCopyGo(writer: Writer, entry: Entry, { extraction, now }: Genuine): Promise<void> {
  const copy = await copyIn(writer, entry, extraction);
  if (!copy) return;
  const gone = { state: "discarded", reason: ALTERED_COPY, entry_id: null } as const;
  await settleDocument(writer, { ...gone, document_id: copy.id, now });
}

/** Under what an entry stands by an altered copy of its paper; null where it was never booked from one. */
export async function copyPaperOf(viewer: Viewer, entry: Entry, extraction: Extraction): Promise<PaperId | null> {
  const paper = paperIdOf(extraction);
  const copy = paper && copyOf(paper);
  return (await entryOfPaperId(viewer, copy))?.id === entry.id ? copy : null;
}

/** The genuine paper was parted from it: the entry is what was booked from the copy, until the genuine one comes anew. */
export async function giveCopyBack(writer: Writer, entry: Entry, { extraction, now }: Genuine): Promise<void> {
  const copy = await copyIn(writer, entry, extraction);
  if (!copy) return;
  const again = { document_id: copy.id, now };
  await settleDocument(writer, { ...again, state: "needs_confirmation", entry_id: null, reason: null });
  await settleDocument(writer, { ...again, state: "booked", entry_id: entry.id });
}

/** The paper of an entry, where it is an altered copy of this one. */
async function copyIn(viewer: Viewer, entry: Entry, extraction: Extraction): Promise<KeptDocument | null> {
  const document = entry.document_id === null ? null : await findDocument(viewer, entry.document_id);
  const altered = document?.extraction && alteredIdOf(answered(document.extraction, document.answers));
  const genuine = paperIdOf(extraction);
  if (!document || !altered || !genuine) return null;
  return (await paperKey(viewer, altered)) === (await paperKey(viewer, genuine)) ? document : null;
}

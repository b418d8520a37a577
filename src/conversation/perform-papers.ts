import {
  ALTERED_COPY,
  bookPaper,
  findDocument,
  linkPaper,
  settleDocument,
  unlinkPaper,
  WAITING,
  blankExtraction,
  type Filed,
  type KeptDocument,
} from "#documents";
import { balance, findEntry, type Entry, type EntryRefusal } from "#ledger";
import { logProblem } from "#telemetry";
import type { Writer } from "#tenants";
import { draftOfKept } from "./draft-of.ts";
import type { Effect, Outcome } from "./effect.ts";
import { viewerOf, writerOf, type Errand } from "./errand.ts";
import { QUEUED } from "./flows/queue.ts";
import { owingAfter } from "./owing.ts";

// What a turn decided of a paper, carried out.

type Booking = Extract<Effect, { kind: "book_document" }>;

export async function bookDocument(effect: Booking, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "entry.record");
  if (!writer) return { kind: "forbidden" };
  const { document_id, entry, answers = [], declined = [] } = effect;
  const ids = { entry: errand.entropy.id(), reversal: errand.entropy.id() };
  const filed = await bookPaper(writer, { document_id, entry, answers, declined, now: errand.now, ids });
  return outcomeOf(writer, document_id, filed);
}

export async function linkDocument(
  effect: Extract<Effect, { kind: "link_document" }>,
  errand: Errand,
): Promise<Outcome> {
  const writer = await writerOf(errand, "entry.replace");
  if (!writer) return { kind: "forbidden" };
  const { document_id, entry_id, entry, message_id, day, answers = [], declined = [] } = effect;
  const filed = await linkPaper(writer, {
    document_id,
    entry_id,
    merchant: entry.counterparty,
    day,
    answers,
    declined,
    now: errand.now,
    source: "whatsapp",
    source_ref: `whatsapp:${message_id}:link.${entry_id}`,
    ids: { reversal: errand.entropy.id(), replacement: errand.entropy.id(), listed: errand.entropy.id() },
  });
  if (filed.outcome !== "gone") return outcomeOf(writer, document_id, filed);
  return bookDocument({ kind: "book_document", document_id, entry, message_id, answers, declined }, errand);
}

/** Papers as they stand now; those of another business, or long gone, are none. */
export async function papersNow(errand: Errand, documentIds: readonly string[]): Promise<KeptDocument[]> {
  const viewer = await viewerOf(errand);
  const found = await Promise.all(documentIds.map((id) => findDocument(viewer, id)));
  return found.filter((document) => document !== null);
}

/** What was decided of a paper that waits. One that somebody else has booked meanwhile stays as it is. */
export async function settle(effect: Extract<Effect, { kind: "settle_document" }>, errand: Errand): Promise<Outcome> {
  const writer = await writerOf(errand, "document.update");
  if (!writer) return { kind: "forbidden" };
  const { kind: _, reason = null, ...settlement } = effect;
  const keepsReason = effect.state === undefined || effect.state === "review";
  await settleDocument(writer, {
    ...settlement,
    from: WAITING,
    now: errand.now,
    ...(!keepsReason && { reason }),
  });
  return { kind: "done" };
}

/** The paper of an entry that was taken back: it is booked no more. */
export async function discardOf({ document_id }: Entry, errand: Errand): Promise<void> {
  const writer = document_id === null ? null : await writerOf(errand, "document.update");
  if (!writer || document_id === null) return;
  await settleDocument(writer, { document_id, state: "discarded", reason: null, now: errand.now });
}

/** Parts a paper from its entry, or null where the entry has none that was linked to it. */
export async function unlink(
  effect: Extract<Effect, { kind: "undo" }>,
  { writer, errand }: { writer: Writer; errand: Errand },
): Promise<Outcome | null> {
  const [entry_id] = effect.entry_ids;
  const entry = entry_id === undefined ? null : await findEntry(writer, entry_id);
  const document = entry?.document_id ? await findDocument(writer, entry.document_id) : null;
  if (!entry || !document) return null;
  const parted = await unlinkPaper(writer, {
    document_id: document.id,
    source: "whatsapp",
    now: errand.now,
    source_ref: `${effect.source_ref}.unlink`,
    ids: { reversal: errand.entropy.id(), replacement: errand.entropy.id() },
  });
  if (!parted) return null;
  const { country, tax_id } = errand.membership;
  const hand = { message_id: `${QUEUED}${document.id}`, own_tax_id: tax_id, blank: blankExtraction(country) };
  const draft = draftOfKept(parted.document, hand);
  return { kind: "unlinked", entry: parted.entry, of: entry.id, draft, cash: (await balance(writer)).cash_by_currency };
}

/** What the books did not take. That a debt has less left is nobody's fault, and is told. */
export function refused({ reason, field }: EntryRefusal): Outcome {
  if (reason === "returned" && field === "amount_minor") return { kind: "failed", why: "beyond_debt" };
  logProblem("entry.refused", { reason, field });
  return { kind: "failed" };
}

async function outcomeOf(writer: Writer, documentId: string, filed: Filed): Promise<Outcome> {
  if (filed.outcome === "refused") return refused(filed.refusal);
  if (filed.outcome === "not_found") return { kind: "not_found" };
  if (!("entry" in filed)) {
    const gone = await findDocument(writer, documentId);
    return { kind: "not_waiting", ...(gone?.reason === ALTERED_COPY && { altered: true as const }) };
  }
  const { entry, before } = filed;
  const cash = (await balance(writer)).cash_by_currency;
  if (!filed.linked) {
    const owing = await owingAfter(writer, entry);
    return { kind: "recorded", entry, existed: filed.outcome === "exists", cash, owing };
  }
  const document = entry.document_id === null ? null : await findDocument(writer, entry.document_id);
  return { kind: "linked", entry, before, paper: document?.extraction?.kind ?? "unknown", cash };
}

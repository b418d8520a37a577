import type { Entropy } from "#kernel";
import {
  findEntry,
  openDebtEntries,
  recordEntry,
  replaceEntry,
  reverseEntry,
  type EntrySource,
  type NewEntry,
} from "#ledger";
import { actorName, commit, type Writer } from "#tenants";
import { habitsOf } from "../book/habits.ts";
import { bookable, entryOfRcv } from "../book/entry.ts";
import { keyOf, type RcvDocument } from "../rcv/document.ts";
import type { Difference, Resolution } from "../reconcile/difference.ts";
import { declineEntries, documentOf, rowById, rowsByKey, setAside } from "../store.ts";
import { freshKey, linkListed } from "../settle/settle.ts";

// What a person answers to a difference, carried out once.

export type ResolvePorts = { now: number; entropy: Entropy; source: EntrySource; source_ref: string };

/** `gone`: what it was of is not there any more, or was answered already. */
export type Resolved = { outcome: "done" | "gone" | "refused" };

export async function resolve(
  writer: Writer,
  { difference, resolution }: { difference: Difference; resolution: Resolution },
  ports: ResolvePorts,
): Promise<Resolved> {
  switch (resolution.do) {
    case "book":
      return book(writer, resolution.document_id, ports);
    case "lower":
      return lower(writer, resolution, ports);
    case "link":
      return linkTo(writer, resolution, ports);
    case "reverse":
      return reverse(writer, resolution.entry_id, ports);
    case "correct":
      return correct(writer, resolution, ports);
    case "decline":
      return decline(writer, resolution, ports);
    case "leave":
      return leave(writer, difference, ports);
    case "accept":
    case "claim":
    case "ask_sii":
      return { outcome: "refused" };
  }
}

/** Whatever was undone before: it is asked for now. */
async function book(writer: Writer, documentId: string, { now, entropy }: ResolvePorts): Promise<Resolved> {
  const kept = await keptOf(writer, documentId);
  if (typeof kept === "string") return { outcome: kept };
  const entry = bookable(entryOfRcv(kept.document, await habitsOf(writer)), kept.source_ref);
  await recordEntry(writer, entry, { now, id: entropy.id() });
  return { outcome: "done" };
}

/** A note of credit that lowers a debt: what is owed is so much less, and no cash moves. No more than is open of it. */
async function lower(
  writer: Writer,
  { document_id, entry_id }: Extract<Resolution, { do: "lower" }>,
  { now, entropy }: ResolvePorts,
): Promise<Resolved> {
  const debt = (await openDebtEntries(writer)).find((each) => each.entry_id === entry_id);
  if (!debt) return { outcome: "gone" };
  const kept = await keptOf(writer, document_id);
  if (typeof kept === "string") return { outcome: kept };
  const { document, source_ref } = kept;
  if (document.total > debt.amount_minor) return { outcome: "refused" };
  const { refund: _refund, ...note } = entryOfRcv(document, await habitsOf(writer));
  const { direction, category, counterparty } = debt;
  const entry: NewEntry = {
    ...note,
    ...(debt.taxed ? {} : { net_minor: null, tax_minor: null }),
    type: direction === "por_pagar" ? "egreso" : "ingreso",
    direction,
    category,
    counterparty,
    settles_id: entry_id,
    returned: true,
  };
  await recordEntry(writer, bookable(entry, source_ref), { now, id: entropy.id() });
  return { outcome: "done" };
}

async function linkTo(
  writer: Writer,
  { document_id, entry_id }: Extract<Resolution, { do: "link" }>,
  { now, entropy }: ResolvePorts,
): Promise<Resolved> {
  const kept = await keptOf(writer, document_id);
  if (typeof kept === "string") return { outcome: kept };
  const hand = { habits: await habitsOf(writer), now, entropy };
  const isLinked = await linkListed(writer, { ...kept, told_id: entry_id }, hand);
  return { outcome: isLinked ? "done" : "gone" };
}

type Kept = { document: RcvDocument; source_ref: string };

/** A document with the key under which it may be booked now. */
async function keptOf(writer: Writer, id: string): Promise<Kept | "gone" | "refused"> {
  const row = await rowById(writer, id);
  if (!row) return "gone";
  const document = await documentOf(writer, row);
  const source_ref = await freshKey(writer, keyOf(document));
  return source_ref === null ? "refused" : { document, source_ref };
}

async function reverse(
  writer: Writer,
  entry_id: string,
  { now, entropy, source, source_ref }: ResolvePorts,
): Promise<Resolved> {
  const reversal = await reverseEntry(writer, { entry_id, source, source_ref, now, id: entropy.id() });
  return { outcome: reversal.outcome === "created" || reversal.outcome === "exists" ? "done" : "gone" };
}

async function correct(
  writer: Writer,
  { entry_id, patch }: Extract<Resolution, { do: "correct" }>,
  { now, entropy, source, source_ref }: ResolvePorts,
): Promise<Resolved> {
  if (!(await findEntry(writer, entry_id))) return { outcome: "gone" };
  const ids = { reversal: entropy.id(), replacement: entropy.id() };
  const replaced = await replaceEntry(writer, { entry_id, patch, source, source_ref, ids, now });
  if (replaced.outcome === "refused") return { outcome: "refused" };
  return { outcome: replaced.outcome === "created" || replaced.outcome === "exists" ? "done" : "gone" };
}

async function decline(
  writer: Writer,
  { document, entry_id }: Extract<Resolution, { do: "decline" }>,
  { now }: ResolvePorts,
): Promise<Resolved> {
  const key = await writer.keyOf("sii-document", document);
  const row = (await rowsByKey(writer, [key])).get(key);
  if (!row) return { outcome: "gone" };
  await commit(writer, { action: "sii.keep", targets: [row.id], at: now }, [declineEntries(row, [entry_id])]);
  return { outcome: "done" };
}

async function leave(writer: Writer, { key }: Difference, { now }: ResolvePorts): Promise<Resolved> {
  const row = {
    tenant_id: writer.tenant.id,
    difference_key: key,
    set_by: actorName(writer.actor),
    set_at: new Date(now).toISOString(),
  };
  await commit(writer, { action: "sii.keep", targets: [], at: now }, [setAside(row)]);
  return { outcome: "done" };
}

import { clip, nameKey } from "#kernel";
import { sha256Hex } from "#security";
import type { Viewer } from "#tenants";
import type { Entry, NewEntry, Posting } from "./entry.ts";
import type { EntryRow, StoredEntry } from "./store.ts";

/** An entry before the database has given it its number. */
export type UnnumberedRow = Omit<EntryRow, "seq">;

/** A row and its postings, about to be written; `paper`: the keys of the one that it stands for. */
export type Draft = { row: UnnumberedRow; postings: readonly Posting[]; paper?: PaperKeys | undefined };

export type PaperKeys = { paper_key: string; number_key: string };

/** What an entry is besides what was asked: who recorded it, when, and what it takes back or stands for. */
export type Origin = {
  id: string;
  recorded_at: string;
  recorded_by: string;
  reverses_id: string | null;
  replaces_id: string | null;
};

/** Anything that has the fields of an entry: what is asked to be booked, or a reversal of what was. */
export type Bookable = Omit<NewEntry, "type" | "transfer"> & { type: Entry["type"] };

/** The row of an entry: words sealed for their place, and look-up hashes of what is searched. */
export async function rowOf(viewer: Viewer, entry: Bookable, origin: Origin): Promise<UnnumberedRow> {
  const seal = async (column: string, plain: string): Promise<string> => viewer.seal(placeOf(column, origin.id), plain);
  const [concept, counterparty] = [wordOf(entry.concept), wordOf(entry.counterparty)];
  return {
    tenant_id: viewer.tenant.id,
    ...origin,
    type: entry.type,
    direction: entry.direction,
    loan: entry.loan ?? false,
    amount_minor: entry.amount_minor,
    net_minor: entry.net_minor,
    tax_minor: entry.tax_minor,
    currency: entry.currency,
    date: entry.date,
    due_date: entry.due_date,
    concept_sealed: concept === null ? null : await seal("concept", concept),
    category: entry.category,
    counterparty_sealed: counterparty === null ? null : await seal("counterparty", counterparty),
    counterparty_key: counterparty === null ? null : await counterpartyKey(viewer, counterparty),
    source: entry.source,
    source_ref_sealed: await seal("source_ref", entry.source_ref),
    source_key: await sourceKey(viewer, entry.source_ref),
    document_id: entry.document_id,
    settles_id: entry.settles_id ?? null,
  };
}

/** Longest concept or counterparty, in code points; the line of a receipt is well under it. */
export const TEXT_CHARS_MAX = 500;

/** Words are cut to fit and never a reason not to book: who writes a page about a purchase has still paid for it. */
export function wordOf(text: string | null): string | null {
  return clip(text?.trim() ?? "", TEXT_CHARS_MAX) || null;
}

/** The entry that a stored row is, its words opened. */
export async function entryOf(viewer: Viewer, { row, postings, reversed_by }: StoredEntry): Promise<Entry> {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    direction: row.direction,
    loan: row.loan,
    amount_minor: row.amount_minor,
    net_minor: row.net_minor,
    tax_minor: row.tax_minor,
    currency: row.currency,
    date: row.date,
    due_date: row.due_date,
    recorded_at: row.recorded_at,
    concept: await openWord(viewer, row, "concept"),
    category: row.category,
    counterparty: await openWord(viewer, row, "counterparty"),
    source: row.source,
    source_ref: await viewer.unseal(placeOf("source_ref", row.id), row.source_ref_sealed),
    document_id: row.document_id,
    reverses_id: row.reverses_id,
    replaces_id: row.replaces_id,
    settles_id: row.settles_id,
    reversed_by,
    postings,
  };
}

type SealedWords = Pick<EntryRow, "id" | "concept_sealed" | "counterparty_sealed">;

export async function openWord(
  viewer: Viewer,
  row: SealedWords,
  column: "concept" | "counterparty",
): Promise<string | null> {
  const sealed = row[`${column}_sealed`];
  return sealed === null ? null : viewer.unseal(placeOf(column, row.id), sealed);
}

export function sourceKey(viewer: Viewer, sourceRef: string): Promise<string> {
  return viewer.keyOf("source", sourceRef);
}

/** «Gómez» and «gomez» are one counterparty. */
export function counterpartyKey(viewer: Viewer, name: string): Promise<string> {
  return viewer.keyOf("counterparty", nameKey(name));
}

/** SHA-256 over rows as they are stored; the number in the books is left out, since the database gives it. */
export async function digestOf(drafts: readonly Draft[]): Promise<string> {
  return sha256Hex(JSON.stringify(drafts.map(canonical)));
}

/**
 * An array and not an object: its order is the format. What names no debt keeps the bytes that it had before there was
 * a way to name one, so that the audit still vouches for it.
 */
function canonical(draft: Draft): unknown[] {
  const { settles_id } = draft.row;
  return settles_id === null ? ["v1", ...fieldsOf(draft)] : ["v2", settles_id, ...fieldsOf(draft)];
}

function fieldsOf({ row, postings }: Draft): unknown[] {
  return [
    row.tenant_id,
    row.id,
    row.type,
    row.direction,
    row.loan,
    row.amount_minor,
    row.net_minor,
    row.tax_minor,
    row.currency,
    row.date,
    row.due_date,
    row.recorded_at,
    row.recorded_by,
    row.concept_sealed,
    row.category,
    row.counterparty_sealed,
    row.counterparty_key,
    row.source,
    row.source_ref_sealed,
    row.source_key,
    row.document_id,
    row.reverses_id,
    row.replaces_id,
    postings.map((posting) => [posting.debit, posting.credit, posting.amount_minor, posting.currency]),
  ];
}

function placeOf(column: string, row: string): { table: string; column: string; row: string } {
  return { table: "entries", column, row };
}

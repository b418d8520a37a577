// What belongs together: documents and the entries that stand for them, an invoice and the notes that lowered it.

import { monthOf, type Month } from "#kernel";
import type { Entry } from "#ledger";
import { keyOf, type RcvDocument, type RcvSide } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import type { Claim } from "./claims.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import type { Ties } from "./ties.ts";
import { bookedValue, isRounding, minus, sumOf, valueOf, type Value } from "./value.ts";

/** A document as the register holds it, in the month in which it counts. */
export type Counted = KeptRcvDocument & { key: string; month: Month };

export type Row = {
  side: RcvSide;
  documents: readonly Counted[];
  entries: readonly Entry[];
  /** Of entries without a document: what they say of it. */
  claim: Claim | null;
};

/** Documents with their entries, each once: those that share an entry are one row. */
export function rowsOf(documents: readonly Counted[], ties: Ties): Row[] {
  const rows: Row[] = [];
  const rowByEntry = new Map<string, Row>();
  for (const document of documents) {
    const entries = ties.get(document.key) ?? [];
    const shared = [...new Set(entries.flatMap(({ id }) => rowByEntry.get(id) ?? []))];
    const row: Row = {
      side: document.side,
      documents: [...shared.flatMap((each) => each.documents), document],
      entries: [...new Set([...shared.flatMap((each) => each.entries), ...entries])],
      claim: null,
    };
    for (const each of shared) rows.splice(rows.indexOf(each), 1);
    for (const { id } of row.entries) rowByEntry.set(id, row);
    rows.push(row);
  }
  return rows;
}

/** What a row counts for there and here, whatever the month. */
export function valuesOf({ side, documents, entries }: Pick<Row, "side" | "documents" | "entries">): {
  there: Value;
  here: Value;
} {
  return {
    there: sumOf(documents.map(valueOf)),
    here: sumOf(entries.map((entry) => bookedValue(entry, side))),
  };
}

/** What the register counts of it in a month, less what the books do. */
export function effectOf({ side, documents, entries }: Row, month: Month): Value {
  const counting = documents.filter((each) => isCounting(each) && each.month === month);
  const booked = entries.filter((entry) => monthOf(entry.date) === month);
  return minus(sumOf(counting.map(valueOf)), sumOf(booked.map((entry) => bookedValue(entry, side))));
}

/** True where both say the same, give or take a peso for each document. */
export function agrees(row: Pick<Row, "side" | "documents" | "entries">): boolean {
  const { there, here } = valuesOf(row);
  return isRounding(minus(there, here), row.documents.length);
}

/**
 * Puts notes that were booked by lowering their invoice beside it: an invoice booked for what is left of it, or one that was
 * never booked because a note of the same month takes it back whole. Any other note stays for itself.
 */
export function withNotesLowered(rows: readonly Row[]): Row[] {
  const invoices = rows.filter((row) => !isOpenNote(row));
  const byParty = Map.groupBy(invoices, partyOf);
  const notes = Map.groupBy(rows.filter(isOpenNote), (note) => invoiceOf(note, byParty.get(partyOf(note)) ?? []));
  const lowered = new Map<Row, Row>();
  for (const [invoice, of] of notes) {
    if (invoice === null) continue;
    const whole = { ...invoice, documents: [...invoice.documents, ...of.flatMap(({ documents }) => documents)] };
    if (agrees(whole) && isCountedAlike(whole)) lowered.set(invoice, whole);
  }
  const gone = new Set([...lowered.keys()].flatMap((invoice) => notes.get(invoice) ?? []));
  return rows.filter((row) => !gone.has(row)).map((row) => lowered.get(row) ?? row);
}

/** A note of the register that stands in the books nowhere. */
function isOpenNote({ documents: [only, ...more], entries }: Row): boolean {
  return only !== undefined && more.length === 0 && isCounting(only) && isCreditNote(only.type) && entries.length === 0;
}

function isCounting({ state }: RcvDocument): boolean {
  return state === "registro";
}

/** All of it counts; and where nothing is booked, in one month, or else both months would be off unseen. */
function isCountedAlike({ documents, entries }: Row): boolean {
  const isOfOneMonth = new Set(documents.map(({ month }) => month)).size === 1;
  return documents.every(isCounting) && (entries.length > 0 || isOfOneMonth);
}

/** Whom a row is of, and on which side: a note takes back an invoice of the same. */
export function partyOf({ side, documents: [first] }: Row): string {
  return `${side}|${first?.counterparty.rut ?? ""}`;
}

/**
 * The invoice that a note takes back: the one that it names. The portal's table of purchases names none; there it is the
 * only one of the same company for which all would agree. @param theirs the rows of its party
 */
export function invoiceOf({ documents: [note] }: Row, theirs: readonly Row[]): Row | null {
  if (note === undefined) return null;
  const named = theirs.filter(({ documents }) => documents.some((each) => refersTo(note, each)));
  if (note.references.length > 0) return named[0] ?? null;
  const [only, ...more] = theirs.filter((row) => agrees({ ...row, documents: [...row.documents, note] }));
  return only && more.length === 0 ? only : null;
}

function refersTo({ references }: Counted, { type, folio }: Counted): boolean {
  return references.some((each) => each.folio === folio && (each.type === null || each.type === type));
}

export function countedIn(document: KeptRcvDocument, month: Month): Counted {
  const counted = document.period ?? month;
  return { ...document, key: keyOf(document), month: counted, period: counted };
}

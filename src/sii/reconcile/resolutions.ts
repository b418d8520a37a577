// What a person may answer to a difference, as things to do.

import { firstDayOf, monthOf, type CivilDate } from "#kernel";
import type { Entry } from "#ledger";
import type { RcvDocument } from "../rcv/document.ts";
import { acceptanceOf, type Countdown } from "../taxes/due.ts";
import type { DifferenceClass, Resolution } from "./difference.ts";
import { isClaimable } from "../claims/action.ts";
import type { RcvCandidate } from "./match-rcv.ts";
import type { Counted, Row } from "./rows.ts";
import { flowOf, valueOf } from "./value.ts";

/** What is known beside the row. `candidates`: entries that may be its document. `invoice`: what a note takes back. */
export type Around = {
  candidates: readonly RcvCandidate[];
  /** Documents that its entry may be. */
  askedOf: readonly { document_id: string; candidate: RcvCandidate }[];
  invoice: Row | null;
  /** Entries that were found beside those tied to the document, and may be another purchase. */
  suspects: readonly Entry[];
  /** Until when it may be accepted or claimed. */
  left: Countdown | null;
};

/** The likeliest first. */
export function resolutionsOf(kind: DifferenceClass, row: Row, around: Around): Resolution[] {
  return [...RESOLVED[kind](row, around), { do: "leave" }];
}

const RESOLVED: Readonly<Record<DifferenceClass, (row: Row, around: Around) => Resolution[]>> = {
  missing_here: unbooked,
  missing_there: ({ entries }, { askedOf }) => [
    ...askedOf.map(({ document_id, candidate }): Resolution => ({ do: "link", document_id, ...candidate })),
    { do: "ask_sii" },
    // An entry that bears none says so already.
    ...entries.filter(({ tax_minor }) => (tax_minor ?? 0) > 0).map(withoutTax),
    ...entries.map(reversed),
  ],
  amount: corrected,
  period: moved,
  pending: (row, around) => [
    ...answered(row, around),
    ...(row.entries.length === 0 ? unbooked(row, around) : row.entries.map(reversed)),
  ],
  credit_note: noted,
  not_for_this_rut: ({ entries }) => entries.map(reversed),
  duplicate: ({ documents: [document], entries }, { suspects }) => [
    ...(suspects.length > 0 ? suspects : entries).map(reversed),
    ...suspects.flatMap(({ id }): Resolution[] =>
      document ? [{ do: "decline", document: document.key, entry_id: id }] : [],
    ),
  ],
  reclaimed_but_booked: ({ entries }) => entries.map(reversed),
  not_included: ({ entries }) => entries.map(withoutTax),
  totals: () => [{ do: "ask_sii" }],
};

function unbooked({ documents }: Row, { candidates }: Around): Resolution[] {
  return documents.flatMap(({ id, key }): Resolution[] => [
    ...candidates.map((candidate): Resolution => ({ do: "link", document_id: id, ...candidate })),
    { do: "book", document_id: id },
    ...candidates.map(({ entry_id }): Resolution => ({ do: "decline", document: key, entry_id })),
  ]);
}

/** Only of one document in one entry is it plain what is wrong. An entry that bought nothing (a payment) is not the purchase. */
function corrected(row: Row, around: Around): Resolution[] {
  const { documents, entries } = row;
  const [[document, ...others], [entry, ...more]] = [documents, entries];
  // Only its words say which invoice it is: whether they are one is asked first.
  if (around.candidates.some(({ entry_id }) => entry_id === entry?.id)) return unbooked(row, around);
  if (!document || !entry || others.length > 0 || more.length > 0) return entries.map(reversed);
  if (flowOf({ ...entry, currency: "CLP" }) === null) return [{ do: "book", document_id: document.id }];
  const patch = { ...amountsOf(document), ...(entry.currency !== "CLP" && { currency: "CLP" }) };
  return [{ do: "correct", entry_id: entry.id, patch }, reversed(entry)];
}

export type Amounts = { amount_minor: number; net_minor: number | null; tax_minor: number | null };

/** What of a document stands in its entry; the tax apart only where there is some to recover or to owe, and it counts. */
export function amountsOf(document: RcvDocument): Amounts {
  const tax = document.state === "no_incluir" ? 0 : Math.abs(valueOf(document).tax);
  const split = tax === 0 ? { net_minor: null, tax_minor: null } : { net_minor: document.net, tax_minor: tax };
  return { amount_minor: document.total, ...split };
}

/** The tax goes with the register's month, whatever the day in the books: it may stay as it is. */
function moved({ documents: [document], entries }: Row): Resolution[] {
  if (!document) return [];
  const date = dayIn(document);
  return entries
    .filter((entry) => monthOf(entry.date) !== document.month)
    .map((entry) => ({ do: "correct", entry_id: entry.id, patch: { date } }));
}

function dayIn({ issuedOn, month }: Counted): CivilDate {
  return monthOf(issuedOn) === month ? issuedOn : firstDayOf(month);
}

/** A note that the books do not know lowers its invoice, where that is owed; one that the register does not know is taken back. */
function noted(row: Row, around: Around): Resolution[] {
  const [note] = row.documents;
  if (!note) return [{ do: "ask_sii" }, ...row.entries.map(reversed)];
  // Of what was paid money comes back, as of any note; only a debt is lowered.
  const owed = (around.invoice?.entries ?? []).filter(({ type, currency }) => type === "deuda" && currency === "CLP");
  const lowered = owed.map(({ id }): Resolution => ({ do: "lower", document_id: note.id, entry_id: id }));
  return [...lowered, ...unbooked(row, around)];
}

/** Until the very hour in which the eight days are over. */
function answered({ documents }: Row, { left }: Around): Resolution[] {
  if (left === null || left.is_over) return [];
  const until = dayOf(left);
  return documents
    .filter(({ state, type }) => state === "pendiente" && isClaimable(type))
    .flatMap(({ id }): Resolution[] => [
      { do: "accept", document_id: id, until },
      { do: "claim", document_id: id, until },
    ]);
}

function reversed({ id }: Entry): Resolution {
  return { do: "reverse", entry_id: id };
}

/** It stays bought, and recovers nothing. */
function withoutTax({ id }: Entry): Resolution {
  return { do: "correct", entry_id: id, patch: { net_minor: null, tax_minor: null } };
}

/** What is left of the time in which a purchase may be claimed; null where the register does not say when it came. @param now epoch ms */
export function leftOf({ documents }: Row, now: number): Countdown | null {
  const received = documents.find(({ state }) => state === "pendiente")?.receivedAt;
  return received == null ? null : acceptanceOf(received, now);
}

export function dayOf({ until }: Countdown): CivilDate {
  return until.slice(0, "YYYY-MM-DD".length);
}

// The books of a month held against the register: what agrees, what differs, and why.

import { compareText, err, ok, type Month, type Result } from "#kernel";
import type { Entry, EntryPatch } from "#ledger";
import type { Alias } from "#match";
import { furthest } from "../keep/change.ts";
import type { RcvMonth } from "../rcv/month.ts";
import type { Books } from "./books.ts";
import { aliasesOf, freeEntries, type FreeEntry } from "./candidates.ts";
import { claimRows } from "./claim-rows.ts";
import type { Difference } from "./difference.ts";
import { differencesIn } from "./differences-in.ts";
import { bookedAgain, isOfOtherAmount, matchRcv, toldAgain, type RcvCandidate, type RcvMatch } from "./match-rcv.ts";
import { amountsOf } from "./resolutions.ts";
import { agrees, countedIn, effectOf, rowsOf, withNotesLowered, type Counted, type Row } from "./rows.ts";
import { causesOf, sideTotals, type Cause, type SideTotals } from "./sides.ts";
import { unsummedOf } from "./summary-check.ts";
import { tiesOf, type Ties } from "./ties.ts";
import { NOTHING, plus, type Value } from "./value.ts";

export type ReconcileRequest = {
  rcv: RcvMonth;
  /** The register of the months around it, as far as they were asked for: an invoice may count a month later than it says. */
  around: readonly RcvMonth[];
  books: Books;
  /** Epoch ms. */
  now: number;
  /** Keys of differences that somebody has left as they are. */
  set_aside: readonly string[];
};

/** An entry that is plainly a document's: to be linked without a question, and what the link puts right in it. */
export type Link = RcvCandidate & { document_id: string; document: string; patch: EntryPatch };

/** Amounts and sums are of the books as they stand once the links are made. */
export type Reconciliation = {
  month: Month;
  /** What has most to do with the tax comes first, then the largest. */
  differences: Difference[];
  causes: Cause[];
  sides: Record<"compra" | "venta", SideTotals>;
  links: Link[];
};

/**
 * Explains a month. Pure: the same values in any order give the same answer, and each document and each entry is in one
 * difference at most. `never_asked`: nothing is known of the register, which is not an empty month.
 */
export function differencesOf(request: ReconcileRequest): Result<Reconciliation, { reason: "never_asked" }> {
  const { rcv, now, set_aside } = request;
  if (rcv.asked_at === null) return err({ reason: "never_asked" });
  const { month } = rcv;
  const together = heldTogether(request);
  const { rows, books } = together;
  const documents = together.documents.filter((each) => each.month === month);
  const unsummed = unsummedOf(rcv, documents);
  const { differences, agreed } = differencesIn(rows, {
    ...together,
    month,
    now,
    unsummed,
    set_aside: new Set(set_aside),
  });
  const isAgreed = new Set(agreed);
  const held = rows.filter((row) => !isAgreed.has(row) || isHeld(row));
  const sides = {
    month,
    documents,
    totals: rcv.totals,
    entries: books.entries,
    held: new Map(held.flatMap(({ entries, side }) => entries.map(({ id }) => [id, side] as const))),
    differences,
  };
  const roundingOf = (side: Row["side"]): Value =>
    agreed
      .filter((row) => row.side === side && isHeld(row))
      .reduce((sum, row) => plus(sum, effectOf(row, month)), NOTHING);
  return ok({
    month,
    differences,
    causes: causesOf(differences),
    sides: {
      compra: sideTotals("compra", { ...sides, rounding: roundingOf("compra") }),
      venta: sideTotals("venta", { ...sides, rounding: roundingOf("venta") }),
    },
    links: together.links,
  });
}

/** What was left out of the register and recovers no tax is nobody's to compare. */
function isHeld({ documents }: Row): boolean {
  return documents.every(({ state }) => state !== "no_incluir");
}

type Held = {
  documents: Counted[];
  rows: Row[];
  books: Books;
  matches: RcvMatch[];
  links: Link[];
  /** Entries that seem to be what stands in the books already, by the document. */
  again: ReadonlyMap<string, readonly FreeEntry[]>;
};

/** Every document with its entries, and every entry that says that there is one. */
function heldTogether({ rcv, around, books: given }: ReconcileRequest): Held {
  const documents = onceEach([rcv, ...around]);
  const books = { ...given, entries: inOrder(given.entries) };
  const matches = matchRcv(documents, books);
  const links = linksOf(matches, documents);
  const linked = withLinks(books, links);
  const ties = withLinked(tiesOf(documents, linked), links, linked.entries);
  const rows = withNotesLowered(rowsOf(documents, ties));
  const again = seenAgain(rows, freeEntries(linked, ties), {
    ...linked,
    aliases: aliasesOf(books.rules, documents, ties),
  });
  const withAgain = rows.map((row) => {
    const more = again.get(row.documents[0]?.key ?? "") ?? [];
    return more.length > 0 ? { ...row, entries: [...row.entries, ...more.map(({ entry }) => entry)] } : row;
  });
  const told = withNumbered(withAgain, matches, linked.entries);
  const taken = new Set(told.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const claims = claimRows(
    linked.entries.filter(({ id }) => !taken.has(id)),
    linked,
  );
  return { documents, rows: [...told, ...claims], books: linked, matches, links, again };
}

/** Entries beside those of a document that are plainly it once more; by its number also where its own are of another amount. */
function seenAgain(
  rows: readonly Row[],
  free: readonly FreeEntry[],
  books: Books & { aliases: readonly Alias[] },
): Map<string, FreeEntry[]> {
  const booked = rows.filter((row) => row.documents.length === 1 && row.entries.length > 0);
  const open = booked.filter(({ documents: [only] }) => only?.state === "registro" || only?.state === "pendiente");
  const named = toldAgain(
    open.flatMap(({ documents }) => documents),
    free,
    books,
  );
  const taken = new Set([...named.values()].flat().map(({ id }) => id));
  const plain = booked.filter(
    (row) => row.entries.length === 1 && agrees(row) && !named.has(row.documents[0]?.key ?? ""),
  );
  const left = free.filter(({ id }) => !taken.has(id));
  const alike = bookedAgain(
    plain.flatMap(({ documents }) => documents),
    left,
    books,
  );
  return new Map([...named, ...Array.from(alike, ([key, entry]): [string, FreeEntry[]] => [key, [entry]])]);
}

/** Puts what was told of an invoice by its number, for another amount, beside it: one thing to ask about, not two. */
function withNumbered(rows: readonly Row[], matches: readonly RcvMatch[], entries: readonly Entry[]): Row[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const taken = new Set(rows.flatMap((row) => row.entries.map(({ id }) => id)));
  const byDocument = new Map(matches.map((match) => [match.document, match]));
  return rows.map((row) => {
    const [document, ...more] = row.documents;
    const match = byDocument.get(document?.key ?? "");
    const [best] = match?.verdict === "maybe" ? match.candidates : [];
    const entry = best && isOfOtherAmount(best) ? byId.get(best.entry_id) : undefined;
    const isOpen = document?.state === "registro" && more.length === 0 && row.entries.length === 0;
    if (!isOpen || !entry || taken.has(entry.id)) return row;
    taken.add(entry.id);
    return { ...row, entries: [entry] };
  });
}

/** A document that has moved is where it is furthest on, as it is when it is kept. */
function onceEach(months: readonly RcvMonth[]): Counted[] {
  const best = new Map<string, Counted>();
  for (const { month, documents } of months) {
    for (const each of documents.map((document) => countedIn(document, month))) {
      const before = best.get(each.key);
      best.set(each.key, before ? furthest(before, each) : each);
    }
  }
  return [...best.values()].toSorted((a, b) => compareText(a.key, b.key));
}

function inOrder(entries: readonly Entry[]): Entry[] {
  const sorted = entries.toSorted((a, b) => a.seq - b.seq || compareText(a.id, b.id));
  return sorted.filter(({ id }, i) => sorted[i - 1]?.id !== id);
}

function linksOf(matches: readonly RcvMatch[], documents: readonly Counted[]): Link[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  return matches.flatMap((match) => {
    const document = match.verdict === "sure" ? byKey.get(match.document) : undefined;
    if (match.verdict !== "sure" || !document) return [];
    return [{ ...match.best, document_id: document.id, document: match.document, patch: amountsOf(document) }];
  });
}

/** The books as they stand once the links are made. */
function withLinks(books: Books, links: readonly Link[]): Books {
  const patches = new Map(links.map(({ entry_id, patch }) => [entry_id, patch]));
  return { ...books, entries: books.entries.map((entry) => ({ ...entry, ...patches.get(entry.id) })) };
}

function withLinked(ties: Ties, links: readonly Link[], entries: readonly Entry[]): Ties {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const linked = links.flatMap(({ document, entry_id }) => {
    const entry = byId.get(entry_id);
    return entry ? [[document, [entry]] as const] : [];
  });
  return new Map([...ties, ...linked]);
}

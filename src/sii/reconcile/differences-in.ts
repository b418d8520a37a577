// The rows that differ, each as a person is told of it.

import { compareText, type Month } from "#kernel";
import type { Entry } from "#ledger";
import type { Books } from "./books.ts";
import type { FreeEntry } from "./candidates.ts";
import type { Difference, DifferenceClass, DocumentShown, EntryShown, Resolution } from "./difference.ts";
import { classOf } from "./judge.ts";
import type { RcvCandidate, RcvMatch } from "./match-rcv.ts";
import { dayOf, leftOf, resolutionsOf, type Around } from "./resolutions.ts";
import { effectOf, invoiceOf, partyOf, valuesOf, type Counted, type Row } from "./rows.ts";
import type { Unsummed } from "./summary-check.ts";
import { taxBooked, type Value } from "./value.ts";

type Seen = {
  month: Month;
  /** Epoch ms. */
  now: number;
  books: Books;
  documents: readonly Counted[];
  matches: readonly RcvMatch[];
  again: ReadonlyMap<string, readonly FreeEntry[]>;
  unsummed: readonly Unsummed[];
  set_aside: ReadonlySet<string>;
};

/** The differences of a month, those that matter most first, and the rows in which there is none. */
export function differencesIn(rows: readonly Row[], seen: Seen): { differences: Difference[]; agreed: Row[] } {
  const judged = rows.map((row) => ({ row, kind: classOf(row, seen.month, seen.books.own_tax_id) }));
  const agreed = judged.flatMap(({ row, kind }) => (kind === null ? [row] : []));
  const around = surroundings(rows, seen);
  const differing = judged.flatMap(({ row, kind }) => (kind === null ? [] : [ofRow(row, kind, { ...seen, around })]));
  const unsummed = seen.unsummed.map((each) => ofSummary(each, seen));
  return { differences: [...differing, ...unsummed].toSorted(byWeight), agreed };
}

function ofRow(row: Row, kind: DifferenceClass, seen: Seen & { around: Surroundings }): Difference {
  const { month, now, set_aside, around } = seen;
  const effect = effectOf(row, month);
  const key = keyOf(kind, row);
  const left = kind === "pending" ? leftOf(row, now) : null;
  const resolutions = resolutionsOf(kind, row, { ...aroundOf(row, kind, around), left });
  return {
    key,
    class: kind,
    side: row.side,
    documents: row.documents.map(documentShown),
    entries: row.entries.map(entryShown),
    effect,
    vat: vatOf(row.side, effect),
    deadline: left && { until: dayOf(left), days_left: left.days },
    summary: null,
    link: linkIn(resolutions, around),
    resolutions,
    is_set_aside: set_aside.has(key),
  };
}

type Asked = { document_id: string; candidate: RcvCandidate };

/** What stands around the rows of a month, found by what each row has. */
type Surroundings = {
  /** By the document's key. */
  candidates: ReadonlyMap<string, readonly RcvCandidate[]>;
  /** By the entry's id. */
  askedOf: ReadonlyMap<string, readonly Asked[]>;
  byParty: ReadonlyMap<string, readonly Row[]>;
  again: ReadonlyMap<string, readonly FreeEntry[]>;
  /** By their ids. */
  documentOf: ReadonlyMap<string, Counted>;
  entryOf: ReadonlyMap<string, Entry>;
};

function surroundings(rows: readonly Row[], { matches, again, documents, books }: Seen): Surroundings {
  const maybe = matches.flatMap((match) => (match.verdict === "maybe" ? [match] : []));
  const idOf = new Map(documents.map(({ key, id }) => [key, id]));
  const asked = maybe.flatMap(({ document, candidates }) => {
    const document_id = idOf.get(document);
    return document_id === undefined ? [] : candidates.map((candidate): Asked => ({ document_id, candidate }));
  });
  return {
    candidates: new Map(maybe.map(({ document, candidates }) => [document, candidates])),
    askedOf: Map.groupBy(asked, ({ candidate }) => candidate.entry_id),
    byParty: Map.groupBy(rows, partyOf),
    again,
    documentOf: new Map(documents.map((document) => [document.id, document])),
    entryOf: new Map(books.entries.map((entry) => [entry.id, entry])),
  };
}

function linkIn(resolutions: readonly Resolution[], { documentOf, entryOf }: Surroundings): Difference["link"] {
  const link = resolutions.find((each) => each.do === "link");
  if (!link) return null;
  const [document, entry] = [documentOf.get(link.document_id), entryOf.get(link.entry_id)];
  return document && entry ? { document: documentShown(document), entry: entryShown(entry) } : null;
}

function aroundOf(row: Row, kind: DifferenceClass, around: Surroundings): Omit<Around, "left"> {
  const key = row.documents[0]?.key ?? "";
  const more = (around.again.get(key) ?? []).map(({ entry }) => entry);
  return {
    candidates: around.candidates.get(key) ?? [],
    askedOf: row.entries.flatMap(({ id }) => around.askedOf.get(id) ?? []),
    invoice: kind === "credit_note" ? invoiceOf(row, around.byParty.get(partyOf(row)) ?? []) : null,
    suspects: more.filter((each) => row.entries.includes(each)),
  };
}

/** What was left as it is comes back where its amounts are others. */
function keyOf(kind: DifferenceClass, row: Row): string {
  const { documents, entries, claim } = row;
  const ofEntries = claim?.paper ? `paper:${claim.paper.id}` : entries.map(({ id }) => `entry:${id}`).join("+");
  const anchor = documents.length > 0 ? documents.map((each) => each.key).join("+") : ofEntries;
  if (kind === "duplicate") return `${kind}:${anchor}:${entries.map(({ id }) => id).join("+")}`;
  if (kind !== "amount") return `${kind}:${anchor}`;
  const { there, here } = valuesOf(row);
  return `${kind}:${anchor}:${there.total}/${there.tax}-${here.total}/${here.tax}`;
}

function ofSummary({ side, summary, effect }: Unsummed, { month, set_aside }: Seen): Difference {
  const { type, state, summed, listed } = summary;
  const said = [summed, listed].map(({ count, total, tax }) => `${count}/${total}/${tax}`).join("-");
  const key = `totals:${month}:${side}:${state}:${type}:${said}`;
  return {
    key,
    class: "totals",
    side,
    documents: [],
    entries: [],
    effect,
    vat: vatOf(side, effect),
    deadline: null,
    summary,
    link: null,
    resolutions: [{ do: "ask_sii" }, { do: "leave" }],
    is_set_aside: set_aside.has(key),
  };
}

/** The tax of a sale is owed, that of a purchase comes off it. */
function vatOf(side: Row["side"], { tax }: Value): number {
  return side === "venta" ? tax : -tax || 0;
}

function documentShown(document: Counted): DocumentShown {
  const { id, key, state, type, folio, counterparty, total, tax, commonUseTax, issuedOn, month } = document;
  const { rut, name } = counterparty;
  return {
    id,
    key,
    state,
    type,
    folio,
    counterparty: { rut, name },
    total,
    tax: tax + commonUseTax,
    date: issuedOn,
    month,
  };
}

function entryShown(entry: Entry): EntryShown {
  const { id, amount_minor, currency, date, concept, counterparty, document_id } = entry;
  return { id, amount_minor, currency, tax: taxBooked(entry), date, concept, counterparty, document_id };
}

function byWeight(a: Difference, b: Difference): number {
  return (
    Math.abs(b.vat) - Math.abs(a.vat) ||
    Math.abs(b.effect.total) - Math.abs(a.effect.total) ||
    compareText(a.key, b.key)
  );
}

// The rows that differ, each as a person is told of it.

import type { CivilDate, Month } from "#kernel";
import type { Entry } from "#ledger";
import type { Books } from "./books.ts";
import type { FreeEntry } from "./candidates.ts";
import type { Difference, DifferenceClass, DocumentShown, EntryShown } from "./difference.ts";
import { classOf } from "./judge.ts";
import type { RcvMatch } from "./match-rcv.ts";
import { deadlineOf, resolutionsOf, type Around } from "./resolutions.ts";
import { effectOf, invoiceOf, valuesOf, type Counted, type Row } from "./rows.ts";
import type { Unsummed } from "./summary-check.ts";
import { taxBooked, type Value } from "./value.ts";

type Seen = {
  month: Month;
  today: CivilDate;
  books: Books;
  documents: readonly Counted[];
  matches: readonly RcvMatch[];
  again: ReadonlyMap<string, FreeEntry>;
  unsummed: readonly Unsummed[];
  set_aside: ReadonlySet<string>;
};

/** The differences of a month, those that matter most first, and the rows in which there is none. */
export function differencesIn(rows: readonly Row[], seen: Seen): { differences: Difference[]; agreed: Row[] } {
  const judged = rows.map((row) => ({ row, kind: classOf(row, seen.month, seen.books.own_tax_id) }));
  const agreed = judged.flatMap(({ row, kind }) => (kind === null ? [row] : []));
  const differing = judged.flatMap(({ row, kind }) => (kind === null ? [] : [ofRow(row, kind, { ...seen, rows })]));
  const unsummed = seen.unsummed.map((each) => ofSummary(each, seen));
  return { differences: [...differing, ...unsummed].toSorted(byWeight), agreed };
}

function ofRow(row: Row, kind: DifferenceClass, seen: Seen & { rows: readonly Row[] }): Difference {
  const { month, today, set_aside } = seen;
  const effect = effectOf(row, month);
  const key = keyOf(kind, row);
  const deadline = kind === "pending" ? deadlineOf(row, today) : null;
  return {
    key,
    class: kind,
    side: row.side,
    documents: row.documents.map(documentShown),
    entries: row.entries.map(entryShown),
    effect,
    vat: vatOf(row.side, effect),
    deadline,
    summary: null,
    resolutions: resolutionsOf(kind, row, { ...aroundOf(row, seen), deadline }),
    is_set_aside: set_aside.has(key),
  };
}

function aroundOf(
  row: Row,
  { rows, matches, again, documents }: Seen & { rows: readonly Row[] },
): Omit<Around, "deadline"> {
  const [first] = row.documents;
  const asked = matches.flatMap((match) =>
    match.verdict === "maybe" ? match.candidates.map((candidate) => ({ document: match.document, candidate })) : [],
  );
  const ids = new Set(row.entries.map(({ id }) => id));
  const idOf = new Map(documents.map(({ key, id }) => [key, id]));
  const second = first && again.get(first.key)?.entry;
  return {
    candidates: asked.filter(({ document }) => document === first?.key).map(({ candidate }) => candidate),
    askedOf: asked.flatMap(({ document, candidate }) => {
      const document_id = ids.has(candidate.entry_id) ? idOf.get(document) : undefined;
      return document_id === undefined ? [] : [{ document_id, candidate }];
    }),
    invoice: invoiceOf(row, rows),
    suspects: second && ids.has(second.id) ? [second] : [],
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
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

// A document and the entries that may be it, as the matcher sees them.

import { isPlaceholderRut, readRut } from "#kernel";
import type { Entry, Rule } from "#ledger";
import { categoryTaughtFor, isSameCompany, type Alias, type Candidate, type Evidence } from "#match";
import { keyOf, type RcvDocument } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import type { Books, KnownPaper } from "./books.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import { isRegistered } from "./kinds.ts";
import { keyOfPaper, type Ties } from "./ties.ts";
import { flowOf } from "./value.ts";

/** A purchase is held against what was spent, a sale against what was earned, a credit note the other way. */
export function evidenceOf(document: RcvDocument, rules: readonly Rule[]): Evidence {
  const { side, type, counterparty, folio, issuedOn, total, net, exempt } = document;
  const isSpent = (side === "compra") !== isCreditNote(type);
  return {
    type: isSpent ? "egreso" : "ingreso",
    total_minor: total,
    net_minor: net === 0 ? null : net + exempt,
    currency: "CLP",
    date: issuedOn,
    merchant: counterparty.name || null,
    tax_id: counterparty.isValid && !isPlaceholderRut(counterparty.rut) ? counterparty.rut : null,
    number: folio,
    category: categoryTaughtFor(
      { name: counterparty.name, tax_id: counterparty.rut },
      { rules, side: isSpent ? "expense" : "income" },
    ),
    items: [],
  };
}

/** An entry that no document has yet. `isBare`: nothing else vouches for it either. */
export type FreeEntry = Candidate & { entry: Entry; isBare: boolean };

/**
 * Entries that a document may yet be: told ones, and those with a paper that is no invoice (the slip of the money that paid
 * one) or an invoice of which the issuer or the number was not read.
 */
export function freeEntries({ entries, papers }: Books, ties: Ties): FreeEntry[] {
  const tied = new Set([...ties.values()].flat().map(({ id }) => id));
  const known = new Map(papers.map((paper) => [paper.id, paper]));
  return entries.flatMap((entry) => {
    const paper = entry.document_id === null ? null : (known.get(entry.document_id) ?? null);
    const hasOther = entry.document_id !== null && (paper === null || !mayBelong(paper));
    if (tied.has(entry.id) || hasOther || entry.source === "sii" || NEVER.has(entry.category ?? "")) return [];
    return candidateOf(entry) ?? [];
  });
}

/** Wages and what owners take out are never invoiced. */
const NEVER: ReadonlySet<string> = new Set(["sueldos", "retiros"]);

const SLIPS: ReadonlySet<string> = new Set(["comprobante", "recibo", "unknown"]);

function mayBelong(paper: KnownPaper): boolean {
  return SLIPS.has(paper.kind) || (isRegistered(paper.kind) && keyOfPaper(paper) === null);
}

/** A return is money that came back, and no payment: its own way counts, and not the debt that it lowered. */
function candidateOf(entry: Entry): FreeEntry | null {
  const flow = flowOf(entry);
  if (flow === null) return null;
  const { id, amount_minor, currency, date, concept, counterparty, category } = entry;
  const isDebt = entry.type === "deuda";
  return {
    id,
    type: isDebt ? "deuda" : flow === "out" ? "egreso" : "ingreso",
    direction: isDebt ? entry.direction : null,
    amount_minor,
    currency,
    date,
    concept,
    counterparty,
    tax_id: RUT.test(counterparty ?? "") ? readRut(counterparty ?? "") : null,
    category,
    entry,
    isBare: entry.document_id === null,
  };
}

const RUT = /^\D{0,5}\d[\d.]{5,10}-?[\dkK]$/;

/** What was taught of names, then what links have: the name under which an entry stands is its document's. */
export function aliasesOf(rules: readonly Rule[], documents: readonly KeptRcvDocument[], ties: Ties): Alias[] {
  const taught = rules.filter((rule) => rule.kind !== "category");
  const shown = documents.flatMap((document) =>
    (ties.get(keyOf(document)) ?? []).flatMap(({ counterparty }): Alias[] =>
      counterparty === null ? [] : [{ kind: "same", match: counterparty, name: document.counterparty.name }],
    ),
  );
  return [...taught, ...shown.filter(({ match, name }) => !isSameCompany(match, name))];
}

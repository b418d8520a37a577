// Entries that say that there is an invoice, those of the same invoice together.

import type { Entry } from "#ledger";
import { likeness } from "#match";
import type { Books } from "./books.ts";
import { claimOf, type Claim } from "./claims.ts";
import type { Row } from "./rows.ts";

/** @param entries that no document of the register has, in the order of the books */
export function claimRows(entries: readonly Entry[], books: Books): Row[] {
  const papers = new Map(books.papers.map((paper) => [paper.id, paper]));
  const claims = entries.flatMap((entry) => claimOf(entry, papers.get(entry.document_id ?? "") ?? null, books) ?? []);
  const groups: Claim[][] = [];
  for (const claim of claims) {
    const group = groups.find(([first]) => first && isSameInvoice(first, claim));
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  return groups.flatMap((group): Row[] => {
    const [first] = group;
    if (!first) return [];
    return [{ side: first.side, documents: [], entries: group.map(({ entry }) => entry), claim: first }];
  });
}

/** The same number, amount and company. Of invoices that only their tax tells of, any two may be of two purchases. */
function isSameInvoice(a: Claim, b: Claim): boolean {
  if (a.number === null || a.number !== b.number || a.side !== b.side) return false;
  if (a.isCreditNote !== b.isCreditNote || a.entry.amount_minor !== b.entry.amount_minor) return false;
  const [one, two] = [a.paper?.issuer_tax_id ?? null, b.paper?.issuer_tax_id ?? null];
  if (one !== null && two !== null) return one === two;
  const [here, there] = [a.entry.counterparty, b.entry.counterparty];
  return here === null || there === null || likeness(here, there, []) !== "other";
}

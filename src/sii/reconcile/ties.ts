// Which entries stand for which document: by what was kept when it was booked, by its natural key, by its paper.

import { kindOfType, paperKindOf } from "#dte";
import type { Entry } from "#ledger";
import { issuerOf } from "../keep/paper-id.ts";
import { keyOf } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import type { Books, KnownPaper } from "./books.ts";
import { isRegistered } from "./kinds.ts";
import { flowOf } from "./value.ts";

/** By the document's key; an entry stands under each document that it is tied to. */
export type Ties = ReadonlyMap<string, readonly Entry[]>;

export function tiesOf(documents: readonly KeptRcvDocument[], books: Books): Ties {
  const { entries } = books;
  // A correction puts another entry in the place of the one that was kept.
  const standing = new Map(entries.flatMap((entry) => idsOf(entry).map((id) => [id, entry] as const)));
  const bySource = new Map(entries.map((entry) => [entry.source_ref, entry]));
  const byPaper = entriesByPaper(books);
  return new Map(
    documents.map((document) => {
      const key = keyOf(document);
      const kept = document.entry_id === null ? undefined : standing.get(document.entry_id);
      const papered = paperKeysOf(document, books.own_tax_id).flatMap((paper) => byPaper.get(paper) ?? []);
      const tied = [kept, bySource.get(key), ...papered].filter((entry) => entry !== undefined);
      return [key, bought([...new Set(tied)])];
    }),
  );
}

/** What pays an invoice may bear its paper too; it is the invoice's entry only where there is no other. */
function bought(entries: readonly Entry[]): readonly Entry[] {
  const moving = entries.filter((entry) => flowOf(entry) !== null);
  return moving.length > 0 ? moving : entries;
}

/** An entry under its own id and that of the one it stands for. */
export function idsOf({ id, replaces_id }: Entry): string[] {
  return replaces_id === null ? [id] : [id, replaces_id];
}

function entriesByPaper({ entries, papers }: Books): ReadonlyMap<string, readonly Entry[]> {
  const keys = new Map(papers.map((paper) => [paper.id, keyOfPaper(paper)]));
  return Map.groupBy(entries, ({ document_id }) => (document_id && keys.get(document_id)) ?? "");
}

/** Null where a part of it was not read, or the register does not hold such papers one by one. */
export function keyOfPaper({ kind, sii_type, issuer_tax_id, number }: KnownPaper): string | null {
  if (issuer_tax_id === null || number === null || !isRegistered(kind)) return null;
  return paperKey(issuer_tax_id, sii_type === undefined ? kind : exactly(sii_type), number);
}

/** The paper that says its type, and the one that was read by its print alone. */
function paperKeysOf(document: KeptRcvDocument, ownTaxId: string | null): string[] {
  const { type, folio } = document;
  const kind = kindOfType(type);
  if (kind === null) return [];
  const issuer = issuerOf(document, ownTaxId);
  return issuer === null ? [] : [exactly(type), kind].map((each) => paperKey(issuer, each, folio));
}

/** No word of print: of our sale 12 and our factura de compra 12 each has its own paper. */
function exactly(type: number): string {
  return `type ${paperKindOf(type)}`;
}

/** What print alone tells is a kind: its types of paper and of bytes have numbers of their own that have long parted. */
function paperKey(issuer: string, kind: string, number: string): string {
  return `${issuer}|${kind}|${bareNumber(number)}`;
}

export function bareNumber(number: string): string {
  return number.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
}

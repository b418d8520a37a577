import { isSettlement, type Entry } from "#ledger";
import type { Viewer } from "#tenants";
import { answered } from "../answers.ts";
import { findDocument } from "../store.ts";
import { halfOf, type Papered } from "./companion.ts";

/** Purchases of one sum within some weeks: more are nobody's to be asked about. */
const PAPERED_MAX = 10;

/** Those of the entries of these sums that have a paper and were paid, with what it is; as they stand in the books now. */
export async function paperedOf(
  viewer: Viewer,
  entries: readonly Entry[],
  amountsMinor: readonly (number | null)[],
): Promise<Papered[]> {
  const paid = entries
    .filter((entry) => entry.document_id !== null && entry.type !== "deuda" && !isSettlement(entry))
    .filter(({ amount_minor }) => amountsMinor.includes(amount_minor))
    .slice(0, PAPERED_MAX);
  const papers = await Promise.all(paid.map(({ document_id }) => findDocument(viewer, document_id ?? "")));
  return paid.flatMap((entry, i) => {
    const document = papers[i];
    if (!document?.extraction) return [];
    const { type, amount_minor, currency, date } = entry;
    const half = halfOf(answered(document.extraction, document.answers), type);
    return [{ entry, paper: { ...half, amount_minor, currency, date } }];
  });
}

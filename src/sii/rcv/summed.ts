// Whether the documents of a month are all that the SII counts and adds up: an empty list on error looks like no sales.

import type { RcvState } from "./document.ts";
import type { KeptRcvDocument, RcvTotal } from "./month.ts";

/** Whole pesos, each above zero, notes of credit too; `tax` with that of common use. */
export type Sum = { count: number; total: number; tax: number };

/** Where the documents of a type say otherwise than the SII's own summary of it. */
export type SummaryDifference = Pick<RcvTotal, "side" | "state" | "type" | "isDetailed"> & {
  documents: Sum;
  summary: Sum;
  ids: readonly string[];
};

type Placed = Pick<RcvTotal, "side" | "state" | "type">;

/**
 * By side, state and type, those that differ. A file of the portal brings documents and no sums: where a list was not summed
 * up nothing is missing from it. What somebody accepted or claimed since is not in the sums: they say nothing of its lists. Types of which the SII has totals alone are compared where documents are there.
 */
export function summaryDifferences(of: {
  documents: readonly KeptRcvDocument[];
  totals: readonly RcvTotal[];
  answered?: readonly RcvState[];
}): SummaryDifference[] {
  const listed = Map.groupBy(of.documents, placeOf);
  const said = new Map(of.totals.map((total) => [placeOf(total), total]));
  const summed = new Set(of.totals.map(listOf));
  const unsaid = [...listed.values()].flatMap(([first]) => (first && !said.has(placeOf(first)) ? [first] : []));
  const places: readonly Placed[] = [...said.values(), ...unsaid.filter((each) => summed.has(listOf(each)))];
  return places.flatMap(({ side, state, type }) => {
    if (side === "compra" && of.answered?.includes(state)) return [];
    const place = placeOf({ side, state, type });
    const [total, documents] = [said.get(place), listed.get(place) ?? []];
    const isDetailed = total?.isDetailed ?? true;
    if (!isDetailed && documents.length === 0) return [];
    const [ours, theirs] = [sumListed(documents), sumSaid(total)];
    if (ours.count === theirs.count && ours.total === theirs.total && ours.tax === theirs.tax) return [];
    const ids = documents.map(({ id }) => id).toSorted();
    return [{ side, state, type, isDetailed, documents: ours, summary: theirs, ids }];
  });
}

function placeOf({ side, state, type }: Placed): string {
  return `${side}|${state}|${type}`;
}

function listOf({ side, state }: Placed): string {
  return `${side}|${state}`;
}

function sumSaid(total: RcvTotal | undefined): Sum {
  if (!total) return { count: 0, total: 0, tax: 0 };
  return { count: total.count, total: total.total, tax: total.tax + total.commonUseTax };
}

function sumListed(documents: readonly KeptRcvDocument[]): Sum {
  const sum = (amount: (each: KeptRcvDocument) => number): number =>
    documents.reduce((all, each) => all + amount(each), 0);
  return {
    count: documents.length,
    total: sum(({ total }) => total),
    tax: sum(({ tax, commonUseTax }) => tax + commonUseTax),
  };
}

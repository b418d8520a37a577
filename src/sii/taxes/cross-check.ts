// Whether the documents of a month are all that the SII counts and adds up: an empty list on error looks like no sales.

import type { KeptRcvDocument, RcvMonth, RcvTotal } from "../rcv/month.ts";
import type { Caveat } from "./caveat.ts";

/** Where the documents of a type say otherwise than the SII's own summary of it; in whole pesos, each above zero. */
export type SummaryDifference = {
  side: RcvTotal["side"];
  state: RcvTotal["state"];
  type: number;
  documents: { count: number; tax: number; total: number };
  summary: { count: number; tax: number; total: number };
  ids: readonly string[];
};

/** The summary's lines that have documents, against these. Types of which it has totals alone are compared where documents are there. */
export function summaryDifferences({ documents, totals }: RcvMonth): SummaryDifference[] {
  const groups = Map.groupBy(documents, placeOf);
  const summed = new Set(totals.map(placeOf));
  const unsummed = totals.length === 0 ? [] : [...groups].filter(([place]) => !summed.has(place));
  return [
    ...totals.flatMap((total) => differenceOf(total, groups.get(placeOf(total)) ?? [])),
    ...unsummed.flatMap(([, [first, ...rest]]) =>
      first === undefined ? [] : differenceOf({ ...first, ...NOTHING, isDetailed: true }, [first, ...rest]),
    ),
  ];
}

const NOTHING = { count: 0, tax: 0, total: 0, exempt: 0, net: 0, unrecoverable: 0, commonUseTax: 0 };

function placeOf({ side, state, type }: Pick<RcvTotal, "side" | "state" | "type">): string {
  return `${side}:${state}:${type}`;
}

function differenceOf(total: RcvTotal, documents: readonly KeptRcvDocument[]): SummaryDifference[] {
  if (!total.isDetailed && documents.length === 0) return [];
  const sum = (amount: "tax" | "total"): number => documents.reduce((all, each) => all + each[amount], 0);
  const ours = { count: documents.length, tax: sum("tax"), total: sum("total") };
  const theirs = { count: total.count, tax: total.tax, total: total.total };
  if (ours.count === theirs.count && ours.tax === theirs.tax && ours.total === theirs.total) return [];
  const { side, state, type } = total;
  return [{ side, state, type, documents: ours, summary: theirs, ids: documents.map(({ id }) => id).toSorted() }];
}

export function summaryCaveats(month: RcvMonth): Caveat[] {
  if (month.asked_at === null) return [{ reason: "never_asked", ids: [], amount: null, type: null }];
  if (month.totals.length === 0 && month.documents.length > 0)
    return [{ reason: "no_summary", ids: [], amount: null, type: null }];
  return summaryDifferences(month).map(({ type, ids, documents, summary }) => ({
    reason: "summary_differs",
    ids,
    amount: documents.total - summary.total,
    type,
  }));
}

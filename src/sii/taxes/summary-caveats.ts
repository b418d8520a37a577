import type { RcvMonth } from "../rcv/month.ts";
import { summaryDifferences } from "../rcv/summed.ts";
import type { Caveat } from "./caveat.ts";

/** Whether a month is all that the SII counts: never asked for, without sums, or with others than its documents have. */
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

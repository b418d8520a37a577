// Types of documents that were not read as the SII counts and adds them up, and what that does to the month.

import type { RcvMonth, RcvTotal } from "../rcv/month.ts";
import { summaryDifferences } from "../rcv/summed.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import type { SummaryShown } from "./difference.ts";
import type { Counted } from "./rows.ts";
import { minus, NOTHING, type Value } from "./value.ts";

/** One type of one side that does not add up, and what it does to the month: nothing where the register does not count it. */
export type Unsummed = { side: RcvTotal["side"]; summary: SummaryShown; effect: Value };

/** @param documents of the month alone, each once; types of which the SII has sums alone are not looked at */
export function unsummedOf(rcv: RcvMonth, documents: readonly Counted[]): Unsummed[] {
  return summaryDifferences({ ...rcv, documents })
    .filter(({ isDetailed }) => isDetailed)
    .map(({ side, state, type, summary: summed, documents: listed }) => {
      const off = minus(summed, listed);
      const signed = isCreditNote(type) ? minus(NOTHING, off) : off;
      return { side, summary: { type, state, summed, listed }, effect: state === "registro" ? signed : NOTHING };
    });
}

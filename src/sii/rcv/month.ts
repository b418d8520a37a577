// What the RCV held of a month when it was last asked.

import type { Month } from "#kernel";
import type { RcvDocument, RcvSide, RcvState } from "./document.ts";
import type { RcvSummaryLine } from "./payload.ts";

/** A document as it is kept. `id`: ours; `entry_id`: the entry that it is booked as, or that it was linked to. */
export type KeptRcvDocument = RcvDocument & { id: string; entry_id: string | null };

/** What the SII counts and adds up of one type; of boletas and vouchers (`isDetailed` false) nothing else exists. */
export type RcvTotal = RcvSummaryLine & { side: RcvSide; state: RcvState };

export type RcvMonth = {
  month: Month;
  documents: readonly KeptRcvDocument[];
  totals: readonly RcvTotal[];
  /** Of proportionality for tax of common use, 0–1, as the SII has it; none where it did not say. */
  factor?: number | null;
  /** Lists of purchases whose documents we moved by an answer to them since the sums were asked for. */
  answered?: readonly RcvState[];
  /** ISO 8601, UTC; null where the month was never asked for. */
  asked_at: string | null;
};

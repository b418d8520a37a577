// What a document that is seen again says otherwise than before.

import { monthOf, type Month } from "#kernel";
import type { RcvDocument, RcvState } from "../rcv/document.ts";

/** As it is kept; `state` and `month` are what may change. */
export type Kept = { state: RcvState; month: Month };

/** How far each state is from its beginning: what is sent in may be taken up, or claimed, and never waits again. */
const RANKS: Readonly<Record<RcvState, number>> = { pendiente: 0, no_incluir: 1, registro: 2, reclamado: 3 };

/**
 * What becomes of a document that is kept already. `portal` is how things stand now; a `file` may have lain about for
 * weeks, so it takes nothing back.
 */
export function changeOf(before: Kept, seen: RcvDocument, source: "portal" | "file"): Kept {
  if (source === "file") {
    const isOn = RANKS[seen.state] > RANKS[before.state];
    return isOn ? { state: seen.state, month: laterOf(seen.period, before.month) } : before;
  }
  return { state: seen.state, month: seen.period ?? before.month };
}

function laterOf(a: Month | null, b: Month): Month {
  return a !== null && a > b ? a : b;
}

/** The month in which a document counts; its day's where the source does not say. */
export function monthOfRcv({ period, issuedOn }: RcvDocument): Month {
  return period ?? monthOf(issuedOn);
}

/** Of one document that stands in several lists of a moment (it moved while they were read), the one furthest on. */
export function furthest<D extends RcvDocument>(a: D, b: D): D {
  if (RANKS[a.state] !== RANKS[b.state]) return RANKS[a.state] > RANKS[b.state] ? a : b;
  const [mine, theirs] = [monthOfRcv(a), monthOfRcv(b)];
  if (mine !== theirs) return mine > theirs ? a : b;
  // Whatever else differs: the same one in whatever order they came.
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

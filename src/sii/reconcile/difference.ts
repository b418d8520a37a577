// Where the register and the books differ: what it is, what shows it, what it does to the month's tax and what can be done.

import type { CivilDate, Month } from "#kernel";
import type { EntryPatch } from "#ledger";
import type { RcvSide, RcvState } from "../rcv/document.ts";
import type { RcvCandidate } from "./match-rcv.ts";
import type { Value } from "./value.ts";

export type DifferenceClass =
  /** In the register, and not in the books. */
  | "missing_here"
  /** An invoice in the books, which the register does not have. */
  | "missing_there"
  /** In both, for another total or another tax. */
  | "amount"
  /** In both, and counted in different months. */
  | "period"
  /** The register does not count it until it is accepted, or eight days have gone. */
  | "pending"
  /** A credit note that only one of both knows. */
  | "credit_note"
  /** Booked from a paper that is made out to somebody else. */
  | "not_for_this_rut"
  /** One document, booked more than once. */
  | "duplicate"
  /** Claimed back from its issuer, and booked all the same. */
  | "reclaimed_but_booked"
  /** Left out of the register («no incluir»), while the books recover its tax. */
  | "not_included"
  /** The documents do not add up to what the SII sums up: some were not read. */
  | "totals";

export type DocumentShown = {
  /** Ours, and the natural key. */
  id: string;
  key: string;
  state: RcvState;
  type: number;
  folio: string;
  counterparty: { rut: string; name: string };
  total: number;
  tax: number;
  date: CivilDate;
  /** In which it counts. */
  month: Month;
};

export type EntryShown = {
  id: string;
  amount_minor: number;
  currency: string;
  tax: number;
  date: CivilDate;
  concept: string | null;
  counterparty: string | null;
  /** The paper that it has. */
  document_id: string | null;
};

/** What a person may answer by a tap, the likeliest first; `document` is a key, `document_id` and `entry_id` are ours. */
export type Resolution =
  | { do: "book"; document_id: string }
  | ({ do: "link"; document_id: string } & RcvCandidate)
  | { do: "reverse"; entry_id: string }
  | { do: "correct"; entry_id: string; patch: EntryPatch }
  /** The credit note lowers what is owed for its invoice. */
  | { do: "lower"; document_id: string; entry_id: string }
  /** Answered to the SII, until this day at the latest. */
  | { do: "accept" | "claim"; document_id: string; until: CivilDate }
  /** They are two: this document is not that entry, and nobody is asked again. */
  | { do: "decline"; document: string; entry_id: string }
  /** The register is asked again. */
  | { do: "ask_sii" }
  | { do: "leave" };

/** How many whole days remain of the eight in which a purchase may be claimed, 0 on the last; null where the register does not say when it came. */
export type Deadline = { until: CivilDate; days_left: number };

/** What the register counts of one type of document, and what its documents add up to; amounts of notes above zero. */
export type SummaryShown = {
  type: number;
  state: RcvState;
  summed: Value & { count: number };
  listed: Value & { count: number };
};

export type Difference = {
  /** The same from month to month: what was set aside under it stays so, unless its amounts change. */
  key: string;
  class: DifferenceClass;
  side: RcvSide;
  documents: readonly DocumentShown[];
  entries: readonly EntryShown[];
  /** What the register counts in this month less what the books do, credit notes below zero. */
  effect: Value;
  /** So many pesos more of IVA are to be paid than the books say; below zero, fewer. */
  vat: number;
  deadline: Deadline | null;
  summary: SummaryShown | null;
  /** What the likeliest link would put together, where it offers one. */
  link: { document: DocumentShown; entry: EntryShown } | null;
  resolutions: readonly Resolution[];
  is_set_aside: boolean;
};

// The books: entries in double entry, written once, corrected by reversal; it knows no message and no document.
export { balance, type AccountBalance, type Balance } from "./balance.ts";
export { findEntry, replaceEntry, reverseEntry, type Replacement, type Reversal } from "./correct.ts";
export { openDebts, type Debt } from "./debt.ts";
export type * from "./entry.ts";
export { refusalOf, type EntryRefusal } from "./errors.ts";
export {
  ENTRIES_LIMIT_DEFAULT,
  ENTRIES_LIMIT_MAX,
  lastLiveEntry,
  listEntries,
  type EntryPage,
  type EntryQuery,
} from "./list.ts";
export { entryBySourceRef, recordEntries, recordEntry, type Recorded, type Recording } from "./record.ts";
export { TEXT_CHARS_MAX } from "./row.ts";
export {
  categoryTotals,
  summary,
  totals,
  type CategoryComparison,
  type CategoryTotal,
  type Period,
  type Summary,
  type Totals,
} from "./summary.ts";
export { verifyBooks, type BooksCheck } from "./verify.ts";

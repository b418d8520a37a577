// The books: entries in double entry, written once, corrected by reversal; it knows no message and no document.
export { balance, type AccountBalance, type Balance } from "./balance.ts";
export { findEntry, replaceEntry, reverseEntry, type Replacement, type Reversal } from "./correct.ts";
export { categoryContext, type CategoryContext } from "./category.ts";
export { openDebtEntries, openDebts, type Debt, type OpenDebt } from "./debts/debt.ts";
export { afterPayment, payOff, type Payment, type Share } from "./debts/pay-off.ts";
export { settlementRefusalOf } from "./debts/settle.ts";
export type * from "./entry.ts";
export { entriesByPaperKey, entriesOfNumbers, entriesOfPapers, type NumberedEntry } from "./evidence/entries.ts";
export { entriesWithEvidence, entryIdsOfPapers } from "./evidence/store.ts";
export { copyOf, paperKey, type PaperId } from "./evidence/paper.ts";
export { isReturn, isSettlement, refusalOf, type EntryRefusal } from "./errors.ts";
export {
  ENTRIES_LIMIT_DEFAULT,
  ENTRIES_LIMIT_MAX,
  lastLiveEntry,
  listEntries,
  type EntryPage,
  type EntryQuery,
} from "./list.ts";
export { KNOWN_NAMES_MAX, knownNames } from "./names.ts";
export {
  ENTRIES_PER_BATCH_MAX,
  entriesBySourceRef,
  entryBySourceRef,
  recordEntries,
  recordEntry,
  type Recorded,
  type Recording,
} from "./record.ts";
export { TEXT_CHARS_MAX } from "./row.ts";
export type { NewRule, Rule } from "./rules/rule.ts";
export { addRule, listRules, removeRule, type Lesson, type Taught } from "./rules/teach.ts";
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

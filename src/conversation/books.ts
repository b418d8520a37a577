import type { Papered } from "#documents";
import type { Entry, NumberedEntry, OpenDebt, Rule } from "#ledger";
import type { Filer } from "#sii";
import type { WaitingPaper } from "./dialogue.ts";

/** What a turn knows of the books beside what it heard. Plain values; recalled only where the words need them. */
export type Books = {
  /** Live debts not wholly settled, oldest first. */
  debts: OpenDebt[];
  /** Names of counterparties as last written, newest first. */
  names: string[];
  /** What corrections have taught, newest first. */
  rules: Rule[];
  /** Live entries of the last weeks without a paper, newest first; only where a paper may be of one. */
  unpapered: Entry[];
  /** Of the entries with a paper those that are of the sum of a paper at hand, newest first. */
  papered?: Papered[];
  /** Live entries that stand for papers of the numbers that are told; only where one is. */
  numbered?: NumberedEntry[];
  /** Papers that wait for an answer, oldest first; only where they are asked for. */
  waiting: WaitingPaper[];
  /** Of open debts that a paper made: the tax id of the other party, by their entries; only where a slip of money names one. */
  tax_ids?: Record<string, string>;
  /** The business's own tax id as it stands now: what a conversation remembers of it may be some minutes old. */
  own_tax_id?: string | null;
  /** How the business files its F29, where somebody has said it; only where the form that is due next is asked for. */
  filer?: Filer | null;
};

/** For a turn whose words ask nothing of the books. */
export const NO_BOOKS: Books = { debts: [], names: [], rules: [], unpapered: [], waiting: [] };

import type { OpenDebt, Rule } from "#ledger";

/** What a turn knows of the books beside what it heard. Plain values; recalled only where the words need them. */
export type Books = {
  /** Live debts not wholly settled, oldest first. */
  debts: OpenDebt[];
  /** Names of counterparties as last written, newest first. */
  names: string[];
  /** What corrections have taught, newest first. */
  rules: Rule[];
};

/** For a turn whose words ask nothing of the books. */
export const NO_BOOKS: Books = { debts: [], names: [], rules: [] };

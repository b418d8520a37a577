import type { LastEntry, Patch, Query, Reading } from "#language";

/** What a message is an example of; the table of the bench has one row for each. */
export const TAGS = [
  "amount",
  "slang",
  "typo",
  "voice",
  "several",
  "product",
  "tax",
  "currency",
  "date",
  "party",
  "category",
  "debt",
  "settlement",
  "loan",
  "draw",
  "transfer",
  "ask",
  "question",
  "correction",
  "command",
  "talk",
  "injection",
] as const;

export type Tag = (typeof TAGS)[number];

/** A message with what a bookkeeper would make of it. Only what is written here is compared. */
export type Utterance = {
  tag: Tag;
  text: string;
  /** It was spoken: no capitals, no marks, words for numbers. */
  voice?: true;
  /** ISO 3166-1; CL when absent. */
  country?: string;
  last?: LastEntry;
  type: Reading["type"];
  /** What is asked before anything may be booked; absent: nothing is. */
  asks?: NonNullable<Reading["asks"]>;
  /** The amounts offered in a question, minor units. */
  offers?: number[];
  movements?: Expected[];
  patch?: Patch;
  query?: Partial<Query>;
};

export type Expected = {
  type?: string;
  direction?: string | null;
  amount?: number | null;
  currency?: string;
  date?: string;
  due?: string | null;
  party?: string | null;
  category?: string | null;
  concept?: string;
  net?: number;
  tax?: number;
};

/** Wednesday. Every message of the corpus is of this day. */
export const TODAY = "2026-11-18";

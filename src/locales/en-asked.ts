import type { PaperSettled, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of. */
export const ENGLISH_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "That document is recorded already: I changed nothing.",
      discarded: "That document was discarded already: I changed nothing.",
      waiting: "That document is kept to be reviewed: *pending* takes it up again. I changed nothing.",
    })[how],
  ask_discard: (what: string) => `Shall I discard ${what}, unrecorded? *Yes* or *no*.`,
  document_statement:
    "🏦 That is a bank's list of movements, not a receipt or an invoice: I keep it without recording it. What I record is each receipt or invoice, or the movement written with its amount.",
  document_way:
    "❓ Were you paid, did you pay, or is it your own money going from the till to the bank? *They paid me*, *I paid* or *it's my own money* will do; *delete* lets it go.",
  document_income: "💵 It goes in as income: money that came to you. If you paid it, say *it was an expense*.",
  document_own_money: "🏦 It is your own money going from the till to the bank: neither an expense nor a sale.",
} as const satisfies Partial<Words>;

export const ENGLISH_ASKED_CHOICES = {
  paid_me: "They paid me",
  i_paid: "I paid",
  own_money: "My own money",
} as const satisfies Partial<Words["buttons"]>;

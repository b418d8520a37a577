// How far a document got, and where it may go from there.

export const STATES = [
  "received",
  "read",
  "needs_confirmation",
  "needs_answer",
  "review",
  "booked",
  "linked",
  "discarded",
  "refused",
] as const;

export type DocumentState = (typeof STATES)[number];

/** Those that wait for a person: the review queue. */
export const WAITING = ["needs_confirmation", "needs_answer", "review"] as const satisfies readonly DocumentState[];

export function isWaiting(state: DocumentState): boolean {
  const waiting: readonly DocumentState[] = WAITING;
  return waiting.includes(state);
}

/** Those that stand for a paper: another picture of it is no new document. */
export const COUNTING = [
  "needs_confirmation",
  "needs_answer",
  "booked",
  "linked",
] as const satisfies readonly DocumentState[];

const DECIDED = ["booked", "linked", "discarded"] as const;

/** What is refused was never a document, so it goes nowhere; a discarded one comes back when somebody says so. */
const NEXT: Readonly<Record<DocumentState, readonly DocumentState[]>> = {
  received: ["read", "needs_confirmation", "needs_answer", "review", "discarded", "refused"],
  read: ["needs_confirmation", "needs_answer", "review", ...DECIDED],
  needs_confirmation: ["needs_answer", "review", ...DECIDED],
  needs_answer: ["needs_confirmation", "review", ...DECIDED],
  review: ["needs_confirmation", "needs_answer", ...DECIDED],
  booked: ["needs_confirmation", "discarded"],
  linked: ["needs_confirmation", "discarded"],
  discarded: ["needs_confirmation"],
  refused: [],
};

export function mayBecome(from: DocumentState, to: DocumentState): boolean {
  return NEXT[from].includes(to);
}

/** The states from which one may go there. */
export function statesBefore(to: DocumentState): DocumentState[] {
  return STATES.filter((from) => mayBecome(from, to));
}

import type { DocumentName } from "./words.ts";

// What is told of a paper that somebody asks or still speaks of, and of what was sent instead of one.

/** A paper that came before; `name`: null where nothing was read of it; `came`: `hoy`, `17-11-2026`. */
export type EarlierPaper = {
  name: DocumentName | null;
  shop: string | null;
  number: string | null;
  /** As it is printed on it: `17-11-2026`. */
  date: string | null;
  total: string | null;
  came: string;
};

/** What became of a paper that somebody still speaks of. */
export type PaperSettled = "booked" | "discarded" | "waiting";

export type PapersCounted = Readonly<Record<"booked" | "waiting" | "discarded", number>>;

/** What a message may be that holds neither words nor a paper. */
export type Unsupported = "sticker" | "location" | "contacts" | "order" | "video" | "empty" | "other";

/** `open`: what was owed before, `left`: what is after it, `rest`: what is paid beyond; null for nothing. */
export type ShownPayment = {
  who: string | null;
  debts: number;
  open: string;
  left: string | null;
  rest: string | null;
};

/** The paper of a purchase that is booked, as another of the same purchase is asked about. */
export type BookedPaper = { name: DocumentName; shop: string | null; number: string | null; total: string };

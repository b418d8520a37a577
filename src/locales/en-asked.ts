import type { PaperSettled, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of. */
export const ENGLISH_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "That document is recorded already: I changed nothing.",
      discarded: "That document was discarded already: I changed nothing.",
      waiting: "That document is kept to be reviewed: *pending* takes it up again. I changed nothing.",
    })[how],
} as const satisfies Partial<Words>;

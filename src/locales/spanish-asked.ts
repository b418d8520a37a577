import type { PaperSettled, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of: alike in every country that writes Spanish. */
export const SPANISH_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "Ese documento ya está anotado: no cambié nada.",
      discarded: "Ese documento ya está descartado: no cambié nada.",
      waiting: "Ese documento quedó guardado por revisar: con *pendientes* se retoma. No cambié nada.",
    })[how],
} as const satisfies Partial<Words>;

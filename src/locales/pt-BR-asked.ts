import type { PaperSettled, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of. */
export const PORTUGUESE_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "Esse documento já está anotado: não mudei nada.",
      discarded: "Esse documento já foi descartado: não mudei nada.",
      waiting: "Esse documento ficou guardado para revisar: com *pendentes* voltamos a ele. Não mudei nada.",
    })[how],
} as const satisfies Partial<Words>;

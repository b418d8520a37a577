import { tame } from "#kernel";
import type { LetGo, Open } from "../dialogue.ts";

const WORDS_CHARS_MAX = 40;

/** What is not booked when this is let go, as the person would know it. Pure. */
export function lostWith(open: Open): LetGo[] {
  switch (open.kind) {
    case "question":
      return open.reading.movements.length === 0 ? [{ about: "movement" }] : open.reading.movements.map(movementLost);
    case "asking":
      return open.plan.map(({ movement }) => movementLost(movement));
    case "country":
      return open.held.flatMap(({ said }) =>
        said.kind === "text" ? [{ about: "words" as const, text: tame(said.text, WORDS_CHARS_MAX) }] : [],
      );
    case "paper":
    case "document": {
      const { merchant, total_minor, currency } = open.draft.extraction.fields;
      return [
        {
          about: "document",
          shop: merchant,
          total: total_minor === null ? null : { amount_minor: total_minor, currency },
        },
      ];
    }
    default:
      return [];
  }
}

type Lost = { amount_minor: number | null; currency: string; concept: string | null; counterparty: string | null };

function movementLost({ amount_minor, currency, concept, counterparty }: Lost): LetGo {
  if (amount_minor !== null) return { about: "amount", money: { amount_minor, currency } };
  const text = concept ?? counterparty;
  return text === null ? { about: "movement" } : { about: "words", text };
}

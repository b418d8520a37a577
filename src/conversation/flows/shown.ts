import type { ClassifyRequest } from "#language";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { barePatch, isFarGuess } from "./bare.ts";
import { amendDocument, askTold, newestPaper } from "./draft.ts";

/** A bare amount or day after a paper was shown is the paper's. False for all other words. */
export function answerShown(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const patch = open === null ? null : barePatch(request, open.draft);
  if (open === null || patch === null) return false;
  const { amount_minor } = patch;
  if (amount_minor !== undefined && isDoubtful(amount_minor, request, open.draft)) {
    askTold(mind, item, { open, amount_minor });
  } else amendDocument(mind, item, { open, patch });
  return true;
}

/** Said a second time it is meant. */
function isDoubtful(amount_minor: number, request: ClassifyRequest, { extraction, told_minor }: Draft): boolean {
  const { currency, total_minor } = extraction.fields;
  return told_minor !== amount_minor && isFarGuess(amount_minor, request, { currency, amount_minor: total_minor });
}

import { doubtsOf } from "#documents";
import { classify, readAmount, type ClassifyRequest, type Patch } from "#language";
import { draftAsLast } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { amendDocument, MOVING, newestPaper, type OpenDocument } from "./draft.ts";

/** A bare amount or day after a paper on which that was not read surely. False for all other words. */
export function answerDoubt(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const patch = open === null ? null : patchIn(request, open);
  if (open === null || patch === null) return false;
  amendDocument(mind, item, { open, patch });
  return true;
}

function patchIn(request: ClassifyRequest, { draft }: OpenDocument): Patch | null {
  const doubts = doubtsOf(draft.extraction);
  if (doubts.length === 0 || MOVING.has(classify(request).type)) return null;
  const { currency, total_minor } = draft.extraction.fields;
  const like = total_minor === null ? {} : { like: total_minor };
  const amount = doubts.includes("total")
    ? readAmount(request.text, { country: request.country, currency, ...like })
    : null;
  if (amount !== null) return { amount_minor: amount };
  const { date } = dayNamed(request, draft);
  return date === undefined ? null : { date };
}

/** A day alone corrects nothing, as a sentence it does. */
function dayNamed(request: ClassifyRequest, draft: OpenDocument["draft"]): Patch {
  const { type, patch } = classify({ ...request, text: `fue el ${request.text}`, last: draftAsLast(draft) });
  return type === "correccion" && patch?.amount_minor === undefined ? (patch ?? {}) : {};
}

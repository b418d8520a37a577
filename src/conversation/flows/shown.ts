import type { ClassifyRequest } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { barePatch } from "./bare.ts";
import { amendDocument, newestPaper } from "./draft.ts";

/** A bare amount or day after a paper was shown is the paper's. False for all other words. */
export function answerShown(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const patch = open === null ? null : barePatch(request, open.draft);
  if (open === null || patch === null) return false;
  amendDocument(mind, item, { open, patch });
  return true;
}

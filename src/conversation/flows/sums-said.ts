import { classify } from "#language";
import { draftAsLast, type Dialogue } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import { barePatch } from "./bare.ts";
import { requestOf } from "./request.ts";

/** What the totals of the papers that wait become by what was heard: «sí, pero eran 43.170» is filed in the same breath. */
export function sumsSaid(dialogue: Dialogue, heard: readonly Heard[]): number[] {
  const drafts = dialogue.open.flatMap((each) => (each.kind === "document" ? [each.draft] : []));
  return heard.flatMap((item) => {
    const { said } = item;
    if (said.kind !== "text") return [];
    return drafts.flatMap((draft) => {
      const request = { ...requestOf({ dialogue }, item, said), last: draftAsLast(draft) };
      const patch = classify(request).patch ?? barePatch(request, draft);
      return patch?.amount_minor ?? [];
    });
  });
}

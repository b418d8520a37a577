import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import type { OpenDocument } from "./draft.ts";

/** The documents that wait for an answer, oldest first. */
export function openDocuments({ dialogue }: Mind): OpenDocument[] {
  return dialogue.open.filter((each) => each.kind === "document");
}

/** Several papers wait: all of them, or the last one only? */
export function whichDocuments(mind: Mind, item: Heard): void {
  const others = mind.dialogue.open.filter(({ kind }) => kind !== "which");
  mind.dialogue.open = [...others, { kind: "which", at: item.at }];
  mind.parts.push({ part: "which_documents", count: openDocuments(mind).length });
}

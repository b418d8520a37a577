import { newestOf } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import type { OpenDocument } from "./draft.ts";
import { whyUnbooked } from "./unbooked.ts";

/** The documents that wait for an answer, oldest first. */
export function openDocuments({ dialogue }: Mind): OpenDocument[] {
  return dialogue.open.filter((each) => each.kind === "document");
}

/** Those that «sí» may book; where none of them is one, those of which only the total is missing, or all that wait. */
export function documentsToConfirm(mind: Mind): OpenDocument[] {
  const documents = openDocuments(mind);
  const bookable = documents.filter(({ draft }) => whyUnbooked(draft) === null);
  const whole = bookable.filter(({ draft }) => draft.extraction.fields.total_minor !== null);
  return [whole, bookable, documents].find((some) => some.length > 0) ?? [];
}

/** «El último»: the one that was shown last, as «sí» means it, whenever it came. */
export function lastDocument(mind: Mind): OpenDocument | undefined {
  return newestOf(documentsToConfirm(mind));
}

/** Several papers wait: all of them, or the last one only? */
export function whichDocuments(mind: Mind, item: Heard): void {
  chooseDocument(mind, null);
  const others = mind.dialogue.open.filter(({ kind }) => kind !== "which");
  mind.dialogue.open = [...others, { kind: "which", at: item.at }];
  mind.parts.push({ part: "which_documents", count: documentsToConfirm(mind).length });
}

/** The paper that was named last: of several that wait, «sí» means this one. Null ends it for all of them. */
export function chooseDocument({ dialogue }: Pick<Mind, "dialogue">, chosen: OpenDocument | null): void {
  for (const each of dialogue.open) if (each.kind === "document") delete each.chosen;
  if (chosen) chosen.chosen = true;
}

import type { Reading } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../turn.ts";
import { sourceRef } from "./book.ts";
import { discardDocument } from "./confirm.ts";

/** «no, eran 45», «bórralo», «fue ayer»: of the quoted entry, else of the last one. */
export function hearCorrection(mind: Mind, item: Heard, reading: Reading): void {
  const { last, open } = mind.dialogue;
  const { patch } = reading;
  const waiting = open.findLast((each) => each.kind === "document");
  const entry = item.about ?? last?.entry ?? null;
  const draftIsNewer = !item.about && waiting?.kind === "document" && waiting.at >= (last?.at ?? 0);
  if (patch?.delete === true) {
    if (draftIsNewer) return discardDocument(mind, waiting);
    return entry ? undoEntries(mind, item, [entry.id]) : undoLast(mind, item);
  }
  if (reading.needs_clarification || !patch || Object.keys(patch).length === 0) {
    return void mind.parts.push({ part: "what_to_correct" });
  }
  if (!entry) return void mind.parts.push({ part: "nothing_to_correct" });
  const source_ref = sourceRef(item.id, 0);
  const ref = mind.effects.push({ kind: "correct", entry_id: entry.id, patch, source_ref, message_id: item.id }) - 1;
  mind.parts.push({ part: "corrected", ref });
}

export function undoEntries(mind: Mind, item: Heard, entry_ids: string[]): void {
  const ref = mind.effects.push({ kind: "undo", entry_ids, source_ref: sourceRef(item.id, 0) }) - 1;
  mind.parts.push({ part: "undone", ref });
}

/** An open question is the last thing said: undoing lets it go. Without one there is nothing. */
function undoLast(mind: Mind, item: Heard): void {
  const question = mind.dialogue.open.findLast((each) => each.kind === "question");
  if (!question) return void mind.parts.push({ part: "nothing_to_undo" });
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== question);
  mind.reply_to = item.id;
  mind.parts.push({ part: "discarded" });
}

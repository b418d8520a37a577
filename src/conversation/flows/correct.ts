import type { Entry } from "#ledger";
import type { Reading } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { discardDocument, type OpenDocument } from "./draft.ts";
import { undoEntries } from "./undo.ts";

/** «no, eran 45», «bórralo», «fue ayer»: of the quoted entry, else of what was said last. */
export function hearCorrection(mind: Mind, item: Heard, reading: Reading): void {
  const { patch } = reading;
  if (patch?.delete === true) return removeMeant(mind, item);
  if (reading.needs_clarification || !patch || Object.keys(patch).length === 0) {
    return void mind.parts.push({ part: "what_to_correct" });
  }
  const entry = meantEntry(mind, item);
  if (!entry) return void mind.parts.push({ part: "nothing_to_correct" });
  const source_ref = sourceRef(item.id, 0);
  const ref = mind.effects.push({ kind: "correct", entry_id: entry.id, patch, source_ref, message_id: item.id }) - 1;
  mind.parts.push({ part: "corrected", ref });
}

function removeMeant(mind: Mind, item: Heard): void {
  const waiting = newerDraft(mind, item);
  if (waiting) return discardDocument(mind, waiting);
  const entry = meantEntry(mind, item);
  return entry ? undoEntries(mind, item, [entry.id]) : undoQuestion(mind, item);
}

function meantEntry(mind: Mind, item: Heard): Entry | null {
  return item.about ?? mind.dialogue.last?.entry ?? null;
}

/** A document that was shown after the last entry was booked is what «bórralo» means, unless an entry is quoted. */
function newerDraft(mind: Mind, item: Heard): OpenDocument | null {
  if (item.about) return null;
  const { last, open } = mind.dialogue;
  const waiting = open.findLast((each) => each.kind === "document");
  return waiting && waiting.at >= (last?.at ?? 0) ? waiting : null;
}

/** An open question is the last thing said: undoing lets it go. Without one there is nothing. */
function undoQuestion(mind: Mind, item: Heard): void {
  const question = mind.dialogue.open.findLast((each) => each.kind === "question");
  if (!question) return void mind.parts.push({ part: "nothing_to_undo" });
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== question);
  mind.reply_to = item.id;
  mind.parts.push({ part: "discarded" });
}

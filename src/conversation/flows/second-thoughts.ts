import { classify, readAmount } from "#language";
import { asLast, type Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { requestOf } from "./request.ts";
import { undoEntries } from "./undo.ts";

type SecondThought = { open: Extract<Open, { kind: "edited" | "deleted" }>; agreed: boolean };

/** A booked message was edited in WhatsApp: ask whether the entry follows. One never seen gets no answer. */
export function hearEdited(mind: Mind, item: Heard, text: string | null): void {
  if (!item.about || text === null) return;
  const entry = item.about;
  const request = { ...requestOf(mind, item, { text, voice: false }), last: asLast(entry) };
  const reading = classify(request);
  const amount =
    reading.movements[0]?.amount_minor ?? readAmount(text, { country: request.country, currency: entry.currency });
  if (amount === null || amount === undefined || amount === entry.amount_minor) return;
  mind.dialogue.open.push({ kind: "edited", entry, patch: { amount_minor: amount }, at: item.at });
  mind.parts.push({ part: "edited", entry, amount_minor: amount });
}

/** A booked message was deleted for everyone: ask whether the entry goes too. */
export function hearDeleted(mind: Mind, item: Heard): void {
  if (!item.about) return;
  mind.dialogue.open.push({ kind: "deleted", entry: item.about, at: item.at });
  mind.parts.push({ part: "deleted", entry: item.about });
}

/** The answer to either question. */
export function settleSecondThought(mind: Mind, item: Heard, { open, agreed }: SecondThought): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
  if (!agreed) return void mind.parts.push({ part: "left_as_is" });
  if (open.kind === "deleted") return undoEntries(mind, item, [open.entry.id]);
  const source_ref = sourceRef(item.id, 0);
  const correction = { entry_id: open.entry.id, patch: open.patch, source_ref, message_id: item.id };
  const ref = mind.effects.push({ kind: "correct", ...correction }) - 1;
  mind.parts.push({ part: "corrected", ref });
}

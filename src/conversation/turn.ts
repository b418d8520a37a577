import { dateIn } from "#kernel";
import { OPEN_MAX, type Dialogue } from "./dialogue.ts";
import type { Effect, Part, Reply } from "./effect.ts";
import type { Heard } from "./heard.ts";
import { hear } from "./flows/hear.ts";

export type Turn = {
  dialogue: Dialogue;
  effects: Effect[];
  reply: Reply | null;
  /** How many of the heard items this turn took; the rest need its outcomes first and come in the next one. */
  consumed: number;
};

/** What a flow may add to; the flows write into it and nothing else. */
export type Mind = { dialogue: Dialogue; effects: Effect[]; parts: Part[]; reply_to: string | null };

/**
 * One turn of a conversation, decided: what to remember, what to do, what to say. Pure: the same state and the same
 * words give the same turn. One reply for everything heard, or none where nothing deserves an answer.
 */
export function turn(before: Dialogue, heard: readonly Heard[]): Turn {
  const mind: Mind = { dialogue: structuredClone(before), effects: [], parts: [], reply_to: null };
  let consumed = 0;
  for (const item of heard) {
    if (consumed > 0 && needsOutcomes(item, mind)) break;
    hear(mind, item);
    consumed++;
  }
  const { dialogue, effects, parts } = mind;
  if (dialogue.open.length > OPEN_MAX) dialogue.open.splice(0, dialogue.open.length - OPEN_MAX);
  if (parts.length === 0) return { dialogue, effects, reply: null, consumed };
  return { dialogue, effects, reply: replyOf(mind, heard.slice(0, consumed)), consumed };
}

/** A message that may speak of an entry which this turn only asked to be booked must wait for it to be booked. */
function needsOutcomes(item: Heard, mind: Mind): boolean {
  const books = mind.effects.some((effect) => BOOKING.has(effect.kind));
  if (!books) return false;
  return item.said.kind === "choice" || item.said.kind === "edit" || item.said.kind === "revoke" || isShort(item);
}

const BOOKING: ReadonlySet<Effect["kind"]> = new Set(["record", "book_document", "undo", "correct"]);

/** «no, eran 45», «deshacer», «sí, pero ayer»: what refers back is short. A longer text stands by itself. */
function isShort(item: Heard): boolean {
  return item.said.kind === "text" && item.said.text.length <= REFERRING_CHARS_MAX;
}

const REFERRING_CHARS_MAX = 60;

function replyOf(mind: Mind, heard: readonly Heard[]): Reply {
  const { dialogue, parts } = mind;
  if (!dialogue.welcomed && dialogue.membership?.founded) parts.unshift({ part: "welcome" });
  dialogue.welcomed = true;
  const at = heard.at(-1)?.at ?? 0;
  return { parts, reply_to: mind.reply_to, today: dateIn(at, dialogue.membership?.time_zone ?? "UTC") };
}

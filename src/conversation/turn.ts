import { dateIn, type CivilDate } from "#kernel";
import type { Books } from "./books.ts";
import { OPEN_MAX, type Dialogue } from "./dialogue.ts";
import type { Effect, Reply } from "./effect.ts";
import type { Heard } from "./heard.ts";
import { hear } from "./flows/hear.ts";
import { addContext } from "./flows/month.ts";
import { addPending, markNamed } from "./flows/pending.ts";
import { refersBack } from "./flows/request.ts";
import { lapse } from "./flows/waiting.ts";
import { mayPay, wantsBooks } from "./flows/wants-books.ts";
import { addWorth } from "./flows/worth.ts";
import type { Mind } from "./mind.ts";

export type Turn = {
  dialogue: Dialogue;
  effects: Effect[];
  reply: Reply | null;
  /** How many of the heard items this turn took; the rest need its outcomes first and come in the next one. */
  consumed: number;
};

/**
 * One turn of a conversation, decided: what to remember, what to do, what to say. Pure: the same state, words and books
 * give the same turn. One reply for everything heard, or none where nothing deserves an answer.
 */
export function turn(before: Dialogue, heard: readonly Heard[], books: Books): Turn {
  const dialogue = structuredClone(before);
  const effects = lapse(dialogue, Math.max(...heard.map(({ at }) => at)));
  const standing = structuredClone(dialogue);
  const mind: Mind = {
    dialogue,
    books,
    filed: [],
    effects,
    parts: [],
    reply_to: null,
    undone: dialogue.undone,
    again: [],
  };
  let consumed = 0;
  for (const item of heard) {
    if (consumed > 0 && (standsAlone(item) || needsOutcomes(item, mind))) break;
    startItem(mind, item);
    hear(mind, item);
    for (const kept of mind.again.splice(0)) hear(mind, kept);
    consumed++;
    if (standsAlone(item)) break;
  }
  addContext(mind, todayOf(mind.dialogue, heard.slice(0, consumed)));
  addWorth(mind);
  addPending(mind, standing);
  markNamed(mind);
  const { parts } = mind;
  if (dialogue.open.length > OPEN_MAX) dialogue.open.splice(0, dialogue.open.length - OPEN_MAX);
  if (parts.length === 0) return { dialogue, effects, reply: null, consumed };
  return { dialogue, effects, reply: replyOf(mind, heard.slice(0, consumed)), consumed };
}

/** «Right after» ends with the next thing that is said. */
function startItem(mind: Mind, { said }: Heard): void {
  if (said.kind !== "text" && said.kind !== "choice") return;
  mind.undone = mind.dialogue.undone;
  mind.dialogue.undone = false;
}

/** After a change of number the conversation is somebody else's; nothing else is said in the same breath. */
function standsAlone(item: Heard): boolean {
  return item.said.kind === "address";
}

/** What speaks of an entry or a rule that this turn only asked to be written must wait until it is. */
function needsOutcomes(item: Heard, mind: Mind): boolean {
  if (mind.effects.some(({ kind }) => kind === "claim_look")) return true;
  if (mind.effects.some((effect) => TEACHING.has(effect.kind)) && wantsBooks(mind.dialogue, item)) return true;
  if (mind.effects.some(changesDebts) && mayPay(mind.dialogue, item)) return true;
  if (!mind.effects.some((effect) => BOOKING.has(effect.kind))) return false;
  const { said } = item;
  if (said.kind === "text") return refersBack(mind, item, said);
  return said.kind === "choice" || said.kind === "edit" || said.kind === "revoke";
}

const BOOKING: ReadonlySet<Effect["kind"]> = new Set(["record", "book_document", "link_document", "undo", "correct"]);

const TEACHING: ReadonlySet<Effect["kind"]> = new Set(["learn", "forget"]);

/** Payments of this turn are known to it; a debt has no name yet that a payment could settle. */
function changesDebts(effect: Effect): boolean {
  if (effect.kind === "record" || effect.kind === "book_document")
    return effect.entry.type === "deuda" || effect.entry.returned === true;
  return effect.kind === "undo" || effect.kind === "correct" || effect.kind === "link_document";
}

function replyOf(mind: Mind, heard: readonly Heard[]): Reply {
  const { dialogue, parts } = mind;
  if (dialogue.let_go.length > 0) parts.unshift({ part: "let_go", of: dialogue.let_go.splice(0) });
  if (!dialogue.welcomed && dialogue.membership?.founded) parts.unshift({ part: "welcome" });
  dialogue.welcomed = true;
  return { parts, reply_to: mind.reply_to, today: todayOf(dialogue, heard) };
}

function todayOf({ membership }: Dialogue, heard: readonly Heard[]): CivilDate {
  return dateIn(heard.at(-1)?.at ?? 0, membership?.time_zone ?? "UTC");
}

import { assert } from "#kernel";
import { answer, answerProposal, isProposal, type ClassifyRequest, type Reading } from "#language";
import type { Question } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { isNoPurpose } from "./manners.ts";
import { bookMovements } from "./plan.ts";
import { drop } from "./refuse.ts";
import { requestOf } from "./request.ts";
import { worded } from "./worded.ts";

// A question about what the words left open, from its asking to the booking of its answer.

/** After so many answers that did not settle it, a question is let go. */
const ASK_AGAIN_MAX = 3;

type Asking = {
  reading: Reading;
  request: ClassifyRequest;
  /** The question that this one goes on from; null for a new one. */
  before: Question | null;
};

/** Opens a question; its id is the message that raised it, so that the booked entry names that message. */
export function ask(mind: Mind, item: Heard, { reading, request, before }: Asking): void {
  const asked = worded(reading, mind.dialogue.membership);
  assert(asked.question, "a reading that needs clarification has a question");
  const { today } = request;
  const flags = before?.reminded ? { reminded: true as const } : {};
  const id = before?.id ?? item.id;
  const voice = request.channel === "voice";
  const nth = (before?.asked ?? 0) + 1;
  // What no answer can complete («send it in parts») is said, and does not wait.
  if (asked.asks !== null || asked.options.length > 0) {
    mind.dialogue.open.push({ kind: "question", id, reading: asked, today, voice, asked: nth, at: item.at, ...flags });
  }
  const labels = asked.options.map((option) => option.label);
  mind.parts.push({ part: "question", id, text: asked.question, labels });
}

/** Open questions take the words as an answer, the newest first, unless they say something of their own. */
export function answerQuestion(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const newestFirst = mind.dialogue.open.filter((each) => each.kind === "question").toReversed();
  return newestFirst.some((open) => answerOne(mind, item, { open, request }));
}

type Answering = { open: Question; request: ClassifyRequest };

function answerOne(mind: Mind, item: Heard, { open, request }: Answering): boolean {
  if (open.reading.asks === "concept" && isNoPurpose(request.text)) return false;
  const proposed = isProposal(open.reading);
  const asked = { ...request, today: open.today };
  // What a model proposed holds for the next words only, and only while nothing newer waits for a «sí».
  const isNext = proposed && mind.dialogue.open.at(-1) === open;
  const reading = isNext ? answerProposal(open.reading, asked) : answer(open.reading, request.text, asked);
  if (proposed && !reading) close(mind, open);
  if (!reading) return false;
  settle(mind, item, { open, reading, request });
  return true;
}

/** A tapped or numbered option: the words on it answer its own question, whatever was asked since. */
export function pickOption(mind: Mind, item: Heard, { open, at }: { open: Question; at: number }): void {
  const option = open.reading.options[at];
  assert(option, "an option that is picked was offered");
  const words = requestOf(mind, { ...item, about: null }, { text: option.label, voice: false });
  const request = { ...words, today: open.today, last: null };
  const read = isProposal(open.reading)
    ? answerProposal(open.reading, request)
    : answer(open.reading, option.label, request);
  if (read) return settle(mind, item, { open, reading: read, request });
  close(mind, open);
  if (option.movement) bookMovements(mind, { ...item, id: open.id }, [option.movement]);
  else mind.parts.push({ part: "discarded" });
}

type Settling = { open: Question; reading: Reading; request: ClassifyRequest };

function settle(mind: Mind, item: Heard, { open, reading, request }: Settling): void {
  close(mind, open);
  if (reading.needs_clarification) {
    if (open.asked < ASK_AGAIN_MAX) ask(mind, item, { reading, request, before: open });
    else drop(mind, open);
  } else if (reading.movements.length === 0) mind.parts.push({ part: "discarded" });
  else bookMovements(mind, { ...item, id: open.id }, reading.movements);
}

function close(mind: Mind, open: Question): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
}

import { assert, fold } from "#kernel";
import { answer, answerProposal, classify, filled, isProposal, type ClassifyRequest, type Reading } from "#language";
import type { Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { answerAsking } from "./asking.ts";
import { answerCountry, holdForCountry } from "./country.ts";
import { hearCorrection } from "./correct.ts";
import { correctDraft } from "./draft.ts";
import { bookMovements, bookWhole } from "./plan.ts";
import { hearQuery } from "./query.ts";
import { requestOf, type Words } from "./request.ts";
import { hearRuleCommand } from "./rules.ts";
import { hearYesOrNo } from "./yes-or-no.ts";

/** After so many answers that did not settle it, a question is let go. */
const ASK_AGAIN_MAX = 3;

/** A typed or spoken message. */
export function hearText(mind: Mind, item: Heard, { text, voice }: Words): void {
  const words = text.trim();
  if (words === "") return void mind.parts.push({ part: "unsupported", what: "empty" });
  if (answerCountry(mind, words)) return;
  if (voice) mind.parts.push({ part: "heard", text: words });
  const request = requestOf(mind, item, { text: words, voice });
  if (hearRuleCommand(mind, item, words)) return;
  if (answerNewest(mind, item, request)) return;
  if (correctDraft(mind, item, request)) return;
  hearReading(mind, item, { reading: filled(classify(request), item.guess ?? null, request), request });
}

/** What the words meant, carried out. */
function hearReading(
  mind: Mind,
  item: Heard,
  { reading, request }: { reading: Reading; request: ClassifyRequest },
): void {
  if (reading.type !== "saludo" && reading.type !== "ayuda" && holdForCountry(mind, item)) return;
  switch (reading.type) {
    case "saludo":
      return greet(mind);
    case "ayuda":
      return void mind.parts.push({ part: "help" });
    case "si":
    case "no":
      return hearYesOrNo(mind, item, reading.type);
    case "correccion":
      return hearCorrection(mind, item, reading);
    case "consulta":
      return hearQuery(mind, reading, request.today);
    case "ingreso":
    case "egreso":
    case "deuda":
    case "otro":
      return hearMovements(mind, item, { reading, request });
  }
}

function hearMovements(
  mind: Mind,
  item: Heard,
  { reading, request }: { reading: Reading; request: ClassifyRequest },
): void {
  if (reading.needs_clarification) {
    const { text, today, channel } = request;
    if (bookWhole(mind, item, { reading, text, today, voice: channel === "voice" })) return;
    return ask(mind, item, { reading, request, asked: 1 });
  }
  if (reading.movements.length === 0) {
    return void mind.parts.push({ part: THANKS.test(fold(request.text)) ? "thanks" : "off_topic" });
  }
  bookMovements(mind, item, reading.movements);
}

const THANKS =
  /\b(gracias|obrigad[oa]|thanks|thank you|vale|perfecto|genial|buenisimo|excelente|bkn|bacan|ok|okey|dale|listo)\b/;

/** What was asked last has the first claim on the words. */
function answerNewest(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const newest = mind.dialogue.open.findLast(({ kind }) => kind === "question" || kind === "asking");
  const claims = newest?.kind === "question" ? [answerQuestion, answerAsking] : [answerAsking, answerQuestion];
  return claims.some((answers) => answers(mind, item, request));
}

/** An open question takes the words as its answer, unless they say something of their own. */
function answerQuestion(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = mind.dialogue.open.findLast((each) => each.kind === "question");
  if (!open) return false;
  const proposed = isProposal(open.reading);
  const asked = { ...request, today: open.today };
  // What a model proposed holds for the next words only, and only while nothing newer waits for a «sí».
  const isNext = proposed && mind.dialogue.open.at(-1) === open;
  const reading = isNext ? answerProposal(open.reading, asked) : answer(open.reading, request.text, asked);
  if (reading || proposed) close(mind, open);
  if (!reading) return false;
  if (reading.needs_clarification) {
    if (open.asked < ASK_AGAIN_MAX) ask(mind, item, { reading, request, asked: open.asked + 1 });
    else mind.parts.push({ part: "discarded" });
    return true;
  }
  if (reading.movements.length === 0) mind.parts.push({ part: "discarded" });
  else bookMovements(mind, { ...item, id: open.id }, reading.movements);
  return true;
}

type Asking = { reading: Reading; request: ClassifyRequest; asked: number };

/** Opens a question; its id is the message that raised it, so that the booked entry names that message. */
function ask(mind: Mind, item: Heard, { reading, request, asked }: Asking): void {
  assert(reading.question, "a reading that needs clarification has a question");
  const voice = request.channel === "voice";
  mind.dialogue.open.push({ kind: "question", id: item.id, reading, today: request.today, voice, asked, at: item.at });
  const labels = reading.options.map((option) => option.label);
  mind.parts.push({ part: "question", id: item.id, text: reading.question, labels });
}

function greet(mind: Mind): void {
  const { dialogue } = mind;
  const first = !dialogue.welcomed && dialogue.membership?.founded === true;
  mind.parts.push(first ? { part: "welcome_invitation" } : { part: "greeting", name: dialogue.profile_name });
}

function close(mind: Mind, open: Open): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
}

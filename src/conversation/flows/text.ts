import { classify, filled, hardlyHeard, type ClassifyRequest, type Reading } from "#language";
import { isInquiry } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { hearPaperAsked } from "./ask-paper.ts";
import { answerAsking } from "./asking.ts";
import { answerBookedPart } from "./booked-part.ts";
import { answerBookedTerm } from "./booked-term.ts";
import { hearClaimCommand } from "./claim.ts";
import { answerCountry, holdForCountry } from "./country.ts";
import { hearCorrection } from "./correct.ts";
import { agreeWithChange, correctDraft } from "./draft.ts";
import { answerEditing } from "./edit-answer.ts";
import { discardNamed } from "./discard.ts";
import { discardPlaced } from "./discard-placed.ts";
import { courtesyFor } from "./manners.ts";
import { hearPlace } from "./numbered.ts";
import { answerNoPurchase } from "./no-purchase.ts";
import { answerNotMine } from "./not-mine.ts";
import { answerPicked } from "./picked.ts";
import { answerPaper } from "./paper.ts";
import { bookMovements, bookWhole } from "./plan.ts";
import { hearFollowUp, hearQuery } from "./query.ts";
import { answerQueue, hearQueueCommand } from "./queue.ts";
import { answerQuestion, ask } from "./question.ts";
import { requestOf, type Words } from "./request.ts";
import { putRight } from "./put-right.ts";
import { hearRuleCommand } from "./rules.ts";
import { hearRefusal } from "./refuse.ts";
import { hearScanCommand } from "./scan.ts";
import { answerSeveral } from "./several.ts";
import { hearSecret, hearSiiCommand } from "./sii.ts";
import { hearTaxProfile } from "./tax-profile.ts";
import { hearTaxCommand } from "./taxes.ts";
import { answerTerm } from "./term.ts";
import { undoNamed } from "./undo.ts";
import { answerShop } from "./shop.ts";
import { answerShown } from "./shown.ts";
import { answerWay } from "./way.ts";
import { answerWhichClaim } from "./which-claim.ts";
import { answerWhichEntry } from "./which-entry.ts";
import { hearYesOrNo } from "./yes-or-no.ts";

/** A typed or spoken message. */
export function hearText(mind: Mind, item: Heard, { text, voice, unsure }: Words): void {
  const words = text.trim();
  if (words === "") return void mind.parts.push({ part: "unsupported", what: "empty" });
  // A country is set for good: no words that were hardly understood do that.
  if (!unsure && answerCountry(mind, words)) return;
  if (voice) mind.parts.push({ part: "heard", text: words });
  const request = requestOf(mind, item, { text: words, voice });
  if (unsure) return hearDoubtful(mind, item, request);
  if (hearCommand(mind, item, words)) return;
  if (answerListed(mind, item, request) || hearPaperAsked(mind, item, words) || removeNamed(mind, item, words)) return;
  if (hearPlace(mind, item, request) || hearRefusal(mind, item, words)) return;
  if (answersOpen(mind, item, request)) return;
  hearReading(mind, item, { reading: filled(classify(request), item.guess ?? null, request), request });
}

/** An answer to what was listed last: papers that wait, entries that a paper may be of, entries of one message. */
function answerListed(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  return [
    answerQueue,
    answerPaper,
    answerWhichEntry,
    answerWhichClaim,
    answerPicked,
    answerSeveral,
    discardPlaced,
  ].some((answers) => answers(mind, item, request));
}

/** «borra la boleta», «deshacer la venta»: by its name, a paper that is shown before what was booked. */
function removeNamed(mind: Mind, item: Heard, words: string): boolean {
  return discardNamed(mind, item, words) || undoNamed(mind, item, words);
}

/** Words that ask for a list or a page, and tell of no money. */
function hearCommand(mind: Mind, item: Heard, words: string): boolean {
  if (hearSecret(mind, item, words) || hearSiiCommand(mind, item, words)) return true;
  if (hearClaimCommand(mind, item, words) || hearTaxCommand(mind, item, words)) return true;
  if (hearTaxProfile(mind, item, words)) return true;
  return hearRuleCommand(mind, item, words) || hearQueueCommand(mind, item, words) || hearScanCommand(mind, words);
}

/** Words that go on from what is open: a question, a paper that is shown, an entry that is being edited. */
function answersOpen(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  return [
    answerNewest,
    answerNotMine,
    answerWay,
    answerNoPurchase,
    answerTerm,
    putRight,
    correctDraft,
    agreeWithChange,
    answerShown,
    answerShop,
    answerEditing,
    answerBookedTerm,
    answerBookedPart,
  ].some((answers) => answers(mind, item, request));
}

/** Words that were hardly understood book nothing, undo nothing and answer nothing: what they seem to say is asked. */
function hearDoubtful(mind: Mind, item: Heard, request: ClassifyRequest): void {
  const reading = hardlyHeard(classify(request), request);
  if (!reading) return void mind.parts.push({ part: "voice_unclear" });
  if (!holdForCountry(mind, item)) ask(mind, item, { reading, request, before: null });
}

/** What tells nothing that could be kept until the country is known. */
const ANSWERING: ReadonlySet<Reading["type"]> = new Set(["saludo", "ayuda", "si", "no"]);

/** What the words meant, carried out. */
function hearReading(
  mind: Mind,
  item: Heard,
  { reading, request }: { reading: Reading; request: ClassifyRequest },
): void {
  if (!ANSWERING.has(reading.type) && holdForCountry(mind, item)) return;
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
      return hearQuery(mind, item, { query: reading.query, text: request.text, today: request.today });
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
    if (isFigureBeside(mind, reading)) return void mind.parts.push({ part: courtesyFor(text) });
    return ask(mind, item, { reading, request, before: null });
  }
  if (reading.movements.length === 0) {
    if (hearFollowUp(mind, item, request)) return;
    return void mind.parts.push({ part: courtesyFor(request.text) });
  }
  bookMovements(mind, item, reading.movements);
}

/** «son 3» while something else is asked: no deal is made of a bare number, and the question that is open is told again. */
function isFigureBeside({ dialogue }: Mind, { asks, movements }: Reading): boolean {
  if (asks !== "which_amount" || !dialogue.open.some(isInquiry)) return false;
  return movements.every(({ evidence }) => evidence.every(({ field }) => field === "amount"));
}

/** What was asked last has the first claim on the words. */
function answerNewest(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const newest = mind.dialogue.open.findLast(({ kind }) => kind === "question" || kind === "asking");
  const claims = newest?.kind === "question" ? [answerQuestion, answerAsking] : [answerAsking, answerQuestion];
  return claims.some((answers) => answers(mind, item, request));
}

function greet(mind: Mind): void {
  const { dialogue } = mind;
  const first = !dialogue.welcomed && dialogue.membership?.founded === true;
  mind.parts.push(first ? { part: "welcome_invitation" } : { part: "greeting", name: dialogue.profile_name });
}

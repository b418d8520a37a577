import { dateSpans } from "./dates/find-dates.ts";
import type { DateSpan } from "./dates/span.ts";
import { expenseCategory, incomeCategory } from "./dealings/category.ts";
import { clausesOf, cuesOf, type Clause } from "./dealings/clauses.ts";
import type { Direction } from "./dealings/direction.ts";
import { draftOf, type Draft } from "./dealings/movement.ts";
import { nothing, propose } from "./dealings/propose.ts";
import { setAside } from "./money/not-money.ts";
import { settle } from "./money/settle.ts";
import { moneySpans, unsaidAt, type Span } from "./money/spans.ts";
import { packOf } from "./packs/pack-of.ts";
import type { TongueName } from "./packs/pack.ts";
import type { Classify, ClassifyRequest, Reading } from "./reading.ts";
import { commandOf } from "./talk/commands.ts";
import { correctionOf, type Correction } from "./talk/correction.ts";
import { isQuestion, queryBy, queryOf, saysFigure } from "./talk/query.ts";
import { removalOf } from "./talk/removal.ts";
import { disarmed, isRequest, setMeansAside, withoutTalk } from "./talk/unreal.ts";
import { tongueOf } from "./tongues/tongue-of.ts";
import type { Command, Cue } from "./tongues/tongue.ts";
import { shown, wordingOf } from "./wording.ts";
import { lexiconOf, STRANGE, TRAIT } from "./words/lexicon.ts";
import { messageOf, type Message } from "./words/message.ts";
import { allPhrases, type Found } from "./words/phrases.ts";
import { tokenAt, tokenize } from "./words/tokens.ts";

/** Longer messages are read up to here; a payload may be longer than any sentence about money. */
export const TEXT_CHARS_MAX = 4_096;

/** More amounts than anyone tells in one message: a pasted list is asked for in parts. */
const AMOUNTS_MAX = 60;
/** Three numbers to an amount (a count, a date) are common, more are a table. */
const NUMBERS_MAX = 3 * AMOUNTS_MAX;
/** Words and marks; the longest text in words has half as many. */
const TOKENS_MAX = 1_000;

const SURE = 0.97;
const UNKNOWN = 0.9;
const TOLD_MIN = 0.8;

/**
 * Words → proposal. It books, asks or answers, and never guesses an amount. Where the country's own tongue is another one,
 * Spanish is understood too, and where we know only the country's currency, so are English and Portuguese.
 */
export const classify: Classify = (request) => {
  const { tongue, described } = packOf(request.country);
  let best = readIn(tongue, request);
  for (const other of EVERY_TONGUE) {
    if (other === tongue || sureness(best) === TOLD || (other !== "es" && described && sureness(best) > 0)) continue;
    if (request.text.length > OTHER_TONGUES_CHARS_MAX || !isSpoken(other, request.text)) continue;
    const reading = readIn(other, request);
    // A tongue that is not spoken there may ask and correct, but «sale» is no sale where Spanish is spoken.
    if (other !== "es" && described && (reading.movements.length > 0 || reading.needs_clarification)) continue;
    if (sureness(reading) > sureness(best)) best = reading;
  }
  return best;
};

/** Half of the words, and more, are words of that tongue: what is worth a second reading. */
function isSpoken(tongue: TongueName, text: string): boolean {
  const lexicon = lexiconOf(tongueOf(tongue));
  let [words, own] = [0, 0];
  for (const token of tokenize(text.slice(0, SAMPLE_CHARS_MAX))) {
    if (token.kind !== "word") continue;
    words++;
    if (((lexicon.get(token.key) ?? STRANGE).traits & TRAIT.known) !== 0) own++;
  }
  return words > 0 && own * 2 >= words;
}

/** A longer text is read once, in the tongue of its country. */
const OTHER_TONGUES_CHARS_MAX = 1_000;

/** So much of a text tells its language. */
const SAMPLE_CHARS_MAX = 200;

const EVERY_TONGUE: readonly TongueName[] = ["es", "en", "pt"];
const TOLD = 3;

/** How much of a message a tongue has understood: 3 what happened, 2 what was dealt in, 1 only a figure, 0 nothing. */
function sureness({ type, movements, needs_clarification, asks }: Reading): number {
  if (asks === "direction") return 1;
  if (type === "otro" && movements.length === 0) return needs_clarification ? 1 : 0;
  if (movements.length === 0) return TOLD;
  return movements.some((one) => one.evidence.some((each) => each.field === "type")) ? TOLD : 2;
}

function readIn(spoken: TongueName, request: ClassifyRequest): Reading {
  const text = request.text.slice(0, TEXT_CHARS_MAX);
  const message = messageOf(text, request.country, { today: request.today, spoken });
  if (isTooLong(message)) return tooMany(message);
  const command = commandOf(message);
  if (command) return courtesy(command);
  const removal = removalOf(message, request.last);
  if (removal) return removal === "last" ? courtesy("borrar") : corrected(message, removal);
  const correction = correctionOf(message, request.last);
  if (correction) return corrected(message, correction);
  return told(message, request);
}

function isTooLong({ tokens }: Message): boolean {
  if (tokens.length > TOKENS_MAX) return true;
  return tokens.length > NUMBERS_MAX && tokens.filter((token) => token.kind === "number").length > NUMBERS_MAX;
}

function courtesy(command: Command): Reading {
  switch (command) {
    case "borrar":
      return { ...nothing("correccion", SURE), patch: { delete: true } };
    case "gracias":
    case "despedida":
      return nothing("otro", SURE);
    default:
      return nothing(command, SURE);
  }
}

function corrected(message: Message, correction: Correction): Reading {
  const { pack } = message;
  const base = { ...nothing("correccion", SURE), patch: correction.patch };
  if (correction.asks) {
    return {
      ...base,
      needs_clarification: true,
      asks: correction.asks,
      question: wordingOf(pack).change,
      confidence: 0.5,
    };
  }
  if (correction.readings.length === 0) return base;
  const labels = correction.readings.map((reading) => shown(reading, correction.currency, pack));
  return {
    ...base,
    needs_clarification: true,
    asks: "which_amount",
    question: wordingOf(pack).which(labels),
    options: correction.readings.map((reading, i) => ({ label: labels[i] ?? "", amount_minor: reading })),
    confidence: 0.5,
  };
}

/** A message that tells of money, asks about it, or speaks of something else. */
function told(message: Message, request: ClassifyRequest): Reading {
  const attack = disarmed(message);
  setAside(message);
  const dates = dateSpans(message);
  const candidates = moneySpans(message);
  if (candidates.length > AMOUNTS_MAX) return tooMany(message);
  const spoken = withoutTalk(message, candidates);
  const amounts = settle(message, spoken, candidates);
  setMeansAside(message);
  const cues = cuesOf(message);
  if (amounts.length === 0)
    return withoutAmount(message, { dates, cues, attack, talked: candidates.length > spoken.length });
  const drafts = draftsOf(message, clausesOf(message, amounts, cues), dates);
  const meant = attack ? drafts.filter(isPlain) : drafts;
  if (meant.length === 0 || isSmallTalk(message, amounts, meant)) return withoutMovement(message, attack);
  if (request.last?.state === "pending_confirmation" && isOnlyAmount(message, amounts))
    return replaced(request, amounts);
  return propose(message.pack, meant);
}

/** Beside an attempt to change our rules only what a verb or a thing tells for certain is believed. */
function isPlain({ open, confidence, movement }: Draft): boolean {
  if (open === "direction") return false;
  return confidence > TOLD_MIN || movement.evidence.some((one) => one.field === "category");
}

function tooMany(message: Message): Reading {
  return { ...nothing("otro", 0.5), needs_clarification: true, question: wordingOf(message.pack).many };
}

function draftsOf(message: Message, clauses: readonly Clause[], dates: readonly DateSpan[]): Draft[] {
  let carried: Direction | null = null;
  let before: Draft | null = null;
  const headed = hasHeader(message);
  return clauses.map((clause) => {
    const fresh = !headed && carried?.cue.type === "ingreso" && startsAnew(message, clause);
    const { draft, direction } = draftOf(message, clause, { dates, carried: fresh ? null : carried });
    if (before && direction?.said === null && !fresh) alike(draft, before);
    before = draft;
    carried = direction ?? carried;
    return draft;
  });
}

/** «uber 4.500 de ida y 5.200 de vuelta»: what names nothing of its own is more of the same. */
function alike(draft: Draft, before: Draft): void {
  const { movement } = draft;
  const people = movement.counterparty !== null && before.movement.counterparty !== null;
  if (!people && movement.concept !== null && movement.concept !== before.movement.concept) return;
  if ((movement.counterparty !== null && !people) || movement.evidence.some((one) => one.field === "category")) return;
  movement.concept ??= before.movement.concept;
  movement.category = before.movement.category;
  if (draft.open === "concept" && before.open === null)
    Object.assign(draft, { open: null, confidence: before.confidence });
}

/** «Ventas de hoy» in a line of its own says what all the lines below are. */
function hasHeader(message: Message): boolean {
  const end = message.tokens.findIndex((token) => token.text === "\n" || token.text === ":");
  if (end < 0) return false;
  const amount = message.uses.slice(0, end).includes("money");
  return !amount && allPhrases(message.tongue.cues, message.tokens, { from: 0, to: end }).length > 0;
}

/** A new line that names what people buy is no part of what was earned in the line before. */
function startsAnew(message: Message, clause: Clause): boolean {
  if (tokenAt(message.tokens, clause.from - 1).text !== "\n") return false;
  const [expense, income] = [expenseCategory, incomeCategory].map((look) => look(message, clause.from, clause.to));
  return expense !== null && income === null;
}

/** Bare numbers beside words that tell of no money: «nos vemos el martes, somos 5». */
function isSmallTalk(message: Message, amounts: readonly Span[], drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => draft.open !== "direction" && draft.movement.evidence.some((one) => one.field === "type")))
    return false;
  const undirected = drafts.every((draft) =>
    draft.movement.evidence.every((one) => one.field !== "type" && one.field !== "category"),
  );
  return undirected && !amounts.some((span) => span.marked || span.grouped) && !isOnlyAmount(message, amounts);
}

function isOnlyAmount(message: Message, amounts: readonly Span[]): boolean {
  if (amounts.length !== 1) return false;
  return message.tokens.every(
    (token, at) => token.kind === "mark" || message.uses[at] === "money" || message.tongue.fillers.has(token.key),
  );
}

/** A bare amount while an entry waits for its confirmation replaces the amount of that entry. */
function replaced(request: ClassifyRequest, amounts: readonly Span[]): Reading {
  const message = messageOf(`eran ${request.text}`, request.country, { today: request.today });
  const correction = correctionOf(message, request.last);
  return correction ? corrected(message, correction) : propose(message.pack, amounts.map(asDraft(message)));
}

function asDraft(message: Message): (span: Span) => Draft {
  return (span) =>
    draftOf(message, { from: span.from, to: span.to, span, cues: [] }, { dates: [], carried: null }).draft;
}

type Heard = { dates: readonly DateSpan[]; cues: readonly Found<Cue>[]; attack: boolean; talked: boolean };

/** No amount: a question about the books, a movement whose amount is still to come, or something else. */
function withoutAmount(message: Message, heard: Heard): Reading {
  const own = withoutMovement(message, heard.attack);
  if (heard.attack) return own;
  const asks = isQuestion(message) || heard.talked;
  const verb = heard.cues.find((cue) => cue.means.rank === 3) ?? boughtThing(message, heard.cues);
  const booked = verb?.means.name === "settle_out" || isRequest(message);
  const figure = own.type === "consulta" && saysFigure(message) && !booked;
  if (verb && !asks && !figure) return openMovement(message, heard);
  if (own.type === "consulta" || !isQuestion(message)) return own;
  // «¿gasté 20 lucas en pan?», «¿cuánto le he pagado a Juan?»: the verb of a question names the figure that it asks for.
  const asked = verb ?? heard.cues[0];
  return asked ? { ...nothing("consulta", 0.85), query: queryBy(message, asked.means) } : own;
}

/** «eché bencina»: a verb of many uses beside a thing that people buy. */
function boughtThing(message: Message, cues: readonly Found<Cue>[]): Found<Cue> | undefined {
  const thing = expenseCategory(message, 0, message.tokens.length);
  return thing ? cues.find((cue) => cue.means.rank === 1 && cue.means.type === "egreso") : undefined;
}

function withoutMovement(message: Message, attack: boolean): Reading {
  const query = attack ? null : queryOf(message);
  return query ? { ...nothing("consulta", SURE), query } : nothing("otro", UNKNOWN);
}

function openMovement(message: Message, heard: Heard): Reading {
  const end = message.tokens.length;
  const clause = { from: 0, to: end, span: unsaidAt(end, message.pack.currency), cues: [...heard.cues] };
  const { draft } = draftOf(message, clause, { dates: heard.dates, carried: null });
  return draft.movement.evidence.some((one) => one.field === "type")
    ? propose(message.pack, [draft])
    : nothing("otro", UNKNOWN);
}

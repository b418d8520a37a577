import { assert } from "#kernel";
import { dateSpans } from "./dates/find-dates.ts";
import type { DateSpan } from "./dates/span.ts";
import { clausesOf, cuesOf } from "./dealings/clauses.ts";
import { draftsOf } from "./dealings/drafts.ts";
import { draftOf, type Draft } from "./dealings/movement.ts";
import { nothing, propose, SURE, UNKNOWN } from "./dealings/propose.ts";
import { lessChange } from "./money/change.ts";
import { isHowMany } from "./money/how-many.ts";
import { setAside } from "./money/not-money.ts";
import { settle } from "./money/settle.ts";
import { moneySpans, type Span } from "./money/spans.ts";
import type { TongueName } from "./packs/pack.ts";
import type { ClassifyRequest, Movement, Reading } from "./reading.ts";
import { isAdvert } from "./talk/adverts.ts";
import { setBesideAside } from "./talk/beside.ts";
import { commandOf } from "./talk/commands.ts";
import { correctionOf, type Correction } from "./talk/correction.ts";
import { isBesideTaxes, taxesTold } from "./talk/tax-profile.ts";
import { removalOf } from "./talk/removal.ts";
import { disarmed, setIdiomsAside, setMeansAside, withoutTalk } from "./talk/unreal.ts";
import type { Command } from "./tongues/tongue.ts";
import { withoutAmount, withoutMovement } from "./unsaid.ts";
import { shown, wordingOf } from "./wording.ts";
import { isStrange, messageOf, type Message } from "./words/message.ts";
import { tokenAt } from "./words/tokens.ts";

/** Longer messages are read up to here; a payload may be longer than any sentence about money. */
export const TEXT_CHARS_MAX = 4_096;

/** More amounts than anyone tells in one message: a pasted list is asked for in parts. */
export const AMOUNTS_MAX = 60;
/** Three numbers to an amount (a count, a date) are common, more are a table. */
const NUMBERS_MAX = 3 * AMOUNTS_MAX;
/** Words and marks; the longest text in words has half as many. */
const TOKENS_MAX = 1_000;

/** Below it only a verb of many uses spoke. */
const SAID_MIN = 0.8;

/** Reads a message in one language, from its shortest meaning to its longest: a command, a correction, a deal. */
export function readIn(spoken: TongueName, request: ClassifyRequest): Reading {
  const text = request.text.slice(0, TEXT_CHARS_MAX);
  const message = messageOf(text, request.country, { today: request.today, spoken });
  if (isTooLong(message)) return tooMany(message);
  const command = commandOf(message);
  if (command) return courtesy(command);
  const taxes = taxesTold(request);
  if (taxes?.rest === "") return nothing("otro", SURE);
  const beside = taxes && readIn(spoken, { ...request, text: taxes.rest });
  if (beside && isBesideTaxes(beside)) return beside;
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
  const base = {
    ...nothing("correccion", SURE),
    patch: correction.patch,
    ...(correction.thing ? { thing: correction.thing } : {}),
  };
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
  setIdiomsAside(message, "figure");
  setAside(message);
  const dates = dateSpans(message);
  const candidates = moneySpans(message);
  if (candidates.length > AMOUNTS_MAX) return tooMany(message);
  if (candidates.length > 0 && isAdvert(message)) return nothing("otro", UNKNOWN);
  const spoken = withoutTalk(message, candidates);
  const amounts = lessChange(message, settle(message, spoken, candidates), candidates);
  setMeansAside(message);
  setBesideAside(message, candidates, amounts);
  // «pagó caro el error del minuto 89»
  if (amounts.every((span) => !span.marked && !span.grouped)) setIdiomsAside(message, "verb");
  const cues = cuesOf(message);
  if (amounts.length === 0)
    return withoutAmount(message, { dates, cues, attack, talked: candidates.length > spoken.length });
  const days = dates.filter((date) => !isComparison(message, date, { candidates, spoken }));
  const drafts = draftsOf(message, clausesOf(message, amounts, cues), days);
  const meant = attack ? drafts.filter(isPlain) : drafts;
  if (meant.length === 0 || isSmallTalk(message, amounts, meant)) return withoutMovement(message, attack);
  if (request.last?.state === "pending_confirmation" && isOnlyAmount(message, amounts))
    return replaced(message, request, amounts);
  const doubtful = isOneCurrency(meant) && (amounts.some((span) => span.loose) || isWordy(message, meant));
  return propose(message.pack, doubtful ? [oneOf(meant)] : meant);
}

/** More words that we do not know than deals: who lists deals says little more than what and how much. */
function isWordy(message: Message, drafts: readonly Draft[]): boolean {
  return strangeWords(message) > drafts.length + 1;
}

/** Several amounts that may stand beside each other in one question. */
function isOneCurrency(drafts: readonly Draft[]): boolean {
  if (drafts.length < 2 || drafts.some((draft) => draft.open !== null)) return false;
  return new Set(drafts.map((draft) => draft.movement.currency)).size === 1;
}

/** The deal that its verb tells, and any of the amounts: «me cobró 45 … pero la etiqueta decía 60». */
function oneOf(drafts: readonly Draft[]): Draft {
  const deal = drafts.find((draft) => draft.movement.evidence.some((one) => one.field === "type")) ?? drafts[0];
  assert(deal !== undefined, "there is a deal to ask about");
  const readings = [...new Set(drafts.flatMap((draft) => draft.movement.amount_minor ?? []))];
  if (readings.length < 2) return deal;
  const movement = { ...deal.movement, amount_minor: null, net_minor: null, tax_minor: null };
  return { ...deal, movement, open: "which_amount", readings, confidence: ASKED };
}

const ASKED = 0.5;

function strangeWords(message: Message): number {
  return message.tokens.filter((_token, at) => isStrange(message, at)).length;
}

/** «…, el mes pasado fueron 32», «más que ayer»: the day of a figure told beside the deal, or of a comparison. */
function isComparison(
  message: Message,
  date: DateSpan,
  { candidates, spoken }: { candidates: readonly Span[]; spoken: readonly Span[] },
): boolean {
  const [before, than] = [tokenAt(message.tokens, date.from - 2), tokenAt(message.tokens, date.from - 1)];
  if (than.key === "que" && /^(?:mas|menos|mejor|peor|igual)$/.test(before.key)) return true;
  const next = candidates.find((span) => span.from >= date.to);
  if (!next || spoken.some((span) => span.from === next.from)) return false;
  return message.tokens.slice(date.to, next.from).every((token) => token.kind === "word");
}

/** Beside an attempt to change our rules only what a verb or a thing tells for certain is believed. */
function isPlain({ open, confidence, movement }: Draft): boolean {
  if (open === "direction") return false;
  return confidence > SAID_MIN || movement.evidence.some((one) => one.field === "category");
}

function tooMany(message: Message): Reading {
  return { ...nothing("otro", 0.5), needs_clarification: true, question: wordingOf(message.pack).many };
}

/** Bare numbers beside words that tell of no money: «nos vemos el martes, somos 5». */
function isSmallTalk(message: Message, amounts: readonly Span[], drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => draft.open !== "direction" && draft.movement.evidence.some((one) => one.field === "type")))
    return false;
  // «1.420 el litro de 95»: the price of one, and nobody bought any.
  if (amounts.every((span) => span.amount_minor === null && span.readings.length === 0)) return true;
  // «estaba mirando en internet un horno a 890.000»: who tells a deal without its verb says little more than what it was.
  if (strangeWords(message) > STRANGE_MAX) return true;
  const undirected = drafts.every(
    ({ movement }) =>
      movement.evidence.every((one) => one.field !== "type" && one.field !== "category") && !isAtShop(movement),
  );
  return undirected && !amounts.some((span) => span.marked || span.grouped) && !isOnlyAmount(message, amounts);
}

/** «uber a la oficina 7»: a shop that everyone knows sells something of its own. */
function isAtShop({ category, counterparty }: Movement): boolean {
  return counterparty !== null && category !== null && category !== "otros_gastos" && category !== "ventas";
}

/** Words that we do not know in a message that tells a deal by its thing alone. */
const STRANGE_MAX = 3;

function isOnlyAmount(message: Message, amounts: readonly Span[]): boolean {
  if (amounts.length !== 1) return false;
  return message.tokens.every(
    (token, at) => token.kind === "mark" || message.uses[at] === "money" || message.tongue.fillers.has(token.key),
  );
}

/** A bare amount while an entry waits for its confirmation replaces the amount of that entry. */
function replaced(message: Message, request: ClassifyRequest, amounts: readonly Span[]): Reading {
  if (amounts.some((span) => isHowMany(message, span, 0))) return withoutMovement(message, false);
  const said = messageOf(`eran ${message.text}`, request.country, { today: request.today, spoken: "es" });
  const correction = correctionOf(said, request.last);
  return correction ? corrected(message, correction) : propose(message.pack, amounts.map(asDraft(message)));
}

function asDraft(message: Message): (span: Span) => Draft {
  return (span) =>
    draftOf(message, { from: span.from, to: span.to, span, cues: [] }, { dates: [], carried: null }).draft;
}

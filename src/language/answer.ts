import { fold } from "#kernel";
import { classify } from "./classify.ts";
import { dateSpans } from "./dates/find-dates.ts";
import { defaultCategory, expenseCategory } from "./dealings/category.ts";
import { conceptOf } from "./dealings/concept.ts";
import { counterpartyOf } from "./dealings/counterparty.ts";
import { cuesIn } from "./dealings/cue.ts";
import type { Draft } from "./dealings/movement.ts";
import { propose } from "./dealings/propose.ts";
import { retaxed } from "./money/retaxed.ts";
import { inScaleOf } from "./money/scale-of.ts";
import { moneySpans, unsaidAt } from "./money/spans.ts";
import { packOf } from "./packs/pack-of.ts";
import type { ClassifyRequest, Evidence, Movement, Option, Patch, Reading } from "./reading.ts";
import { commandOf } from "./talk/commands.ts";
import { isQuestion } from "./talk/query.ts";
import { isStory, isTalk } from "./talk/story.ts";
import type { Cue } from "./tongues/tongue.ts";
import { messageOf, type Message } from "./words/message.ts";

type AmountRequest = {
  country: string;
  currency: string;
  /** Minor units of an amount whose scale a bare number inherits: 45 like 54.000 is 45.000. */
  like?: number;
};

/** Whoever writes more than this tells something of their own. */
const ANSWER_CHARS_MAX = 600;

const OWN_VERB = new Set(["si", "no", "ayuda", "saludo", "consulta"]);

/**
 * Completes an open reading with what the person answered. Returns the completed reading (which may ask its next
 * question), or null where the text is no answer but a message of its own: a new movement, a question, a command,
 * «no». The caller then classifies it as any other message. Pure; `request.text` is not read.
 */
export function answer(open: Reading, text: string, request: ClassifyRequest): Reading | null {
  if (!open.needs_clarification || open.asks === null || text.length > ANSWER_CHARS_MAX) return null;
  if (open.asks === "what_to_change") return changed(text, request);
  const message = messageOf(text, request.country, { today: request.today });
  if (commandOf(message) !== null || isQuestion(message)) return null;
  const own = classify({ ...request, text, last: null });
  const left = leftTold(open, own, request.country);
  if (left) return left;
  if (tellsOwn(open, own, message)) return null;
  switch (open.asks) {
    case "which_amount":
    case "amount":
      return withAmount(open, { text, own, message }, request);
    case "direction":
      return withDirection(open, message, request);
    case "concept":
      return withConcept(open, { text, own, message }, request);
  }
}

/**
 * «150 lucas a Pedro por mercadería» to how much a payment leaves to be paid: with whom and for what holds of both. Null
 * for a verb of its own, and for an amount alone.
 */
function leftTold({ asks, movements }: Reading, own: Reading, country: string): Reading | null {
  const [[paid, rest], [told, ...more]] = [movements, own.movements];
  if (asks !== "amount" || !paid || rest?.type !== "deuda" || rest.amount_minor !== null) return null;
  if (!told || more.length > 0 || told.amount_minor === null || isOwnMessage(own)) return null;
  const { amount_minor, concept, category, counterparty, evidence } = told;
  if (counterparty === null && concept === null) return null;
  const named = { ...(counterparty !== null && { counterparty }), ...(concept !== null && { concept, category }) };
  const left = { ...rest, ...named, amount_minor, evidence: [...rest.evidence, ...evidence] };
  return again(country, [{ ...paid, ...named }, left]);
}

/**
 * The amount of a short answer («45», «45 lucas», «son como 45 mil»), in minor units of `currency`; null where the
 * words leave it open, name another currency, or hold no single amount.
 */
export function readAmount(text: string, request: AmountRequest): number | null {
  if (text.length > ANSWER_CHARS_MAX) return null;
  const known = packOf(request.country);
  const message = messageOf(text, request.country, { today: ANY_DAY });
  if (request.currency !== known.currency) message.pack = { ...known, currency: request.currency, bare_asked_below: 0 };
  const spans = moneySpans(message);
  const [span] = spans;
  if (!span || spans.length > 1 || span.currency !== request.currency || span.amount_minor === null) return null;
  if (span.marked || span.grouped) return span.amount_minor;
  if (request.like !== undefined) return inScaleOf(span.amount_minor, request.like, message.pack.bare_asked_below > 0);
  return span.coefficient < message.pack.bare_asked_below ? null : span.amount_minor;
}

/** What an answer to «¿en qué?» names; null for words that name nothing. */
export function readConcept(
  text: string,
  request: Pick<ClassifyRequest, "country" | "today">,
): { concept: string | null; category: string | null; counterparty: string | null } | null {
  const message = messageOf(text, request.country, { today: request.today });
  dateSpans(message);
  const end = message.tokens.length;
  const clause = { from: 0, to: end, span: unsaidAt(end, ""), cues: [] };
  const party = counterpartyOf(message, clause, { cue: null, said: null });
  const concept = conceptOf(message, clause, null);
  if (!party && !concept) return null;
  const category = expenseCategory(message, 0, end)?.category ?? party?.category ?? null;
  return { concept: concept?.text ?? null, category, counterparty: party?.name ?? null };
}

/** Dates decide nothing about an amount on its own. */
const ANY_DAY = "2000-01-01";

/** «¿Qué corrijo?» → «el monto, eran 45», «45», «ayer», «bórralo». */
function changed(text: string, request: ClassifyRequest): Reading | null {
  const direct = classify({ ...request, text });
  if (direct.type === "correccion") return direct.asks === "what_to_change" ? null : direct;
  if (OWN_VERB.has(direct.type)) return null;
  const read = classify({ ...request, text: `no, era ${text}` });
  return read.type === "correccion" && read.asks !== "what_to_change" ? read : null;
}

/**
 * The question again after a correction of what it asks about: «no, eran 45» to «¿En qué gastaste esos $80.000?».
 * Null where it is not one movement that is asked about.
 */
export function amend(open: Reading, patch: Patch, country: string): Reading | null {
  const [movement] = open.movements;
  if (!movement || open.movements.length > 1) return null;
  const { delete: removed, ...fields } = patch;
  return removed ? null : again(country, [retaxed(packOf(country), { ...movement, ...fields })]);
}

/** What the person answered, and what its words would say by themselves. */
type Answered = { text: string; own: Reading; message: Message };

function withAmount(open: Reading, { text, own, message }: Answered, request: ClassifyRequest): Reading | null {
  const choice = chosen(open.options, text, request);
  if (choice?.amount_minor !== undefined && open.type === "correccion") {
    return { ...settledCorrection(open), patch: { ...open.patch, amount_minor: choice.amount_minor } };
  }
  const at = open.movements.findIndex((movement) => movement.amount_minor === null);
  const movement = open.movements[at];
  if (choice?.movement) return again(request.country, replacedAt(open.movements, Math.max(0, at), choice.movement));
  if (isOwnMessage(own) || (own.movements.length === 0 && isTalk(message))) return null;
  const currency = movement?.currency ?? packOf(request.country).currency;
  const amount = readAmount(text, { country: request.country, currency });
  if (amount === null) return whichOf(open, text, request);
  if (open.type === "correccion") return { ...settledCorrection(open), patch: { ...open.patch, amount_minor: amount } };
  if (!movement) return null;
  const evidence = [...movement.evidence, { field: "amount" as const, text: text.trim() }];
  const filled = retaxed(packOf(request.country), { ...movement, amount_minor: amount, evidence });
  return again(request.country, replacedAt(open.movements, at, filled));
}

function settledCorrection(open: Reading): Reading {
  return { ...open, needs_clarification: false, question: null, asks: null, options: [], confidence: 0.95 };
}

/** The answer is itself undecidable («45» to «¿De cuánto fue?»): its readings are offered. */
function whichOf(open: Reading, text: string, request: ClassifyRequest): Reading | null {
  const read = classify({ ...request, text: `gasté ${text}`, last: null });
  const amounts = read.options.flatMap((option) => (option.amount_minor === undefined ? [] : [option.amount_minor]));
  const at = open.movements.findIndex((movement) => movement.amount_minor === null);
  const movement = open.movements[at];
  if (read.asks !== "which_amount" || !movement) return null;
  const drafts = open.movements.map((one, index) => draftAgain(one, index === at ? amounts : []));
  return propose(packOf(request.country), drafts);
}

/** The option that the answer names: its amount («45 mil»), its place («la segunda», «2»), its label or a bare unit. */
function chosen(options: readonly Option[], text: string, request: ClassifyRequest): Option | null {
  if (options.length === 0) return null;
  const said = text.trim().toLowerCase();
  const byLabel = options.find((option) => option.label.toLowerCase() === said);
  if (byLabel) return byLabel;
  const currency = options[0]?.movement?.currency ?? packOf(request.country).currency;
  const amount = readAmount(text, { country: request.country, currency });
  const byAmount = options.find((option) => option.amount_minor !== undefined && option.amount_minor === amount);
  if (byAmount) return byAmount;
  const place = ORDINALS.findIndex((words) => words.test(said));
  if (place >= 0 && place < options.length) return options[place] ?? null;
  const largest = options.toSorted((a, b) => (b.amount_minor ?? 0) - (a.amount_minor ?? 0));
  if (/^(?:son |eran |en )?(?:luca|lucas|mil|miles|k|lks)$/.test(said)) return largest[0] ?? null;
  return /^(?:son |eran |en )?(?:pesos|peso)$/.test(said) ? (largest.at(-1) ?? null) : null;
}

const ORDINALS = [
  /^(?:1|(?:la |el |o |a )?(?:primer[ao]?|primeir[ao])|(?:the )?first)$/,
  /^(?:2|(?:la |el |o |a )?(?:segund[ao])|(?:the )?second)$/,
  /^(?:3|(?:la |el |o |a )?(?:tercer[ao]?|terceir[ao])|(?:the )?third)$/,
];

function withDirection(open: Reading, message: Message, request: ClassifyRequest): Reading | null {
  if (moneySpans(message).length > 0 && !/^\s*[12]\s*$/.test(message.text)) return null;
  const cue = cuesIn(message, { from: 0, to: message.tokens.length })[0]?.means ?? null;
  const type = cue?.type ?? chosen(open.options, message.text, request)?.movement?.type;
  const option = open.options.find((one) => one.movement?.type === type)?.movement;
  const base = option ?? (cue ? open.options[0]?.movement : undefined);
  if (!base) return null;
  return again(
    request.country,
    allDirected(open.movements, { base, cue: option ? null : cue, text: message.text.trim() }),
  );
}

type DirectionSaid = { base: Movement; cue: Cue | null; text: string };

/** One answer serves every movement of the message that had no direction of its own. */
function allDirected(movements: readonly Movement[], said: DirectionSaid): Movement[] {
  if (movements.length === 0) return [directed(said.base, said)];
  return movements.map((one) => (isDirected(one) ? one : directed(one, said)));
}

/** A movement whose direction has been answered: by one of the options, or by a verb of its own («me lo deben»). */
function directed(movement: Movement, said: DirectionSaid): Movement {
  const { base, cue, text } = said;
  return {
    ...movement,
    type: cue?.type ?? base.type,
    direction: cue?.direction ?? null,
    category: cue ? defaultCategory(cue) : (movement.category ?? base.category),
    concept: movement.concept ?? base.concept,
    evidence: [...movement.evidence, { field: "type", text }],
  };
}

function isDirected(movement: Movement): boolean {
  return movement.evidence.some((one) => one.field === "type" || one.field === "category");
}

function withConcept(open: Reading, { text, own, message }: Answered, request: ClassifyRequest): Reading | null {
  if (isOwnMessage(own) || isStory(message)) return null;
  const read = readConcept(text, request);
  const at = open.movements.findIndex(
    (one) => one.type === "egreso" && one.concept === null && one.counterparty === null,
  );
  const movement = open.movements[at];
  if (!read || !movement) return null;
  const evidence = read.category
    ? [...movement.evidence, { field: "category" as const, text: text.trim() }]
    : movement.evidence;
  const filled: Movement = {
    ...movement,
    concept: read.concept ?? read.counterparty,
    category: read.category ?? movement.category,
    counterparty: read.counterparty,
    evidence,
  };
  return again(request.country, replacedAt(open.movements, at, filled));
}

/**
 * The words tell something of their own while a question is open: «pagué la luz» to «¿entraron o salieron?», «10 lucas
 * de bencina» to how much the bread was.
 */
function tellsOwn(open: Reading, own: Reading, message: Message): boolean {
  const [deal] = own.movements;
  if (!deal) return OWN_VERB.has(own.type) && message.tokens.length > 1;
  const [asked] = open.movements;
  if (open.asks === "direction") {
    return says(deal, "type") && (says(deal, "category") || says(deal, "counterparty") || deal.amount_minor !== null);
  }
  if (open.asks === "concept") return false;
  return isAnotherDeal(deal, asked) || (says(deal, "counterparty") && deal.counterparty !== asked?.counterparty);
}

/** «compré sal por 1500», and «10 lucas de pan», while the sale of something else is asked about. */
function isAnotherDeal(deal: Movement, asked: Movement | undefined): boolean {
  const told = says(deal, "type") && deal.concept !== null && deal.type !== asked?.type;
  return (told || says(deal, "category")) && !isSameThing(deal, asked);
}

function says({ evidence }: Movement, field: Evidence["field"]): boolean {
  return evidence.some((one) => one.field === field);
}

/** «10 lucas de pan» to how much the bread was. */
function isSameThing(deal: Movement, asked: Movement | undefined): boolean {
  if (deal.category !== asked?.category) return false;
  const [said, open] = [fold(deal.concept ?? ""), fold(asked?.concept ?? "")];
  return said === "" || open === "" || said.includes(open) || open.includes(said);
}

/** The text says a movement, a correction or a question by itself. */
function isOwnMessage(own: Reading): boolean {
  if (OWN_VERB.has(own.type) || own.type === "correccion") return true;
  return own.movements.some((movement) => movement.evidence.some((one) => one.field === "type"));
}

function again(country: string, movements: readonly Movement[]): Reading {
  return propose(
    packOf(country),
    movements.map(({ readings, ...movement }) =>
      draftAgain(movement, movement.amount_minor === null ? (readings ?? []) : []),
    ),
  );
}

function draftAgain(movement: Movement, readings: number[]): Draft {
  const vague =
    movement.type === "egreso" &&
    movement.direction === null &&
    movement.concept === null &&
    movement.counterparty === null;
  const open =
    readings.length > 0 ? "which_amount" : movement.amount_minor === null ? "amount" : vague ? "concept" : null;
  return { movement, open, readings, confidence: 0.95 };
}

function replacedAt(movements: readonly Movement[], at: number, movement: Movement): Movement[] {
  return movements.length === 0 ? [movement] : movements.map((one, index) => (index === at ? movement : one));
}

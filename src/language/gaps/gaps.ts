import type { Gap, Guess } from "#ai";
import { addDays, isCivilDate, type CivilDate } from "#kernel";
import { EXPENSE_CATEGORIES, INCOME_CATEGORIES } from "../dealings/category.ts";
import { nothing } from "../dealings/propose.ts";
import { packOf } from "../packs/pack-of.ts";
import type { TongueName } from "../packs/pack.ts";
import type { ClassifyRequest, Movement, Reading } from "../reading.ts";
import { commandOf } from "../talk/commands.ts";
import { isQuestion } from "../talk/query.ts";
import { taxTold } from "../talk/tax-profile.ts";
import { messageOf } from "../words/message.ts";
import { allPhrases } from "../words/phrases.ts";
import { tokenize } from "../words/tokens.ts";
import { proposal, whichOf } from "./proposal.ts";
import { amountAt, amountQuoted, amountsRead, datesRead, wordsQuoted, type AmountRead } from "./quoted.ts";

// Where a model may help: what the rules leave open, and what of a guess is taken. Amount, direction and date come from
// the words; a guess that says otherwise makes a question of what was sure, and never an entry.

/** Sure of the amount, less so of what it was for. */
const GUESSED = 0.8;
/** A day further away is no reading of a message sent today. */
const DAYS_AWAY_MAX = 366;

/**
 * What the rules leave open of a message («gasté 5 lucas en la polola»: what for); null where they are sure, or where it
 * may not be shown to anybody.
 */
export function gapOf(reading: Reading, request: ClassifyRequest): Gap | null {
  const open = openOf(reading, request);
  if (open === null || isAttack(request) || taxTold(request)) return null;
  return open;
}

/**
 * The reading with what a guess adds. It adds a category of the list that fits the direction where there was none, and
 * words of the message itself as concept and other party where there was neither. Where it contradicts what the rules read, both
 * readings are offered; where the rules read nothing, what it proposes is asked. Pure.
 */
export function filled(reading: Reading, guess: Guess | null, request: ClassifyRequest): Reading {
  const gap = guess && gapOf(reading, request);
  if (!gap) return reading;
  // An amount that does not stand there, a day of no calendar: nothing else it says is believed either.
  if (guess.amount !== null && !amountAt(request, guess.amount)) return reading;
  if (guess.date !== null && !isNear(guess.date, request.today)) return reading;
  return gap.open === "nothing" ? proposed(reading, guess, request) : completed(reading, { guess, gap, request });
}

function isNear(date: CivilDate, today: CivilDate): boolean {
  return isCivilDate(date) && date >= addDays(today, -DAYS_AWAY_MAX) && date <= addDays(today, DAYS_AWAY_MAX);
}

function openOf(reading: Reading, request: ClassifyRequest): Gap | null {
  const movement = reading.movements[purposeless(reading)];
  if (movement) {
    // «gasté como 80 lucas»: no word of it could say what for, so nobody needs to be asked but its sender.
    if (isBare(movement) && !hasWordsLeft(movement, request)) return null;
    return { open: "purpose", categories: movement.type === "ingreso" ? INCOME_CATEGORIES : EXPENSE_CATEGORIES };
  }
  const read = reading.type !== "otro" || reading.movements.length > 0 || reading.needs_clarification;
  if (read || !tellsOfMoney(request)) return null;
  return { open: "nothing", categories: [...EXPENSE_CATEGORIES, ...INCOME_CATEGORIES] };
}

/** Where the only movement stands whose purpose is open; -1 where there is none, or where a guess could mean several. */
function purposeless({ movements, needs_clarification, asks }: Reading): number {
  if (needs_clarification && asks !== "concept") return -1;
  const open = movements.filter((movement) => hasNoPurpose(movement));
  const [only] = open;
  return only && open.length === 1 ? movements.indexOf(only) : -1;
}

function hasNoPurpose({ type, direction, category, concept, counterparty, evidence }: Movement): boolean {
  if ((type !== "egreso" && type !== "ingreso") || direction !== null) return false;
  if (isBare({ concept, counterparty })) return category !== "retiros";
  return category === null || (category === "otros_gastos" && !evidence.some(({ field }) => field === "category"));
}

function isBare({ concept, counterparty }: Pick<Movement, "concept" | "counterparty">): boolean {
  return concept === null && counterparty === null;
}

/** Words that are none of the movement's own evidence, and say something. */
function hasWordsLeft({ evidence }: Movement, { text, country, today }: ClassifyRequest): boolean {
  const { tokens, tongue } = messageOf(text, country, { today });
  const taken = new Set(evidence.flatMap((one) => tokenize(one.text).map(({ key }) => key)));
  return tokens.some(({ kind, key }) => kind === "word" && !tongue.fillers.has(key) && !taken.has(key));
}

/** An amount that can be read, in words that are no question, no command and no courtesy. */
function tellsOfMoney(request: ClassifyRequest): boolean {
  if (amountsRead(request).length === 0) return false;
  return tonguesOf(request).every((spoken) => {
    const message = messageOf(request.text, request.country, { today: request.today, spoken });
    return commandOf(message) === null && !isQuestion(message);
  });
}

/** Words that try to change somebody's rules, in any language of ours: no model sees them. */
function isAttack(request: ClassifyRequest): boolean {
  return ALL_TONGUES.some((spoken) => {
    const { tongue, tokens } = messageOf(request.text, request.country, { today: request.today, spoken });
    return allPhrases(tongue.injections, tokens, { from: 0, to: tokens.length }).length > 0;
  });
}

const ALL_TONGUES: readonly TongueName[] = ["es", "pt", "en"];

/** Spanish is understood everywhere. */
function tonguesOf({ country }: ClassifyRequest): TongueName[] {
  return [...new Set<TongueName>([packOf(country).tongue, "es"])];
}

/** The rules read no movement: what the guess makes of the message is asked, with an amount of the rules' own reading. */
function proposed(reading: Reading, guess: Guess, request: ClassifyRequest): Reading {
  const { type } = guess;
  const amount = guess.amount === null ? null : amountQuoted(request, guess.amount);
  if (!amount || (type !== "ingreso" && type !== "egreso")) return reading;
  if (guess.currency !== null && guess.currency !== amount.currency) return reading;
  const concept = wordsQuoted(request, guess.concept);
  const counterparty = wordsQuoted(request, guess.counterparty);
  if (type === "egreso" && concept === null && counterparty === null) return reading;
  const movement: Movement = {
    type,
    direction: null,
    amount_minor: amount.amount_minor,
    currency: amount.currency,
    concept: concept ?? counterparty,
    category: fitting(guess.category, type) ?? (type === "egreso" ? "otros_gastos" : "ventas"),
    counterparty,
    date: dayOf(guess, request),
    due_date: null,
    net_minor: null,
    tax_minor: null,
    evidence: [{ field: "amount", text: amount.text }],
  };
  return proposal(packOf(request.country), movement, nothing("otro", 0));
}

function dayOf({ date }: Guess, request: ClassifyRequest): CivilDate {
  return date !== null && datesRead(request).includes(date) ? date : request.today;
}

type Filling = { guess: Guess; gap: Gap; request: ClassifyRequest };

function completed(reading: Reading, { guess, gap, request }: Filling): Reading {
  const at = purposeless(reading);
  const movement = reading.movements[at];
  if (!movement) return reading;
  const amount = guess.amount === null ? null : amountAt(request, guess.amount);
  const agreed = amount !== null && isAmountOf(movement, amount);
  // Of several movements only the one whose amount it names can be meant, and a doubt about one would hold up all.
  const sole = reading.movements.length === 1;
  if (!sole && !agreed) return reading;
  if (isContradicted(movement, guess) || (amount && !agreed)) {
    return sole && !reading.needs_clarification ? doubted(reading, movement, { guess, agreed, request }) : reading;
  }
  const full = purposed(movement, { guess, gap, request });
  if (full === null) return reading;
  if (!reading.needs_clarification) {
    const movements = reading.movements.map((one, i) => (i === at ? full : one));
    return { ...reading, movements, confidence: Math.min(reading.confidence, GUESSED), source: "model" };
  }
  return sole && full.concept !== null ? proposal(packOf(request.country), full, reading) : reading;
}

/** «100 lucas más IVA» is booked as 119.000: the words are the movement's all the same. */
function isAmountOf({ amount_minor, evidence }: Movement, read: AmountRead): boolean {
  return (
    amount_minor === read.amount_minor || evidence.some(({ field, text }) => field === "amount" && text === read.text)
  );
}

function isContradicted(movement: Movement, { type, date, currency }: Guess): boolean {
  const differs = (said: string | null, read: string): boolean => said !== null && said !== read;
  return differs(type, movement.type) || differs(date, movement.date) || differs(currency, movement.currency);
}

type Doubt = { guess: Guess; agreed: boolean; request: ClassifyRequest };

/** The rules' reading and the other one, whichever the person chooses. What else the guess says is left out. */
function doubted(reading: Reading, movement: Movement, { guess, agreed, request }: Doubt): Reading {
  const pack = packOf(request.country);
  if (guess.amount !== null && !agreed) {
    const amount = amountQuoted(request, guess.amount);
    if (!amount) return reading;
    const evidence = movement.evidence.map((one) => (one.field === "amount" ? { ...one, text: amount.text } : one));
    const { amount_minor, currency } = amount;
    const other = { ...movement, amount_minor, currency, net_minor: null, tax_minor: null, evidence };
    return whichOf(pack, reading, { first: movement, second: other, by: "amount" });
  }
  if (guess.type !== null && guess.type !== movement.type) {
    return whichOf(pack, reading, { first: movement, second: retyped(movement, guess.type), by: "type" });
  }
  if (guess.date !== null && guess.date !== movement.date) {
    return whichOf(pack, reading, { first: movement, second: { ...movement, date: guess.date }, by: "date" });
  }
  // Another currency is no reading of these words: only the rules' own can be confirmed.
  return proposal(pack, movement, reading);
}

function retyped(movement: Movement, type: "ingreso" | "egreso" | "deuda"): Movement {
  switch (type) {
    case "ingreso":
      return { ...movement, type, category: "ventas" };
    case "egreso":
      return { ...movement, type, category: "otros_gastos" };
    case "deuda":
      return { ...movement, type, direction: movement.type === "ingreso" ? "por_cobrar" : "por_pagar" };
  }
}

/**
 * The movement with what the guess says of its purpose; null where that is nothing new. A party beside a purpose that
 * the rules know is not open: it would make a payment of a debt out of a purchase.
 */
function purposed(movement: Movement, { guess, gap, request }: Filling): Movement | null {
  const isFree = movement.category === null || movement.category === "otros_gastos";
  const named = isFree && guess.category !== null && gap.categories.includes(guess.category) ? guess.category : null;
  const counterparty = isBare(movement) ? wordsQuoted(request, guess.counterparty) : movement.counterparty;
  const concept = isBare(movement) ? (wordsQuoted(request, guess.concept) ?? counterparty) : movement.concept;
  const category = named ?? movement.category;
  const changed =
    category !== movement.category || concept !== movement.concept || counterparty !== movement.counterparty;
  return changed ? { ...movement, category, concept, counterparty } : null;
}

function fitting(category: string | null, type: "ingreso" | "egreso"): string | null {
  const list: readonly string[] = type === "ingreso" ? INCOME_CATEGORIES : EXPENSE_CATEGORIES;
  return category !== null && list.includes(category) ? category : null;
}

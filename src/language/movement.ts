import type { CivilDate } from "#kernel";
import { defaultCategory, expenseCategory, incomeCategory, type CategoryFound } from "./category.ts";
import type { Clause } from "./clauses.ts";
import { conceptOf, type Concept } from "./concept.ts";
import { counterpartyOf, type Party } from "./counterparty.ts";
import type { DateSpan } from "./date-span.ts";
import { directionOf, inferred, type Direction } from "./direction.ts";
import { keyAt, take, type Message } from "./message.ts";
import type { Evidence, Movement } from "./reading.ts";
import { taxed, taxOf, type TaxSaid } from "./tax.ts";
import { tokenAt, written } from "./tokens.ts";
import type { Cue } from "./tongues/tongue.ts";
import { wordingOf } from "./wording.ts";

/** A movement as far as the words carry it, and what they leave open. */
export type Draft = {
  movement: Movement;
  open: "direction" | "which_amount" | "amount" | "concept" | null;
  readings: number[];
  confidence: number;
};

const INFERRED = 0.85;
const OPEN_QUESTION = 0.5;

type Parts = {
  direction: Direction | null;
  tax: TaxSaid | null;
  party: Party | null;
  concept: Concept | null;
  category: CategoryFound | null;
  dates: DateSpan[];
};

/**
 * Reads one clause. The words are taken in this order: direction, tax, other party; what is left is the concept.
 * @param context the dates of the message and the direction of the clause before, for «pagué 300 lucas de arriendo y 20 de luz»
 */
export function draftOf(
  message: Message,
  clause: Clause,
  context: { dates: readonly DateSpan[]; carried: Direction | null },
): { draft: Draft; direction: Direction | null } {
  const tax = taxOf(message, clause.from, clause.to);
  takeCues(message, clause);
  const directed = directionOf(message, clause, context.carried);
  const said = directed.direction?.said ?? null;
  if (said) take(message, said, "cue");
  const sent = directed.direction ? null : clause.cues.find((cue) => cue.means.name === "move" && isVerb(message, cue));
  const party = counterpartyOf(message, clause, { cue: directed.direction?.cue ?? (sent ? SENT : null), said });
  if (sent && party) take(message, sent, "cue");
  const concept = conceptOf(message, clause, said);
  const took = clause.cues.some((cue) => TOOK.has(keyAt(message, cue.from)));
  const unsaid = directed.problem === "unsaid" && !took ? fromThings(message, clause, party) : null;
  const direction = directed.direction ?? (sent && party ? toSomebody(sent) : unsaid);
  const category = direction ? categoryOf(message, clause, { cue: direction.cue, concept }) : null;
  const dates = datesFor(clause, context.dates);
  return { draft: judged(message, clause, { direction, tax, party, concept, category, dates }), direction };
}

/** Cues say what happened; single words of many uses are taken only where they turn out to be the verb. */
function takeCues(message: Message, clause: Clause): void {
  for (const cue of clause.cues) {
    if (cue.means.rank > 1 || cue.to - cue.from > 1) take(message, cue, "cue");
  }
}

/** «transferí», not «transferencia»: the noun does not tell who sent it. */
function isVerb(message: Message, cue: { from: number }): boolean {
  return !TRANSFERS.has(keyAt(message, cue.from));
}

/** «saqué 120 lucas en la feria»: taken out of a till, or out of a day's work? */
const TOOK: ReadonlySet<string> = new Set("saque sacamos retire retiramos".split(" "));

const TRANSFERS: ReadonlySet<string> = new Set("transferencia deposito giro traspaso retiro pix".split(" "));

const SENT: Cue = { name: "spend", type: "egreso", direction: null, tense: "past", rank: 1 };

/** «transferí 30 lucas a Pedro»: money sent to somebody is spent. */
function toSomebody(sent: { from: number; to: number }): Direction {
  return { cue: SENT, said: { from: sent.from, to: sent.to }, confidence: INFERRED };
}

/** «pan 5 lucas»: nobody sells what the expense lexicon and the shops name without saying so. */
function fromThings(message: Message, clause: Clause, party: Party | null): Direction | null {
  const expense = expenseCategory(message, clause.from, clause.to);
  return expense || party?.category ? inferred("spend", "egreso", INFERRED) : null;
}

function categoryOf(
  message: Message,
  clause: Clause,
  read: { cue: Cue; concept: Concept | null },
): CategoryFound | null {
  const { cue, concept } = read;
  if (cue.type === "transferencia" || cue.name === "draw" || cue.name === "borrow" || cue.name === "lend") return null;
  if (cue.name === "settle_in" || cue.name === "settle_out") return null;
  const incoming = cue.type === "ingreso" || cue.direction === "por_cobrar";
  const look = incoming ? incomeCategory : expenseCategory;
  const work = incoming && cue.name !== "sell" ? workDone(message, clause) : null;
  if (work) return work;
  const repair = incoming ? null : repaired(message, clause);
  return repair ?? (concept && look(message, concept.from, concept.to)) ?? look(message, clause.from, clause.to);
}

/** «cobré 150.000 por pintar dos piezas», «gané 85 lucas cortando pelo»: paid for doing something. */
function workDone(message: Message, clause: Clause): CategoryFound | null {
  for (let at = clause.from; at < clause.to; at++) {
    const token = tokenAt(message.tokens, at);
    if (message.uses[at] !== "free" || token.kind !== "word" || token.capital || token.key.length < 5) continue;
    const doing = /[aei]ndo$/.test(token.key);
    const toDo = WORK.has(keyAt(message, at - 1)) && /[aei]r(?:le|les|lo|la|los|las)?$/.test(token.key);
    if (doing || toDo) return { category: "servicios", from: at, to: at + 1 };
  }
  return null;
}

/** «me cobraron 30 lucas por arreglar el refri»: the repair, not the fridge. */
function repaired(message: Message, clause: Clause): CategoryFound | null {
  for (let at = clause.from; at < clause.to; at++) {
    if (message.uses[at] === "free" && REPAIRS.has(keyAt(message, at)))
      return { category: "mantencion", from: at, to: at + 1 };
  }
  return null;
}

const REPAIRS: ReadonlySet<string> = new Set(
  "arreglar arreglo arreglaron reparar repararon reparacion cambiarle fix repair".split(" "),
);

const WORK: ReadonlySet<string> = new Set("por x de".split(" "));

function judged(message: Message, clause: Clause, parts: Parts): Draft {
  const { span } = clause;
  const movement = movementOf(message, clause, parts);
  const vague =
    parts.direction?.cue.type === "egreso" && !parts.concept && !parts.party && !isNamed(parts.direction.cue);
  const open =
    span.readings.length > 0
      ? "which_amount"
      : span.amount_minor === null
        ? "amount"
        : parts.direction === null
          ? "direction"
          : vague && parts.category === null
            ? "concept"
            : null;
  const confidence = open ? OPEN_QUESTION : (parts.direction?.confidence ?? OPEN_QUESTION);
  return { movement, open, readings: span.readings, confidence };
}

/** Dealings whose verb already says what the money was for. */
function isNamed(cue: Cue): boolean {
  return cue.name === "draw" || cue.name === "settle_out";
}

function movementOf(message: Message, clause: Clause, parts: Parts): Movement {
  const { direction, party, category } = parts;
  const cue = asDebt(direction?.cue ?? null, parts.dates);
  const days = daysOf(message, clause, { cue, dates: parts.dates });
  return {
    type: cue?.type ?? "egreso",
    direction: cue?.direction ?? null,
    ...amountsOf(message, clause, parts.tax),
    currency: clause.span.currency,
    concept: conceptWords(message, cue, parts),
    category:
      party?.category === "impuestos" && cue?.type === "egreso"
        ? "impuestos"
        : (category?.category ?? categoryBy(cue, party)),
    counterparty: party?.name ?? null,
    ...days,
    evidence: evidenceOf(message, clause, parts),
    ...(cue?.name === "borrow" || cue?.name === "lend" ? { loan: true } : {}),
  };
}

/** The amount with its tax, where the words speak of one and the country has one. */
function amountsOf(
  message: Message,
  clause: Clause,
  tax: TaxSaid | null,
): Pick<Movement, "amount_minor" | "net_minor" | "tax_minor"> {
  const percent = message.pack.tax_percent;
  const amount = clause.span.amount_minor;
  if (clause.span.split && amount !== null) return { amount_minor: amount, ...clause.span.split };
  if (!tax || percent === null || amount === null) return { amount_minor: amount, net_minor: null, tax_minor: null };
  const { gross_minor, net_minor, tax_minor } = taxed(amount, tax.kind, percent);
  return { amount_minor: gross_minor, net_minor, tax_minor };
}

/** What the person named, else what the verb and the other party make of it. */
function conceptWords(message: Message, cue: Cue | null, parts: Parts): string | null {
  const own = cue?.name === "move" || cue?.name === "draw";
  if (parts.concept && !own) return parts.concept.text;
  if (!cue || !hasDerivedConcept(cue, parts.party)) return null;
  return wordingOf(message.pack).concepts[cue.name](parts.party?.name ?? null);
}

function categoryBy(cue: Cue | null, party: Party | null): string | null {
  if (!cue) return null;
  return (isOutgoing(cue) ? party?.category : null) ?? defaultCategory(cue);
}

/** Spending on nothing and with nobody has no concept: it is asked, not made up. */
function hasDerivedConcept(cue: Cue, party: Party | null): boolean {
  return cue.type !== "egreso" || party !== null || isNamed(cue);
}

function isOutgoing(cue: Cue): boolean {
  return cue.type === "egreso" || (cue.direction === "por_pagar" && cue.name !== "borrow");
}

/** «mañana pago 30 lucas de luz» is still owed: the present tense with a day to come. */
function asDebt(cue: Cue | null, dates: readonly DateSpan[]): Cue | null {
  if (!cue || cue.tense !== "present" || dates[0]?.when !== "future") return cue;
  if (cue.type === "egreso") return { ...cue, name: "owe", type: "deuda", direction: "por_pagar", tense: "future" };
  if (cue.type === "ingreso") return { ...cue, name: "owed", type: "deuda", direction: "por_cobrar", tense: "future" };
  return cue;
}

type Days = { date: CivilDate; due_date: CivilDate | null };

/** A debt's day to come is when it is due; any other day is when it happened. */
function daysOf(message: Message, clause: Clause, read: { cue: Cue | null; dates: readonly DateSpan[] }): Days {
  const { cue, dates } = read;
  const days: Days = { date: message.today, due_date: null };
  let dated = false;
  const said = clause.cues.find((one) => one.means.rank === 3)?.from ?? clause.span.from;
  // «el finde no abrí pero el viernes vendí …»: the day beside the verb comes first.
  for (const date of dates.toSorted((a, b) => Math.abs(a.from - said) - Math.abs(b.from - said))) {
    const verb = clause.cues.filter((one) => one.from < date.from).at(-1)?.means ?? cue;
    // «…, la pago el 30»: the day of the payment is when the debt is due.
    const pays = cue?.type === "deuda" && verb?.tense === "present" && verb.type !== "transferencia";
    const tense = pays ? { ...verb, tense: "future" as const } : verb?.type === "deuda" ? verb : cue;
    if (cue?.type === "deuda" && tense && isDue(message, tense, date)) {
      days.due_date ??= date.future;
    } else if (!dated) {
      days.date = date.when === "future" && cue?.tense !== "past" ? date.future : date.past;
      dated = true;
    }
  }
  return days;
}

/** The tense of the verb decides, unless the words of the date itself do. */
function isDue(message: Message, cue: Cue, date: DateSpan): boolean {
  if (date.when !== "open") return date.when === "future";
  const { until, since } = message.tongue.dates;
  const before = keyAt(message, date.from - 1);
  if (until.has(before) || until.has(keyAt(message, date.from))) return true;
  if (since.has(before) || date.past === date.future) return false;
  return cue.tense === "future" || cue.name === "owed" || cue.name === "owe";
}

/** The dates inside the clause, else one said for the whole message before it or at its end. */
function datesFor(clause: Clause, dates: readonly DateSpan[]): DateSpan[] {
  const own = dates.filter((date) => date.from >= clause.from && date.from < clause.to);
  if (own.length > 0) return own;
  const earlier = dates.filter((date) => date.from < clause.from).at(-1);
  if (earlier) return [earlier];
  return dates.length === 1 ? [...dates] : [];
}

function evidenceOf(message: Message, clause: Clause, parts: Parts): Evidence[] {
  const { direction, party, category, tax, dates } = parts;
  const evidence: Evidence[] = [];
  const add = (field: Evidence["field"], place: { from: number; to: number } | null | undefined) => {
    if (place) evidence.push({ field, text: written(message, place) });
  };
  if (clause.span.to > clause.span.from) add("amount", clause.span);
  add("type", direction?.said);
  for (const date of dates) add("date", date);
  if (party) evidence.push({ field: "counterparty", text: party.name });
  add("category", category);
  add("tax", tax);
  return evidence;
}

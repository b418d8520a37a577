import { minorPerUnit } from "#kernel";
import type { DateSpan } from "../dates/span.ts";
import type { Span } from "../money/spans.ts";
import { taxOf, type TaxSaid } from "../money/tax.ts";
import type { Evidence, Movement } from "../reading.ts";
import type { Cue } from "../tongues/tongue.ts";
import { wordingOf } from "../wording.ts";
import { keyAt, take, type Message } from "../words/message.ts";
import { written, type Range } from "../words/tokens.ts";
import { amountsOf } from "./amounts.ts";
import { defaultCategory, expenseCategory, type CategoryFound } from "./category.ts";
import type { Clause } from "./clauses.ts";
import { conceptOf, type Concept } from "./concept.ts";
import { counterpartyOf, type Party } from "./counterparty.ts";
import { asDebt, datesFor, daysOf } from "./days.ts";
import { directionOf, inferred, type Directed, type Direction } from "./direction.ts";
import { invoiceIn, paperIn } from "./paper-said.ts";
import { isWithdrawn, WITHDRAWN } from "./own-accounts.ts";
import { categoryOf, workDone } from "./purpose.ts";

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
 * `denied`: «no compré», it did not happen.
 * @param context the dates of the message and the direction of the clause before, for «pagué 300 lucas de arriendo y 20 de luz»
 */
export function draftOf(
  message: Message,
  clause: Clause,
  context: { dates: readonly DateSpan[]; carried: Direction | null },
): { draft: Draft; direction: Direction | null; denied: boolean } {
  const tax = taxOf(message, clause.from, clause.to);
  takeCues(message, clause);
  const directed = directionOf(message, clause, context.carried);
  const said = directed.direction?.said ?? null;
  if (said) take(message, said, "cue");
  const sent = directed.direction ? null : sentBy(message, clause);
  const party = counterpartyOf(message, clause, { cue: directed.direction?.cue ?? (sent ? SENT : null), said });
  if (sent) take(message, sent, "cue");
  const concept = conceptOf(message, clause, said);
  const direction = directed.direction ?? impliedBy(message, clause, { sent, party, problem: directed.problem });
  const category = direction ? categoryOf(message, clause, { cue: direction.cue, concept }) : null;
  const dates = datesFor(clause, context.dates);
  const draft = judged(message, clause, { direction, tax, party, concept, category, dates });
  return { draft, direction, denied: directed.problem === "denied" };
}

/** Cues say what happened; single words of many uses are taken only where they turn out to be the verb. */
function takeCues(message: Message, clause: Clause): void {
  for (const cue of clause.cues) {
    if (cue.means.rank > 1 || cue.to - cue.from > 1) take(message, cue, "cue");
  }
}

/** «transferí», not «transferencia»: the noun does not tell who sent it. */
function sentBy(message: Message, clause: Clause): Range | null {
  return clause.cues.find((cue) => cue.means.name === "move" && !TRANSFERS.has(keyAt(message, cue.from))) ?? null;
}

const TRANSFERS: ReadonlySet<string> = new Set("transferencia deposito giro traspaso retiro pix".split(" "));

const SENT: Cue = { name: "spend", type: "egreso", direction: null, tense: "past", rank: 1 };

type Implied = { sent: Range | null; party: Party | null; problem: Directed["problem"] };

/** Where no verb told the direction: money sent to somebody is spent, and so is what things cost. */
function impliedBy(message: Message, clause: Clause, { sent, party, problem }: Implied): Direction | null {
  if (sent && party) return toSomebody(sent);
  if (party && problem === "unsaid" && isPaidForWork(message, clause, party))
    return inferred("spend", "egreso", INFERRED);
  const took = clause.cues.some((cue) => TOOK.has(keyAt(message, cue.from)));
  return problem === "unsaid" && !took ? fromThings(message, clause, party) : null;
}

/** «al Brayan 20 lucas por descargar el camión»: somebody, what they got, and the work they did for it. */
function isPaidForWork(message: Message, clause: Clause, party: Party): boolean {
  const led = party.from === clause.from && /^al?$/.test(keyAt(message, party.from));
  return led && workDone(message, clause) !== null;
}

/** «saqué 120 lucas en la feria»: taken out of a till, or out of a day's work? */
const TOOK: ReadonlySet<string> = new Set("saque sacamos retire retiramos".split(" "));

/** «transferí 30 lucas a Pedro»: money sent to somebody is spent. */
function toSomebody(sent: Range): Direction {
  return { cue: SENT, said: { from: sent.from, to: sent.to }, confidence: INFERRED };
}

/** «pan 5 lucas»: nobody sells what the expense lexicon and the shops name without saying so. */
function fromThings(message: Message, clause: Clause, party: Party | null): Direction | null {
  const named = expenseCategory(message, clause.from, clause.to);
  // «$75.000 Marcela Ríos, banco estado»: where it was paid.
  const how =
    named && HOW.has(keyAt(message, named.from)) && (party !== null || keyAt(message, named.from) === "banco");
  const expense = how ? null : named;
  return expense || party?.category ? inferred("spend", "egreso", INFERRED) : null;
}

/** «60 lucas con la Paty, cuota 2 de 3»: how it was paid tells not by whom. */
const HOW: ReadonlySet<string> = new Set("banco cuota".split(" "));

function judged(message: Message, read: Clause, parts: Parts): Draft {
  const known = movementOf(message, read, parts);
  const clause = isTooLittle(message, read.span, known) ? { ...read, span: inThousandsToo(read.span) } : read;
  const { span } = clause;
  const movement = clause === read ? known : { ...known, amount_minor: null, net_minor: null, tax_minor: null };
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

/** «sueldo Juan 450», «vendí el celular en 120»: in a country of thousands only small purchases cost hundreds. */
function isTooLittle(message: Message, span: Span, movement: Movement): boolean {
  const bare = !span.marked && !span.grouped && span.scale === 1 && span.readings.length === 0;
  if (!bare || message.pack.bare_asked_below === 0 || span.coefficient >= 1_000) return false;
  // A product of a small price is as large as it is.
  if (span.amount_minor !== span.coefficient * minorPerUnit(span.currency)) return false;
  return movement.type !== "egreso" || movement.direction !== null || !SMALL_PURCHASES.has(movement.category ?? "");
}

const SMALL_PURCHASES: ReadonlySet<string> = new Set(
  "alimentacion insumos transporte otros_gastos salud financieros".split(" "),
);

function inThousandsToo(span: Span): Span {
  const literal = span.amount_minor ?? 0;
  return { ...span, amount_minor: null, readings: [literal, literal * 1_000] };
}

/** Dealings whose verb already says what the money was for. */
function isNamed(cue: Cue): boolean {
  return (
    cue.name === "draw" || cue.name === "lose" || cue.name === "settle_out" || (cue.name === "buy" && cue.rank === 2)
  );
}

function movementOf(message: Message, clause: Clause, parts: Parts): Movement {
  const { direction, party, category } = parts;
  const cue = asDebt(direction?.cue ?? null, parts.dates);
  const days = daysOf(message, clause, { cue, dates: parts.dates });
  const paper = paperIn(message, clause);
  return {
    type: cue?.type ?? "egreso",
    direction: cue?.direction ?? null,
    ...amountsOf(message, clause, parts.tax),
    currency: clause.span.currency,
    concept: conceptWords(message, clause, { ...parts, cue }),
    category: categoryWith(cue, party, category),
    counterparty: party?.name ?? null,
    ...days,
    evidence: evidenceOf(message, clause, parts),
    ...(paper && { paper }),
    ...(cue && isLoan(cue) ? { loan: true } : {}),
    ...(cue?.type === "transferencia" && isWithdrawn(message, clause) ? { transfer: WITHDRAWN } : {}),
  };
}

/** What the person named, else the invoice, else what the verb and the other party make of it. */
function conceptWords(message: Message, clause: Clause, parts: Parts & { cue: Cue | null }): string | null {
  const { cue } = parts;
  const own = cue?.name === "move" || cue?.name === "draw";
  if (parts.concept && !own) return parts.concept.text;
  if (!cue || !hasDerivedConcept(cue, parts.party)) return null;
  return (
    (own ? null : invoiceIn(message, clause)) ?? wordingOf(message.pack).concepts[cue.name](parts.party?.name ?? null)
  );
}

/** What is paid to the tax office is taxes; else what the words name, then what the other party sells. */
function categoryWith(cue: Cue | null, party: Party | null, named: CategoryFound | null): string | null {
  // A tax office takes taxes and a driver drives, whatever is named beside them.
  if (party && cue?.type === "egreso" && (party.category === "impuestos" || party.category === "transporte"))
    return party.category;
  if (named) return named.category;
  return cue && categoryBy(cue, party);
}

/** Money changed hands, and is still owed. */
function isLoan(cue: Cue): boolean {
  return cue.name === "borrow" || cue.name === "lend";
}

function categoryBy(cue: Cue, party: Party | null): string | null {
  return (isOutgoing(cue) ? party?.category : null) ?? defaultCategory(cue);
}

/** Spending on nothing and with nobody has no concept: it is asked, not made up. */
function hasDerivedConcept(cue: Cue, party: Party | null): boolean {
  return cue.type !== "egreso" || party !== null || isNamed(cue);
}

function isOutgoing(cue: Cue): boolean {
  return cue.type === "egreso" || (cue.direction === "por_pagar" && cue.name !== "borrow");
}

function evidenceOf(message: Message, clause: Clause, parts: Parts): Evidence[] {
  const { direction, party, category, tax, dates } = parts;
  const evidence: Evidence[] = [];
  const add = (field: Evidence["field"], place: { from: number; to: number } | null | undefined) => {
    if (place) evidence.push({ field, text: written(message, place) });
  };
  if (clause.span.to > clause.span.from) add("amount", clause.span.said ?? clause.span);
  add("type", direction?.said);
  for (const date of dates) add("date", date);
  if (party) evidence.push({ field: "counterparty", text: party.name });
  add("category", category);
  add("tax", tax);
  return evidence;
}

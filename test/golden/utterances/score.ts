import { fold } from "#kernel";
import { classify, type Movement, type Reading } from "#language";
import { requestOf } from "./corpus.ts";
import type { Expected, Utterance } from "./utterance.ts";

/** How often something was right. */
export type Share = { right: number; of: number };

/** The gate's rows. `silently_wrong` and `falsely_booked` count wrongs; every other share counts rights. */
export type Score = {
  messages: number;
  amounts: Share;
  silently_wrong: number;
  falsely_booked: number;
  asked: Share;
  needless: Share;
  types: Share;
  /** Movements of messages that tell of several: found, told, and both. */
  several: { found: number; told: number; both: number };
  dates: Share;
  parties: Share;
  categories: Share;
  corrections: Share;
  questions: Share;
  misses: string[];
};

/** Reads every message and weighs it against what a bookkeeper would make of it. */
export function scored(utterances: readonly Utterance[]): Score {
  const score: Score = {
    messages: utterances.length,
    amounts: none(),
    silently_wrong: 0,
    falsely_booked: 0,
    asked: none(),
    needless: none(),
    types: none(),
    several: { found: 0, told: 0, both: 0 },
    dates: none(),
    parties: none(),
    categories: none(),
    corrections: none(),
    questions: none(),
    misses: [],
  };
  for (const utterance of utterances) weigh(score, utterance, classify(requestOf(utterance)));
  return score;
}

/** F1 of the movements of messages that tell of several; 1 where there are none. */
export function f1({ several: { found, told, both } }: Score): number {
  return found + told === 0 ? 1 : (2 * both) / (found + told);
}

export function rate({ right, of }: Share): number {
  return of === 0 ? 1 : right / of;
}

function weigh(score: Score, utterance: Utterance, reading: Reading): void {
  count(score.types, reading.type === utterance.type);
  if (utterance.asks) count(score.asked, reading.needs_clarification);
  else count(score.needless, !reading.needs_clarification);
  weighAmounts(score, utterance, reading);
  const expected = utterance.movements ?? [];
  if (expected.length > 1) weighSeveral(score, expected, reading.movements);
  weighFields(score, expected, reading);
  if (utterance.patch) count(score.corrections, isSame(reading.patch, utterance.patch));
  if (utterance.query) count(score.questions, asksFor(reading, utterance));
  const differences = differencesOf(utterance, reading);
  if (differences.length > 0) score.misses.push(`${utterance.text}: ${differences.join(", ")}`);
}

function weighAmounts(score: Score, { movements = [], asks }: Utterance, reading: Reading): void {
  const books = reading.movements.length > 0 && !reading.needs_clarification;
  if (asks) {
    // An amount that nobody can tell and that is booked is as wrong as a wrong one.
    if (books && (asks === "amount" || asks === "which_amount")) score.silently_wrong++;
    return;
  }
  if (movements.length === 0) {
    if (books) score.falsely_booked++;
    return;
  }
  const told = movements.map((one) => one.amount).toSorted(byAmount);
  const right = books && isSame(amountsOf(reading.movements), told);
  if (movements.length === 1) count(score.amounts, right);
  if (books && !right) score.silently_wrong++;
}

function weighSeveral(score: Score, expected: readonly Expected[], movements: readonly Movement[]): void {
  const left = movements.map((one) => `${one.type} ${one.amount_minor}`);
  score.several.told += expected.length;
  score.several.found += movements.length;
  for (const one of expected) {
    const at = left.indexOf(`${one.type} ${one.amount}`);
    if (at < 0) continue;
    score.several.both++;
    left.splice(at, 1);
  }
}

function weighFields(score: Score, expected: readonly Expected[], { movements }: Reading): void {
  expected.forEach((one, i) => {
    const movement = movements[i];
    if (one.date) count(score.dates, movement?.date === one.date);
    if (one.due) count(score.dates, movement?.due_date === one.due);
    if (one.party) count(score.parties, fold(movement?.counterparty ?? "") === fold(one.party));
    if (one.category) count(score.categories, movement?.category === one.category);
  });
}

function asksFor({ query }: Reading, utterance: Utterance): boolean {
  const { metric, period } = utterance.query ?? {};
  return query !== null && query.metric === metric && (period === undefined || query.period === period);
}

/** Every field that a label states and the reading has otherwise. */
export function differencesOf(utterance: Utterance, reading: Reading): string[] {
  const found: string[] = [];
  const differ = (name: string, expected: unknown, actual: unknown) => {
    if (!isSame(expected, actual)) found.push(`${name} ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  };
  differ("type", utterance.type, reading.type);
  differ("asks", utterance.asks ?? null, reading.asks);
  if (utterance.offers) {
    const offered = reading.options.map((option) => option.amount_minor ?? 0);
    differ("offers", utterance.offers.toSorted(byAmount), offered.toSorted(byAmount));
  }
  if (utterance.patch) differ("patch", utterance.patch, reading.patch);
  for (const [name, value] of Object.entries(utterance.query ?? {})) {
    differ(name, value, reading.query?.[name as "metric"]);
  }
  if (utterance.movements) differ("movements", utterance.movements.length, reading.movements.length);
  utterance.movements?.forEach((expected, i) => {
    const movement = reading.movements[i];
    for (const [name, value] of Object.entries(expected)) {
      differ(name, value, movement && fieldOf(movement, name as keyof Expected));
    }
  });
  return found;
}

function fieldOf(movement: Movement, name: keyof Expected): unknown {
  switch (name) {
    case "amount":
      return movement.amount_minor;
    case "due":
      return movement.due_date;
    case "party":
      return movement.counterparty;
    case "net":
      return movement.net_minor;
    case "tax":
      return movement.tax_minor;
    default:
      return movement[name];
  }
}

function amountsOf(movements: readonly Movement[]): (number | null)[] {
  return movements.map((movement) => movement.amount_minor).toSorted(byAmount);
}

function byAmount(a: number | null | undefined, b: number | null | undefined): number {
  return (a ?? 0) - (b ?? 0);
}

/** Equal as JSON, whatever the order of the fields. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function none(): Share {
  return { right: 0, of: 0 };
}

function count(share: Share, right: boolean): void {
  share.of++;
  if (right) share.right++;
}

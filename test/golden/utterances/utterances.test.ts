import { expect, test } from "vitest";
import { classify, type Movement, type Reading } from "#language";
import { CHILE } from "./chile.ts";
import { COUNTRIES } from "./countries.ts";
import { HELD_BACK } from "./held-back.ts";
import { HELD_BACK_AGAIN } from "./held-back-again.ts";
import { TALK } from "./talk.ts";
import { TODAY, type Expected, type Utterance } from "./utterance.ts";

const TUNED = [...CHILE, ...COUNTRIES, ...TALK];

type Tally = { right: number; of: number };
type Score = {
  amounts: Tally;
  types: Tally;
  dates: Tally;
  asked: Tally;
  whole: Tally;
  silently_wrong: string[];
  falsely_booked: string[];
  misses: string[];
};

test("the corpus has 150 messages or more, a quarter and more of them held back", () => {
  expect(TUNED.length + HELD_BACK.length).toBeGreaterThanOrEqual(150);
  expect(HELD_BACK.length / (TUNED.length + HELD_BACK.length)).toBeGreaterThan(0.25);
});

test("every message that the rules were tuned on is read as a bookkeeper reads it", () => {
  const score = scored(TUNED);
  report("tuned", score);
  expect(score.misses).toEqual([]);
});

test("a second set, written after the tuning, is read nearly as well", () => {
  const score = scored(HELD_BACK_AGAIN);
  report("held back again", score);
  expect(score.silently_wrong).toEqual([]);
});

test("messages held back are read as well: no amount is wrong in silence, nothing is booked that was not said", () => {
  const score = scored(HELD_BACK);
  report("held back", score);
  expect(score.silently_wrong).toEqual([]);
  expect(score.falsely_booked).toEqual([]);
  expect(share(score.amounts)).toBeGreaterThanOrEqual(0.95);
  expect(share(score.types)).toBeGreaterThanOrEqual(0.95);
  expect(share(score.dates)).toBeGreaterThanOrEqual(0.95);
});

function read(utterance: Utterance): Reading {
  return classify({
    text: utterance.text,
    country: utterance.country ?? "CL",
    channel: "text",
    today: TODAY,
    last: utterance.last ?? null,
  });
}

function scored(utterances: readonly Utterance[]): Score {
  const score: Score = {
    amounts: { right: 0, of: 0 },
    types: { right: 0, of: 0 },
    dates: { right: 0, of: 0 },
    asked: { right: 0, of: 0 },
    whole: { right: 0, of: 0 },
    silently_wrong: [],
    falsely_booked: [],
    misses: [],
  };
  for (const utterance of utterances) weigh(score, utterance, read(utterance));
  return score;
}

function weigh(score: Score, utterance: Utterance, reading: Reading): void {
  const { text } = utterance;
  count(score.types, reading.type === utterance.type);
  if (utterance.asks) count(score.asked, reading.needs_clarification);
  const books = reading.movements.length > 0 && !reading.needs_clarification;
  const expected = utterance.movements ?? [];
  if (books && expected.length === 0) score.falsely_booked.push(`${text} → ${amountsOf(reading)}`);
  if (!utterance.asks && expected.length > 0) {
    const right = amountsOf(reading) === expected.map((one) => one.amount).join(" + ") && !reading.needs_clarification;
    count(score.amounts, right);
    if (books && !right) score.silently_wrong.push(`${text} → ${amountsOf(reading)}`);
    expected.forEach((one, i) => one.date && count(score.dates, reading.movements[i]?.date === one.date));
  }
  const differences = differencesOf(utterance, reading);
  count(score.whole, differences.length === 0);
  if (differences.length > 0) score.misses.push(`${text}: ${differences.join(", ")}`);
}

function amountsOf(reading: Reading): string {
  return reading.movements.map((movement) => movement.amount_minor).join(" + ");
}

function differencesOf(utterance: Utterance, reading: Reading): string[] {
  const found: string[] = [];
  const differ = (name: string, expected: unknown, actual: unknown) => {
    if (JSON.stringify(expected) !== JSON.stringify(actual))
      found.push(`${name} ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  };
  differ("type", utterance.type, reading.type);
  differ("asks", utterance.asks ?? null, reading.asks);
  if (utterance.offers)
    differ(
      "offers",
      utterance.offers.toSorted(byAmount),
      reading.options.map((option) => option.amount_minor ?? 0).toSorted(byAmount),
    );
  if (utterance.patch) differ("patch", utterance.patch, reading.patch);
  for (const [name, value] of Object.entries(utterance.query ?? {}))
    differ(name, value, reading.query?.[name as "metric"]);
  if (utterance.movements) differ("movements", utterance.movements.length, reading.movements.length);
  utterance.movements?.forEach((expected, i) => {
    const movement = reading.movements[i];
    for (const [name, value] of Object.entries(expected))
      differ(name, value, movement && fieldOf(movement, name as keyof Expected));
  });
  return found;
}

function byAmount(a: number, b: number): number {
  return a - b;
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

function count(tally: Tally, right: boolean): void {
  tally.of++;
  if (right) tally.right++;
}

function share(tally: Tally): number {
  return tally.of === 0 ? 1 : tally.right / tally.of;
}

function report(name: string, score: Score): void {
  const line = (["whole", "types", "amounts", "dates", "asked"] as const)
    .map((key) => `${key} ${score[key].right}/${score[key].of}`)
    .join(" · ");
  process.stdout.write(
    `utterances, ${name}: ${line} · silently wrong ${score.silently_wrong.length} · falsely booked ${score.falsely_booked.length}\n`,
  );
  for (const miss of score.misses) process.stdout.write(`  ${miss}\n`);
}

import { describe, expect, test } from "vitest";
import { CORPUS, countryOf, HELD, TUNED } from "./corpus.ts";
import { verdictsOf } from "./gate.ts";
import { scored } from "./score.ts";
import { TAGS, type Utterance } from "./utterance.ts";

const MESSAGES_MIN = 600;
const MESSAGES_PER_TAG_MIN = 5;
const HELD_MIN = 200;
/** The countries with words of their own for money, and three without. */
const COUNTRIES = ["CL", "PE", "AR", "MX", "CO", "UY", "BR", "ES", "US", "PY", "EC", "BO"];

/** What is held out is told in figures only: once its misses are read, it is held out no more. */
const PARTS = [
  { part: "tuned", messages: TUNED, tells: true },
  { part: "held out", messages: HELD, tells: false },
];

test("the corpus is large, no message of it counts twice, and a part of it is held out", () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(MESSAGES_MIN);
  expect(new Set([...TUNED, ...HELD]).size).toBe(CORPUS.length);
  expect(HELD.length).toBeGreaterThanOrEqual(HELD_MIN);
});

test("every kind of message is in the corpus, with examples held out", () => {
  expect(TAGS.filter((tag) => count(CORPUS, (one) => one.tag === tag) < MESSAGES_PER_TAG_MIN)).toEqual([]);
  expect(TAGS.filter((tag) => count(HELD, (one) => one.tag === tag) === 0)).toEqual([]);
});

test("every country is in the corpus", () => {
  expect(COUNTRIES.filter((country) => count(CORPUS, (one) => countryOf(one) === country) === 0)).toEqual([]);
});

describe.each(PARTS)("$part", ({ part, messages, tells }) => {
  const score = scored(messages);
  const verdicts = verdictsOf(score);
  const misses = tells ? `\n${score.misses.join("\n")}` : "";

  test.each(verdicts)(`${part}: $name $promised`, ({ reached, holds }) => {
    expect(holds, `${reached}${misses}`).toBe(true);
  });
});

function count(utterances: readonly Utterance[], has: (one: Utterance) => boolean): number {
  return utterances.filter(has).length;
}

import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scan } from "../../tidy/scan.ts";
import { attacksOf } from "./patterns/attacks.ts";
import { isSuperlinear } from "./patterns/superlinear.ts";

const PUMPED = 4_096;
const SEARCH_MS_MAX = 5;
const TRIES = 3;

/** Patterns with parts that are not judged by their structure, and why they are linear. */
const JUDGED_BY_HAND: Readonly<Record<string, string>> = {
  // A run of three is a match and is not gone back on; a shorter one ends after two letters.
  "/(.)\\1{2,}/g": "aab",
};

const SOURCES = globSync("src/language/**/*.ts").map((path) => ({ path, code: scan(readFileSync(path, "utf8")) }));

const PATTERNS = [
  ...new Set(SOURCES.flatMap(({ code }) => code.tokens.filter(({ kind }) => kind === "regex")).map(({ text }) => text)),
];

test("the language has regular expressions, and all of them are literals", () => {
  expect(PATTERNS.length).toBeGreaterThan(30);
  const built = SOURCES.filter(({ code }) =>
    code.tokens.some(({ kind, text }) => kind === "word" && text === "RegExp"),
  );
  expect(built.map(({ path }) => path)).toEqual([]);
});

describe.each(PATTERNS)("%s", (literal) => {
  const pattern = regexOf(literal);
  const unit = JUDGED_BY_HAND[literal];

  test("searches in a time in proportion to the text, or was judged by hand", () => {
    expect(unit === undefined && isSuperlinear(pattern)).toBe(false);
  });

  test(`takes no more than ${SEARCH_MS_MAX} ms on what it is slowest on`, () => {
    const attacks =
      unit === undefined ? attacksOf(pattern, PUMPED) : [unit.repeat(PUMPED), unit.charAt(0).repeat(PUMPED)];
    expect(attacks.filter((attack) => fastest(pattern, attack) > SEARCH_MS_MAX)).toEqual([]);
  });
});

test("what is judged by hand is still in the language", () => {
  expect(Object.keys(JUDGED_BY_HAND).filter((literal) => !PATTERNS.includes(literal))).toEqual([]);
});

test.each([
  /(a+)+$/,
  /^(a+)+$/,
  /^(?:a|a)*$/,
  /^(?:a|ab|b)*$/,
  /^(?:a?b?)*$/,
  /^(?:\w+\s?)+$/,
  /^\d+\d+$/,
  /^\s*,?\s*$/,
  /\s+$/,
  /\d+x/,
  /^[\p{L}]+[áé]+\d$/u,
  /^(?:son |eran )?.*lucas.*mil$/,
])("%s is found to be superlinear", (pattern) => {
  expect(isSuperlinear(pattern)).toBe(true);
});

test.each([
  /^\S*/,
  /\d+/,
  /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?$/,
  /^(?:a|b)*$/,
  /^a+b+$/,
  /(?:ar|er)(?:me|lo)?$/,
  /^\s+x/,
  /^\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d+)?$/i,
  /[^ ]*/,
])("%s is found to be linear", (pattern) => {
  expect(isSuperlinear(pattern)).toBe(false);
});

test("an attack on a pattern that goes back on itself takes long", () => {
  const pattern = /^(?:\d+,?)+$/;
  const slow = attacksOf(pattern, 24).some((attack) => fastest(pattern, attack) > SEARCH_MS_MAX);
  expect(slow).toBe(true);
});

function regexOf(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

/** The best of a few tries: neighbours on the machine are no fault of the pattern. */
function fastest(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && best > SEARCH_MS_MAX; i++) {
    const start = performance.now();
    text.replace(pattern, "");
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

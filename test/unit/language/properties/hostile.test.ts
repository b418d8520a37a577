import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, classify, readAmount, type ClassifyRequest, type LastEntry, type Reading } from "#language";
import { LAST, read, TODAY } from "../read.ts";
import { hostile } from "./hostile.ts";
import { stopwatch } from "./patience.ts";

/** Every country with a pack, and one without. Ten thousand texts in all. */
const COUNTRIES = ["CL", "PE", "AR", "MX", "CO", "UY", "BR", "ES", "US", "XX"];
const TEXTS_PER_COUNTRY = 1_000;
const ANSWERS = 1_500;
const WARM_TEXTS = 100;

const LASTS: (LastEntry | null)[] = [
  null,
  LAST,
  { ...LAST, state: "pending_confirmation" },
  { ...LAST, type: "deuda", counterparty: "Juan", amount_minor: null, currency: null, date: null },
];

/** A question of each kind that may be open when an answer comes. */
const OPEN: Reading[] = [
  read("gasté en bencina"),
  read("gasté 45 en pan"),
  read("gasté 80 lucas"),
  read("50 lucas Juan"),
  read("entre 20 y 30 lucas en pan"),
  read("no, está malo", "CL", LAST),
].filter((reading) => reading.needs_clarification);

// The compiler has then seen every kind of text, as it has in a Worker that is up.
for (const country of COUNTRIES) for (const text of fc.sample(hostile, WARM_TEXTS)) read(text, country);

test.each(COUNTRIES)("any text is read in %s, without an exception and in no time", (country) => {
  const watch = stopwatch();
  fc.assert(
    fc.property(hostile, fc.constantFrom(...LASTS), (text, last) => {
      const request: ClassifyRequest = { text, country, channel: "text", today: TODAY, last };
      expectSound(watch.time(text, () => classify(request)));
    }),
    { numRuns: TEXTS_PER_COUNTRY },
  );
  expect(watch.slow).toEqual([]);
});

test("any answer to any open question is taken or handed back, in no time", () => {
  expect(new Set(OPEN.map(({ asks }) => asks)).size).toBeGreaterThanOrEqual(4);
  const watch = stopwatch();
  fc.assert(
    fc.property(fc.constantFrom(...OPEN), hostile, fc.constantFrom(...COUNTRIES), (open, text, country) => {
      const request: ClassifyRequest = { text, country, channel: "text", today: TODAY, last: null };
      const completed = watch.time(text, () => answer(open, text, request));
      if (completed) expectSound(completed);
    }),
    { numRuns: ANSWERS },
  );
  expect(watch.slow).toEqual([]);
});

test("an amount is read of any text or none is, in no time", () => {
  const watch = stopwatch();
  const currencies = fc.constantFrom("CLP", "UF", "USD", "PEN", "BRL");
  fc.assert(
    fc.property(hostile, fc.constantFrom(...COUNTRIES), currencies, (text, country, currency) => {
      const amount = watch.time(text, () => readAmount(text, { country, currency }));
      expect(amount === null || (Number.isSafeInteger(amount) && amount > 0)).toBe(true);
    }),
    { numRuns: ANSWERS },
  );
  expect(watch.slow).toEqual([]);
});

/** What holds of every reading: amounts that a book can hold, and a question wherever something is open. */
function expectSound(reading: Reading): void {
  for (const { amount_minor } of reading.movements) {
    const whole = amount_minor !== null && Number.isSafeInteger(amount_minor) && amount_minor > 0;
    expect(whole || (amount_minor === null && reading.needs_clarification)).toBe(true);
  }
  expect(reading.confidence).toBeGreaterThanOrEqual(0);
  expect(reading.confidence).toBeLessThanOrEqual(1);
  expect(reading.question !== null).toBe(reading.needs_clarification);
  if (reading.type === "consulta") expect(reading.movements).toEqual([]);
}

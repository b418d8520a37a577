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
      expect(faultsOf(watch.time(text, () => classify(request)))).toEqual([]);
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
      expect(completed === null ? [] : faultsOf(completed)).toEqual([]);
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
      expect(amount === null || isAmount(amount)).toBe(true);
    }),
    { numRuns: ANSWERS },
  );
  expect(watch.slow).toEqual([]);
});

/** What never holds of a reading: amounts that no book can hold, something open without a question, a booked question. */
function faultsOf({ type, movements, options, patch, question, needs_clarification, confidence }: Reading): string[] {
  const faults: string[] = [];
  for (const { amount_minor } of movements) {
    if (amount_minor === null ? !needs_clarification : !isAmount(amount_minor)) faults.push(`amount ${amount_minor}`);
  }
  for (const { amount_minor } of options) {
    if (amount_minor !== undefined && !isAmount(amount_minor)) faults.push(`offers ${amount_minor}`);
  }
  if (patch?.amount_minor !== undefined && !isAmount(patch.amount_minor))
    faults.push(`corrects to ${patch.amount_minor}`);
  if (!(confidence >= 0 && confidence <= 1)) faults.push(`confidence ${confidence}`);
  if ((question !== null) !== needs_clarification) faults.push(`question ${question}`);
  if (type === "consulta" && movements.length > 0) faults.push("a question that books");
  return faults;
}

function isAmount(amountMinor: number): boolean {
  return Number.isSafeInteger(amountMinor) && amountMinor > 0;
}

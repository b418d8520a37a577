import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, classify, readAmount, TEXT_CHARS_MAX } from "#language";
import { decimalsOf, writeAmount } from "#kernel";
import { packOf } from "#src/language/packs/pack-of.ts";
import { movementOf, read, TODAY } from "./read.ts";

const COUNTRIES = ["CL", "PE", "AR", "MX", "CO", "UY", "BR", "ES", "US", "PY", "EC", "XX"];
const VERBS: Readonly<Record<string, string>> = { es: "vendí", pt: "vendi", en: "sold" };
/** What messages are made of, so that random ones come near to real ones. */
const PIECES =
  "gasté vendí 5 45 1.500 12,5 lucas palos y medio media mil $ UF US$ pan bencina Juan a en de el ayer mañana 3/11 cada una c/u x + - , . ? no eran sí 👍 me debe le aboné más IVA 76.123.456-0 F29 n° % : \n cien dos millón".split(
    " ",
  );

test("any text is read without an exception, and an amount is never less than one or inexact", () => {
  const text = fc.oneof(
    fc.string({ maxLength: TEXT_CHARS_MAX, unit: "grapheme" }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...COUNTRIES), (words, country) => {
      const reading = read(words, country);
      for (const { amount_minor } of reading.movements) {
        expect(
          amount_minor === null ? reading.needs_clarification : Number.isSafeInteger(amount_minor) && amount_minor > 0,
        ).toBe(true);
      }
      expect(reading.confidence).toBeGreaterThanOrEqual(0);
      expect(reading.confidence).toBeLessThanOrEqual(1);
      expect(reading.question !== null).toBe(reading.needs_clarification);
    }),
    { numRuns: 1_500 },
  );
});

test("any answer to any open question is taken or handed back", () => {
  const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(words, words, (asked, text) => {
      const completed = answer(read(asked), text, { text, country: "CL", channel: "text", today: TODAY, last: null });
      for (const movement of completed?.movements ?? []) {
        expect(movement.amount_minor === null ? completed?.needs_clarification : true).toBe(true);
      }
    }),
    { numRuns: 800 },
  );
});

test("the same text is read the same way twice", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (words) => {
      expect(read(words.join(" "))).toEqual(read(words.join(" ")));
    }),
  );
});

test.each(COUNTRIES)("an amount written as %s writes it is read back the same", (country) => {
  const pack = packOf(country);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (amount) => {
      const written = writeAmount({ amount_minor: amount, currency: pack.currency }, pack.format);
      expect(movementOf(`${VERBS[pack.tongue]} ${pack.symbol}${written}`, country)).toMatchObject({
        amount_minor: amount,
        currency: pack.currency,
      });
      expect(readAmount(`${pack.symbol}${written}`, { country, currency: pack.currency })).toBe(amount);
    }),
    { numRuns: 300 },
  );
});

test("lucas are thousands, whatever their number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (lucas) => {
      expect(movementOf(`vendí ${lucas} lucas`).amount_minor).toBe(lucas * 1_000);
      expect(movementOf(`vendí ${lucas} lucas`, "PE").amount_minor).toBe(lucas * 10 ** decimalsOf("PEN"));
    }),
  );
});

test("the longest text takes no more than milliseconds, however it is made", () => {
  const hostile = [
    "1 ",
    "5 lucas ",
    "y ",
    "a de la ",
    ",",
    "\n5",
    "mil ",
    "3 x ",
    "5?",
    "Juan ",
    "123 ",
    "1",
    "1.",
    "me me ",
    "vendí 5 lucas a Juan y ",
    "no no ",
    "quiero ",
    "un ",
    "¿",
    "💰",
  ];
  const slow = hostile.filter((piece) => {
    const text = piece.repeat(Math.ceil(TEXT_CHARS_MAX / piece.length));
    return fastest(() => classify({ text, country: "CL", channel: "text", today: TODAY, last: null })) > LONGEST_MS;
  });
  expect(slow).toEqual([]);
});

/** Five times what is measured on a quiet machine: tests share theirs. */
const LONGEST_MS = 25;

function fastest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { minorPerUnit, writeAmount } from "#kernel";
import { readAmount } from "#language";
import { packOf } from "#src/language/packs/pack-of.ts";
import { movementOf } from "../read.ts";

const AMOUNT_MINOR_MAX = 1_000_000_000_000;
const RUNS = 300;
const VERBS: Readonly<Record<string, string>> = { es: "vendí", pt: "vendi", en: "sold" };

/** How people there name their money, and the words that multiply it. The last three have no pack of their own. */
const COUNTRIES = [
  { country: "CL", unit: "pesos", scales: { mil: 1e3, lucas: 1e3, millones: 1e6, palos: 1e6 } },
  { country: "PE", unit: "soles", scales: { mil: 1e3, lucas: 1, millones: 1e6 } },
  { country: "AR", unit: "pesos", scales: { mil: 1e3, lucas: 1e3, millones: 1e6, palos: 1e6 } },
  { country: "MX", unit: "pesos", scales: { mil: 1e3, millones: 1e6 } },
  { country: "CO", unit: "pesos", scales: { mil: 1e3, lucas: 1e3, millones: 1e6, palos: 1e6 } },
  { country: "UY", unit: "pesos", scales: { mil: 1e3, lucas: 1e3, millones: 1e6, palos: 1e6 } },
  { country: "BR", unit: "reais", scales: { mil: 1e3, milhões: 1e6 } },
  { country: "ES", unit: "euros", scales: { mil: 1e3, millones: 1e6 } },
  { country: "US", unit: "dollars", scales: { thousand: 1e3, k: 1e3, million: 1e6 } },
  { country: "PY", unit: "guaraníes", scales: { mil: 1e3, millones: 1e6 } },
  { country: "GT", unit: "quetzales", scales: { mil: 1e3, millones: 1e6 } },
  { country: "XX", unit: "dólares", scales: { mil: 1e3, millones: 1e6 } },
];

const minor = fc.oneof(
  fc.integer({ min: 1, max: AMOUNT_MINOR_MAX }),
  fc.integer({ min: 1, max: 100_000 }),
  fc.nat({ max: 12 }).map((zeros) => 10 ** zeros),
);

test.each(COUNTRIES)("an amount that $country writes with its sign is read back the same", ({ country }) => {
  const { symbol, currency } = packOf(country);
  fc.assert(
    fc.property(minor, (amount) => {
      expect(readBack(`${symbol}${written(amount, currency, country)}`, { country, currency })).toEqual(
        same(amount, currency),
      );
    }),
    { numRuns: RUNS },
  );
});

test.each(COUNTRIES)("an amount of so many $unit is read back the same in $country", ({ country, unit }) => {
  const { currency } = packOf(country);
  fc.assert(
    fc.property(minor, (amount) => {
      expect(readBack(`${written(amount, currency, country)} ${unit}`, { country, currency })).toEqual(
        same(amount, currency),
      );
    }),
    { numRuns: RUNS },
  );
});

test.each(COUNTRIES)("thousands and millions in words are read in $country, whatever their number", (row) => {
  const { country, unit } = row;
  const { currency, tongue } = packOf(country);
  const scale = fc.constantFrom(...Object.entries(row.scales));
  fc.assert(
    fc.property(scale, fc.integer({ min: 2, max: 999_999 }), fc.boolean(), ([word, times], count, named) => {
      const amount = count * times * minorPerUnit(currency);
      fc.pre(amount <= AMOUNT_MINOR_MAX);
      // «un millón de pesos», «mil pesos», «two million dollars»; slang stands alone.
      const of = times < 1e6 || tongue === "en" ? unit : `de ${unit}`;
      const slang = !/^mil|^thousand|^million/.test(word);
      expect(readBack(named && !slang ? `${count} ${word} ${of}` : `${count} ${word}`, { country, currency })).toEqual(
        same(amount, currency),
      );
    }),
    { numRuns: RUNS },
  );
});

test.each(COUNTRIES)("dollars that $country writes are read back the same", ({ country }) => {
  fc.assert(
    fc.property(
      minor,
      fc.constantFrom("US$ {}", "US${}", "USD {}", "{} USD", "{} dólares", "{} usd"),
      (amount, form) => {
        const text = form.replace("{}", written(amount, "USD", country));
        expect(readBack(text, { country, currency: "USD" })).toEqual(same(amount, "USD"));
      },
    ),
    { numRuns: RUNS },
  );
});

test("UF are read back the same, with all four of their decimals", () => {
  fc.assert(
    fc.property(minor, fc.constantFrom("UF {}", "{} UF", "{} uf"), (amount, form) => {
      const text = form.replace("{}", written(amount, "UF", "CL"));
      expect(readBack(text, { country: "CL", currency: "UF" })).toEqual(same(amount, "UF"));
    }),
    { numRuns: RUNS },
  );
});

test("thousands in the writing of spreadsheets, with spaces, are read back the same", () => {
  fc.assert(
    fc.property(minor, (amount) => {
      const text = `$${writeAmount({ amount_minor: amount, currency: "CLP" }, { group: " ", decimal: "," })}`;
      expect(readBack(text, { country: "CL", currency: "CLP" })).toEqual(same(amount, "CLP"));
    }),
    { numRuns: RUNS },
  );
});

type ReadBack = { answered: number | null; told: number | null; currency: string };

/** What is read of an amount alone, as an answer is, and in a sentence. */
function readBack(text: string, { country, currency }: { country: string; currency: string }): ReadBack {
  const movement = movementOf(`${VERBS[packOf(country).tongue]} ${text}`, country);
  return {
    answered: readAmount(text, { country, currency }),
    told: movement.amount_minor,
    currency: movement.currency,
  };
}

function same(amount: number, currency: string): ReadBack {
  return { answered: amount, told: amount, currency };
}

function written(amount: number, currency: string, country: string): string {
  return writeAmount({ amount_minor: amount, currency }, packOf(country).format);
}

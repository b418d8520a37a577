import { AREAS } from "./area-codes.ts";
import { COUNTRIES } from "./countries.ts";

/** What a number's prefix tells: the ISO country, its own zone where the digits name one, and whether that is sure. */
export type Dialled = { country: string; time_zone: string | null; certain: boolean };

/** One line of the table of countries. */
export type CountryRow = {
  country: string;
  currency: string;
  time_zone: string;
  locale: string;
  /** How the country writes 1234.5, the space as `_`. */
  numbers: string;
  prefixes: readonly string[];
};

/**
 * The longest known prefix of a number decides; null where none is known (satellite and toll-free codes, nonsense).
 * @param phone E.164 digits without `+`
 */
export function dial(phone: string): Dialled | null {
  for (let length = Math.min(PREFIX_DIGITS_MAX, phone.length); length > 0; length--) {
    const found = PREFIXES.get(phone.slice(0, length));
    if (found) return found;
  }
  return null;
}

/** The line of an ISO 3166-1 alpha-2 code, or null. */
export function countryRow(country: string): CountryRow | null {
  return ROWS.get(country) ?? null;
}

/** Every ISO code of the table. */
export function countryCodes(): readonly string[] {
  return CODES;
}

/** Shared prefixes whose rest is not assigned to anyone we know: the likeliest country, to be asked about. */
const UNSURE: readonly (readonly [prefix: string, country: string])[] = [
  ["1", "US"],
  ["7", "RU"],
  ["599", "CW"],
  ["672", "NF"],
];

const ROWS: ReadonlyMap<string, CountryRow> = new Map(linesOf(COUNTRIES).map(readRow));
const CODES: readonly string[] = Array.from(ROWS.keys());
const PREFIXES: ReadonlyMap<string, Dialled> = new Map([...unsure(), ...countries(), ...areas()]);
const PREFIX_DIGITS_MAX = Math.max(...Array.from(PREFIXES.keys(), (prefix) => prefix.length));

function linesOf(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}

function readRow(line: string[]): [string, CountryRow] {
  const [country = "", currency = "", time_zone = "", locale = "", numbers = "", ...prefixes] = line;
  return [country, { country, currency, time_zone, locale, numbers, prefixes }];
}

function unsure(): [string, Dialled][] {
  return UNSURE.map(([prefix, country]) => [prefix, { country, time_zone: null, certain: false }]);
}

function countries(): [string, Dialled][] {
  return Array.from(ROWS.values()).flatMap(({ country, prefixes }) =>
    prefixes.map((prefix): [string, Dialled] => [prefix, { country, time_zone: null, certain: true }]),
  );
}

function areas(): [string, Dialled][] {
  return linesOf(AREAS).flatMap(([country = "", time_zone = "", bases = "", ...codes]) =>
    bases
      .split(",")
      .flatMap((base) => codes.map((code): [string, Dialled] => [base + code, { country, time_zone, certain: true }])),
  );
}

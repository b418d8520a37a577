import type { Currency, NumberFormat } from "#kernel";

/** How a money word of a country counts. */
export type MoneyWord =
  /** Multiplies what stands before it: luca × 1 000. `half` words take «y media». */
  | { kind: "scale"; times: number; currency?: Currency }
  /** Only names the unit: pesos, soles, dólares, UF. */
  | { kind: "unit"; currency: Currency }
  /** The hundredth part of the unit: centavos, céntimos. */
  | { kind: "cents" }
  /** A whole amount in one word: milqui = 1 500. */
  | { kind: "whole"; units: number }
  /** Used with more than one value: never read, always asked. */
  | { kind: "unclear"; times: readonly number[] };

export type TongueName = "es" | "pt" | "en";

/** What a country changes in how money is said. Data only; the code that uses it is shared. */
export type Pack = {
  country: string;
  currency: Currency;
  tongue: TongueName;
  /** False where we know only the currency and the way numbers are written. */
  described: boolean;
  format: NumberFormat;
  /** How an amount is shown in a question. */
  symbol: string;
  /** Bare numbers below this may be thousands («gasté 45» in Chile), so they are asked. 0: never. */
  bare_asked_below: number;
  /** Speech drops «mil» before round hundreds: «doce quinientos» is 12.500. */
  drops_thousand: boolean;
  /** The rate of the value added tax in percent; null where prices are not said with it. */
  tax_percent: number | null;
  /** Folded word → how it counts. Common words (mil, k, USD, pesos …) need not be repeated. */
  money: Readonly<Record<string, MoneyWord>>;
  /** Shops everyone there knows → the category of what they sell. */
  merchants: Readonly<Record<string, string>>;
};

/** Luca: `scale(1_000)`; with a currency where the word names one as well. */
export function scale(times: number, currency?: Currency): MoneyWord {
  return currency === undefined ? { kind: "scale", times } : { kind: "scale", times, currency };
}

/** Soles: `unit("PEN")`. */
export function unit(currency: Currency): MoneyWord {
  return { kind: "unit", currency };
}

/** Centavos: `cents()`. */
export function cents(): MoneyWord {
  return { kind: "cents" };
}

/** Milqui: `whole(1_500)`. */
export function whole(units: number): MoneyWord {
  return { kind: "whole", units };
}

/** Melón, a million to some and anything to others: `unclear(1_000_000)` is always asked. */
export function unclear(...times: number[]): MoneyWord {
  return { kind: "unclear", times };
}

/** One meaning for several spellings: `spelled("luca lucas", scale(1_000))`. */
export function spelled(words: string, means: MoneyWord): Record<string, MoneyWord> {
  return Object.fromEntries(words.split(" ").map((word) => [word, means]));
}

/** Shops of one category, names of two words written with an underscore: `shops("salud", "cruz_verde ahumada")`. */
export function shops(category: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name.replaceAll("_", " "), category]));
}

import type { CivilDate, Currency } from "#kernel";
import { RATE_SCALE } from "./rate.ts";

/** Who publishes the value of a currency in a country, and what can be known of it beforehand. */
export type Source = {
  currency: Currency;
  quote: Currency;
  time_zone: string;
  folder: "uf" | "dolar";
  /** Every day has a value of its own, or a day on which banks are closed has that of the last one they opened. */
  published: "daily" | "banking_days";
  /** How far ahead of today a value can be known, in days. */
  ahead_days: number;
  /** Bounds of what it can have been worth, in the unit of `Rate.value`: a number misread by its marks is outside. */
  value_min: number;
  value_max: number;
};

/** Monday is 1: the last weekday on which banks open. */
export const FRIDAY = 5;

/** The authority's table for that currency in that country, or null where we know none. */
export function sourceOf(currency: Currency, country: string): Source | null {
  return (SOURCES[country] ?? []).find((source) => source.currency === currency) ?? null;
}

/** The page that has this year's values, as it is known to everybody: `www.sii.cl/valores_y_fechas/uf/uf2026.htm`. */
export function pageOf({ folder }: Source, year: number): { source: string; path: string } {
  const path = `/valores_y_fechas/${folder}/${folder}${year}.htm`;
  return { source: `${SII_HOST}${path}`, path };
}

/** True for a year that has a page of the present form; what is older stands elsewhere and otherwise. */
export function hasPage(date: CivilDate): boolean {
  return date >= FIRST_DAY;
}

const SII_HOST = "www.sii.cl";
const FIRST_DAY: CivilDate = "2013-01-01";

/**
 * Chile. The Banco Central fixes the UF on the 9th, from the 10th to the 9th of the next month: at most 31 days ahead.
 * The dólar observado of a banking day is published the evening before, so over a long weekend some days ahead. The
 * SII republishes both; of the euro it has no page.
 */
const CHILE = { quote: "CLP", time_zone: "America/Santiago" } as const;

const SOURCES: Readonly<Record<string, readonly Source[]>> = {
  CL: [
    {
      ...CHILE,
      currency: "UF",
      folder: "uf",
      published: "daily",
      ahead_days: 31,
      value_min: 15_000 * RATE_SCALE,
      value_max: 150_000 * RATE_SCALE,
    },
    {
      ...CHILE,
      currency: "USD",
      folder: "dolar",
      published: "banking_days",
      ahead_days: 7,
      value_min: 300 * RATE_SCALE,
      value_max: 3_000 * RATE_SCALE,
    },
  ],
};

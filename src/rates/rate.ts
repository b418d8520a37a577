import type { CivilDate, Currency } from "#kernel";

/** What one unit of `currency` is worth in `quote` from the day `on`. */
export type Rate = {
  currency: Currency;
  quote: Currency;
  on: CivilDate;
  /** Whole ten-thousandths (`RATE_SCALE`) of one unit of `quote`: a UF at $39.397,14 is 393 971 400. */
  value: number;
};

/** The value of a day as a page says it, in the unit of `Rate.value`. */
export type DayValue = { on: CivilDate; value: number };

export const RATE_DECIMALS = 4;
export const RATE_SCALE = 10 ** RATE_DECIMALS;

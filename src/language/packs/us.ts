import { COMMON_MONEY } from "./common.ts";
import { scale, shops, spelled, unit, type Pack } from "./pack.ts";

export const US: Pack = {
  country: "US",
  currency: "USD",
  tongue: "en",
  format: { group: ",", decimal: "." },
  symbol: "US$",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: null,
  money: {
    ...COMMON_MONEY,
    ...spelled("$ buck bucks", unit("USD")),
    ...spelled("grand", scale(1_000)),
  },
  merchants: {
    ...shops("combustible", "chevron exxon shell"),
    ...shops("alimentacion", "walmart costco kroger"),
    ...shops("insumos", "home_depot lowes staples"),
    ...shops("transporte", "uber lyft"),
  },
};

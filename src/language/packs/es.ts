import { COMMON_MONEY } from "./common.ts";
import { shops, spelled, unit, type Pack } from "./pack.ts";

export const ES: Pack = {
  country: "ES",
  currency: "EUR",
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "€",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: 21,
  money: { ...COMMON_MONEY, ...spelled("pavo pavos eurillos", unit("EUR")), ...spelled("$", unit("USD")) },
  merchants: {
    ...shops("combustible", "repsol cepsa bp"),
    ...shops("alimentacion", "mercadona carrefour lidl"),
    ...shops("servicios_basicos", "endesa iberdrola naturgy movistar vodafone orange"),
  },
};

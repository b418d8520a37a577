import { COMMON_MONEY } from "./common.ts";
import { shops, spelled, unclear, unit, type Pack } from "./pack.ts";

/** Brazilian slang (conto, pila, pau) was never checked by a native reader: it is asked. */
export const BR: Pack = {
  country: "BR",
  currency: "BRL",
  tongue: "pt",
  format: { group: ".", decimal: "," },
  symbol: "R$ ",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: null,
  money: {
    ...COMMON_MONEY,
    ...spelled("r$ $ real reais brl", unit("BRL")),
    ...spelled("conto contos pila pilas pau paus", unclear(1, 1_000)),
  },
  merchants: {
    ...shops("combustible", "petrobras ipiranga shell"),
    ...shops("alimentacion", "carrefour ifood assai"),
    ...shops("servicios_basicos", "enel sabesp cemig vivo claro tim"),
    ...shops("transporte", "uber 99"),
  },
};

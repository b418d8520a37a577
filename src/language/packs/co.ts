import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { shops, spelled, unclear, type Pack } from "./pack.ts";

export const CO: Pack = {
  country: "CO",
  currency: "COP",
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "$",
  bare_asked_below: 100,
  drops_thousand: false,
  tax_percent: 19,
  money: {
    ...COMMON_MONEY,
    ...pesos("COP"),
    ...LUCAS,
    ...PALOS,
    ...spelled("gamba gambas", unclear(100)),
    ...spelled("teja tejas", unclear(100_000)),
    ...spelled("barra barras", unclear(1_000)),
  },
  merchants: {
    ...shops("combustible", "terpel primax texaco"),
    ...shops("alimentacion", "exito carulla d1 ara rappi"),
    ...shops("servicios_basicos", "epm enel codensa etb claro movistar tigo"),
    ...shops("transporte", "uber didi transmilenio"),
    ...shops("impuestos", "dian"),
  },
};

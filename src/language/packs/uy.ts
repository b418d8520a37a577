import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { shops, spelled, unit, type Pack } from "./pack.ts";

export const UY: Pack = {
  country: "UY",
  currency: "UYU",
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "$",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: 22,
  money: { ...COMMON_MONEY, ...pesos("UYU"), ...LUCAS, ...PALOS, ...spelled("mango mangos", unit("UYU")) },
  merchants: {
    ...shops("combustible", "ancap axion"),
    ...shops("alimentacion", "disco tata devoto"),
    ...shops("servicios_basicos", "ute ose antel"),
    ...shops("impuestos", "dgi bps"),
  },
};

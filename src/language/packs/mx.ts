import { COMMON_MONEY, pesos } from "./common.ts";
import { scale, shops, spelled, unclear, unit, type Pack } from "./pack.ts";

export const MX: Pack = {
  country: "MX",
  currency: "MXN",
  tongue: "es",
  format: { group: ",", decimal: "." },
  symbol: "$",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: 16,
  money: {
    ...COMMON_MONEY,
    ...pesos("MXN"),
    ...spelled("varo varos baro baros", unit("MXN")),
    ...spelled("melon melones", scale(1_000_000)),
    ...spelled("ciego ciegos", unclear(100)),
    ...spelled("milpa milpas milanesa milanesas", unclear(1_000)),
    ...spelled("bola bolas luca lucas palo palos", unclear(1, 1_000)),
  },
  merchants: {
    ...shops("combustible", "pemex oxxo_gas hidrosina"),
    ...shops("alimentacion", "oxxo soriana chedraui walmart bodega_aurrera la_comer rappi"),
    ...shops("insumos", "home_depot costco sams"),
    ...shops("servicios_basicos", "cfe telmex izzi totalplay telcel megacable"),
    ...shops("transporte", "uber didi cabify"),
    ...shops("impuestos", "sat"),
    ...shops("suscripciones", "netflix spotify"),
  },
};

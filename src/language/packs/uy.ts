import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { shops, spelled, unit, type Pack } from "./pack.ts";

export const UY: Pack = {
  country: "UY",
  currency: "UYU",
  described: true,
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "$",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: 22,
  money: { ...COMMON_MONEY, ...pesos("UYU"), ...LUCAS, ...PALOS, ...spelled("mango mangos", unit("UYU")) },
  merchants: {
    ...shops("combustible", "ancap axion ducsa disa"),
    ...shops(
      "alimentacion",
      "disco tata devoto ta_ta tienda_inglesa geant el_dorado multiahorro macro_mercado pedidosya la_pasiva grido",
    ),
    ...shops("servicios_basicos", "ute ose antel movistar claro directv montevideo_gas acodike riogas"),
    ...shops("impuestos", "dgi bps"),
    ...shops("insumos", "sodimac barraca_europa"),
    ...shops("transporte", "uber cabify copsa turil agencia_central buquebus"),
    ...shops("equipamiento", "mercado_libre mercadolibre"),
    ...shops("salud", "farmashop san_roque asse"),
    ...shops("financieros", "creditel"),
    ...shops("suscripciones", "netflix spotify disney youtube canva chatgpt"),
  },
};

import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { scale, shops, spelled, unit, whole, type Pack } from "./pack.ts";

export const AR: Pack = {
  country: "AR",
  currency: "ARS",
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "$",
  bare_asked_below: 100,
  drops_thousand: false,
  tax_percent: 21,
  money: {
    ...COMMON_MONEY,
    ...pesos("ARS"),
    ...LUCAS,
    ...PALOS,
    ...spelled("mango mangos", unit("ARS")),
    ...spelled("m", scale(1_000_000)),
    ...spelled("gamba gambas", scale(100)),
    ...spelled("quina quinas", scale(500)),
    ...spelled("verde verdes", unit("USD")),
    milqui: whole(1_500),
    dosqui: whole(2_500),
    tresqui: whole(3_500),
  },
  merchants: {
    ...shops("combustible", "ypf axion shell puma"),
    ...shops("alimentacion", "coto carrefour disco vea dia jumbo pedidosya"),
    ...shops("insumos", "easy makro maxiconsumo"),
    ...shops("servicios_basicos", "edenor edesur metrogas aysa telecentro fibertel personal movistar claro naturgy"),
    ...shops("transporte", "uber didi cabify sube"),
    ...shops("salud", "farmacity"),
    ...shops("impuestos", "afip arca arba agip"),
    ...shops("suscripciones", "netflix spotify"),
  },
};

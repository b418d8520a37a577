import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { shops, spelled, unclear, type Pack } from "./pack.ts";

export const CO: Pack = {
  country: "CO",
  currency: "COP",
  described: true,
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
    ...shops("combustible", "terpel primax texaco esso mobil biomax petromil zeuss puma"),
    ...shops(
      "alimentacion",
      "exito carulla d1 ara rappi olimpica jumbo isimo justo_y_bueno surtimax super_inter colsubsidio surtimayorista cooratiendas oxxo frisby kokoriko el_corral crepes_y_waffles juan_valdez tostao corabastos pricesmart ifood",
    ),
    ...shops(
      "servicios_basicos",
      "epm enel codensa etb claro movistar tigo emcali vanti afinia air_e triple_a acueducto electricaribe celsia essa wom virgin_mobile directv gases_de_occidente surtigas enel_codensa chec",
    ),
    ...shops(
      "transporte",
      "uber didi transmilenio sitp cabify indrive indriver picap servientrega interrapidisimo inter_rapidisimo coordinadora deprisa bolivariano expreso_brasilia copetran avianca wingo latam tcc metro_de_medellin metroplus",
    ),
    ...shops("impuestos", "dian"),
    ...shops("insumos", "homecenter easy alkosto_mayorista panamericana"),
    ...shops("equipamiento", "alkosto ktronix falabella mercado_libre mercadolibre linio"),
    ...shops("salud", "cruz_verde drogas_la_rebaja la_rebaja farmatodo sura_eps nueva_eps sanitas salud_total locatel"),
    ...shops("financieros", "wompi payu datacredito bancamia credibanco redeban"),
    ...shops(
      "suscripciones",
      "netflix spotify disney hbo_max youtube canva chatgpt icloud siigo alegra bodytech smart_fit smartfit",
    ),
    ...shops("sueldos", "colpensiones arl_sura"),
  },
};

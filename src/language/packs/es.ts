import { COMMON_MONEY } from "./common.ts";
import { shops, spelled, unit, type Pack } from "./pack.ts";

export const ES: Pack = {
  country: "ES",
  currency: "EUR",
  described: true,
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "€",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: 21,
  money: { ...COMMON_MONEY, ...spelled("pavo pavos eurillos", unit("EUR")), ...spelled("$", unit("USD")) },
  merchants: {
    ...shops("combustible", "repsol cepsa bp galp shell petronor ballenoil plenoil"),
    ...shops(
      "alimentacion",
      "mercadona carrefour lidl aldi eroski alcampo consum hipercor supercor bonarea glovo just_eat uber_eats mcdonalds telepizza mercamadrid",
    ),
    ...shops(
      "servicios_basicos",
      "endesa iberdrola naturgy movistar vodafone orange yoigo jazztel masmovil digi totalenergies holaluz canal_isabel_ii lowi pepephone simyo",
    ),
    ...shops("insumos", "leroy_merlin bricomart obramat brico_depot bauhaus bricodepot kiwoko tiendanimal"),
    ...shops("transporte", "uber cabify freenow renfe alsa iberia vueling ryanair seur mrw correos blablacar"),
    ...shops("equipamiento", "mediamarkt media_markt ikea amazon pc_componentes pccomponentes el_corte_ingles"),
    ...shops("mantencion", "norauto feu_vert"),
    ...shops("salud", "sanitas adeslas asisa"),
    ...shops("impuestos", "aeat hacienda"),
    ...shops("suscripciones", "netflix spotify disney hbo_max canva chatgpt icloud youtube"),
    ...shops("marketing", "facebook_ads meta_ads google_ads instagram_ads"),
  },
};

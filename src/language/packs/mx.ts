import { COMMON_MONEY, pesos } from "./common.ts";
import { scale, shops, spelled, unclear, unit, type Pack } from "./pack.ts";

export const MX: Pack = {
  country: "MX",
  currency: "MXN",
  described: true,
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
    ...shops("combustible", "pemex oxxo_gas hidrosina mobil bp shell"),
    ...shops(
      "alimentacion",
      "oxxo soriana chedraui walmart bodega_aurrera la_comer rappi aurrera superama sumesa tiendas_neto heb h_e_b city_market fresko seven_eleven 7_eleven circle_k la_central_de_abastos central_de_abastos central_de_abasto uber_eats didi_food mcdonalds starbucks vips toks dominos kfc la_michoacana bimbo",
    ),
    ...shops(
      "insumos",
      "home_depot costco sams sams_club city_club lumen office_depot officemax office_max ofix comex construrama fantasias_miguel parisina modatelas zorro_abarrotero scorpion boxito petco",
    ),
    ...shops(
      "servicios_basicos",
      "cfe telmex izzi totalplay telcel megacable at_t movistar unefon sacmex jumapam gas_natural naturgy sky dish bait simapag siapa",
    ),
    ...shops(
      "transporte",
      "uber didi cabify ado etn primera_plus estrella_blanca omnibus_de_mexico capufe televia estafeta dhl fedex redpack paquetexpress indrive volaris viva_aerobus aeromexico mercado_envios indriver",
    ),
    ...shops("impuestos", "sat"),
    ...shops("suscripciones", "netflix spotify disney hbo_max youtube canva chatgpt icloud smart_fit amazon_prime vix"),
    ...shops(
      "equipamiento",
      "coppel elektra liverpool sears sanborns best_buy steren mercado_libre mercadolibre amazon cyberpuerta radioshack",
    ),
    ...shops("mantencion", "autozone refaccionaria_california oreilly"),
    ...shops(
      "salud",
      "farmacias_guadalajara farmacia_guadalajara farmacias_similares dr_simi doctor_simi farmacias_del_ahorro farmacia_del_ahorro salud_digna chopo",
    ),
    ...shops("financieros", "clip compartamos gentera konfio"),
    ...shops("sueldos", "imss infonavit"),
    ...shops("marketing", "facebook_ads meta_ads google_ads instagram_ads"),
  },
};

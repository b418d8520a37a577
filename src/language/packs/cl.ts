import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { scale, shops, spelled, unclear, unit, type Pack } from "./pack.ts";

export const CL: Pack = {
  country: "CL",
  currency: "CLP",
  described: true,
  tongue: "es",
  format: { group: ".", decimal: "," },
  symbol: "$",
  bare_asked_below: 100,
  drops_thousand: true,
  tax_percent: 19,
  money: {
    ...COMMON_MONEY,
    ...pesos("CLP"),
    ...LUCAS,
    ...PALOS,
    ...spelled("gamba gambas gambita gambitas", scale(100)),
    ...spelled("quina quinas quinita", scale(500)),
    ...spelled("quinienton quinientones", scale(500)),
    ...spelled("uf ufs clf", unit("UF")),
    ...spelled("melon melones guaton guatones", unclear(1_000_000)),
    ...spelled("gabriela gabrielas", unclear(5_000)),
    ...spelled("arturo arturos", unclear(10_000)),
  },
  merchants: {
    ...shops("combustible", "copec shell petrobras aramco enex esmax terpel autogasco"),
    ...shops(
      "alimentacion",
      "lider jumbo unimarc tottus santa_isabel acuenta ok_market oxxo pedidosya mcdonalds ekono mayorista_diez lider_express express_de_lider hiper_lider walmart dunkin dominos telepizza papa_johns burger_king kfc subway doggis juan_maestro starbucks rappi uber_eats ubereats cornershop lo_valledor la_vega vega_central",
    ),
    ...shops(
      "insumos",
      "sodimac easy construmart imperial mayorista_10 makro alvi dimerc lapiz_lopez homecenter chilemat prodalam ferrobal ebema rhein artel molino_puente_alto puratos dos_en_uno central_mayorista superzoo pet_happy puppis casaideas",
    ),
    ...shops(
      "servicios_basicos",
      "enel cge chilquinta aguas_andinas essbio esval entel movistar wom vtr claro metrogas lipigas abastible gasco mundo_pacifico aguas_antofagasta aguas_araucania aguas_del_valle nuevosur suralis essal smapa saesa frontel luz_osorno edelmag litoral gtd telsur claro_vtr directv virgin_mobile falabella_movil lucky_mobile pillofon adt prosegur verisure enel_distribucion gas_sur gasvalpo intergas",
    ),
    ...shops(
      "transporte",
      "uber didi cabify indrive bip autopista_central costanera_norte turbus pullman costanera_sur vespucio_norte vespucio_sur autopista_del_sol rutas_del_pacifico tur_bus pullman_bus eme_bus cruz_del_sur latam jetsmart sky_airline metro_de_santiago correos_de_chile chilexpress starken blue_express bluexpress pullman_cargo varmontt dhl fedex",
    ),
    ...shops(
      "equipamiento",
      "falabella ripley paris hites abcdin pc_factory la_polar aliexpress mercado_libre mercadolibre linio sp_digital spdigital maconline apple_store samsung_store microplay",
    ),
    ...shops(
      "salud",
      "cruz_verde salcobrand ahumada isapre fonasa integramedica dr_simi doctor_simi farmacias_ahumada colmena banmedica consalud cruz_blanca nueva_masvida vida_tres redsalud clinica_alemana clinica_santa_maria uno_salud megasalud achs gmo opticas_schilling place_vendome",
    ),
    ...shops("impuestos", "sii tesoreria tgr tesoreria_general"),
    ...shops(
      "suscripciones",
      "netflix spotify disney google_drive icloud chatgpt canva hbo_max amazon_prime youtube_premium adobe microsoft_365 google_one google_workspace dropbox zoom notion shopify jumpseller wix bsale nubox defontana chipax smartfit smart_fit pacific_fitness sportlife youtube",
    ),
    ...shops("marketing", "facebook_ads meta_ads google_ads instagram_ads tiktok_ads linkedin_ads youtube_ads"),
    ...shops("mantencion", "autoplanet bosch_car_service derco dercocenter bridgestone goodyear chileneumaticos"),
    ...shops("financieros", "transbank getnet sumup klap haulmer banigualdad fondo_esperanza"),
    ...shops("sueldos", "previred afp_modelo afp_habitat afp_provida afp_capital afp_cuprum afp_planvital afp_uno"),
  },
};

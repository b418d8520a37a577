import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { scale, shops, spelled, unit, whole, type Pack } from "./pack.ts";

export const AR: Pack = {
  country: "AR",
  currency: "ARS",
  described: true,
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
    ...shops("combustible", "ypf axion shell puma dapsa refinor"),
    ...shops(
      "alimentacion",
      "coto carrefour disco vea supermercado_dia supermercados_dia jumbo pedidosya changomas chango_mas la_anonima cordiez cooperativa_obrera rappi mcdonalds burger_king grido havanna freddo mercado_central",
    ),
    ...shops("insumos", "easy makro maxiconsumo sodimac diarco yaguar blaisten barugel_azulay"),
    ...shops(
      "servicios_basicos",
      "edenor edesur metrogas aysa telecentro fibertel personal movistar claro naturgy edelap epec epe edemsa camuzzi ecogas litoral_gas telecom directv tuenti absa gas_natural_fenosa",
    ),
    ...shops(
      "transporte",
      "uber didi cabify sube andreani correo_argentino via_cargo flybondi aerolineas_argentinas aerolineas aubasa autopistas_del_sol telepase plataforma_10 beat flecha_bus chevallier",
    ),
    ...shops("salud", "farmacity osde swiss_medical galeno medife farmaplus pami ioma"),
    ...shops("impuestos", "afip arca arba agip"),
    ...shops(
      "suscripciones",
      "netflix spotify disney hbo_max youtube canva chatgpt icloud tiendanube tienda_nube xubio megatlon sportclub star_plus",
    ),
    ...shops("equipamiento", "fravega garbarino musimundo mercado_libre mercadolibre compumundo on_city megatone"),
    ...shops("financieros", "tarjeta_naranja payway posnet getnet"),
  },
};

import { COMMON_MONEY, LUCAS, PALOS, pesos } from "./common.ts";
import { scale, shops, spelled, unclear, unit, type Pack } from "./pack.ts";

export const CL: Pack = {
  country: "CL",
  currency: "CLP",
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
    ...spelled("gamba gambas", scale(100)),
    ...spelled("quina quinas", scale(500)),
    ...spelled("uf ufs clf", unit("UF")),
    ...spelled("melon melones guaton guatones", unclear(1_000_000)),
    ...spelled("gabriela gabrielas", unclear(5_000)),
    ...spelled("arturo arturos", unclear(10_000)),
  },
  merchants: {
    ...shops("combustible", "copec shell petrobras aramco enex esmax"),
    ...shops("alimentacion", "lider jumbo unimarc tottus santa_isabel acuenta ok_market oxxo pedidosya mcdonalds"),
    ...shops("insumos", "sodimac easy construmart imperial mayorista_10 makro alvi dimerc lapiz_lopez"),
    ...shops(
      "servicios_basicos",
      "enel cge chilquinta aguas_andinas essbio esval entel movistar wom vtr claro metrogas lipigas abastible gasco mundo_pacifico",
    ),
    ...shops("transporte", "uber didi cabify indrive bip autopista_central costanera_norte turbus pullman"),
    ...shops("equipamiento", "falabella ripley paris hites abcdin pc_factory"),
    ...shops("salud", "cruz_verde salcobrand ahumada isapre fonasa integramedica"),
    ...shops("impuestos", "sii tesoreria tgr"),
    ...shops("suscripciones", "netflix spotify disney google_drive icloud chatgpt canva"),
    ...shops("marketing", "facebook_ads meta_ads google_ads instagram_ads"),
  },
};

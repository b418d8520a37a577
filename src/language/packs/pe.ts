import { COMMON_MONEY, PALOS } from "./common.ts";
import { scale, shops, spelled, unclear, unit, type Pack } from "./pack.ts";

/** In Peru a luca is one sol, not a thousand. */
export const PE: Pack = {
  country: "PE",
  currency: "PEN",
  tongue: "es",
  format: { group: ",", decimal: "." },
  symbol: "S/ ",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: 18,
  money: {
    ...COMMON_MONEY,
    ...PALOS,
    ...spelled("s/ s/. sol soles solcitos pen luca lucas luka lukas luquitas mango mangos $", unit("PEN")),
    ...spelled("gamba gambas", scale(100)),
    ...spelled("quina quinas china chinas ferro ferros", unclear(0.5, 5, 10, 100)),
  },
  merchants: {
    ...shops("combustible", "primax repsol pecsa petroperu grifo"),
    ...shops("alimentacion", "plaza_vea wong metro tottus tambo vivanda"),
    ...shops("insumos", "makro promart sodimac maestro"),
    ...shops("servicios_basicos", "luz_del_sur enel pluz sedapal movistar claro entel bitel calidda"),
    ...shops("transporte", "uber didi cabify indrive"),
    ...shops("salud", "inkafarma mifarma"),
    ...shops("impuestos", "sunat"),
    ...shops("suscripciones", "netflix spotify"),
  },
};

import { COMMON_MONEY, PALOS } from "./common.ts";
import { scale, shops, spelled, unclear, unit, type Pack } from "./pack.ts";

/** In Peru a luca is one sol, not a thousand. */
export const PE: Pack = {
  country: "PE",
  currency: "PEN",
  described: true,
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
    ...shops("combustible", "primax repsol pecsa petroperu grifo petroamerica ava_peru herco repsol_gas"),
    ...shops(
      "alimentacion",
      "plaza_vea wong metro tottus tambo vivanda oxxo tambo_mas flora_y_fauna bembos norkys pardos roky rockys kfc popeyes starbucks pizza_hut rappi pedidosya precio_uno plazavea tottus_express mercado_mayorista",
    ),
    ...shops(
      "insumos",
      "makro promart sodimac maestro cassinelli tai_loy tailoy economax maxi_ahorro gamarra unicachi alicorp",
    ),
    ...shops(
      "servicios_basicos",
      "luz_del_sur enel pluz sedapal movistar claro entel bitel calidda edelnor hidrandina sedapar electrocentro electronorte electronoroeste sedalib epsel epsgrau directv solgas zeta_gas",
    ),
    ...shops(
      "transporte",
      "uber didi cabify indrive cruz_del_sur oltursa civa tepsa shalom olva olva_courier marvisur metropolitano yango latam serpost corredor_azul",
    ),
    ...shops("salud", "inkafarma mifarma boticas_peru essalud oncosalud"),
    ...shops("impuestos", "sunat"),
    ...shops("suscripciones", "netflix spotify disney hbo_max canva chatgpt icloud youtube smart_fit bodytech"),
    ...shops(
      "equipamiento",
      "saga_falabella ripley oechsle hiraoka curacao la_curacao coolbox elektra carsa mercado_libre",
    ),
    ...shops(
      "financieros",
      "niubiz izipay culqi mibanco caja_arequipa caja_piura caja_huancayo caja_cusco compartamos crediscotia",
    ),
    ...shops("sueldos", "afp_integra prima_afp profuturo afp_habitat"),
  },
};

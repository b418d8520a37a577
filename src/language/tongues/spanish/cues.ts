import { phrases } from "../../words/phrases.ts";
import { cue } from "../building.ts";
import type { Cue } from "../tongue.ts";
import { owedByUs, owedToUs, repayments } from "./debt-cues.ts";

/** Verbs and nouns that say which way money went. Typed without accents they still count, where no other word is meant. */
export const SPANISH_CUES = phrases<Cue>([
  ...egresos(),
  ...ingresos(),
  ...owedByUs(),
  ...owedToUs(),
  ...repayments(),
  ...traspasos(),
]);

function egresos(): [Cue, string][] {
  const spend = cue("spend", "egreso");
  return [
    [
      spend,
      `gaste|gasté|gastamos|gastaron|gastado|gastando
      he|hemos gastado|pagado
      =gastó
      se|me me|nos? fueron|fue
      pague|pagué|pagamos|pagando|cancele|cancelé|cancelamos
      le|les|la|lo pague|pagué|pagamos|cancele|cancelamos
      acabo|acabamos|acabe|termine|terminamos|vengo|venimos de pagar|pagarle|pagarles|cancelar|comprar|gastar|devolver
      hubo_que|tuve_que|tuvimos_que pagar|cancelar|comprar|gastar|pagarle|pagarles|comprarle|darle
      done|donamos|inverti|invertimos
      se le|les pago|pagaron|deposito|depositaron|transfirio|transfirieron|compro|compraron
      se gasto|gastaron|pago|pagaron|compro|compraron|cancelo|cancelaron
      le|les deposite|transferi|gire|depositamos|transferimos|yapee|yapeamos|plinee
      yapee|yapeamos|plinee|tanquee|tanquie|tanqueamos
      le|les devolvi|devolvimos|reembolse|tire|tiramos|solte
      devolvi|devolvimos`,
    ],
    [
      cue("spend", "egreso", { tense: "present", rank: 2 }),
      `gasto|gastos|egreso|egresos|pago|pagos|salida|salidas|desembolso
      gasto|pago de|en
      pago|pagamos|cancelo
      pagando`,
    ],
    [
      cue("spend", "egreso", { rank: 1 }),
      `gastados|gastada|gastadas|cargada|comprada|comprados|compradas|invertidos|pagado|pagada|pagados|pagadas|cancelado|cancelada`,
    ],
    [
      cue("buy", "egreso"),
      `compre|compré|compramos|comprado|comprando
      me|le|les|nos compre|compramos
      he|hemos comprado
      adquiri|adquirimos|encargue`,
    ],
    [cue("lose", "egreso"), `me|nos robaron|robo|robó|hurtaron|asaltaron|afanaron|chorearon|estafaron`],
    [cue("lose", "egreso", { rank: 1 }), `perdi|perdimos|se_me_perdieron|se_nos_perdieron|se_me_cayeron`],
    [cue("buy", "egreso", { tense: "present", rank: 2 }), `compra|compras`],
    [
      cue("charged", "egreso"),
      `me|nos cobraron|cobro|cobra|descontaron|desconto|cargaron|cargo|facturaron|rebajaron|quitaron
      me|nos saco|sacaron|clavaron|clavo
      me|nos lo|la|los|las descontaron|cobraron|rebajaron|quitaron|cargaron
      me|nos lo|la|los|las? han|ha cobrado|descontado|cargado
      me|nos vendieron|vendio`,
    ],
    [
      cue("spend", "egreso", { rank: 1 }),
      `se me|nos? fueron|fue
      le|les|la|lo di|dimos|entregue|entregamos|mande|envie|pase
      me|nos? salio|salieron|costo|costaron|sale
      me|nos multaron\necho|eche|echamos|cargue|cargamos|recargue|llene|aporte|aposte|multa
      =salió\n=costó\nsalio|salieron|costaron|valio|valieron|di|dimos|entregue|entregamos|puse|pusimos|use|ocupe|deje`,
    ],
  ];
}

function ingresos(): [Cue, string][] {
  const earn = cue("earn", "ingreso");
  return [
    [
      cue("sell", "ingreso"),
      `vendi|vendí|vendimos|vendido|vendiendo
      le|les|la|lo vendi|vendimos
      he|hemos vendido
      se vendio|vendieron
      carrito|local|negocio|tienda|puesto|kiosco|kiosko|quiosco|foodtruck|boliche vendio|vendieron
      me|nos compraron|compro
      me|nos han|ha comprado
      le|les? hice|hicimos|emiti|emitimos una|la? venta|ventas|factura|boleta`,
    ],
    [
      cue("sell", "ingreso", { tense: "present", rank: 2 }),
      `venta|ventas|vendida|vendidos|vendidas|cobrada|cobrados|cobradas\nventa|ventas de|del|por`,
    ],
    [
      earn,
      `cobre|cobré|cobramos|cobrado
      le|les cobre|cobré|cobramos
      he|hemos cobrado|recibido|ganado|facturado|ingresado
      me|nos acaban|acaba|vienen|viene|terminaron|termino de pagar|depositar|transferir|cancelar|pagarme
      me|nos lo|la|los|las pagaron|pago|pagó|depositaron|transfirieron|compraron
      me|nos pagaron|pago|pagó|depositaron|deposito|transfirieron|transfirio|cancelaron|cancelo
      me|nos han|ha pagado|depositado|transferido
      recibi|recibí|recibimos|gane|ganamos|recaude|recaudamos|facture|facturamos|percibi\nme|nos dejo|dejaron pagado|pagada|pagados|pagadas|cancelado\nse junto|juntaron|recaudo|recaudaron|recolecto|recolectaron
      me|nos ha|han|hicieron|hizo hecho? un? bizum|yape|plin|pix|deposito|transferencia|pago|abono
      me|nos hicieron|hizo|llego|hacen una|un? transferencia|deposito|pago|abono|giro
      me|nos tiraron|tiro|soltaron|solto|pasaron|paso
      me|nos consignaron|consigno|giraron
      me|nos yapearon|yapeo|plinearon|plineo|bizumearon|nequiaron
      me? recibi|recibimos|llego|llegaron|entro|entraron|cayo un|una|dos|unos? pago|pagos|abono|deposito|transferencia|abono
      =canceló\n=pagó\n=depositó\n=transfirió
      pago|abono|deposito|transferencia de|del? un|una? cliente|clienta|clientes
      me|nos pago|pagaron|pagó el|la|los|un|una? cliente|clienta|clientes
      cliente|clienta|clientes pago|pagaron|deposito|transfirio`,
    ],
    [
      cue("earn", "ingreso", { tense: "present", rank: 2 }),
      `yape|plin|bizum|nequi|transferencia|deposito|giro|pix de|recibido|recibida|entrante`,
    ],
    [
      cue("earn", "ingreso", { tense: "present", rank: 2 }),
      `ingreso|ingresos|cobro|cobros|entrada|entradas|recibido|recibidos|recibida|recibidas\nme entra`,
    ],
    [
      cue("earn", "ingreso", { rank: 1 }),
      `me|nos dieron|dio|tocaron|entregaron|entrego|llego|llegaron|entro|entraron|cayo|cayeron|giraron|giro|mandaron|mando|enviaron|envio|regalaron|regalo|dejaron|dejo
      entro|entraron|ingresaron|ingrese|llego|llegaron|hice|hicimos|junte|juntamos|saco|sacamos|cayo|cayeron`,
    ],
    [
      cue("refund", "ingreso"),
      `me|nos devolvieron|devolvio|reembolsaron|reembolso|reintegraron|reintegro
      me|nos lo|la|los|las devolvio|devolvieron
      me|nos han|ha devuelto|reembolsado`,
    ],
  ];
}

function traspasos(): [Cue, string][] {
  return [
    [
      cue("move", "transferencia", { rank: 1 }),
      `transferi|transferimos|traspase|traspasamos|pase|pasamos|movi|movimos|deposite|depositamos|saque|sacamos|retire|retiramos|tome|tomamos|cogi|cogimos|agarre|gire|giramos|mande|envie|cambie
      me transferi|pase|deposite
      fui|fuimos a depositar|retirar|sacar|girar|transferir
      hice|hicimos|realice una|un? transferencia|deposito|giro de?
      me lleve|llevo|llevamos
      traspaso|transferencia|deposito|retiro|giro\ntraspasado|traspasados|traspasada`,
    ],
    [cue("draw", "egreso", { rank: 1 }), `para|pa =mí|mi|nosotros|la_casa|mi_casa|gastos_personales|uso_personal`],
    [
      cue("draw", "egreso"),
      `saque|sacamos|retire|retiramos|tome plata|dinero? para|pa =mí|mi|nosotros|la_casa|mi_casa|gastos_personales|uso_personal
      retiro|retiros personal|del_dueño|del_socio|personales
      me pague un|mi|el? sueldo|retiro`,
    ],
  ];
}

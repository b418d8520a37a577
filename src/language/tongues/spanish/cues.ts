import { phrases } from "../../phrases.ts";
import { cue } from "../building.ts";
import type { Cue } from "../tongue.ts";

/** Verbs and nouns that say which way money went. Typed without accents they still count, where no other word is meant. */
export const SPANISH_CUES = phrases<Cue>([
  ...egresos(),
  ...ingresos(),
  ...porPagar(),
  ...porCobrar(),
  ...abonos(),
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
      pague|pagué|pagamos|pagando|pagado|cancele|cancelé|cancelamos
      le|les|la|lo pague|pagué|pagamos|cancele|cancelamos
      hubo_que|tuve_que|tuvimos_que pagar|cancelar|comprar
      done|donamos|inverti|invertimos
      se gasto|gastaron|pago|pagaron|compro|compraron
      me|nos robaron|robo
      le|les deposite|transferi|gire|depositamos|transferimos|yapee|yapeamos|plinee
      yapee|yapeamos|plinee|tanquee|tanqueamos
      le|les devolvi|devolvimos|reembolse|tire|tiramos|solte
      devolvi|devolvimos`,
    ],
    [
      cue("spend", "egreso", { tense: "present", rank: 2 }),
      `gasto|gastos|egreso|egresos|pago|pagos|salida|salidas|desembolso
      gasto|pago de|en
      pago|pagamos|cancelo
      gastito|gastitos|pagando`,
    ],
    [cue("spend", "egreso", { rank: 2 }), `pagado|pagada|pagados|pagadas|cancelado|cancelada`],
    [
      cue("buy", "egreso"),
      `compre|compré|compramos|comprado|comprando
      me|le|les|nos compre|compramos
      he|hemos comprado
      adquiri|adquirimos|encargue`,
    ],
    [cue("buy", "egreso", { tense: "present", rank: 2 }), `compra|compras`],
    [
      cue("charged", "egreso"),
      `me|nos cobraron|cobro|cobra|descontaron|desconto|cargaron|cargo|facturaron|rebajaron|quitaron
      me|nos saco|sacaron|clavaron|clavo
      me|nos han|ha cobrado|descontado|cargado
            me vendieron|vendio
      nos vendieron|vendio`,
    ],
    [
      cue("spend", "egreso", { rank: 1 }),
      `se me|nos? fueron|fue
      le|les|la|lo di|dimos|entregue|entregamos|mande|envie|pase
      me|nos? salio|salieron|costo|costaron|sale
      perdi|perdimos|se_me_perdieron
      me|nos multaron\necho|eche|echamos|cargue|cargamos|recargue|llene|aporte|aposte|multa
      =salió\n=costó\nsalio|salieron|costaron|di|dimos|entregue|entregamos|puse|pusimos|use|ocupe|deje`,
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
      me|nos compraron|compro
      me|nos han|ha comprado
      hice|hicimos una? venta|ventas`,
    ],
    [
      cue("sell", "ingreso", { tense: "present", rank: 2 }),
      `venta|ventas|vendida|vendidos|vendidas\nventa|ventas de|del|por`,
    ],
    [
      earn,
      `cobre|cobré|cobramos|cobrado
      le|les cobre|cobré|cobramos
      he|hemos cobrado|recibido|ganado
      me|nos lo|la|los|las pagaron|pago|pagó|depositaron|transfirieron|compraron
      me|nos pagaron|pago|pagó|depositaron|deposito|transfirieron|transfirio|cancelaron|cancelo
      me|nos han|ha pagado|depositado|transferido
      recibi|recibí|recibimos|gane|ganamos|recaude|recaudamos|facture|facturamos|percibi
      me|nos hicieron|hizo|llego|hacen una|un? transferencia|deposito|pago|abono|giro
      me|nos tiraron|tiro|soltaron|solto|pasaron|paso
      me|nos yapearon|yapeo|plinearon|plineo|bizumearon|nequiaron
      me? recibi|recibimos|llego|llegaron|entro|entraron|cayo un|una|dos|unos? pago|pagos|abono|deposito|transferencia|abono
      =pagó\n=depositó\n=transfirió
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
      `propina|propinas
      me|nos dieron|dio|entregaron|entrego|llego|llegaron|entro|entraron|cayo|cayeron|giraron|giro|mandaron|mando|enviaron|envio|regalaron|regalo|dejaron|dejo
      entro|entraron|ingresaron|ingrese|llego|llegaron|hice|hicimos|junte|juntamos|saco|sacamos|cayo|cayeron`,
    ],
    [
      cue("refund", "ingreso"),
      `me|nos devolvieron|devolvio|reembolsaron|reembolso|reintegraron|reintegro
      me|nos han|ha devuelto|reembolsado`,
    ],
  ];
}

function porPagar(): [Cue, string][] {
  const due = cue("owe", "deuda", { tense: "future", direction: "por_pagar" });
  return [
    [
      due,
      `tengo|tenemos que pagar|cancelar|devolver|transferir|depositar|pagarle|pagarles|devolverle|depositarle
      hay que pagar|cancelar|devolver|pagarle
      falta|faltan pagar|cancelar
      debo|debemos|deberia pagar|cancelar|devolver|pagarle|devolverle|depositar
      me|nos toca pagar|cancelar
      voy|vamos a pagar|cancelar|pagarle
      me|nos falta|faltan por? pagar|cancelar
      =pagaré\npagaremos\nle|les pagare
      me|nos llego|llegaron la|el|una|un? boleta|factura|cuenta|cobro|multa|recibo
      vence|vencen|por_pagar|cuenta_por_pagar|cuentas_por_pagar|pendiente_de_pago|pendiente_pagar
      me|nos van a cobrar|descontar
      me|nos cobran|cobrarán|cobraran`,
    ],
    [
      cue("owe", "deuda", { direction: "por_pagar" }),
      `debo|debemos|adeudo|adeudamos
      le|les debo|debemos|adeudo
      quede|quedamos debiendo|debiendole|debiendoles
      le|les quede|quedamos debiendo|de_pagar
      se|le|les lo|la|los|las? tengo|tenemos que devolver|pagar
      se|le|les lo|la|los|las devuelvo|devolvemos|pago|pagare|devolvere
      lo|la|los|las tengo|tenemos que devolver|pagar
      estoy|estamos debiendo|debiendole
      le|les estoy|estamos debiendo
      no le|les|lo|la he|hemos pagado
      quede|quedamos con una? deuda
      deuda con|al|a`,
    ],
    [
      cue("borrow", "deuda", { direction: "por_pagar" }),
      `me|nos presto|prestaron|prestó|prestan
      me|nos han|ha prestado
      pedi|pedimos|saque|sacamos|tome|recibi|consegui|conseguimos un|el? prestamo|credito|avance
      me|nos dieron|dio|aprobaron|aprobo|otorgaron|otorgo|salio|llego|depositaron|deposito|cayo|soltaron un|el? prestamo|credito
      me|nos? consegui|conseguimos prestado|prestados|prestada
      me|nos facilito|facilitaron
      me|nos? endeude|endeudamos
      pedi|pedimos prestado|prestados|prestada|prestadas`,
    ],
    [
      cue("buy_on_credit", "deuda", { direction: "por_pagar" }),
      `me|nos fio|fiaron|fió
      compre|compramos fiado|a_credito|al_credito|al_fiado
      saque|sacamos|pedi fiado|al_fiado
      quede|quedamos de pagar|pagarle`,
    ],
  ];
}

function porCobrar(): [Cue, string][] {
  return [
    [
      cue("owed", "deuda", { tense: "future", direction: "por_cobrar" }),
      `me|nos paga|pagan
      me|nos lo|la|los|las|se_lo paga|pagan
      falta|faltan que me|nos paguen|pague|cancelen|cancele|depositen|deposite|transfieran|transfiera
      me|nos tendria|tendrian que pagar
      me|nos lo|la|los|las va|van a pagar
      me|nos va|van a pagar|depositar|transferir|devolver
      me|nos tiene|tienen que pagar|depositar|transferir|devolver
      me|nos pagara|pagaran|=pagará|=pagarán|depositara|depositaran|transferira
      queda|quedo|quedaron|quedan de|en pagarme|pagarnos|pagar
      tengo|tenemos que|por cobrar|cobrarle
      pendiente|pendientes de|por cobro|cobrar|pago
      por cobrar\ncuenta|cuentas por cobrar
      me|nos falta|faltan por? cobrar`,
    ],
    [
      cue("owed", "deuda", { direction: "por_cobrar" }),
      `me|nos lo|la|los|las? debe|deben|adeuda|adeudan|debia|debian
      me|nos quedo|quedaron debiendo
      quedo|quedaron debiendo|debiendome
      =quedó debiendo
      todavia|aun no me|nos lo|la|los|las? paga|pagan|pagado|pago|pagaron
      no me|nos lo|la|los|las? paga|pagan
      me|nos lo|la|los|las? devuelve|devuelven
      no me|nos lo|la|los|las? ha|han? pagado|pagaron|pago|cancelado|depositado
      me|nos esta|estan debiendo
      me|nos queda|quedan debiendo|por_pagar
      anda|andan debiendo`,
    ],
    [
      cue("lend", "deuda", { direction: "por_cobrar" }),
      `le|les preste|prestamos|presté
      preste|presté|he prestado`,
    ],
    [
      cue("sell_on_credit", "deuda", { direction: "por_cobrar" }),
      `le|les fie|fié|fiamos
      fie|fié|fiamos
      le|les? vendi|vendimos fiado|al_fiado|a_credito|al_credito|a_plazo
      venta fiada|a_credito|al_credito|fiado|al_fiado`,
    ],
  ];
}

function abonos(): [Cue, string][] {
  return [
    [
      cue("settle_out", "egreso", { direction: "por_pagar" }),
      `le|les? abone|aboné|abonamos
      pague|pagamos|salde|saldamos|cancele|liquide|amortice mi|la|una|parte_de|parte_de_la|parte_de_mi? deuda|prestamo|credito
      pague|pagamos la|una|mi cuota de|del prestamo|deuda|credito
      le|les? pague|pagamos lo que le|les? debia|debiamos
      salde|saldamos|amortice
      devolvi|devolvimos el|un? prestamo
      le|les devolvi|devolvimos lo que le|les debia
      abono a
      abono|pago a|de la|mi|una? deuda|prestamo|credito
      abono`,
    ],
    [
      cue("settle_in", "ingreso", { direction: "por_cobrar" }),
      `me|nos abono|abonó|abonaron|abona
      me|nos ha|han abonado
      =abonó
      abono de
      a? pagar|pagarme|cancelar|cancelarme|pago|pagó|cancelo su|lo fiado|deuda|cuenta|que_debia|que_me_debia|pendiente
      me|nos pago|pagó|pagaron|devolvio|devolvieron lo que me|nos debia|debian|preste
      me|nos pago|pagó|pagaron|cancelo|canceló|cancelaron|saldo|liquido su|la|una|el|parte_de_la|parte_de_su|una_parte_de_la|lo deuda|cuota|fiado|cuenta|saldo|fiada|atrasado
      me|nos pago|pagó|pagaron|cancelo|canceló|cancelaron lo fiado|atrasado|pendiente|que_debia|que_debian|que_le_fie|que_le_habia_fiado
      pago|pagó|pagaron lo que me? debia|debian
      me|nos devolvio|devolvieron el_prestamo|lo_prestado|la_plata_que`,
    ],
  ];
}

function traspasos(): [Cue, string][] {
  return [
    [
      cue("move", "transferencia", { rank: 1 }),
      `transferi|transferimos|traspase|traspasamos|pase|pasamos|movi|movimos|deposite|depositamos|saque|sacamos|retire|retiramos|tome|tomamos|agarre|gire|giramos|mande|envie|cambie
      me transferi|pase|deposite
      me lleve|llevo|llevamos
      traspaso|transferencia|deposito|retiro|giro`,
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

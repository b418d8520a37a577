import { cue } from "../building.ts";
import type { Cue } from "../tongue.ts";

// Verbs and nouns of what is owed, lent, and paid back.

/** «tengo que pagar», «le debo», «me prestaron». */
export function owedByUs(): [Cue, string][] {
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
      quede|quedamos debiendo|debiendole|debiendoles|a_deber|a_deberle
      le|les quede|quedo|quedamos debiendo|de_pagar
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

/** «me paga el lunes», «me deben», «le presté». */
export function owedToUs(): [Cue, string][] {
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
      me|nos quedo|quedaron debiendo|a_deber
      quedo|quedaron|queda|quedan debiendo|debiendome
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
      preste|presté
      he|hemos prestado`,
    ],
    [
      cue("sell_on_credit", "deuda", { direction: "por_cobrar" }),
      `le|les fie|fié|fiamos
      fie|fié|fiamos
      se|me lo|la|los|las? llevo|llevó|llevaron|lleva|llevan fiado|fiada|fiados|fiadas|al_fiado|a_credito
      le|les? vendi|vendimos fiado|al_fiado|a_credito|al_credito|a_plazo
      venta fiada|a_credito|al_credito|fiado|al_fiado`,
    ],
  ];
}

/** «le aboné», «pagué la deuda», «me abonó». */
export function repayments(): [Cue, string][] {
  return [
    [
      cue("settle_out", "egreso", { direction: "por_pagar" }),
      `le|les? abone|aboné|abonamos
      pague|pagamos|salde|saldamos|cancele|liquide|amortice mi|mis|las|la|una|parte_de|parte_de_la|parte_de_mi? deuda|deudas|prestamo|credito
      pague|pagamos la|una|mi cuota de|del prestamo|deuda|credito
      le|les? pague|pagamos lo que le|les? debia|debiamos
      salde|saldamos|amortice
      saldada|saldado|pagada|pagado|cancelada|cancelado mi deuda|prestamo|credito|fiado
      devolvi|devolvimos el|un? prestamo
      le|les devolvi|devolvimos lo que le|les debia
      hice|hicimos|realice un? abono de?
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

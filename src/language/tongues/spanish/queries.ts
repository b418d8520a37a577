import type { Metric } from "../../reading.ts";
import { phrases } from "../../words/phrases.ts";
import type { QueryWord } from "../tongue.ts";

/** What people ask of their books. Of several metrics in a message the one with the higher rank is meant. */
export const SPANISH_QUERIES = phrases<QueryWord>([
  asks(
    "saldo",
    5,
    `saldo|saldos|balance|caja
    cuanto|cuanta plata|dinero|lana|guita|varo|lucas|billete|efectivo|caja? tengo|hay|queda|me_queda|tenemos|nos_queda|va_quedando
    cuanto|cuanta plata|dinero|lana|guita|varo|lucas|billete? tengo|tenemos|hay|queda
    cuanto|cuanta plata|dinero|lana|guita|varo|lucas|billete|efectivo? tengo|hay|queda|me_queda|tenemos|llevo en la|el|mi? caja|banco|plata|efectivo|cuenta
    como|que esta|anda|va|hay en? la|mi? caja`,
  ),
  asks(
    "resumen",
    4,
    `resumen|resumencito|reporte|informe|estado_de_resultados|balance_del_mes
    como|que_tal vamos|voy|ando|estuvo|me_fue|nos_fue|nos_va|me_va|me_esta_yendo
    como va|van|estan|esta el|la|las|los|mi? negocio|cosas|numeros|ventas|mes|cuentas|local|tienda`,
  ),
  asks(
    "resultado",
    6,
    `numeros rojos\nventas menos gastos\ningresos menos egresos|gastos\nsaldo? a favor|en_contra\nlucas limpias\nganando|perdiendo plata|dinero|lana|guita|varo|lucas|billete
    utilidad|utilidades|ganancia|ganancias|resultado|margen|rentabilidad|perdida|perdidas
    gane|ganamos o perdi|perdimos
    cuanto me|nos queda|quedo limpio|neto|de_ganancia|despues_de_gastos
    cuanto gane|ganamos|he_ganado|hemos_ganado|llevo_ganado|perdi|perdimos|estoy_ganando|me_queda_limpio|gano
    gane|ganamos plata`,
  ),
  asks(
    "egresos",
    5,
    `gastos|egresos|compras|gastado|salidas
    cuanto|cuanta|que plata|dinero|lana|guita|varo|lucas|billete? bote|botamos|se_nos_ha_ido|se_me_ha_ido|se_ha_ido|me_ha_costado|me_costo|nos_costo
    cuanto|cuanta|que plata|dinero|lana|guita|varo|lucas|billete? gaste|gastamos|he_gastado|hemos_gastado|llevo_gastado|llevamos_gastado|llevo|pague|pagamos|he_pagado|compre|compramos|se_fue|se_me_fue|gasto|se_gasto|se_ha_gastado|gastamos
    gasto|gastos total|totales
    total de? gastos|egresos|gastado|compras|pagado|comprado
    lo? que|cuanto llevo|llevamos|va gastado|pagado|comprado
    cuanto|cuanta bencina|petroleo|plata|pan|gas? le|les? he|hemos echado|puesto|pagado|comprado
    cuanto|cuanta he|hemos echado|puesto|invertido|gastado|comprado`,
  ),
  asks(
    "egresos_por_categoria",
    7,
    `en que|cual rubro|categoria|cosas|cosa gaste|gasto|gastamos|he_gastado|se_gasta|se_me_va
    en que gaste|gasto|gastamos|he_gastado|hemos_gastado|estoy_gastando|se_me_va|se_va|se_fue|se_me_fue|se_gasta|gasto_mas
    gastos|egresos por categoria|categorias|rubro|tipo\ncategorias
    egresos|gastos|los? por|segun tipo|categoria|rubro
    reparten|reparte|desglosado|desglosados|separado|separados por tipo|categoria|rubro
    desglose|detalle de? los|mis? gastos|egresos\nmayores gastos\ngastos mas grandes|altos\nmayor gasto\ngasto mas grande|alto|mayor`,
  ),
  asks(
    "ingresos",
    5,
    `ventas|ingresos|recaudacion|recaudado|entradas
    cuanto|cuanta|cuantas|que plata|dinero|lana|guita|varo|lucas|billete|ventas? vendi|vendimos|he_vendido|hemos_vendido|llevo_vendido|llevamos_vendido|cobre|cobramos|ingreso|entro|recibi|se_vendio|facture|hice|vendo|se_ha_vendido|ha_entrado|hemos_hecho
    total de? ventas|vendido|ingresos|cobrado|recibido
    lo? que|cuanto llevo|llevamos|va vendido|cobrado
    cuanto|cuanta me|nos han? pagado|depositado|transferido|comprado
    cuanto|cuantas llevo|llevamos de|en? ventas|vendido|ingresos`,
  ),
  asks(
    "por_cobrar",
    8,
    `quien|quienes|cuanto|cuantos|cuanta|que plata|dinero|lana|guita|varo|lucas|billete? me|nos debe|deben|adeuda|adeudan|falta_pagar|faltan_pagar|falta_por_pagar
    quien|quienes falta|faltan por? pagar|pagarme
    por_cobrar|cuentas_por_cobrar|fiados|deudores|morosos
    cuanto|que me|nos falta|queda|tengo|tenemos por? cobrar
    cuanto|que tengo|tenemos por cobrar
    lo? que me deben|debe\ncuanto hay por cobrar
    cuanto|que tengo|hay|tenemos fiado|en_fiado|fiados
    cuanto|quien|quienes|que me|nos esta|estan|quedo|quedaron debiendo
    pendiente|pendientes de|por cobro|cobrar\nplata pendiente de cobro
    cuentas? por cobrar\nfalta|faltan por? cobrar`,
  ),
  asks(
    "por_pagar",
    8,
    `a? quien|quienes|cuanto|cuanta|que plata|dinero|lana|guita|varo|lucas|billete? le|les? debo|debemos
    por_pagar|cuentas_por_pagar|deudas|mis_deudas
    cuanto|que tengo|tenemos|hay por pagar
    todo? lo? que adeudo|adeudamos|debemos\nmis deudas
    cuanto me|nos? falta|queda por? pagar|pagarle|pagarles
    cuanto le|les? estoy|estamos debiendo
    cuanto me falta por? pagar\nlo que debo\ncuentas? por pagar\na_quienes|a_quien|cuanto estoy|estamos debiendo`,
  ),
  asks(
    "vencimientos",
    9,
    `vencimientos|vencimiento|pagos_pendientes
    que|cual|cuales|cuando|cuanto cosas|cuentas|pagos|facturas|deudas? se? me|nos? vence|vencen|viene|vienen
    que|cuando|cuanto tengo|tenemos|hay|debo que? pagar
    se? me|nos? vence|vencen algo|cosas|pagos|cuentas
    alguna|algun|algunas cuenta|pago|factura|boleta|cuentas que? vence|venza|vencen|por_vencer
    algo que? vence|venza|por_vencer
    que pagos|cuentas tengo|vienen|hay|tenemos
    proximos pagos|vencimientos\nque se|me viene
    cuando vence|pago|me_toca`,
  ),
  asks(
    "listado",
    6,
    `movimientos|listado|lista|historial|detalle|registros
    ultimos|ultimas|ultimo|ultima 3|5|10|20? movimientos|registros|gastos|ventas|anotaciones|compras|ingresos|pagos|movimiento|registro|gasto|venta|compra
    lista|listar|muestrame|muestra|mostrar|ver|dame|listame los|las|mis|el|todos_los|todas_las? ultimos|ultimas|3|5|10? movimientos|registros|gastos|ventas|ingresos|anotaciones|detalle|historial|compras|listado|pagos
    que he? anote|registre|anotado|registrado|tengo_anotado|tienes_anotado|anotaste|registraste|llevas_anotado
    anotaste|registraste|guardaste\ncuales son|fueron mis|los|las? movimientos|gastos|ventas|ingresos|compras`,
  ),
  asks(
    "iva",
    9,
    `iva|igv|f29
    cuanto|cuanta|que iva|igv tengo|debo|me_toca|hay|voy|llevo|sale? que|a? pagar
    cuanto|que tengo|debo|hay|voy que|a? pagar de iva|igv|f29|impuestos
    cuanto me|nos? sale|saldra|toca|viene el|de? f_29|iva|igv
    f 29 de|del|este mes|octubre|noviembre
    iva|igv a|por pagar`,
  ),
  asks(
    "exportar",
    9,
    `exportar|exporta|exportame|exporten|excel|descargar|descarga|planilla|csv|xlsx|pdf
    mandame|enviame|dame|quiero|genera|pasame|necesito el|la|un|una|mis|en? excel|planilla|csv|pdf|archivo|libro|datos|todo_en_excel
    bajar|exportar|descargar mis|los? datos|movimientos|registros|libro`,
  ),
  during("today", `hoy\nhoy dia\ndel|el dia`),
  during("yesterday", `ayer\nel dia de ayer`),
  during("this_week", `esta? semana\nde la semana\nsemanal\nla semana\nen lo que va de la semana`),
  during("last_week", `de? la? semana pasada|anterior|recien_pasada\nultima semana`),
  during("this_month", `este|el|del? mes\nmensual\nmes actual\nen el mes\nen lo que va del mes`),
  during("last_month", `el|del? mes pasado|anterior\nultimo mes`),
  during("this_year", `todo? este|el|del? ano\nanual\nen el ano`),
]);

function asks(metric: Metric, rank: number, says: string): [QueryWord, string] {
  return [{ asks: "metric", metric, rank }, says];
}

function during(period: Extract<QueryWord, { asks: "period" }>["period"], says: string): [QueryWord, string] {
  return [{ asks: "period", period }, says];
}

import { phrases } from "../../words/phrases.ts";
import { setOf, type NameWords } from "../tongue.ts";
import { SPANISH_GIVEN_NAMES } from "./given-names.ts";

export const SPANISH_NAMES: NameWords = {
  to: setOf("a al para pa con"),
  from: setOf("de del"),
  at: setOf("en donde onde"),
  articles: setOf("el la los las mi mis un una unos unas nuestro nuestra su"),
  given: SPANISH_GIVEN_NAMES,
  titles: setOf(
    "familia dr dra prof caballero don dona sr sra srta senor senora senorita tia tio vecino vecina primo prima hermano hermana compadre comadre maestro maestra caserito caserita doctor doctora profe jefe jefa suegra suegro cunado cunada mama papa hna hno hnos ing inge lic arq pastor pastora proveedor proveedora cliente clienta",
  ),
  joins: setOf("de del la los las y e &"),
  nobody: setOf(
    "cliente clienta clientes alguien todos nadie gente persona personas otro otra amigo amiga publico nosotros mi ti casa tienda local negocio av avda avenida calle pasaje psje",
  ),
  legal: setOf("spa ltda limitada eirl sa srl sas sac cia inc llc"),
};

export const SPANISH_ON_CREDIT = phrases<true>([[true, "fiado|fiada|fiados|fiadas\nal fiado\na|al credito\na plazo"]]);

export const SPANISH_REST = phrases<true>([
  [true, "el? resto|saldo|restante\nlo demas|restante\nlo que falta|falto\nla otra mitad"],
]);

export const SPANISH_PAID_WITH = phrases<true>([
  [
    true,
    "con|por|en|via la|mi|el|una? tarjeta|efectivo|debito|transferencia|cheque|redcompra|yape|plin|mercadopago|mercado_pago\npor|via banco\ncon|por|en la|mi? tarjeta terminada|que_termina en\ncon tarjeta de credito|debito\nmercado pago\nmercadopago",
  ],
]);

export const SPANISH_OWN_ACCOUNTS = phrases<true>([
  [
    true,
    `caja|banco|negocio|cajero|efectivo|billetera|ahorro|ahorros|caja_chica|mi_cuenta|la_cuenta|la_otra_cuenta
    cuenta corriente|rut|vista|ahorro|ahorros|bancaria|propia|personal|empresa
    cuenta de ahorro|ahorros|la_empresa|empresa
    cuenta del banco|negocio
    mis cuentas|ahorros\ncuentarut|bancoestado|mach|tenpo|yape|plin|mercadopago|caja_fuerte
    mercado pago\nbanco estado|de_chile|santander|bci|itau\nmi tarjeta|caja|banco|billetera|ahorro|bolsillo\nla bolsa\nchequera|alcancia`,
  ],
]);

export const SPANISH_DOCUMENT_WORDS = setOf(
  "rut ruc cuit dni run cedula rfc nit fact fac factura facturas boleta boletas guia folio nota orden oc pedido cheque ticket cotizacion doc documento comprobante operacion serie fono telefono celular cel whatsapp wsp contacto numero num nro rol notaria cabana patente box depto departamento oficina local casa piso sala mesa bus ruta calle pasaje parcela block torre bodega cuota caso codigo clave pin f form formulario articulo ley version cuenta cta lote talla turno habitacion sucursal recibo transaccion id apartamento apto dpto dto puesto casilla padron contrato placa mza cra tracking rin interno anexo interior order",
);

/** What people pay for as well: its number is no amount only beside one. */
export const SPANISH_NUMBERED = setOf(
  "medidor iphone samsung galaxy redmi suministro caja ventanilla meson anden puerta carrera poliza rodado aro modelo motor pin km kilometro talla",
);

export const SPANISH_NUMBER_SIGNS = setOf("n n° nº nro num numero no # ° º");

export const SPANISH_MEASURES = setOf(
  "kg kgs kilo kilos kl kls gr grs gramo gramos g lt lts litro litros l ml cc metro metros mt mts m2 m3 cm km kms kilometro kilometros unidad unidades uds un und caja cajas bolsa bolsas saco sacos docena docenas par pares paquete paquetes pack packs dia dias semana semanas mes meses ano anos hora horas hr hrs h min minuto minutos segundo segundos cuota cuotas vez veces persona personas cliente clientes puntos punto porcentaje por_ciento pulgadas pm am hras viaje viajes botella botellas bidon bidones lata latas porcion porciones plato platos bandeja bandejas pieza piezas rollo rollos tarro tarros grados millas ventas compras pagos gastos boletas facturas clases sesiones gb mb tb megas gigas mega watts w kw kwh kcal calorias hp cv v volts amperes pax asistentes asientos ambientes pisos dormitorios noches adultos ninos huespedes",
);

export const SPANISH_EACH = phrases<true>([
  [
    true,
    `cada|c/ una|uno\ncada\nc/u\ncu\nc / u\ncada unidad|kilo|litro|caja|bolsa|par|metro|saco|docena|hora|clase|plato
    la|el|por|x|c/ unidad|kilo|kg|litro|lt|caja|bolsa|par|metro|saco|docena|pieza|hora|clase|plato|porcion|persona|viaje|cabeza|paquete|pack|dia|jornada|turno|semana|noche|sesion|visita|bandeja|bidon|atado|malla|gramo|tira|vuelta`,
  ],
]);

export const SPANISH_TAX = phrases<"added" | "included">([
  ["added", `mas|+|sumarle|sumale|agregale|agregarle|sumar|agregar|falta|falto|faltaba|faltaria el? iva|igv`],
  [
    "included",
    `iva|igv incluido|incluida|inc|incl\nya? con|c/ iva|igv incluido?\nincluido|incluye|incluyendo el? iva|igv`,
  ],
]);

export const SPANISH_FILLERS = setOf(
  `a al ante con de del desde e el ella ellos en entre es esa ese eso esta este esto fue fueron era eran ha han hay la las le les lo los
   mas me mi mis muy nos o pa pal para pero por porque pos po pue pues que se si sin sobre son su sus te tu un una unas uno unos y ya
   oye hola lucas anota anotame anotar registra registrame registrar agrega agregame agregar apunta apuntame apuntar ingresa ponme pone pon
   porfa porfavor favor gracias como casi aprox aproximadamente unos cerca total efectivo tarjeta transferencia debito recien tambien ademas
   solo solamente nomas no nuevo nueva hoy dia buenas buenos dias tardes noches este esta mira sabes saben luego despues entonces ahi
   todo todito resto debia debian debe deben
   mitad falta faltaba faltaban neto
   ida vuelta regreso uf uff ufff uy ups ay
   valor monto suma plata dinero x cu cada bueno chilenos chileno antes hasta manana tarde noche mediodia mucho mucha harto harta poco bastante caleta ah eh mm mmm ok listo perdon jaja jajaja otra otro otros tipo
   fui fuimos ir pase pasamos anduve me compro compre hice hicimos pago pagos gasto gastos compra ingreso ingresos egreso egresos venta ventas tuve tuvimos hacer amigo bot mas menos`,
);

export const SPANISH_SHORTHAND: Readonly<Record<string, string>> = {
  q: "que",
  ke: "que",
  d: "de",
  dl: "del",
  dla: "de",
  xq: "porque",
  pq: "porque",
  tb: "tambien",
  tbn: "tambien",
  oy: "hoy",
  ise: "hice",
  hise: "hice",
  xfa: "porfa",
  plis: "porfa",
  dsp: "despues",
  cnto: "cuanto",
  cto: "cuanto",
  qnto: "cuanto",
  aora: "ahora",
  aller: "ayer",
  haller: "ayer",
  vno: "bueno",
  vndi: "vendi",
  page: "pague",
  pagarn: "pagaron",
  comprarn: "compraron",
  depositarn: "depositaron",
  gsate: "gaste",
  gste: "gaste",
  cmpre: "compre",
  wen: "buen",
  vta: "venta",
  vtas: "ventas",
  oi: "hoy",
  ayr: "ayer",
  gaz: "gas",
  xa: "para",
};

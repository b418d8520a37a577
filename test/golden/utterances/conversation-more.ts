import type { LastEntry, Patch, Query } from "#language";

import { into, LAST, out, owe, owed, tagged, TODAY, type Utterance } from "./utterance.ts";

type Rest = Pick<Utterance, "voice" | "country">;

const fix = (text: string, last: LastEntry, patch: Patch, rest: Rest = {}): Utterance => ({
  text,
  type: "correccion",
  last,
  patch,
  ...rest,
});

const query = (text: string, asked: Partial<Query>, country?: string): Utterance => ({
  text,
  type: "consulta",
  query: asked,
  ...(country === undefined ? {} : { country }),
});

const entry = (rest: Partial<LastEntry>): LastEntry => ({ ...LAST, ...rest });

const PENDING = entry({ state: "pending_confirmation" });
const CAKE = entry({
  type: "ingreso",
  amount_minor: 85_000,
  concept: "torta",
  category: "ventas",
});
const FIADO = entry({
  type: "deuda",
  amount_minor: 40_000,
  concept: "fiado",
  category: "ventas",
  counterparty: "Juan",
});
const WAGE = entry({
  amount_minor: 350_000,
  concept: "sueldo",
  category: "sueldos",
  counterparty: "Daniela",
});
const RENT = entry({ amount_minor: 1_200_000, concept: "arriendo local", category: "arriendo" });
const PRINTER = entry({ amount_minor: 100_000, concept: "impresora", category: "equipamiento" });
const COFFEE = entry({ amount_minor: 12_500, concept: "café", category: "alimentacion" });
const TAXI_PE = entry({
  amount_minor: 5_400,
  currency: "PEN",
  concept: "taxi",
  category: "transporte",
});
const FUEL_AR = entry({ amount_minor: 1_500_000, currency: "ARS", concept: "nafta" });
const TACOS_MX = entry({
  type: "ingreso",
  amount_minor: 35_000,
  currency: "MXN",
  concept: "tacos",
  category: "ventas",
});
const FUEL_BR = entry({ amount_minor: 5_400, currency: "BRL", concept: "gasolina" });
const FUEL_US = entry({ amount_minor: 5_400, currency: "USD", concept: "gas" });

export const CONVERSATION_MORE: Utterance[] = [
  // The amount
  ...tagged("correction", [
    fix("no, 45 no más", LAST, { amount_minor: 45_000 }),
    fix("puse mal el monto, son 54.900", LAST, { amount_minor: 54_900 }),
    fix("*49.500", LAST, { amount_minor: 49_500 }),
    fix("me ekivoque eran 62 lucas 🤦", LAST, { amount_minor: 62_000 }),
    fix("en vez de 54 eran 46", LAST, { amount_minor: 46_000 }),
    fix("cámbialo a 60 lucas porfa", LAST, { amount_minor: 60_000 }),
    fix("Mejor pon 48.200", LAST, { amount_minor: 48_200 }),
    fix("corrige: 57 mil", LAST, { amount_minor: 57_000 }),
    fix("ay me comí un cero! son 540.000", LAST, { amount_minor: 540_000 }),
    fix("le sobra un cero a ese gasto", LAST, { amount_minor: 5_400 }),
    fix("chuta, 45 eran, se me dieron vuelta los números", LAST, { amount_minor: 45_000 }),
    fix("no po, cincuenta y seis", LAST, { amount_minor: 56_000 }),
    fix(
      "no espera eran cuarenta y cinco quinientos",
      LAST,
      { amount_minor: 45_500 },
      {
        voice: true,
      },
    ),
    fix("eh no este fueron sesenta y dos mil", LAST, { amount_minor: 62_000 }, { voice: true }),
    fix("la bencina salió 50, no 54", LAST, { amount_minor: 50_000 }),
    fix("no era tanto\n38 lucas nomas", LAST, { amount_minor: 38_000 }),
    fix("EL VALOR ESTA MALO SON 45700", LAST, { amount_minor: 45_700 }),
    fix("quise decir 64", LAST, { amount_minor: 64_000 }),
    fix("donde dice 54 debe decir 53 mil 500", LAST, { amount_minor: 53_500 }),
    fix("modifica el total a $70.000.-", LAST, { amount_minor: 70_000 }),
    fix("te dije mal, la boleta 88213 dice 52.480", LAST, { amount_minor: 52_480 }),
    fix("la torta la vendí en 80, no en 85", CAKE, { amount_minor: 80_000 }),
    fix("nooo cobré 90 en realidad", CAKE, { amount_minor: 90_000 }),
    fix("un palo cien es el arriendo, lo anoté mal", RENT, { amount_minor: 1_100_000 }),
    fix("le pagué 380, no 350", WAGE, { amount_minor: 380_000 }),
    fix("doce novecientos era", COFFEE, { amount_minor: 12_900 }, { voice: true }),
    fix("no me debe 40 sino 45", FIADO, { amount_minor: 45_000 }),
    fix(
      "UF 3,8 y no 3,5 porfavor",
      entry({ amount_minor: 35_000, currency: "UF", concept: "arriendo", category: "arriendo" }),
      { amount_minor: 38_000 },
    ),
    fix("eran 130 dólares, ojo", entry({ amount_minor: 12_000, currency: "USD", concept: "dominio", category: null }), {
      amount_minor: 13_000,
    }),
    fix("era más IVA", PRINTER, { amount_minor: 119_000 }),
    fix(
      "se me olvidó sumarle el iva a eso",
      entry({ amount_minor: 50_000, concept: "flete", category: "transporte" }),
      { amount_minor: 59_500 },
    ),
    fix("con IVA incluido quedó en 119 lucas, arréglalo", PRINTER, { amount_minor: 119_000 }),
    fix("nada que ver, fueron 38 solcitos", TAXI_PE, { amount_minor: 3_800 }, { country: "PE" }),
    fix("42.50 era, disculpa", TAXI_PE, { amount_minor: 4_250 }, { country: "PE" }),
    fix(
      "oe son 1,285.00 no 1,258",
      entry({ amount_minor: 125_800, currency: "PEN", concept: "mercadería", category: "insumos" }),
      { amount_minor: 128_500 },
      { country: "PE" },
    ),
    fix("poné 18 lucas, le pifié", FUEL_AR, { amount_minor: 1_800_000 }, { country: "AR" }),
    fix("no, 22 fueron", FUEL_AR, { amount_minor: 2_200_000 }, { country: "AR" }),
    fix("no manches, fueron 380", TACOS_MX, { amount_minor: 38_000 }, { country: "MX" }),
    fix(
      "corrígele, son $1,350.50",
      entry({ amount_minor: 130_050, currency: "MXN", concept: "refacciones", category: null }),
      { amount_minor: 135_050 },
      { country: "MX" },
    ),
    fix(
      "qué pena con usted, eran 95 mil",
      entry({ amount_minor: 8_000_000, currency: "COP", concept: "queso", category: "insumos" }),
      { amount_minor: 9_500_000 },
      { country: "CO" },
    ),
    fix(
      "nde, 270 mil era",
      entry({ amount_minor: 250_000, currency: "PYG", concept: "carne", category: "insumos" }),
      { amount_minor: 270_000 },
      { country: "PY" },
    ),
    fix(
      "perdoná, me salió 1.950",
      entry({ amount_minor: 180_000, currency: "UYU", concept: "garrafa", category: null }),
      { amount_minor: 195_000 },
      { country: "UY" },
    ),
    fix("44 y además fue ayer", LAST, { amount_minor: 44_000, date: "2026-11-17" }),
    fix("no 54 sino 59, y ponlo en transporte", LAST, {
      amount_minor: 59_000,
      category: "transporte",
    }),
    fix("sí, pero eran 48", PENDING, { amount_minor: 48_000 }),
    fix("ok pero con 52.500", PENDING, { amount_minor: 52_500 }),
  ]),

  // The day
  ...tagged("correction", [
    fix("ojo q eso fue ayer", LAST, { date: "2026-11-17" }),
    fix("la compra fue el martes, no hoy", LAST, { date: "2026-11-17" }),
    fix("la fecha está mala, era el 5", LAST, { date: "2026-11-05" }),
    fix("no fue hoy, fue el viernes", CAKE, { date: "2026-11-13" }),
    fix("ponle fecha 30 de octubre", RENT, { date: "2026-10-30" }),
    fix("antes de ayer fue", LAST, { date: "2026-11-16" }),
    fix("en verdad eso lo pagué el domingo", WAGE, { date: "2026-11-15" }),
    fix("cámbiale el día: 12/11", LAST, { date: "2026-11-12" }),
    fix("lo del taxi es de anoche", TAXI_PE, { date: "2026-11-17" }, { country: "PE" }),
    fix("ponelo con fecha del lunes", FUEL_AR, { date: "2026-11-16" }, { country: "AR" }),
    fix("sii pero fue ayer", PENDING, { date: "2026-11-17" }),
  ]),

  // In, out or owed
  ...tagged("correction", [
    fix("oye pero si era un ingreso", entry({ concept: "flete", category: null }), {
      type: "ingreso",
    }),
    fix("no no, esa plata entró, no salió", entry({ concept: "arreglo", category: null }), {
      type: "ingreso",
    }),
    fix("al revés, me los pagaron a mí", entry({ concept: "pintura", category: null }), {
      type: "ingreso",
    }),
    fix("es gasto po, no venta", entry({ ...CAKE, category: null }), { type: "egreso" }),
    fix("eso lo pagué yo, no me lo pagaron", entry({ ...CAKE, category: null }), {
      type: "egreso",
    }),
    fix("fue fiado", CAKE, { type: "deuda" }),
    fix("la torta todavia no me la pagan, me la quedaron debiendo", CAKE, { type: "deuda" }),
    fix("no la he pagado, quedó a crédito", PRINTER, { type: "deuda" }),
    fix("Perdón: lo saqué fiado en el almacén", COFFEE, { type: "deuda" }),
    fix(
      "no fue de contado, la venta fue a crédito",
      TACOS_MX,
      { type: "deuda" },
      {
        country: "MX",
      },
    ),
    fix("anótalo como deuda mejor", LAST, { type: "deuda" }),
  ]),

  // Where it belongs
  ...tagged("correction", [
    fix("eso va en transporte", LAST, { category: "transporte" }),
    fix("no es comida, es insumo", COFFEE, { category: "insumos" }),
    fix("muévelo a mantención", LAST, { category: "mantencion" }),
    fix("clasificalo como equipamiento", FUEL_AR, { category: "equipamiento" }, { country: "AR" }),
    fix("la categoria correcta es publicidad", PRINTER, { category: "marketing" }),
    fix("era pa mi casa, ponlo como retiro mío", LAST, { category: "retiros" }),
    fix("mal clasificado!! servicios básicos", LAST, { category: "servicios_basicos" }),
    fix("esto tendría que estar en salud", TAXI_PE, { category: "salud" }, { country: "PE" }),
    fix("ya, pero déjalo en alimentación", PENDING, { category: "alimentacion" }),
  ]),

  // Who it was
  ...tagged("correction", [
    fix("no era Juan, era Ignacio", FIADO, { counterparty: "Ignacio" }),
    fix("me confundí de clienta, fue la señora Olga", CAKE, { counterparty: "señora Olga" }),
    fix("falta el proveedor: Agrosuper", COFFEE, { counterparty: "Agrosuper" }),
    fix("el que me debe es Matías 😅", FIADO, { counterparty: "Matías" }),
    fix("el sueldo fue a la Marcela, no a la Daniela", WAGE, { counterparty: "Marcela" }),
    fix("cambia el nombre a Transportes Rojas", entry({ counterparty: "Transportes Rosas" }), {
      counterparty: "Transportes Rojas",
    }),
    fix("está bien, pero la clienta se llama Ximena", entry({ ...CAKE, state: "pending_confirmation" }), {
      counterparty: "Ximena",
    }),
  ]),

  // Away with it
  ...tagged("correction", [
    fix("bórrame eso porfa", LAST, { delete: true }),
    fix("anula lo último", CAKE, { delete: true }),
    fix("elimina ese gasto", LAST, { delete: true }),
    fix("no lo registres", PENDING, { delete: true }),
    fix("quita la bencina, al final no cargué", LAST, { delete: true }),
    fix("me arrepentí, sácalo", LAST, { delete: true }),
    fix("está repetido, ya te lo había mandado, eliminalo", LAST, { delete: true }),
    fix("cancela ese movimiento", WAGE, { delete: true }),
    fix("la venta se cayó, bórrala", CAKE, { delete: true }),
    fix("échalo pa atrás", LAST, { delete: true }),
    fix("borralo che", FUEL_AR, { delete: true }, { country: "AR" }),
    fix("sacá eso que lo mandé sin querer", FUEL_AR, { delete: true }, { country: "AR" }),
    fix("quítalo porfis, era de otro chat", TACOS_MX, { delete: true }, { country: "MX" }),
    fix("deshaz lo que acabas de anotar", LAST, { delete: true }),
    fix("esa compra nunca existió, suprimir", PRINTER, { delete: true }),
  ]),

  // In other languages
  ...tagged("correction", [
    fix("não, foram 45 reais", FUEL_BR, { amount_minor: 4_500 }, { country: "BR" }),
    fix("errei, o certo é 62,50", FUEL_BR, { amount_minor: 6_250 }, { country: "BR" }),
    fix("apaga isso aí", FUEL_BR, { delete: true }, { country: "BR" }),
    fix("isso foi ontem", FUEL_BR, { date: "2026-11-17" }, { country: "BR" }),
    fix("muda pra transporte", FUEL_BR, { category: "transporte" }, { country: "BR" }),
    fix(
      "na verdade foi fiado",
      entry({
        ...FUEL_BR,
        type: "ingreso",
        concept: "bolo",
        category: "ventas",
      }),
      { type: "deuda" },
      { country: "BR" },
    ),
    fix("sorry, it was 45 not 54", FUEL_US, { amount_minor: 4_500 }, { country: "US" }),
    fix("make it 62.75", FUEL_US, { amount_minor: 6_275 }, { country: "US" }),
    fix("scratch that, delete it", FUEL_US, { delete: true }, { country: "US" }),
    fix("that was yesterday", FUEL_US, { date: "2026-11-17" }, { country: "US" }),
    fix("wrong category, should be rent", FUEL_US, { category: "arriendo" }, { country: "US" }),
    fix(
      "not Mike, it was Steve",
      entry({ ...FUEL_US, type: "ingreso", category: "ventas", counterparty: "Mike" }),
      { counterparty: "Steve" },
      { country: "US" },
    ),
  ]),

  // It sounds like a correction and is a movement of its own
  ...tagged("correction", [
    {
      text: "cambio de aceite 35 lucas",
      type: "egreso",
      last: LAST,
      movements: [out(35_000, { category: "mantencion" })],
    },
    {
      text: "me equivoqué de micro y tuve que tomar un taxi, pagué 7 lucas",
      type: "egreso",
      last: LAST,
      movements: [out(7_000, { category: "transporte" })],
    },
    {
      text: "no fue un mal día, vendimos 230 mil",
      type: "ingreso",
      last: LAST,
      movements: [into(230_000, { category: "ventas" })],
    },
    {
      text: "le corregí el vestido a la señora Elba y me pagó 12 mil",
      type: "ingreso",
      last: CAKE,
      movements: [into(12_000, { party: "señora Elba" })],
    },
    {
      text: "mejor pedí un uber, 5.600 me cobró",
      type: "egreso",
      last: LAST,
      movements: [out(5_600, { category: "transporte" })],
    },
    {
      text: "en vez de la Copec fui a otra bomba y le puse 40 lucas de petróleo",
      type: "egreso",
      last: COFFEE,
      movements: [out(40_000, { category: "combustible" })],
    },
    {
      text: "no alcancé a ir al banco pero igual le pagué 90 lucas al José por el flete",
      type: "egreso",
      last: WAGE,
      movements: [out(90_000, { party: "José", category: "transporte" })],
    },
    {
      text: "perdón la demora, ayer vendí 64.500",
      type: "ingreso",
      last: LAST,
      movements: [into(64_500, { date: "2026-11-17" })],
    },
    {
      text: "saqué 30 lucas de la caja para mí",
      type: "egreso",
      last: CAKE,
      movements: [out(30_000, { category: "retiros" })],
    },
    {
      text: "eran 3 cajas de tomate, pagué 27 mil por todas",
      type: "egreso",
      last: LAST,
      movements: [out(27_000)],
    },
    {
      text: "me devolvieron 8 lucas que me habían cobrado mal",
      type: "ingreso",
      last: LAST,
      movements: [into(8_000)],
    },
    {
      text: "anulé la hora al dentista y me cobraron 15.000 igual",
      type: "egreso",
      last: PRINTER,
      movements: [out(15_000, { category: "salud" })],
    },
    {
      text: "no me alcanzó, así que la Nancy me prestó 50 lucas",
      type: "deuda",
      last: LAST,
      movements: [owe(50_000, { party: "Nancy" })],
    },
  ]),

  // What went out
  ...tagged("question", [
    query("dime cuánto se me fue ayer", { metric: "egresos", period: "yesterday" }),
    query("quiero saber lo gastado en bencina este mes", {
      metric: "egresos",
      period: "this_month",
      category: "combustible",
    }),
    query("me podrías decir qué tanto llevo pagado de arriendo en el año?", {
      metric: "egresos",
      period: "this_year",
      category: "arriendo",
    }),
    query("gastos?", { metric: "egresos", period: null }),
    query("gasto total octubre", { metric: "egresos", period: "2026-10" }),
    query("a cuanto asienden los gastos de la semana pasada", {
      metric: "egresos",
      period: "last_week",
    }),
    query("cuanto e gastado en publisidad este año", {
      metric: "egresos",
      period: "this_year",
      category: "marketing",
    }),
    query("cuánta plata boté en uber la semana pasada", {
      metric: "egresos",
      period: "last_week",
      category: "transporte",
    }),
    query("necesito el total de sueldos de septiembre", {
      metric: "egresos",
      period: "2026-09",
      category: "sueldos",
    }),
    query("cuanto nos salio la luz en agosto", {
      metric: "egresos",
      period: "2026-08",
      category: "servicios_basicos",
    }),
    query("¿cuánto le he pagado a la Marta este mes?", {
      metric: "egresos",
      period: "this_month",
      counterparty: "Marta",
    }),
    query("che cuánto llevo gastado en nafta?", { metric: "egresos", period: null, category: "combustible" }, "AR"),
    query(
      "cuánta lana se me fue en gasolina la semana pasada",
      { metric: "egresos", period: "last_week", category: "combustible" },
      "MX",
    ),
    query("kuanto gaste oy", { metric: "egresos", period: "today" }),
    query("CUANTO LLEVAMOS EN COMIDA ESTA SEMANA", {
      metric: "egresos",
      period: "this_week",
      category: "alimentacion",
    }),
    query("lo que pagué de remedios en julio, cuánto fue", {
      metric: "egresos",
      period: "2026-07",
      category: "salud",
    }),
    query("cuánto me ha cobrado el banco en comisiones este año", {
      metric: "egresos",
      period: "this_year",
      category: "financieros",
    }),
    query("sumame los egresos de hoy", { metric: "egresos", period: "today" }, "AR"),
    query("en taller y reparaciones cuánto va este mes?", {
      metric: "egresos",
      period: "this_month",
      category: "mantencion",
    }),
    query("cuánto he retirado para mí en noviembre", {
      metric: "egresos",
      period: "2026-11",
      category: "retiros",
    }),
    query("y ayer?", { period: "yesterday" }),
    query("cuánto desembolsé en diciembre", { metric: "egresos", period: "2025-12" }),
    query("cuánto le compré a Distribuidora Andina el mes pasado", {
      metric: "egresos",
      period: "2026-10",
      counterparty: "Distribuidora Andina",
    }),
    query("Me tinca que gasté caleta este mes, cuánto va?", {
      metric: "egresos",
      period: "this_month",
    }),
    query("cuánto se nos ha ido en suscripciones este año", {
      metric: "egresos",
      period: "this_year",
      category: "suscripciones",
    }),
    query(
      "causa en pasajes cuánto gasté ayer",
      { metric: "egresos", period: "yesterday", category: "transporte" },
      "PE",
    ),
  ]),

  // What came in
  ...tagged("question", [
    query("ventas hoy", { metric: "ingresos", period: "today" }),
    query("cuánto vendimos ayer?", { metric: "ingresos", period: "yesterday" }),
    query("pásame las ventas de la semana", { metric: "ingresos", period: "this_week" }),
    query("este mes cuánta plata ha entrado", { metric: "ingresos", period: "this_month" }),
    query("me dices cuanto hize en ventas hoy?", { metric: "ingresos", period: "today" }),
    query("qué tal las ventas de octubre", { metric: "ingresos", period: "2026-10" }),
    query("cuánto facturé el mes pasado", { metric: "ingresos", period: "2026-10" }),
    query("total de ingresos del año", { metric: "ingresos", period: "this_year" }),
    query("cuánto me ha comprado la señora Rosa este año", {
      metric: "ingresos",
      period: "this_year",
      counterparty: "señora Rosa",
    }),
    query("cuánto me pagó Constructora Lira en septiembre", {
      metric: "ingresos",
      period: "2026-09",
      counterparty: "Constructora Lira",
    }),
    query("jefe, cuánto se vendió la semana pasada", { metric: "ingresos", period: "last_week" }),
    query("a cuánto ascendió la venta de ayer", { metric: "ingresos", period: "yesterday" }),
    query("cuanto cobre x los cortes de pelo esta semana", {
      metric: "ingresos",
      period: "this_week",
    }),
    query("pasamos los dos palos en ventas este mes?", {
      metric: "ingresos",
      period: "this_month",
    }),
    query("recaudación de ayer", { metric: "ingresos", period: "yesterday" }),
    query("ventas de noviembre del año pasado", { metric: "ingresos", period: "2025-11" }),
    query("oe cuánto hemos vendido hoy pe", { metric: "ingresos", period: "today" }, "PE"),
    query("decime cuánto entró ayer", { metric: "ingresos", period: "yesterday" }, "AR"),
    query("oiga y cuánto llevamos vendido en la semana", { metric: "ingresos", period: "this_week" }, "MX"),
    {
      ...query("oye cuánto vendí en mayo", { metric: "ingresos", period: "2026-05" }),
      voice: true,
    },
  ]),

  // What there is and what is left
  ...tagged("question", [
    query("cuánta plata me queda", { metric: "saldo", period: null }),
    query("saldo", { metric: "saldo", period: null }),
    query("con cuánto cuento ahora mismo en caja", { metric: "saldo" }),
    query("q saldo tengo", { metric: "saldo", period: null }),
    query("cuánta guita hay en la caja?", { metric: "saldo", period: null }, "AR"),
    query("¿me muestras mi saldo actual?", { metric: "saldo" }),
    query("cuánto varo tengo", { metric: "saldo", period: null }, "MX"),
    query("gané o perdí plata en octubre?", { metric: "resultado", period: "2026-10" }),
    query("cuál fue la utilidad de la semana pasada", {
      metric: "resultado",
      period: "last_week",
    }),
    query("cuánto me quedó limpio este mes después de gastos", {
      metric: "resultado",
      period: "this_month",
    }),
    query("estoy en números rojos este mes??", { metric: "resultado", period: "this_month" }),
    query("utilidad neta agosto", { metric: "resultado", period: "2026-08" }),
    query("ventas menos gastos de ayer, ¿cuánto da?", {
      metric: "resultado",
      period: "yesterday",
    }),
    query("el negocio está dando pérdidas o ganancias?", { metric: "resultado", period: null }),
    query("necesito la ganancia neta de lo que va del año", { metric: "resultado", period: "this_year" }, "PE"),
  ]),

  // What is owed and falls due
  ...tagged("question", [
    query("quienes me deben", { metric: "por_cobrar", period: null }),
    query("cuánto me debe don Ramiro", {
      metric: "por_cobrar",
      period: null,
      counterparty: "don Ramiro",
    }),
    query("la Yoli cuánto me está debiendo?", { metric: "por_cobrar", counterparty: "Yoli" }),
    query("lista de fiados", { metric: "por_cobrar", period: null }),
    query("quién no me ha pagado todavía", { metric: "por_cobrar", period: null }),
    query("cuánta plata tengo pendiente de cobro", { metric: "por_cobrar", period: null }),
    query("muéstrame la libreta de los morosos", { metric: "por_cobrar", period: null }),
    query("a quién le debo plata", { metric: "por_pagar", period: null }),
    query("cuanto le estoy deviendo a los proveedores", { metric: "por_pagar", period: null }),
    query("cuánto me falta pagarle a Rigoberto", {
      metric: "por_pagar",
      counterparty: "Rigoberto",
    }),
    query("mis deudas?", { metric: "por_pagar", period: null }),
    query("mostrame todo lo que adeudo", { metric: "por_pagar", period: null }, "AR"),
    query("qué vence esta semana", { metric: "vencimientos", period: "this_week" }),
    query("hay alguna cuenta por vencer?", { metric: "vencimientos", period: null }),
    query("cuándo me toca pagar el arriendo?", { metric: "vencimientos" }),
    query("próximos vencimientos porfa", { metric: "vencimientos", period: null }),
    query("se me vence algo hoy?", { metric: "vencimientos", period: "today" }),
  ]),

  // Lists, summaries, tax and files
  ...tagged("question", [
    query("muéstrame los movimientos de ayer", { metric: "listado", period: "yesterday" }),
    query("qué anoté hoy?", { metric: "listado", period: "today" }),
    query("ver últimos registros", { metric: "listado", period: null }),
    query("detalle de movimientos octubre", { metric: "listado", period: "2026-10" }),
    query(
      "quiero ver lo que cargué hoy, pasame la lista",
      {
        metric: "listado",
        period: "today",
      },
      "AR",
    ),
    query("resumen", { metric: "resumen", period: null }),
    query("hazme un resumen de la semana pasada", { metric: "resumen", period: "last_week" }),
    query("un resumencito del mes plis 🙏", { metric: "resumen", period: "this_month" }),
    query("resúmeme cómo estuvo octubre", { metric: "resumen", period: "2026-10" }),
    query("en qué se me va la plata", { metric: "egresos_por_categoria", period: null }),
    query("gastos por categoría esta semana", {
      metric: "egresos_por_categoria",
      period: "this_week",
    }),
    query("¿en qué rubro gastamos más el mes pasado?", {
      metric: "egresos_por_categoria",
      period: "2026-10",
    }),
    query("cómo se reparten por tipo los egresos del año", {
      metric: "egresos_por_categoria",
      period: "this_year",
    }),
    query("cuánto IVA me toca pagar este mes", { metric: "iva", period: "this_month" }),
    query("cuánto de IGV me está saliendo este mes", { metric: "iva", period: "this_month" }, "PE"),
    query("en cuánto me sale el F29 de octubre?", { metric: "iva", period: "2026-10" }),
    query("tengo iva a favor?", { metric: "iva", period: null }),
    query("mándame todo en un excel", { metric: "exportar", period: null }),
    query("descargar movimientos de octubre en csv", { metric: "exportar", period: "2026-10" }),
    query("mi contadora quiere la planilla del mes pasado, me la generas?", {
      metric: "exportar",
      period: "2026-10",
    }),
    query("exportá los datos del año", { metric: "exportar", period: "this_year" }, "AR"),
  ]),

  // In other languages
  ...tagged("question", [
    query("quanto eu gastei ontem?", { metric: "egresos", period: "yesterday" }, "BR"),
    query("me diz quanto vendi essa semana", { metric: "ingresos", period: "this_week" }, "BR"),
    query("quem tá me devendo?", { metric: "por_cobrar", period: null }, "BR"),
    query("qual o saldo do caixa", { metric: "saldo", period: null }, "BR"),
    query("quanto paguei de aluguel em setembro", { metric: "egresos", period: "2026-09", category: "arriendo" }, "BR"),
    query("vendas de hj", { metric: "ingresos", period: "today" }, "BR"),
    query("ainda devo quanto pro Marcos?", { metric: "por_pagar", counterparty: "Marcos" }, "BR"),
    query("faz um resumo do mês passado pra mim", { metric: "resumen", period: "2026-10" }, "BR"),
    query("how much did I spend yesterday", { metric: "egresos", period: "yesterday" }, "US"),
    query("what's my balance", { metric: "saldo", period: null }, "US"),
    query("sales this week?", { metric: "ingresos", period: "this_week" }, "US"),
    query("who owes me money", { metric: "por_cobrar", period: null }),
    query("show me last month's summary", { metric: "resumen", period: "2026-10" }),
    query("how much did we pay in rent in July", { metric: "egresos", period: "2026-07", category: "arriendo" }, "US"),
    query("am I making a profit this year?", { metric: "resultado", period: "this_year" }, "US"),
    query("export everything to excel pls", { metric: "exportar", period: null }),
  ]),

  ...tagged("ask", [
    { text: "me equivoqué", type: "correccion", asks: "what_to_change", last: LAST },
    { text: "quedó malo ese registro", type: "correccion", asks: "what_to_change", last: CAKE },
    {
      text: "quiero corregir lo que anoté recién",
      type: "correccion",
      asks: "what_to_change",
      last: WAGE,
    },
    {
      text: "mmm no, lo anotaste mal",
      type: "correccion",
      asks: "what_to_change",
      last: LAST,
    },
    {
      text: "cargaste mal el gasto",
      country: "AR",
      type: "correccion",
      asks: "what_to_change",
      last: FUEL_AR,
    },
    {
      text: "that entry is wrong",
      country: "US",
      type: "correccion",
      asks: "what_to_change",
      last: FUEL_US,
    },
    {
      text: "tá errado isso que vc anotou",
      country: "BR",
      type: "correccion",
      asks: "what_to_change",
      last: FUEL_BR,
    },
    {
      text: "hoy pagué la cuenta de la luz",
      type: "egreso",
      asks: "amount",
      movements: [out(null, { category: "servicios_basicos" })],
    },
    {
      text: "vendí todas las empanadas 🎉",
      type: "ingreso",
      asks: "amount",
      movements: [into(null)],
    },
    {
      text: "ya me pagó la señora Gladys",
      type: "ingreso",
      asks: "amount",
      movements: [into(null, { party: "señora Gladys" })],
    },
    {
      text: "le fié a la vecina del 302",
      type: "deuda",
      asks: "amount",
      movements: [owed(null)],
    },
    {
      text: "le eché bencina a la camioneta a las 8",
      type: "egreso",
      asks: "amount",
      movements: [out(null, { category: "combustible" })],
    },
    {
      text: "gasté 12 en pan",
      type: "egreso",
      asks: "which_amount",
      movements: [out(null, { date: TODAY })],
    },
    {
      text: "compré 20 de petroleo",
      type: "egreso",
      asks: "which_amount",
      movements: [out(null, { category: "combustible" })],
    },
    {
      text: "le pagué 35 al maestro por el enchufe",
      type: "egreso",
      asks: "which_amount",
      movements: [out(null)],
    },
    {
      text: "cobré 60 por la gasfitería",
      type: "ingreso",
      asks: "which_amount",
      movements: [into(null)],
    },
    {
      text: "ayer gasté 45.300",
      type: "egreso",
      asks: "concept",
      movements: [out(45_300, { date: "2026-11-17" })],
    },
    {
      text: "se me fueron como 70 lucas hoy",
      type: "egreso",
      asks: "concept",
      movements: [out(70_000)],
    },
    {
      text: "hice un gasto de S/ 120.50",
      country: "PE",
      type: "egreso",
      asks: "concept",
      movements: [out(12_050, { currency: "PEN" })],
    },
    { text: "30 mil Carlos", type: "otro", asks: "direction" },
    { text: "transferencia 85.000 Paola Reyes", type: "otro", asks: "direction" },
  ]),
];

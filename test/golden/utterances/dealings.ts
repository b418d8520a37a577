import { into, out, owe, owed, tagged, type Expected, type Utterance } from "./utterance.ts";

function moved(amount: number, rest: Expected = {}): Expected {
  return { type: "transferencia", amount, ...rest };
}

/** Chilean messages about dealings: several at once, products, tax, currencies, dates, debts and own money. */
export const DEALINGS: Utterance[] = [
  ...tagged("several", [
    {
      text: "Hoy vendí 85.000 en empanadas y gasté 32.000 en harina",
      type: "ingreso",
      movements: [into(85_000, { category: "ventas" }), out(32_000, { category: "insumos" })],
    },
    {
      text: "compre verduras 18 lucas, carne 42 y bebidas 15",
      type: "egreso",
      movements: [out(18_000), out(42_000), out(15_000)],
    },
    {
      text: "Movimientos de hoy:\n- venta caja $154.300\n- pago panadero $23.500\n- peaje $3.200",
      type: "ingreso",
      movements: [into(154_300, { category: "ventas" }), out(23_500), out(3_200, { category: "transporte" })],
    },
    {
      text: "pague la luz 43.210 y el agua 17.890",
      type: "egreso",
      movements: [out(43_210, { category: "servicios_basicos" }), out(17_890, { category: "servicios_basicos" })],
    },
    {
      text: "ayer vendí 60 lucas y hoy 75",
      type: "ingreso",
      movements: [
        into(60_000, { date: "2026-11-17", category: "ventas" }),
        into(75_000, { date: "2026-11-18", category: "ventas" }),
      ],
    },
    {
      text: "el lunes cobré 45 lucas por arreglar un calefont y el martes 30 por cambiar una llave",
      type: "ingreso",
      movements: [
        into(45_000, { date: "2026-11-16", category: "servicios" }),
        into(30_000, { date: "2026-11-17", category: "servicios" }),
      ],
    },
    {
      text: "vendí cuarenta lucas en completos y gasté doce en pan y cinco en palta",
      voice: true,
      type: "ingreso",
      movements: [into(40_000, { category: "ventas" }), out(12_000), out(5_000)],
    },
    {
      text: "me pagó la Sra Ximena 35 lucas x el vestido, compré hilo y cierres 8.900 y le debo 12 lucas a la bordadora",
      type: "ingreso",
      movements: [into(35_000, { party: "Sra Ximena" }), out(8_900, { category: "insumos" }), owe(12_000)],
    },
    {
      text: "pagos del mes ✅\nArriendo 380.000\nLuz 52.400\nGas 28.990\nContador 60.000",
      type: "egreso",
      movements: [
        out(380_000, { category: "arriendo" }),
        out(52_400, { category: "servicios_basicos" }),
        out(28_990, { category: "servicios_basicos" }),
        out(60_000),
      ],
    },
    {
      text: "Entraron 2 palos y medio del evento y pagué 800 lucas al personal",
      type: "ingreso",
      movements: [into(2_500_000), out(800_000, { category: "sueldos" })],
    },
    {
      text: "uber 4.500 de ida y 5.200 de vuelta",
      type: "egreso",
      movements: [out(4_500, { category: "transporte" }), out(5_200, { category: "transporte" })],
    },
    {
      text: "fié 5 lucas a la Carmen, 3 a don Beto y 8 a la Yoli",
      type: "deuda",
      movements: [owed(5_000, { party: "Carmen" }), owed(3_000, { party: "don Beto" }), owed(8_000, { party: "Yoli" })],
    },
    {
      text: "don Hernán me abonó 50 lucas y con eso le pagué 30 al ayudante",
      type: "ingreso",
      movements: [into(50_000, { direction: "por_cobrar", party: "don Hernán" }), out(30_000)],
    },
    {
      text: "bencina 30 lucas peaje 2.800 colacion 4.500",
      type: "egreso",
      movements: [
        out(30_000, { category: "combustible" }),
        out(2_800, { category: "transporte" }),
        out(4_500, { category: "alimentacion" }),
      ],
    },
    {
      text: "se me fueron 30 mil en gas, 12 mil 500 en aceite y 4 mil en servilletas 😩",
      type: "egreso",
      movements: [out(30_000), out(12_500), out(4_000)],
    },
    {
      text: "Recibí el anticipo de la novia $150.000. Compra de flores $64.000",
      type: "ingreso",
      movements: [into(150_000), out(64_000)],
    },
    {
      text: "hoy hice 48 lucas en cortes y 95 en tinturas",
      type: "ingreso",
      movements: [into(48_000, { category: "servicios" }), into(95_000, { category: "servicios" })],
    },
    {
      text: "antes de ayer compré pintura 38.990, ayer brochas 12.490 y hoy un rodillo 5.990",
      type: "egreso",
      movements: [
        out(38_990, { date: "2026-11-16" }),
        out(12_490, { date: "2026-11-17" }),
        out(5_990, { date: "2026-11-18" }),
      ],
    },
    {
      text: "compré 3 sacos de cemento en 15.600 y 20 tablas por 84 lucas",
      type: "egreso",
      movements: [out(15_600), out(84_000)],
    },
    {
      text: "Pagué sueldos\nMatías 280 lucas\nJavi 310",
      type: "egreso",
      movements: [
        out(280_000, { category: "sueldos", party: "Matías" }),
        out(310_000, { category: "sueldos", party: "Javi" }),
      ],
    },
    {
      text: "vendi un refri usado en 120 lucas y con eso compre una licuadora de 65",
      type: "ingreso",
      movements: [into(120_000), out(65_000)],
    },
    {
      text: "me depositaron 200 lucas de la junta de vecinos, pagué 45 de pasajes y me quedan 155",
      type: "ingreso",
      movements: [into(200_000), out(45_000, { category: "transporte" })],
    },
    {
      text: "el viernes le presté 40 lucas al Toño y ayer me devolvió 15",
      type: "deuda",
      movements: [owed(40_000, { date: "2026-11-13", party: "Toño" }), into(15_000, { date: "2026-11-17" })],
    },
    {
      text: "gasté luca y media en fotocopias y tres lucas en un cuaderno",
      type: "egreso",
      movements: [out(1_500), out(3_000)],
    },
    {
      text: "Compré en el Lider 25.430 y verduras en la feria 14.000, vendí 67.500",
      type: "egreso",
      movements: [out(25_430, { party: "Lider" }), out(14_000), into(67_500, { category: "ventas" })],
    },
    {
      text: "factura 4521 de harina por 89.500 pagada, y venta de tortas $132.000",
      type: "egreso",
      movements: [out(89_500, { category: "insumos" }), into(132_000, { category: "ventas" })],
    },
    {
      text: "eh pagué el arriendo trescientas lucas y también la luz cuarenta y dos y el agua diecinueve",
      voice: true,
      type: "egreso",
      movements: [
        out(300_000, { category: "arriendo" }),
        out(42_000, { category: "servicios_basicos" }),
        out(19_000, { category: "servicios_basicos" }),
      ],
    },
    {
      text: "pagué flete 15 lucas\ncobré 90 lucas x instalar cortinas\nalmuerzo 5.500",
      type: "egreso",
      movements: [out(15_000), into(90_000, { category: "servicios" }), out(5_500, { category: "alimentacion" })],
    },
    {
      text: "me pagó la Pame 20 lucas y la Dani 25, uñas las dos 💅",
      type: "ingreso",
      movements: [into(20_000, { party: "Pame" }), into(25_000, { party: "Dani" })],
    },
    {
      text: "Transporte escolar: me pagaron 4 apoderados 45.000 cada uno y eché 30 lucas de petróleo",
      type: "ingreso",
      movements: [into(180_000), out(30_000, { category: "combustible" })],
    },
    {
      text: "1) pago patente 54.300\n2) compra toldo 89.990\n3) venta feria 215.000",
      type: "egreso",
      movements: [out(54_300), out(89_990), into(215_000, { category: "ventas" })],
    },
    {
      text: "mañana tengo que pagar 120 lucas al carnicero y el viernes 80 al de las bebidas",
      type: "deuda",
      movements: [owe(120_000, { due: "2026-11-19" }), owe(80_000, { due: "2026-11-20" })],
    },
    {
      text: "me descontaron 3.500 de comision y me depositaron 96.500 de Transbank",
      type: "egreso",
      movements: [out(3_500, { category: "financieros" }), into(96_500)],
    },
    {
      text: "Vendí 50 lucas al contado y 20 fiadas a la Sra. Nancy",
      type: "ingreso",
      movements: [into(50_000, { category: "ventas" }), owed(20_000, { party: "Sra. Nancy" })],
    },
    {
      text: "compre cuero $45.000.-, pegamento $6.790.- y me pagaron una reparacion $18.000.-",
      type: "egreso",
      movements: [
        out(45_000, { category: "insumos" }),
        out(6_790, { category: "insumos" }),
        into(18_000, { category: "servicios" }),
      ],
    },
    {
      text: "compré pal local escoba 3,5 lucas, trapero 2, bolsas de basura 4,8",
      type: "egreso",
      movements: [out(3_500), out(2_000), out(4_800)],
    },
    {
      text: "gasté $15.000 en dulces y 20 dólares en una app",
      type: "egreso",
      movements: [out(15_000, { currency: "CLP" }), out(2_000, { currency: "USD" })],
    },
  ]),

  ...tagged("product", [
    { text: "vendí 15 empanadas a 1.800 c/u", type: "ingreso", movements: [into(27_000, { category: "ventas" })] },
    {
      text: "compre 4 sacos de harina a 19.500 cada uno",
      type: "egreso",
      movements: [out(78_000, { category: "insumos" })],
    },
    {
      text: "le eché 28 litros de bencina a 1.320 el litro",
      type: "egreso",
      movements: [out(36_960, { category: "combustible" })],
    },
    { text: "vendi 8 almuerzos a 4500", type: "ingreso", movements: [into(36_000, { category: "ventas" })] },
    { text: "compré tres kilos de carne a nueve mil el kilo", voice: true, type: "egreso", movements: [out(27_000)] },
    {
      text: "Cobré 6 horas de gasfitería a 15 lucas la hora",
      type: "ingreso",
      movements: [into(90_000, { category: "servicios" })],
    },
    { text: "2,5 kilos de queso a 8.000 el kilo, los compré en la vega", type: "egreso", movements: [out(20_000)] },
    {
      text: "se vendieron 20 completos en 44 lucas",
      type: "ingreso",
      movements: [into(44_000, { category: "ventas" })],
    },
    {
      text: "me arrendaron 12 sillas por 18.000 en total, me pagaron altiro",
      type: "ingreso",
      movements: [into(18_000)],
    },
    { text: "compré 100 vasos, 50 tapas y 200 bombillas, todo 13.490", type: "egreso", movements: [out(13_490)] },
    {
      text: "2 docenas de huevos vendí hoy, a 3.900 la docena 🥚",
      type: "ingreso",
      movements: [into(7_800, { category: "ventas" })],
    },
    {
      text: "ME COMPRARON 5 CHALECOS A 22 LUCAS CADA UNO",
      type: "ingreso",
      movements: [into(110_000, { category: "ventas" })],
    },
    {
      text: "hice 3 fletes hoy y cobré 25 lucas por cada flete",
      type: "ingreso",
      movements: [into(75_000, { category: "servicios" })],
    },
    { text: "les pagué a 4 temporeros, 28 mil a cada uno", type: "egreso", movements: [out(112_000)] },
    { text: "compré un pack de 24 bebidas en 15.990", type: "egreso", movements: [out(15_990)] },
    {
      text: "10 mts de tela comprados a $3.490 el metro",
      type: "egreso",
      movements: [out(34_900, { category: "insumos" })],
    },
    {
      text: "vendí 2 mesas a 80 lucas cada una y 6 sillas a 25 cada una",
      type: "ingreso",
      movements: [into(160_000, { category: "ventas" }), into(150_000, { category: "ventas" })],
    },
  ]),

  ...tagged("tax", [
    {
      text: "Compré una impresora en 120.000 más IVA",
      type: "egreso",
      movements: [out(142_800, { net: 120_000, tax: 22_800, category: "equipamiento" })],
    },
    {
      text: "me pagaron 250 lucas mas iva por la instalacion electrica",
      type: "ingreso",
      movements: [into(297_500, { net: 250_000, tax: 47_500, category: "servicios" })],
    },
    {
      text: "pagué 59.500 iva incluido por el toldo nuevo",
      type: "egreso",
      movements: [out(59_500, { net: 50_000, tax: 9_500 })],
    },
    {
      text: "vendí un mesón en $119.000 con el IVA incluido",
      type: "ingreso",
      movements: [into(119_000, { net: 100_000, tax: 19_000, category: "ventas" })],
    },
    {
      text: "compre materiales 84.034 + iva",
      type: "egreso",
      movements: [out(100_000, { net: 84_034, tax: 15_966, category: "insumos" })],
    },
    {
      text: "la mantención del camión la pagué, 180 lucas + IVA me salió",
      type: "egreso",
      movements: [out(214_200, { net: 180_000, tax: 34_200, category: "mantencion" })],
    },
    {
      text: "Pagué factura 1187 de Maderas Sur: neto 40.000, IVA 7.600, total 47.600",
      type: "egreso",
      movements: [out(47_600, { net: 40_000, tax: 7_600, party: "Maderas Sur" })],
    },
    {
      text: "le pagué al contador setenta lucas más iva",
      voice: true,
      type: "egreso",
      movements: [out(83_300, { net: 70_000, tax: 13_300 })],
    },
    { text: "pagué el IVA de octubre: $186.420", type: "egreso", movements: [out(186_420, { category: "impuestos" })] },
    { text: "F29 pagado por 142.300", type: "egreso", movements: [out(142_300, { category: "impuestos" })] },
    {
      text: "compre 5 cajas de guantes a 6 mil + iva cada una",
      type: "egreso",
      movements: [out(35_700, { net: 30_000, tax: 5_700 })],
    },
    {
      text: "cobré $45.000 (iva incl.) por el corte de pasto",
      type: "ingreso",
      movements: [into(45_000, { net: 37_815, tax: 7_185, category: "servicios" })],
    },
    {
      text: "le pagué 35.700 a la imprenta por los volantes, con iva incluido",
      type: "egreso",
      movements: [out(35_700, { net: 30_000, tax: 5_700, category: "marketing" })],
    },
  ]),

  ...tagged("currency", [
    {
      text: "pagué 8,5 UF de arriendo del local",
      type: "egreso",
      movements: [out(85_000, { currency: "UF", category: "arriendo" })],
    },
    {
      text: "me pagaron 300 dólares por una página web",
      type: "ingreso",
      movements: [into(30_000, { currency: "USD", category: "servicios" })],
    },
    { text: "pague el hosting 12,99 usd", type: "egreso", movements: [out(1_299, { currency: "USD" })] },
    {
      text: "le vendí una manta a un turista en 40 euros",
      type: "ingreso",
      movements: [into(4_000, { currency: "EUR", category: "ventas" })],
    },
    {
      text: "El seguro del local salió 1,75 UF, ya lo pagué",
      type: "egreso",
      movements: [out(17_500, { currency: "UF" })],
    },
    {
      text: "US$ 1.250 me transfirió un cliente de Miami 💸",
      type: "ingreso",
      movements: [into(125_000, { currency: "USD" })],
    },
    {
      text: "pagué quince dólares de publicidad en facebook",
      voice: true,
      type: "egreso",
      movements: [out(1_500, { currency: "USD", category: "marketing" })],
    },
    {
      text: "tengo que pagar 12 uf a la inmobiliaria el 5",
      type: "deuda",
      movements: [owe(120_000, { currency: "UF", due: "2026-12-05" })],
    },
    { text: "le debo 200 USD al Kevin", type: "deuda", movements: [owe(20_000, { currency: "USD", party: "Kevin" })] },
    {
      text: "compré repuestos en Aliexpress por US$49,90",
      type: "egreso",
      movements: [out(4_990, { currency: "USD", party: "Aliexpress" })],
    },
  ]),

  ...tagged("date", [
    { text: "ayer pagué 18 lucas de gas", type: "egreso", movements: [out(18_000, { date: "2026-11-17" })] },
    {
      text: "el sabado vendi 230 lucas en la feria",
      type: "ingreso",
      movements: [into(230_000, { date: "2026-11-14", category: "ventas" })],
    },
    {
      text: "El miércoles compré telas por 46.700",
      type: "egreso",
      movements: [out(46_700, { date: "2026-11-11", category: "insumos" })],
    },
    {
      text: "pagué el arriendo el 5, fueron 350 lucas",
      type: "egreso",
      movements: [out(350_000, { date: "2026-11-05", category: "arriendo" })],
    },
    {
      text: "el 25 le pagué 90 lucas al electricista",
      type: "egreso",
      movements: [out(90_000, { date: "2026-10-25" })],
    },
    {
      text: "hace tres días cargué bencina, 25 lucas",
      type: "egreso",
      movements: [out(25_000, { date: "2026-11-15", category: "combustible" })],
    },
    {
      text: "anteayer me depositaron 140.000 de un trabajo",
      type: "ingreso",
      movements: [into(140_000, { date: "2026-11-16" })],
    },
    {
      text: "la semana pasada compré un taladro en 64.990",
      type: "egreso",
      movements: [out(64_990, { category: "equipamiento" })],
    },
    {
      text: "el jueves de la semana pasada cobre 55 lucas x un lavado de alfombras",
      type: "ingreso",
      movements: [into(55_000, { date: "2026-11-12", category: "servicios" })],
    },
    { text: "03/11 pago patente $67.200", type: "egreso", movements: [out(67_200, { date: "2026-11-03" })] },
    {
      text: "12/09/2026 compra horno 289.000",
      type: "egreso",
      movements: [out(289_000, { date: "2026-09-12", category: "equipamiento" })],
    },
    {
      text: "para el 18 de septiembre vendi 410 lucas en anticuchos 🇨🇱",
      type: "ingreso",
      movements: [into(410_000, { date: "2026-09-18", category: "ventas" })],
    },
    {
      text: "hace dos semanas pagué 35.000 de la revisión técnica",
      type: "egreso",
      movements: [out(35_000, { date: "2026-11-04" })],
    },
    {
      text: "anoche vendí 95 lucas en el carrito",
      type: "ingreso",
      movements: [into(95_000, { date: "2026-11-17", category: "ventas" })],
    },
    {
      text: "Dulces pa vender comprados el 31 de octubre, 28.300",
      type: "egreso",
      movements: [out(28_300, { date: "2026-10-31" })],
    },
    {
      text: "el domingo gasté 34 lucas en un almuerzo con los proveedores",
      type: "egreso",
      movements: [out(34_000, { date: "2026-11-15", category: "alimentacion" })],
    },
    {
      text: "2 de nov gaste 7.800 en copias de llaves",
      type: "egreso",
      movements: [out(7_800, { date: "2026-11-02" })],
    },
    {
      text: "el viernes tengo que pagar 75 lucas del seguro",
      type: "deuda",
      movements: [owe(75_000, { due: "2026-11-20" })],
    },
    {
      text: "la cuota del camion vence el 27, son 310.000",
      type: "deuda",
      movements: [owe(310_000, { due: "2026-11-27" })],
    },
    {
      text: "Tengo que pagar la luz pasado mañana, 38.450",
      type: "deuda",
      movements: [owe(38_450, { due: "2026-11-20" })],
    },
    {
      text: "me van a pagar 180 lucas el 5 de diciembre por el matrimonio que atendí",
      type: "deuda",
      movements: [owed(180_000, { due: "2026-12-05" })],
    },
    {
      text: "hoy en la mañana tipo 9:30 vendí 22 lucas",
      type: "ingreso",
      movements: [into(22_000, { date: "2026-11-18", category: "ventas" })],
    },
    {
      text: "el lunes pasado le pagué veinte lucas al jardinero",
      voice: true,
      type: "egreso",
      movements: [out(20_000, { date: "2026-11-16" })],
    },
    {
      text: "hace un mes compré la freidora en 145 lucas y no la había anotado",
      type: "egreso",
      movements: [out(145_000, { date: "2026-10-18", category: "equipamiento" })],
    },
    {
      text: "el 15 del mes pasado pagué 48.900 en extintores",
      type: "egreso",
      movements: [out(48_900, { date: "2026-10-15" })],
    },
    {
      text: "le vendí al colegio 96 lucas en colaciones, me pagan a 30 dias",
      type: "deuda",
      movements: [owed(96_000, { due: "2026-12-18" })],
    },
    { text: "el viernes pienso comprar una vitrina de 250 lucas, ojalá alcance", type: "otro", movements: [] },
  ]),

  ...tagged("debt", [
    { text: "le debo 45 lucas al verdulero", type: "deuda", movements: [owe(45_000)] },
    { text: "la Gladys me debe 6.700", type: "deuda", movements: [owed(6_700, { party: "Gladys" })] },
    { text: "anota fiado 4.350 a don Lucho", type: "deuda", movements: [owed(4_350, { party: "don Lucho" })] },
    {
      text: "le fie 9 lucas a la Jacky, me paga el viernes",
      type: "deuda",
      movements: [owed(9_000, { party: "Jacky", due: "2026-11-20" })],
    },
    {
      text: "me paga a fin de mes la Sra. Inés, 32 lucas",
      type: "deuda",
      movements: [owed(32_000, { party: "Sra. Inés", due: "2026-11-30" })],
    },
    { text: "Tengo que pagar 240.000 al proveedor de pinturas", type: "deuda", movements: [owe(240_000)] },
    { text: "quedé debiendo 15 lucas en la ferretería 😬", type: "deuda", movements: [owe(15_000)] },
    { text: "me quedaron debiendo 28 lucas por la torta de cumpleaños", type: "deuda", movements: [owed(28_000)] },
    {
      text: "la familia Rojas se llevó un queque fiado, 7.500",
      type: "deuda",
      movements: [owed(7_500, { party: "familia Rojas" })],
    },
    {
      text: "compré mercadería a crédito por 180 lucas, la pago el 30",
      type: "deuda",
      movements: [owe(180_000, { due: "2026-11-30" })],
    },
    {
      text: "la señora marta me quedó debiendo doce quinientos",
      voice: true,
      type: "deuda",
      movements: [owed(12_500, { party: "señora marta" })],
    },
    { text: "me debe 15 el Nico", type: "deuda", asks: "which_amount", movements: [owed(null, { party: "Nico" })] },
    { text: "le fié unas cositas a la Sole", type: "deuda", asks: "amount" },
    { text: "Debo la luz: 56.300, vence el 28/11", type: "deuda", movements: [owe(56_300, { due: "2026-11-28" })] },
    {
      text: "le vendí un sillón en 150 lucas al Raúl, me lo paga en diciembre",
      type: "deuda",
      movements: [owed(150_000, { party: "Raúl" })],
    },
    { text: "arreglé una lavadora por 35 lucas pero todavía no me pagan", type: "deuda", movements: [owed(35_000)] },
    { text: "falta q me paguen 80 lucas de la obra de Maipú", type: "deuda", movements: [owed(80_000)] },
    { text: "debo 3 meses de arriendo, 200 lucas cada mes", type: "deuda", movements: [owe(600_000)] },
    {
      text: "me deben plata:\nCarla 12 lucas\nBeto 7\ndon Iván 20",
      type: "deuda",
      movements: [
        owed(12_000, { party: "Carla" }),
        owed(7_000, { party: "Beto" }),
        owed(20_000, { party: "don Iván" }),
      ],
    },
    { text: "ME DEBEN 65 LUCAS LOS DEL TALLER", type: "deuda", movements: [owed(65_000)] },
    {
      text: "le tengo que pagar al Cristian su semana, 120 lucas, el sábado",
      type: "deuda",
      movements: [owe(120_000, { party: "Cristian", due: "2026-11-21" })],
    },
    {
      text: "quede de pagarle 60 lucas a don Sergio a fin de mes",
      type: "deuda",
      movements: [owe(60_000, { party: "don Sergio", due: "2026-11-30" })],
    },
  ]),

  ...tagged("settlement", [
    {
      text: "le aboné 80 lucas a don Mario",
      type: "egreso",
      movements: [out(80_000, { direction: "por_pagar", party: "don Mario" })],
    },
    {
      text: "me abono 30 lucas la Francisca de lo que debe",
      type: "ingreso",
      movements: [into(30_000, { direction: "por_cobrar", party: "Francisca" })],
    },
    {
      text: "La Carmen me pagó los 12.000 que me debía",
      type: "ingreso",
      movements: [into(12_000, { direction: "por_cobrar", party: "Carmen" })],
    },
    {
      text: "por fin!! me pagaron las 90 lucas que me debian del techo 🙌",
      type: "ingreso",
      movements: [into(90_000, { direction: "por_cobrar" })],
    },
    {
      text: "pagué lo que le debía al carnicero, 57.800",
      type: "egreso",
      movements: [out(57_800, { direction: "por_pagar" })],
    },
    {
      text: "aboné 100 mil a la deuda que tengo con Construmart",
      type: "egreso",
      movements: [out(100_000, { direction: "por_pagar", party: "Construmart" })],
    },
    {
      text: "la Sra Berta vino y me canceló su fiado, 8.450",
      type: "ingreso",
      movements: [into(8_450, { direction: "por_cobrar", party: "Sra Berta" })],
    },
    {
      text: "los de la oficina me abonaron veinte lucas por lo fiado",
      voice: true,
      type: "ingreso",
      movements: [into(20_000, { direction: "por_cobrar" })],
    },
    {
      text: "el lunes le devolví a mi cuñado 100 lucas de las que me prestó",
      type: "egreso",
      movements: [out(100_000, { direction: "por_pagar", date: "2026-11-16" })],
    },
    {
      text: "saldé la deuda que tenía con el Jorge: 46 lucas",
      type: "egreso",
      movements: [out(46_000, { direction: "por_pagar", party: "Jorge" })],
    },
    { text: "me pago la Paty lo que me debia", type: "ingreso", asks: "amount" },
    {
      text: "mi primo me devolvió las 50 lucas que le presté",
      type: "ingreso",
      movements: [into(50_000, { direction: "por_cobrar" })],
    },
    {
      text: "de las 60 lucas que me debe el Pancho hoy me pagó 25",
      type: "ingreso",
      movements: [into(25_000, { direction: "por_cobrar", party: "Pancho" })],
    },
  ]),

  ...tagged("loan", [
    { text: "el banco me prestó 3 palos", type: "deuda", movements: [owe(3_000_000)] },
    {
      text: "Me dieron un crédito de $1.500.000 en BancoEstado",
      type: "deuda",
      movements: [owe(1_500_000, { party: "BancoEstado" })],
    },
    { text: "mi hermana me presto 200 lucas pa pagar el arriendo", type: "deuda", movements: [owe(200_000)] },
    {
      text: "le presté 70 lucas al Claudio, me las devuelve el 30",
      type: "deuda",
      movements: [owed(70_000, { party: "Claudio", due: "2026-11-30" })],
    },
    { text: "ayer me prestaron medio palo", type: "deuda", movements: [owe(500_000, { date: "2026-11-17" })] },
    { text: "le presté ciento veinte mil pesos a mi compadre", voice: true, type: "deuda", movements: [owed(120_000)] },
    {
      text: "me depositaron el préstamo de Coopeuch, 850.000",
      type: "deuda",
      movements: [owe(850_000, { party: "Coopeuch" })],
    },
    {
      text: "me conseguí 40 lucas con mi mamá, se las tengo q devolver el domingo",
      type: "deuda",
      movements: [owe(40_000, { due: "2026-11-22" })],
    },
  ]),

  ...tagged("draw", [
    {
      text: "saqué 50 lucas de la caja para mis cosas",
      type: "egreso",
      movements: [out(50_000, { category: "retiros" })],
    },
    { text: "Retiro personal $150.000", type: "egreso", movements: [out(150_000, { category: "retiros" })] },
    {
      text: "me llevé 80 lucas del negocio pa la casa",
      type: "egreso",
      movements: [out(80_000, { category: "retiros" })],
    },
    {
      text: "saque plata de la caja pal cumple de mi hijo, 35 lucas 🎂",
      type: "egreso",
      movements: [out(35_000, { category: "retiros" })],
    },
    {
      text: "retiré doscientas lucas del negocio para mí",
      voice: true,
      type: "egreso",
      movements: [out(200_000, { category: "retiros" })],
    },
    {
      text: "ayer saque 20mil del local pa uso personal",
      type: "egreso",
      movements: [out(20_000, { date: "2026-11-17", category: "retiros" })],
    },
  ]),

  ...tagged("transfer", [
    { text: "pasé 200 lucas de la cuenta rut a la cuenta corriente", type: "otro", movements: [moved(200_000)] },
    { text: "saqué 100 lucas del cajero para tener sencillo en la caja", type: "otro", movements: [moved(100_000)] },
    { text: "Deposité 350.000 de la caja en mi cuenta del banco", type: "otro", movements: [moved(350_000)] },
    { text: "me traspase 150 mil de mi cuenta vista a la de ahorro", type: "otro", movements: [moved(150_000)] },
    {
      text: "moví medio palo de mi cuenta de ahorro a la corriente",
      voice: true,
      type: "otro",
      movements: [moved(500_000)],
    },
    { text: "TRASPASO ENTRE MIS CUENTAS $480.000", type: "otro", movements: [moved(480_000)] },
    {
      text: "ayer pasé 60 lucas de mi Mercado Pago a mi cuenta del Santander",
      type: "otro",
      movements: [moved(60_000, { date: "2026-11-17" })],
    },
    {
      text: "le transferí 45 lucas a la Paola por las telas",
      type: "egreso",
      movements: [out(45_000, { party: "Paola", category: "insumos" })],
    },
    {
      text: "me transfirió 60 lucas la Camila por el peinado",
      type: "ingreso",
      movements: [into(60_000, { party: "Camila", category: "servicios" })],
    },
  ]),
];

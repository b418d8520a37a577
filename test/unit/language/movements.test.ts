import { expect, test } from "vitest";
import { movementOf, read } from "./read.ts";

test.each([
  ["vendí 5 lucas", "ingreso", null],
  ["cobré 5 lucas", "ingreso", null],
  ["me pagaron 5 lucas", "ingreso", null],
  ["me depositaron 5 lucas", "ingreso", null],
  ["me devolvieron 5 lucas", "ingreso", null],
  ["recibí 5 lucas", "ingreso", null],
  ["hoy hice 80 lucas", "ingreso", null],
  ["venta 5 lucas", "ingreso", null],
  ["gasté 5 lucas en pan", "egreso", null],
  ["gaste 5 lucas en pan", "egreso", null],
  ["pagué 5 lucas de luz", "egreso", null],
  ["compré pan 5 lucas", "egreso", null],
  ["me cobraron 5 lucas de comisión", "egreso", null],
  ["me descontaron 5 lucas de isapre", "egreso", null],
  ["pago luz 5 lucas", "egreso", null],
  ["pan 5 lucas", "egreso", null],
  ["Copec 20 lucas", "egreso", null],
  ["le di 5 lucas a Juan", "egreso", null],
  ["transferí 30 lucas a Pedro", "egreso", null],
  ["me prestaron 5 lucas", "deuda", "por_pagar"],
  ["le debo 5 lucas a Juan", "deuda", "por_pagar"],
  ["quedé debiendo 5 lucas", "deuda", "por_pagar"],
  ["tengo que pagar 5 lucas", "deuda", "por_pagar"],
  ["hay que pagar 5 lucas", "deuda", "por_pagar"],
  ["compré fiado 5 lucas de pan", "deuda", "por_pagar"],
  ["me debe 5 lucas Juan", "deuda", "por_cobrar"],
  ["le fié 5 lucas a Juan", "deuda", "por_cobrar"],
  ["le presté 5 lucas a Juan", "deuda", "por_cobrar"],
  ["me paga 5 lucas a fin de mes", "deuda", "por_cobrar"],
  ["vendí 5 lucas fiado", "deuda", "por_cobrar"],
  ["no me han pagado 5 lucas", "deuda", "por_cobrar"],
  ["le aboné 5 lucas a Juan", "egreso", "por_pagar"],
  ["pagué 5 lucas que le debía a Juan", "egreso", "por_pagar"],
  ["le devolví a Ana las 5 lucas que me prestó", "egreso", "por_pagar"],
  ["Juan me abonó 5 lucas", "ingreso", "por_cobrar"],
  ["Juan me pagó las 5 lucas que me debía", "ingreso", "por_cobrar"],
  ["pasé 5 lucas de la caja al banco", "transferencia", null],
  ["deposité 5 lucas en el banco", "transferencia", null],
  ["saqué 5 lucas del cajero", "transferencia", null],
])("«%s» is %s %s", (text, type, direction) => {
  expect(movementOf(text)).toMatchObject({ type, direction });
});

test("own money between own accounts is a message of no income and no expense", () => {
  expect(read("pasé 100 lucas de la caja al banco")).toMatchObject({
    type: "otro",
    needs_clarification: false,
    movements: [{ type: "transferencia" }],
  });
});

test.each([
  ["50 lucas", 50_000],
  ["zapatos 40 lucas", 40_000],
  ["Juan pago 50 lucas", 50_000],
])("asks which way «%s» went, and offers both", (text, amount) => {
  const reading = read(text);
  expect(reading).toMatchObject({ asks: "direction", needs_clarification: true, type: "otro" });
  expect(reading.movements.map((movement) => movement.amount_minor)).toEqual([amount]);
  expect(reading.options.map((option) => [option.movement?.type, option.movement?.amount_minor])).toEqual([
    ["egreso", amount],
    ["ingreso", amount],
  ]);
});

test("asks what an expense was for where neither thing nor party is named, and nothing else", () => {
  expect(read("gasté como 80 lucas")).toMatchObject({ asks: "concept", question: "¿En qué gastaste esos $80.000?" });
  expect(read("vendí 10 lucas")).toMatchObject({ asks: null, needs_clarification: false });
  expect(read("le pagué 10 lucas a Juan")).toMatchObject({ asks: null });
});

test.each([
  ["Vendí 150 lucas a Distribuidora XYZ", "Distribuidora XYZ", "Venta a Distribuidora XYZ", "ventas"],
  ["me pagó Juan Pérez 60 lucas", "Juan Pérez", "Pago de Juan Pérez", "ventas"],
  ["le debo 35 lucas a la señora Rosa", "señora Rosa", "Deuda con señora Rosa", null],
  ["la vecina me debe 3 lucas", "vecina", "Deuda de vecina", "ventas"],
  ["le aboné 80 lucas a don pepe", "don pepe", "Abono a don pepe", null],
  ["recibí 80 lucas de Comercial Andes Ltda", "Comercial Andes Ltda", "Pago de Comercial Andes Ltda", "ventas"],
  ["gasté 12.990 en Sodimac", "Sodimac", "Pago a Sodimac", "insumos"],
  ["compré pan en Copec 5.990", "Copec", "pan", "alimentacion"],
  ["vendí 30 lucas a un cliente", null, "Venta", "ventas"],
  ["a Juan le vendí 30 lucas", "Juan", "Venta a Juan", "ventas"],
  ["sueldo de Carla 480 lucas", "Carla", "sueldo", "sueldos"],
  ["pagué 20 lucas a Juan por el arreglo del baño", "Juan", "arreglo del baño", "mantencion"],
])("of «%s» reads party %s, concept «%s», category %s", (...row) => {
  const [text, counterparty, concept, category] = row;
  expect(movementOf(text)).toMatchObject({ counterparty, concept, category });
});

test.each([
  ["le pagué 50 lucas a distribuidora del sur", "distribuidora del sur"],
  ["le pague 50 lucas a comercial los andes", "comercial los andes"],
  ["vendi 20 lucas a panaderia san jorge", "panaderia san jorge"],
  ["le compré a ferreteria el clavo 30 lucas en pintura", "ferreteria el clavo"],
  ["transferi 100 lucas a distribuidora los lagos ltda por mercaderia", "distribuidora los lagos ltda"],
  ["le vendí 40 lucas a constructora del valle spa", "constructora del valle spa"],
  ["le pagué a la distribuidora las bebidas 40 lucas", "distribuidora"],
  ["le pagué a comercial ayer 10 lucas", "comercial"],
  ["compre 30 lucas a la ferreteria los clavos", null],
  ["le pague a la panaderia el pan 5 lucas", null],
  ["le pagué a la ferreteria la factura 33 por 20 lucas", null],
])("of a firm written small, «%s», reads the name %s", (text, counterparty) => {
  expect(movementOf(text)).toMatchObject({ counterparty });
});

test.each([
  ["bencina", "combustible"],
  ["pan", "alimentacion"],
  ["luz", "servicios_basicos"],
  ["arriendo", "arriendo"],
  ["harina", "insumos"],
  ["taxi", "transporte"],
  ["publicidad", "marketing"],
  ["un notebook", "equipamiento"],
  ["la comisión del banco", "financieros"],
  ["hosting", "suscripciones"],
  ["remedios", "salud"],
  ["contribuciones", "impuestos"],
  ["el mecánico", "mantencion"],
  ["sueldos", "sueldos"],
  ["una cosa rara", "otros_gastos"],
])("files «%s» under %s", (thing, category) => {
  expect(movementOf(`gasté 5 lucas en ${thing}`)).toMatchObject({ category });
});

test("every field read shows the words that it was read from", () => {
  expect(movementOf("ayer vendí 100 lucas más IVA a Juan").evidence).toEqual([
    { field: "amount", text: "100 lucas" },
    { field: "type", text: "vendí" },
    { field: "date", text: "ayer" },
    { field: "counterparty", text: "Juan" },
    { field: "tax", text: "más IVA" },
  ]);
});

test("each amount of a message has its own direction, date and thing", () => {
  const { movements } = read("Ayer vendí 80 lucas a Juan\nHoy gasté 15 lucas en harina");
  expect(movements).toMatchObject([
    { type: "ingreso", amount_minor: 80_000, date: "2026-11-17", counterparty: "Juan" },
    { type: "egreso", amount_minor: 15_000, date: "2026-11-18", concept: "harina", category: "insumos" },
  ]);
});

test("a pasted table is asked for in parts", () => {
  const reading = read("pan 5 lucas\n".repeat(80));
  expect(reading).toMatchObject({ type: "otro", movements: [], needs_clarification: true });
});

test.each(["no gasté 20 lucas", "al final no compré la máquina de 180 lucas"])(
  "books and asks nothing of «%s»",
  (text) => {
    expect(read(text)).toMatchObject({ type: "otro", movements: [], needs_clarification: false });
  },
);

test.each([
  ["compré 119 lucas a Distribuidora Mapocho Ltda. factura 4322", "factura 4322"],
  ["compré 119 lucas a Distribuidora Mapocho Ltda., factura 4322", "factura 4322"],
  ["compré 119 lucas a Distribuidora Mapocho Ltda. factura N° 4322", "factura N° 4322"],
  ["compré 119 lucas a Distribuidora Mapocho Ltda. la factura 4322", "factura 4322"],
  ["vendí 80 lucas a Colegio Santa Inés, factura 514", "factura 514"],
  ["compré 119 lucas a Distribuidora Mapocho Ltda. boleta 4322", "Compra a Distribuidora Mapocho Ltda."],
])("«%s» keeps the number of its invoice: %s", (text, concept) => {
  expect(movementOf(text).concept).toBe(concept);
});

test.each([
  ["compré 119 lucas a Mapocho, factura n° 4.322", [119_000]],
  ["compré harina 119 lucas factura electrónica 4322 de Mapocho", [119_000]],
  ["pagué facturas 4322 y 4323 por 100 lucas", [100_000]],
  // The only figure of a message is what it cost.
  ["factura electrónica 128450 Enel", [128_450]],
  ["compra con factura exenta 80000 a Aguas", [80_000]],
  ["boleta exenta 35000 psicólogo", [35_000]],
  ["boleta n° 20.000 pan", [20_000]],
  ["pagué con factura electrónica 25000", [25_000]],
  ["me deben factura n° 1.250.000", [1_250_000]],
])("«%s» is of %j", (text, amounts) => {
  expect(read(text).movements.map(({ amount_minor }) => amount_minor)).toEqual(amounts);
});

test.each([
  ["compré 119 lucas a Mapocho, factura n° 4.322", { kind: "factura", folio: "4322" }],
  ["gasté 3 lucas en pan boleta 00514", { kind: "boleta", folio: "514" }],
  ["pagué 119 lucas a Mapocho doc 4322", { kind: null, folio: "4322" }],
  ["pagué la mitad de la factura 4322, 50 lucas", { kind: "factura", folio: "4322" }],
  ["le debo 119 lucas a Mapocho por la factura 4322", { kind: "factura", folio: "4322" }],
  ["pagué facturas 4322 y 4323 por 100 lucas", undefined],
  ["pagué el flete de la factura 4322 15 lucas", undefined],
  ["me cobraron 5 lucas de interés por la factura 4322", undefined],
  ["compré 119 lucas a Mapocho", undefined],
])("«%s» names its paper: %j", (text, paper) => {
  expect(movementOf(text).paper).toEqual(paper);
});

test("who issues an invoice sells", () => {
  expect(movementOf("emití la factura 514 por 80 lucas a Colegio Santa Inés")).toMatchObject({ type: "ingreso" });
});

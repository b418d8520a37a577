import { expect, test } from "vitest";
import { amountsOf, movementOf, read } from "./read.ts";

test.each([
  ["5 lucas", 5_000],
  ["una luca", 1_000],
  ["luca y media", 1_500],
  ["80 lucas y media", 80_500],
  ["2.500 lucas", 2_500_000],
  ["3 lks", 3_000],
  ["3 lukas", 3_000],
  ["12k", 12_000],
  ["12 K", 12_000],
  ["una gamba", 100],
  ["dos gambas", 200],
  ["gamba y media", 150],
  ["una quina", 500],
  ["un palo", 1_000_000],
  ["medio palo", 500_000],
  ["palo y medio", 1_500_000],
  ["dos palos y medio", 2_500_000],
  ["1,5 palos", 1_500_000],
  ["1.5 palos", 1_500_000],
  ["2 palos 300 lucas", 2_300_000],
  ["dos palos quinientas lucas", 2_500_000],
  ["3 MM", 3_000_000],
  ["tres lucas quinientos", 3_500],
  ["cien lucas", 100_000],
])("reads «%s» as %i pesos in Chile", (words, pesos) => {
  expect(amountsOf(`gasté ${words} en pan`)).toEqual([pesos]);
});

test.each([
  ["$45.670", 45_670],
  ["45.670", 45_670],
  ["45670", 45_670],
  ["70.000.-", 70_000],
  ["$ 1.234.567", 1_234_567],
  ["70 000", 70_000],
  ["1 250 000", 1_250_000],
  ["1,500,000", 1_500_000],
  ["12.500,00", 12_500],
  ["5000$", 5_000],
  ["CLP 5.000", 5_000],
  ["5.000 pesos", 5_000],
  ["12,500", 12_500],
  ["$45", 45],
  ["45 pesos", 45],
])("reads «%s» as %i pesos in Chile, however it is written", (digits, pesos) => {
  expect(amountsOf(`gasté ${digits} en pan`)).toEqual([pesos]);
});

test.each([
  ["veintitrés mil quinientos", 23_500],
  ["ventitres mil", 23_000],
  ["treintaicinco mil", 35_000],
  ["treinta y cinco mil", 35_000],
  ["doce quinientos", 12_500],
  ["treinta y cinco quinientos", 35_500],
  ["45 mil 670", 45_670],
  ["dos mil 500", 2_500],
  ["mil quinientos", 1_500],
  ["mil", 1_000],
  ["doscientos mil", 200_000],
  ["dos cientos mil", 200_000],
  ["ciento veinte mil", 120_000],
  ["un millón doscientos mil", 1_200_000],
  ["tres millones cuarenta y siete mil", 3_047_000],
  ["dos mil millones", 2_000_000_000],
  ["medio millón", 500_000],
  ["millón y medio", 1_500_000],
  ["2 millones y medio", 2_500_000],
  ["cuatrocientos cincuenta y dos mil trescientos cuarenta y siete", 452_347],
])("reads the words «%s» as %i", (words, pesos) => {
  expect(amountsOf(`gasté ${words} en pan`)).toEqual([pesos]);
});

test.each([
  ["gasté 45 en pan", [45, 45_000]],
  ["vendí cinco", [5, 5_000]],
  ["pagué 20 o 30 lucas de gas", [20_000, 30_000]],
  ["pagué entre 20 y 30 lucas de gas", [20_000, 30_000]],
  ["pagué 20-30 lucas de gas", [20_000, 30_000]],
  ["pagué 1,500 lucas de gas", [1_500, 1_500_000]],
  ["vendí 2M", [2_000_000, 2_000]],
  ["vendí un millón ciento cincuenta", [1_150_000, 1_000_150]],
  ["pagué dieciséis novecientos noventa de pan", [16_990]],
  ["vendí 20 empanadas a 1500", [30_000, 1_500]],
  ["pagué 6 cuotas de 50 lucas", [300_000, 50_000]],
  ["vendí una gabriela de pan", [5_000]],
])("asks which amount «%s» means, and books none", (text, offers) => {
  const reading = read(text);
  expect(reading.asks).toBe("which_amount");
  expect(reading.needs_clarification).toBe(true);
  expect(reading.movements.some((movement) => movement.amount_minor === null)).toBe(true);
  expect(reading.options.map((option) => option.amount_minor)).toEqual(offers);
  expect(reading.options.map((option) => option.movement?.amount_minor)).toEqual(offers);
});

test("offers both readings of a bare 45 in one short question", () => {
  expect(read("gasté 45 en pan").question).toBe("¿$45 o $45.000?");
});

test.each([
  ["PE", "gasté 20 lucas en taxi", 2_000, "PEN"],
  ["PE", "gasté 45 en taxi", 4_500, "PEN"],
  ["PE", "vendí S/ 1,234.50", 123_450, "PEN"],
  ["PE", "vendí S/. 89.90", 8_990, "PEN"],
  ["PE", "vendí 2 mil soles", 200_000, "PEN"],
  ["PE", "vendí 85,90", 8_590, "PEN"],
  ["AR", "vendí 20 lucas", 2_000_000, "ARS"],
  ["AR", "vendí 300 mangos", 30_000, "ARS"],
  ["AR", "vendí 1.234,50", 123_450, "ARS"],
  ["AR", "vendí dosqui", 250_000, "ARS"],
  ["AR", "cobré un palo verde", 100_000_000, "USD"],
  ["AR", "cobré 100 verdes", 10_000, "USD"],
  ["MX", "vendí 500 varos", 50_000, "MXN"],
  ["MX", "vendí $1,250.00", 125_000, "MXN"],
  ["MX", "vendí 2 melones", 200_000_000, "MXN"],
  ["CO", "vendí 50 lucas", 5_000_000, "COP"],
  ["UY", "vendí 1.500 pesos", 150_000, "UYU"],
  ["ES", "vendí 23,50 €", 2_350, "EUR"],
  ["BR", "vendi 1.200,50 reais", 120_050, "BRL"],
  ["BR", "vendi dois mil e quinhentos reais", 250_000, "BRL"],
  ["US", "sold two hundred and fifty dollars", 25_000, "USD"],
  ["US", "sold 3 grand", 300_000, "USD"],
  ["PY", "vendí 150.000 guaraníes", 150_000, "PYG"],
  ["CL", "vendí 3,5 UF", 35_000, "UF"],
  ["CL", "vendí UF 2", 20_000, "UF"],
  ["CL", "vendí US$49,90", 4_990, "USD"],
  ["CL", "vendí 200 dólares", 20_000, "USD"],
])("in %s reads «%s» as %i minor units of %s", (...row) => {
  const [country, text, minor, currency] = row;
  expect(movementOf(text, country)).toMatchObject({ amount_minor: minor, currency });
});

test.each([
  ["BR", "vendi 20 pila"],
  ["MX", "vendí 5 bolas"],
  ["CO", "vendí 2 tejas"],
  ["PE", "vendí dos chinas"],
  ["GT", "vendí 5 lucas"],
])("in %s asks what «%s» is worth, for its slang has more than one value", (country, text) => {
  expect(read(text, country).asks).toBe("which_amount");
});

test.each([
  ["pan 5 lucas y bencina 20", [5_000, 20_000]],
  ["pan 5 lucas, bencina 20, peaje 3", [5_000, 20_000, 3_000]],
  ["pagué 300 lucas de arriendo y 150 de luz", [300_000, 150_000]],
  ["pan 3.500, leche 2.100", [3_500, 2_100]],
  ["pan 2.000 queso 3.500 jamón 4.000", [2_000, 3_500, 4_000]],
  ["gasté 15.000 en pan, 12.000 en queso y 3.000 en jamón", [15_000, 12_000, 3_000]],
  ["gasté 25 lucas: 20 en bencina y 5 en pan", [20_000, 5_000]],
  ["vendí 33 completos, total 66.000", [66_000]],
])("reads the amounts of «%s», bare ones in the scale said before", (text, amounts) => {
  expect(amountsOf(text)).toEqual(amounts);
});

test.each([
  ["vendí 3 poleras a 10 lucas cada una", 30_000],
  ["vendí tres poleras a diez lucas c/u", 30_000],
  ["compré 2 kilos de palta a 4.500 el kilo", 9_000],
  ["vendí 2 docenas de empanadas a 1.200 c/u", 28_800],
  ["vendí 3 x 2500", 7_500],
  ["vendí 4 tortas por 60 lucas", 60_000],
  ["pagué la factura 4512 por 89.990", 89_990],
  ["pagué boleta n° 556, 12.500", 12_500],
  ["le pagué 40 lucas al rut 76.123.456-0", 40_000],
  ["pagué el F29, fueron 180 lucas", 180_000],
  ["compré a las 15:30 pan por 2.500", 2_500],
  ["pagué 5 lucas al 912345678", 5_000],
  ["llamé al +56 9 8765 4321 y pagué 5 lucas", 5_000],
  ["pagué la patente 2026, 45 lucas", 45_000],
  ["pagué el permiso 2026 85.000", 85_000],
  ["vendí con 10% de descuento 45 lucas", 45_000],
  ["pagué 50 lucas por 6 horas", 50_000],
  ["Av. Matta 1234 pagué flete 15 lucas", 15_000],
  ["transferí 40.000 a Juan Soto cuenta corriente 12345678", 40_000],
  ["compré 230 lucas donde Mayorista 10", 230_000],
])("of «%s» reads %i: ids, dates, hours, years and counts are no amounts", (text, pesos) => {
  expect(amountsOf(text)).toEqual([pesos]);
});

test("an each-price without a count is no amount", () => {
  expect(read("vendí poleras a 10 lucas cada una")).toMatchObject({ asks: "amount", needs_clarification: true });
});

test("adds the country's tax only where the words say that it comes on top", () => {
  expect(movementOf("vendí 100 lucas más IVA")).toMatchObject({
    amount_minor: 119_000,
    net_minor: 100_000,
    tax_minor: 19_000,
  });
  expect(movementOf("vendí 100 lucas + iva")).toMatchObject({ amount_minor: 119_000 });
  expect(movementOf("vendí 119 lucas IVA incluido")).toMatchObject({
    amount_minor: 119_000,
    net_minor: 100_000,
    tax_minor: 19_000,
  });
  expect(movementOf("vendí 100 soles más IGV", "PE")).toMatchObject({ amount_minor: 11_800, tax_minor: 1_800 });
  expect(movementOf("vendí 100 lucas")).toMatchObject({ amount_minor: 100_000, net_minor: null, tax_minor: null });
});

test("adds the tax to the amount that an option stands for", () => {
  const { options } = read("vendí 45 más IVA");
  expect(options.map((option) => option.movement?.amount_minor)).toEqual([54, 53_550]);
});

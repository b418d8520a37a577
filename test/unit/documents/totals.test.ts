import { expect, test } from "vitest";
import { countryOf } from "#src/documents/read/country.ts";
import { totalsOf } from "#src/documents/read/totals.ts";

const read = (text: string, country = "CL") => totalsOf(text.split("\n"), countryOf(country), null);

test.each([
  ["a plain total", "TOTAL $45.670", { total: 45_670, proof: null }],
  ["the total, not the subtotal", "SUBTOTAL 50.000\nDESCUENTO 4.330\nTOTAL 45.670", { total: 45_670 }],
  ["the total, not the number of articles", "TOTAL ARTICULOS 4\nTOTAL 45.670", { total: 45_670 }],
  ["the total, not what was saved", "TOTAL 45.670\nTOTAL DESCUENTOS 9.000\nUSTED AHORRO 9.000", { total: 45_670 }],
  ["the total, not the cash", "TOTAL 6.630\nEFECTIVO 10.000\nVUELTO 3.370", { total: 6_630, proof: "sum" }],
  [
    "net, tax and total",
    "NETO 99.000\nIVA 19% 18.810\nTOTAL 117.810",
    { total: 117_810, net: 99_000, tax: 18_810, proof: "sum" },
  ],
  [
    "labels and amounts in two rows",
    "MONTO NETO  IVA 19%  TOTAL\n99.000 18.810 117.810",
    { total: 117_810, net: 99_000, tax: 18_810 },
  ],
  [
    "labels and amounts in one row",
    "NETO $99.000 IVA $18.810 TOTAL $117.810",
    { total: 117_810, net: 99_000, tax: 18_810 },
  ],
  ["a total under its word", "TOTAL A PAGAR\n$ 45.670", { total: 45_670 }],
  [
    "an exempt part",
    "NETO 10.000\nEXENTO 5.000\nIVA 1.900\nTOTAL 16.900",
    { total: 16_900, net: 10_000, tax: 1_900, exempt: 5_000 },
  ],
  ["the tax that a boleta includes", "TOTAL 45.670\nEL IVA INCLUIDO EN ESTA BOLETA\nES DE: $7.292", { total: 45_670 }],
  ["tax alone beside the total", "TOTAL 45.670\nIVA INCLUIDO 7.292", { total: 45_670, net: 38_378, tax: 7_292 }],
  [
    "fuel with its own tax",
    "NETO 20.000\nIVA 3.800\nIMP. ESPECIFICO 8.700\nTOTAL 32.500",
    { total: 32_500, net: 20_000, tax: 3_800 },
  ],
  ["no total but net and tax at the legal rate", "NETO 99.000\nIVA 18.810", { total: 117_810, proof: "sum" }],
  ["letters that OCR mistook", "T0TAL $ 45.670", { total: 45_670 }],
  [
    "a total with the tip aside",
    "TOTAL 20.000\nPROPINA SUGERIDA 10% 2.000\nTOTAL CON PROPINA 22.000",
    { total: 20_000 },
  ],
  ["a card's amount as a second witness", "TOTAL 45.670\nTOTAL 4.567\nTARJETA DEBITO 45.670", { total: 45_670 }],
  [
    "net and tax that do not belong to the total",
    "NETO 99.000\nIVA 12.345\nTOTAL 45.670",
    { total: 45_670, net: null, tax: null },
  ],
  [
    "what card and subtotal say, where one digit of the total is another",
    "SUBTOTAL 41.360\nTOTAL 41.350\nTARJETA DEBITO 41.360",
    { total: 41_360 },
  ],
  [
    "net and tax, where the total's eights were read as zeros",
    "NETO 72.170\nIVA 19% 13.712\nTOTAL 05.002\nDEBITO 05.002",
    { total: 85_882, proof: "sum" },
  ],
  [
    "cash and change and tax, where the total's zeros were read as eights",
    "TOTAL 128.838\nEFECTIVO 125.008\nCAMBIO 4.178\nEL IVA DE ESTA BOLETA ES: 19.292",
    { total: 120_830, proof: "sum" },
  ],
  [
    "the total that the net leads to, where the tax lost a digit to a misreading",
    "Monto Neto $10.200\n19% I.V.A. $1.930\nTOTAL $12.138",
    { total: 12_138, proof: "sum" },
  ],
  ["a tax that is rounded line by line", "NETO 10.200\nIVA 1.931\nTOTAL 12.131", { total: 12_131, proof: "sum" }],
  ["the total, where the change alone says otherwise", "TOTAL 49.400\nEFECTIVO 50.000\nVUELTO 800", { total: 49_400 }],
  [
    "what was paid, where the printed digit of the total is not",
    "SUBTOTAL 13.780\nTOTAL 15.780\nEFECTIVO 20.000\nREDONDEO 2\nVUELTO 6.220",
    { total: 13_780 },
  ],
  [
    "a total with the tip that was paid by card",
    "MONTO $32.000\nPROPINA $3.000\nTOTAL $35.000\nTIPO DE CUOTAS: SIN CUOTAS",
    { total: 35_000 },
  ],
  ["what was paid by card", "PAGO CON TARJETA 12.990", { total: 12_990 }],
  ["a total that says how it was paid", "TOTAL PAGADO CON TARJETA 12.990", { total: 12_990 }],
  ["no total from the digits of a card", "NUMERO DE TARJETA\nRRA 4524 DB\nTOTAL $18.450", { total: 18_450 }],
  ["no total from a card's digits beside their label", "N° TARJETA: ****4.524\nTOTAL $18.450", { total: 18_450 }],
  [
    "a tax whose dots were read as commas",
    "Monto Neto $ 99.000\n1,V.A. 19% $ 18.810\nTotal $ 117.810",
    { total: 117_810, net: 99_000, tax: 18_810 },
  ],
  ["nothing where nothing is called total", "PAN 2.190\nLECHE 1.150", { total: null, proof: null }],
  ["nothing where a total is called without amount", "TOTAL\nGRACIAS POR SU COMPRA", { total: null }],
])("reads %s", (_, text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test("reads a Peruvian foot", () => {
  expect(read("OP. GRAVADA S/ 36.69\nIGV 18% S/ 6.61\nIMPORTE TOTAL S/ 43.30", "PE")).toEqual({
    total: 4_330,
    net: 3_669,
    tax: 661,
    exempt: null,
    proof: "sum",
    contested: false,
  });
});

test("reads an Argentine foot", () => {
  expect(read("Subtotal $ 9.720,93\nIVA 21% $ 2.041,40\nTOTAL $ 11.762,33", "AR").total).toBe(1_176_233);
});

test.each([
  [
    "what the rows of a tax summary add up to, where the totals were not read",
    "Sub total 150.8\nNET TOTAL (uo\nTax Summary\nSVC CHARGE 10 150.00 15.00\nSR GST 6% 165.00 9.90",
    { total: 17_490, proof: "sum" },
  ],
  [
    "taxed and untaxed rows together",
    "Total (uo\nCash 50.00\nGST Summary\nT 6% 36.41 2.18\nZ 0% 10.80 0.00",
    { total: 4_939, proof: "sum" },
  ],
  [
    "what was paid in full, where the change is a misread zero",
    "Subtotal 102.00\nCash 102.00\nChange 9.00",
    { total: 10_200 },
  ],
  ["a total with its tax, badly read", "Subtotal 96.23\nTotal incl. or GST 102.00\nChange 9.00", { total: 10_200 }],
  ["no total of a subtotal and a cent", "Sub-total 42.46\nTotal 42.48\nGST 0.01", { total: 4_248, proof: null }],
  ["the total, not the total of the tax", "SUB-TOTAL 74.06\nTOTAL 78.10\nTAX TOTAL: 4.04", { total: 7_810 }],
  [
    "what was paid after rounding, its label badly read",
    "Total 49.39\nRoundine Adi 0.01\nTotal 49.40",
    { total: 4_940 },
  ],
  ["a total that lost its last digit", "PEN 1.90 0.00 7.70\nGRAND TOTAL 7.7\nCASH 8.00", { total: 770 }],
])("reads abroad %s", (_, text, expected) => {
  expect(read(text, "MY")).toMatchObject(expected);
});

test("a total that lost its last digit is not guessed between two amounts", () => {
  expect(read("PEN 7.70\nBAG 7.75\nGRAND TOTAL 7.7", "MY").total).toBeNull();
});

test.each([
  ["cash that nobody calls the total", "SUBTOTAL 7.700\nEFECTIVO 8.000"],
  ["an amount under it that lost its word", "PAN 16.110\nTOTAL 100.000\n3.520"],
  ["cash and change that make another", "TOTAL 6.630\nEFECTIVO 10.000\nVUELTO 3.170"],
  ["a rounding that leads elsewhere", "SUBTOTAL 4.246\nREDONDEO 7\nEFECTIVO 5.000\nVUELTO 756"],
  ["a digit that its items contradict", "PAN 12.240\nVINO 34.710\nTOTAL 45.950\nREDCOMPRA 45.950"],
  ["zeros read as eights, which its tax contradicts", "TOTAL $128.838\nEL IVA DE ESTA BOLETA ES: $19.292"],
  ["a card that paid another digit", "TOTAL 41.350\nTARJETA DEBITO 41.360"],
  [
    "a net whose tax was misread as the total was",
    "NETO $ 9.930\nIVA 19 % $ 1.007\nTOTAL $ 11.017\nREDCOMPRA $ 11.017",
  ],
  ["less cash than it", "TOTAL 72.090\nEFECTIVO 21.000"],
  [
    "a card that paid the subtotal alone",
    "SUBTOTAL 9.990\nDESPACHO 3.000\nTOTAL 12.990\nTARJETA 9.990\nEFECTIVO 3.000",
  ],
  ["a rounding that was not read", "PAN 2.190\nTOTAL 2.190\nREDONDEO: -"],
  ["another total in another row", "TOTAL 1\nPAN 2.190\nTOTAL 45.670"],
])("%s makes a total contested", (_, text) => {
  expect(read(text).contested).toBe(true);
});

test.each([
  ["a code under it", "TOTAL 12.240\n9.876.543.210-12"],
  ["cash without change", "SUBTOTAL 7.700\nREDONDEO 0\nEFECTIVO 7.700\nVUELTO 0"],
  ["cash and card together", "TOTAL 12.990\nTARJETA 9.990\nEFECTIVO 3.000"],
  ["cash without the coins that are rounded away", "TOTAL 2.194\nEFECTIVO 2.190"],
  ["items that add up", "PAN 12.240\nVINO 34.710\nTOTAL 46.950"],
  ["a tax that is rounded", "TOTAL $120.830\nEL IVA DE ESTA BOLETA ES: $19.292"],
  ["a count of pieces before it", "PAN 12.240\nTOTAL 2 12.240"],
  ["a till's number among the items", "CAJA 1\nPAN 1.350\nTOTAL 1.350\nREDCOMPRA 1.350"],
])("%s leaves a total uncontested", (_, text) => {
  expect(read(text).contested).toBe(false);
});

test("what a transfer shows alone is its total, unless a word names another amount", () => {
  const shown = (text: string) => totalsOf(text.split("\n"), countryOf("CL"), 85_000).total;
  expect(shown("Transferencia exitosa\n$85.000")).toBe(85_000);
  expect(shown("Transferencia exitosa\n$85.000\nTotal $86.200")).toBe(86_200);
});

import { expect, test } from "vitest";
import { countryOf } from "#src/documents/read/country.ts";
import { partiesOf } from "#src/documents/read/parties.ts";

const read = (text: string, country = "CL") => partiesOf(text.split("\n"), countryOf(country), null);

test.each([
  ["SODIMAC S.A.\nR.U.T.: 96.792.430-K", { merchant: "SODIMAC S.A.", merchantTaxId: "96792430-K" }],
  [
    "COPIA CLIENTE\nFERRETERIA EL TORNILLO LTDA.\nRUT 76.543.210-3",
    { merchant: "FERRETERIA EL TORNILLO LTDA.", merchantTaxId: "76543210-3" },
  ],
  [
    "Comercial Los Andes SpA R.U.T.: 97.975.000-5",
    { merchant: "Comercial Los Andes SpA", merchantTaxId: "97975000-5" },
  ],
  ["BOLETA ELECTRONICA\nDOÑA ROSA\nRUT: 76543210-3", { merchant: "DOÑA ROSA", merchantTaxId: "76543210-3" }],
  [
    "S.1.I. - LA SERENA\nASEO TOTAL LTDA\nR:U.T.: 76.543.210-3",
    { merchant: "ASEO TOTAL LTDA", merchantTaxId: "76543210-3" },
  ],
  ["TOTAL A PAGAR\nDOÑA ROSA", { merchant: "DOÑA ROSA" }],
  ["TRANSBANK\nCOMPROBANTE DE VENTA\nMINIMARKET DOÑA ROSA", { merchant: "MINIMARKET DOÑA ROSA" }],
  ["RUT 76.543.2l0-3", { merchantTaxId: "76543210-3" }],
  ["RUT 76,543,210-3", { merchantTaxId: "76543210-3" }],
  ["RUT 76.543.210-4", { merchantTaxId: null }],
  ["RUT 76.550.440-K", { merchantTaxId: null }],
  ["RUT 94.8004.885-8", { merchantTaxId: null }],
  ["AID 76.543.210-3", { merchantTaxId: null }],
  ["RUT 66.666.666-6", { merchantTaxId: null }],
  ["18/11/2026\nTOTAL 5.000", { merchant: null, merchantTaxId: null }],
])("reads the seller of «%s»", (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test("tells the seller from the buyer", () => {
  const text =
    "Comercial Los Andes SpA\nR.U.T.: 97.975.000-5\nFACTURA ELECTRONICA\nSeñor(es): Almacén Doña Rosa EIRL\nR.U.T.: 76.543.210-3";
  expect(read(text)).toEqual({
    merchant: "Comercial Los Andes SpA",
    merchantTaxId: "97975000-5",
    receiverTaxId: "76543210-3",
  });
});

test("a buyer's tax id alone is not the seller's", () => {
  expect(read("Señor(es): Almacén Doña Rosa EIRL\nR.U.T.: 76.543.210-3")).toMatchObject({
    merchantTaxId: null,
    receiverTaxId: "76543210-3",
  });
});

test("reads a RUC and a CUIT in their countries", () => {
  expect(read("BODEGA SAN MARTIN S.A.C.\nRUC: 20131312955", "PE")).toMatchObject({ merchantTaxId: "20131312955" });
  expect(read("LIBRERIA DEL SUR S.R.L.\nC.U.I.T.: 30-71234567-1", "AR")).toMatchObject({
    merchantTaxId: "30712345671",
  });
});

test("of a transfer the other end is named, and no name of its head", () => {
  const lines = ["Banco del Sur", "Transferencia exitosa", "RUT 76.543.210-3"];
  const other = { name: "Juan Pérez", taxId: null };
  const named = { merchant: "Juan Pérez", merchantTaxId: null, receiverTaxId: null };
  expect(partiesOf(lines, countryOf("CL"), other)).toEqual(named);
});

import { expect, test } from "vitest";
import { merge } from "#src/documents/read/merge.ts";
import { countryOfPaper } from "#src/documents/read/paper-country.ts";
import { printedEvidence } from "#src/documents/read/text-evidence.ts";

const TODAY = "2026-11-20";

test.each([
  ["MY", "AEON CO. (M) SDN BHD\nTOTAL RM 10.20"],
  ["MY", "GST REG 0012\nTEH 2.20\nNASI 8.00\nTOTAL 10.20"],
  ["AR", "CUIT 30-71234567-1\nIngresos Brutos\nTOTAL $ 9.720,93"],
  ["PE", "RUC 20512345678\nIGV 18% S/ 6.61\nTOTAL S/ 43.30"],
  ["BR", "CNPJ 12.345.678/0001-95\nTOTAL R$ 43,30"],
  ["MX", "RFC ALU8501011AB\nC.P. 06600\nTOTAL 120.00"],
])("a paper of %s is known by its marks", (country, text) => {
  expect(countryOfPaper(text.split("\n"), "CL")).toBe(country);
});

test.each([
  ["one mark alone", "TOTAL RM 10.20"],
  ["a mark of its own beside others", "RUT 76.086.428-5\nGST SDN BHD\nTOTAL 10.20"],
  ["nothing", "TOTAL $45.670"],
])("%s leaves a paper to its sender's country", (_, text) => {
  expect(countryOfPaper(text.split("\n"), "CL")).toBe("CL");
});

test("the figures of a foreign paper are of its own currency", () => {
  const text = printedEvidence(["KEDAI SDN BHD", "18/11/2026", "TOTAL RM 1,010.20"], { country: "CL", today: TODAY });
  const { fields } = merge({ stamp: null, qr: null, text, problems: [] }, { country: "CL", today: TODAY });
  expect(fields).toMatchObject({ currency: "MYR", total_minor: 101_020, date: "2026-11-18" });
});

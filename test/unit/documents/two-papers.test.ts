import { expect, test } from "vitest";
import { blankExtraction, type ReadFrom } from "#documents";
import { seemsTwoPapers } from "#src/documents/two-papers.ts";

const read = (lines: string[], read_from: ReadFrom = "ocr") =>
  seemsTwoPapers({ ...blankExtraction("CL"), read_from, text: lines.join("\n") });

const FIRST = ["ALMACEN DOÑA ROSA", "BOLETA ELECTRONICA N° 10482", "PAN 1.000", "TOTAL $ 12.480"];
const SECOND = ["FERRETERIA EL CLAVO", "BOLETA ELECTRONICA N% 993", "CLAVOS 2.000", "TOTAL: 2.000"];

test("two heads and two totals are two papers", () => {
  expect(read([...FIRST, ...SECOND])).toBe(true);
});

test("two papers are two though the stamp of one was read", () => {
  expect(read([...FIRST, ...SECOND], "timbre")).toBe(true);
});

test.each([
  ["one paper", FIRST],
  ["a paper that prints itself twice", [...FIRST, ...FIRST]],
  ["a paper with its voucher", [...FIRST, "COMPROBANTE DE VENTA", "TOTAL $ 12.480", "TOTAL 13.728"]],
  ["an invoice that names another", [...FIRST, "Factura N° 118"]],
  ["nothing", []],
])("%s is one", (_, lines) => {
  expect(read(lines)).toBe(false);
});

test("a PDF of two pages is not told to be two photos", () => {
  expect(read([...FIRST, ...SECOND], "pdf-text")).toBe(false);
});

import { expect, test } from "vitest";
import { blankExtraction, type ReadFrom } from "#documents";
import { pagesOfFirstPaper, seemsTwoPapers } from "#src/documents/two-papers.ts";

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

test("a PDF with a paper on each page is told to hold two, whether or not the numbers stand below the titles", () => {
  expect(read([...FIRST, ...SECOND], "pdf-text")).toBe(true);
  const below = [...FIRST, ...SECOND].flatMap((line) => line.split(/(?<=ELECTRONICA) /));
  expect(read(below, "pdf-text")).toBe(true);
});

test("a PDF of an invoice that goes on over pages, each with its head, is one", () => {
  const head = ["FACTURA ELECTRONICA", "N° 88123"];
  expect(read([...head, "SUBTOTAL 50.000", ...head, "TOTAL $ 107.100"], "pdf-text")).toBe(false);
});

test("a head is one beside the seller's address as well, and none where it is only referred to", () => {
  const boxed = (number: string, total: string) => [
    "Los Aromos 221, Maipú FACTURA ELECTRÓNICA",
    number,
    `TOTAL $ ${total}`,
  ];
  const [one, other] = [boxed("N° 3401", "11.900"), boxed("N° 3402", "304.640")];
  expect([read([...one, ...other], "pdf-text"), pagesOfFirstPaper([one, other])]).toEqual([true, 1]);
  const referring = ["Ref.: según FACTURA ELECTRÓNICA N° 3402", "TOTAL $ 304.640"];
  expect([read([...one, ...referring]), pagesOfFirstPaper([one, referring])]).toEqual([false, 2]);
});

test("of a PDF with another paper on a later page the first is read", () => {
  expect(pagesOfFirstPaper([FIRST, SECOND])).toBe(1);
  expect(pagesOfFirstPaper([FIRST, ["Términos y condiciones"], SECOND])).toBe(2);
});

test.each([
  ["a page of terms", [FIRST, ["Términos y condiciones"]]],
  [
    "an invoice that goes on, each page with its head",
    [
      ["FACTURA ELECTRONICA", "N° 31"],
      ["FACTURA ELECTRONICA", "N° 31", "TOTAL $ 107.100"],
    ],
  ],
  ["an invoice behind a letter", [["Estimado cliente"], FIRST]],
  ["another number without a total", [FIRST, ["Factura N° 118", "es la orden de compra"]]],
  ["no page", []],
])("with %s all pages are read", (_, pages) => {
  expect(pagesOfFirstPaper(pages)).toBe(pages.length);
});

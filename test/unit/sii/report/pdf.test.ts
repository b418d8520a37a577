import { getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { reportPdf, taxReport, type ReportAsked } from "#sii";
import { pdfString, textWidth } from "#src/sii/report/pdf/font.ts";
import { wrapped } from "#src/sii/report/pdf/paper.ts";
import { monthOf } from "../taxes/month.ts";
import { asked, purchases, SHOP, TILL } from "./asked.ts";

const pdf = (more: Partial<ReportAsked> = {}) => reportPdf(taxReport(asked(more)));

/** Read by another's reader of PDF: the words of each page. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(bytes.slice());
  const numbers = Array.from({ length: document.numPages }, (_, nth) => nth + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
}

test("the paper has what is owed, in the words and numbers of Chile", async () => {
  const [first = "", ...others] = await pagesOf(pdf());
  expect(first).toContain("Informe tributario de junio de 2026");
  expect(first).toContain("Almacén Doña Peña Núñez SpA · RUT 76543210-3");
  expect(first).toContain("$1.501.945");
  expect(first).toContain("20-07-2026");
  expect(first).toContain(`Página 1 de ${others.length + 1}`);
  expect(others.join(" ")).toContain("TOTAL A PAGAR DENTRO DEL PLAZO LEGAL");
});

test("a business of which nobody has told the name has its RUT once, and not for a name", async () => {
  const [first = ""] = await pagesOf(pdf({ business: { name: null, rut: "76543210-3" } }));
  expect(first).toContain("Informe tributario de junio de 2026  RUT 76543210-3");
  expect(first).toContain("nombre no informado");
});

test("tax of common use that counts whole by a factor nobody has told is named, with its amount", async () => {
  const rcv = { ...monthOf(SHOP, TILL), factor: 1 };
  const told = (await pagesOf(pdf({ rcv, factor: 1 }))).join(" ");
  expect(told).not.toContain("uso común sumado entero");
  const untold = (await pagesOf(pdf({ rcv, factor: null }))).join(" ");
  expect(untold).toContain("incluye $38.000 de uso común, con factor 1: ver advertencias");
  expect(untold).toContain("Hay IVA de uso común sumado entero al crédito");
});

test("many documents take many pages, each with the heads of its table; what is too many is said", async () => {
  const pages = await pagesOf(pdf({ rcv: monthOf(purchases(1_200)) }));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.slice(2, 10).filter((page) => page.includes("Contraparte"))).toHaveLength(8);
  expect(pages.join(" ")).toContain("… y 200 más, en la planilla");
});

test("the places of all objects are as its table says", () => {
  const text = Array.from(pdf(), (byte) => String.fromCharCode(byte)).join("");
  const places = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
  const begun = places.map((place) => text.slice(place, place + 12));
  expect(places.length).toBeGreaterThan(5);
  expect(begun.filter((object, nth) => !object.startsWith(`${nth + 1} 0 obj`))).toEqual([]);
  expect(text.endsWith("%%EOF\n")).toBe(true);
});

test("the same report gives the same bytes", () => {
  expect(pdf()).toEqual(pdf());
});

test.each([
  ["a) (b\\", "(a\\) \\(b\\\\)"],
  ["Ñandú", "(\u00d1and\u00fa)"],
  ["– €", "(\u0096 \u0080)"],
  ["Łódź 日本", "(?\u00f3dz ??)"],
])("%s is written %s", (text, written) => {
  expect(pdfString(text)).toBe(written);
});

test("letters with marks are as wide as without, digits are all alike", () => {
  expect(textWidth("áñÁ", "regular", 10)).toBe(textWidth("anA", "regular", 10));
  expect(textWidth("1.111", "bold", 10)).toBe(textWidth("8.888", "bold", 10));
});

test("a text is broken between words, a long word where the line is full, and what is too much is cut", () => {
  const ink = { face: "regular", size: 10, gray: 0 } as const;
  expect(wrapped("Facturas recibidas del giro", 90, { ink, lines_max: 3 })).toEqual(["Facturas recibidas", "del giro"]);
  expect(wrapped("AAAAAAAAAAAAAAAAAAAA", 70, { ink, lines_max: 3 })).toEqual(["AAAAAAAAAA", "AAAAAAAAAA"]);
  expect(wrapped("uno dos tres cuatro cinco seis", 40, { ink, lines_max: 2 })).toEqual(["uno dos", "tres c…"]);
  expect(wrapped("", 40, { ink, lines_max: 2 })).toEqual([""]);
});

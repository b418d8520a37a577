import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { childElements, parseXml, type XmlElement } from "#dte";
import { reportXlsx, taxReport, type ReportAsked } from "#sii";
import { escaped } from "#src/sii/report/xlsx/xml.ts";
import { document, monthOf } from "../taxes/month.ts";
import { asked, purchases } from "./asked.ts";

type Parts = Readonly<Record<string, string>>;

function partsOf(more: Partial<ReportAsked> = {}): Parts {
  const files = unzipSync(reportXlsx(taxReport(asked(more))));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Parsed by the house's own strict reader: what is not well-formed is no element. */
function root(xml: string): XmlElement {
  const read = parseXml(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The cells of a sheet, by their place. */
function cellsOf(xml: string): Map<string, { style: string; type: string; text: string }> {
  const data = childElements(root(xml)).find(({ name }) => name === "sheetData");
  const rows = data === undefined ? [] : childElements(data);
  const attribute = (cell: XmlElement, name: string) => cell.attributes.find((each) => each.name === name)?.value ?? "";
  return new Map(
    rows
      .flatMap(childElements)
      .map((cell) => [
        attribute(cell, "r"),
        { style: attribute(cell, "s"), type: attribute(cell, "t"), text: deepText(cell) },
      ]),
  );
}

function deepText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? child : deepText(child))).join("");
}

const sheet = (parts: Parts, number: number) => cellsOf(parts[`xl/worksheets/sheet${number}.xml`] ?? "");
const looks = (parts: Parts) =>
  childElements(root(parts["xl/styles.xml"] ?? "")).find(({ name }) => name === "cellXfs");

test("the workbook has a sheet for each part of the report, and every part of it is sound XML", () => {
  const parts = partsOf();
  const names = childElements(root(parts["xl/workbook.xml"] ?? ""))
    .flatMap(childElements)
    .map(({ attributes }) => attributes[0]?.value);
  expect(names).toEqual(["Resumen", "Débito", "Crédito", "Pendientes", "F29", "Diferencias"]);
  expect(Object.values(parts).map((xml) => parseXml(xml).ok)).toEqual(Object.keys(parts).map(() => true));
});

test("amounts are numbers and days are days, which a program can reckon with", () => {
  const debit = sheet(partsOf(), 2);
  const places = [...debit].filter(([, { text }]) => text === "1001").map(([place]) => place);
  const [folio = ""] = places;
  const row = folio.slice(1);
  expect(debit.get(`A${row}`)).toMatchObject({ type: "", text: "46176" });
  expect([debit.get(`G${row}`)?.text, debit.get(`I${row}`)?.text]).toEqual(["1250000", "1487500"]);
});

test("a note of credit stands below zero, so that a column adds up to its total", () => {
  const debit = [...sheet(partsOf(), 2).values()].map(({ text }) => text);
  expect(debit).toContain("-47500");
});

test("a name that looks like a formula is text, and says so", () => {
  const parts = partsOf();
  const cell = [...sheet(parts, 2).values()].find(({ text }) => text.startsWith("=HYPERLINK"));
  expect(cell).toMatchObject({ type: "inlineStr" });
  const look = childElements(looks(parts) ?? root("<none/>"))[Number(cell?.style)];
  expect(look?.attributes).toContainEqual(expect.objectContaining({ name: "quotePrefix", value: "1" }));
});

test("no cell of any sheet is a formula, whatever people are called", () => {
  const names = fc.string({ unit: "binary", maxLength: 40 }).map((tail) => `=${tail}`);
  fc.assert(
    fc.property(fc.oneof(names, fc.string({ unit: "binary" })), (name) => {
      const named = document("1", { counterparty: { rut: "76123456-0", name, isValid: true } });
      const xml =
        partsOf({ rcv: monthOf([named]), business: { name, rut: "76543210-3" } })["xl/worksheets/sheet3.xml"] ?? "";
      expect(parseXml(xml).ok).toBe(true);
      expect(xml).not.toContain("<f>");
    }),
    { numRuns: 20 },
  );
});

test("what XML has no way to write is left out", () => {
  expect(escaped('a\u0000b\ud800c<&>"')).toBe("ab\ufffdc&lt;&amp;&gt;&quot;");
});

test("the same report gives the same bytes", () => {
  expect(reportXlsx(taxReport(asked()))).toEqual(reportXlsx(taxReport(asked())));
});

test("a thousand purchases are a thousand rows", () => {
  const cells = sheet(partsOf({ rcv: monthOf(purchases(1_000)) }), 3);
  expect([...cells.keys()].filter((place) => place.startsWith("D"))).toHaveLength(1_000 + 4);
});

test("a month without anything is a workbook all the same", () => {
  expect(
    sheet(partsOf({ rcv: { month: "2026-06", documents: [], totals: [], asked_at: null } }), 6).get("A1")?.text,
  ).toBe("Diferencias y pendientes de orden");
});

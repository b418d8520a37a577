import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readPage } from "#src/rates/page.ts";
import { tablePage } from "../../simulators/sii/table-page.ts";
import { bytesOf, DOLLAR, pageWith, UF, type Row } from "./pages.ts";

const LATEST = "2026-12-09";
const uf = (bytes: Uint8Array) => readPage(bytes, { source: UF, year: 2026, latest: LATEST });
const dollar = (bytes: Uint8Array) => readPage(bytes, { source: DOLLAR, year: 2026, latest: LATEST });
const problem = (read: ReturnType<typeof uf>) => (read.ok ? "believed" : read.error.reason);

it("reads the UF as Chile writes it, oldest first", () => {
  const page = pageWith({
    Febrero: [["1", "39.410,05"]],
    Enero: [
      ["1", "39.397,14"],
      ["2", "39.398,5"],
    ],
  });
  expect(uf(page)).toEqual({
    ok: true,
    value: [
      { on: "2026-01-01", value: 393_971_400 },
      { on: "2026-01-02", value: 393_985_000 },
      { on: "2026-02-01", value: 394_100_500 },
    ],
  });
});

it("reads the dollar, which the same office writes with a point", () => {
  const page = pageWith(
    {
      Noviembre: [
        ["16", "950.5"],
        ["17", "1000"],
        ["18", "1000.75"],
      ],
    },
    "Dólar 2026",
  );
  expect(dollar(page)).toEqual({
    ok: true,
    value: [
      { on: "2026-11-16", value: 9_505_000 },
      { on: "2026-11-17", value: 10_000_000 },
      { on: "2026-11-18", value: 10_007_500 },
    ],
  });
});

it("takes three days of a row, and no value for an empty cell", () => {
  const row = "<tr><th>8</th><td>950.1</td><th>16</th><td>951.2</td><th>23</th><td>&nbsp;</td></tr>";
  const html = `<html><div id="mes_junio"><table>${row.replace("<th>8</th>", "<th>9</th>")}</table></div></html>`;
  expect(dollar(bytesOf(html))).toMatchObject({ value: [{ on: "2026-06-09" }, { on: "2026-06-16" }] });
});

it("reads a page that is not UTF-8", () => {
  const html =
    "<html><title>D\u00f3lar 2026</title><div id='mes_junio'><table><tr><th>9</th><td>950.1</td></tr></table></html>";
  expect(dollar(Uint8Array.from(html, (letter) => letter.charCodeAt(0)))).toMatchObject({ ok: true });
});

it("leaves out the means, the table of the year, the foot, comments and scripts", () => {
  const html = `<html><script>"<table><tr><th>3</th><td>1,00</td></tr></table>"</script>
    <h3>Mayo</h3><table><tr><th>Día</th><th>Valor</th></tr><tr><th>4</th><td>39.000,00</td></tr>
    <tr><th>Promedio</th><td>38.000,00</td></tr></table>
    <!-- <h2>Abril</h2><table><tr><th>3</th><td>39.000,00</td></tr></table> -->
    <div id='mes_all'><table id='table_export'><tr><th>5</th><td>39.000,00</td><td>39.100,00</td></tr></table></div></html>`;
  expect(uf(bytesOf(html))).toEqual({ ok: true, value: [{ on: "2026-05-04", value: 390_000_000 }] });
});

const january = (...rows: Row[]): Uint8Array => pageWith({ Enero: rows });

test.each<[what: string, page: Uint8Array, reason: string]>([
  ["a page without tables", bytesOf("<html><h2>Servicio no disponible</h2></html>"), "empty"],
  ["a page whose days are all empty", january(["1", ""], ["2", "&nbsp;"], ["3", "-.-"]), "empty"],
  ["an empty body", new Uint8Array(), "truncated"],
  ["JSON", bytesOf('{"error":"Error 500"}'), "truncated"],
  ["a page cut in the middle", january(["1", "39.397,14"]).slice(0, 180), "truncated"],
  [
    "a table that does not end",
    bytesOf("<html><h2>Enero</h2><table><tr><th>1</th><td>39.000,00</td></tr></html>"),
    "truncated",
  ],
  ["the page of another year", pageWith({ Enero: [["1", "39.397,14"]] }, "U.F. 2025"), "other_year"],
  ["31 November", pageWith({ Noviembre: [["31", "39.397,14"]] }), "day"],
  ["29 February of a year without", pageWith({ Febrero: [["29", "39.397,14"]] }), "day"],
  ["a value beside no day", january(["", "39.397,14"]), "day"],
  ["a value beside something like a day", january(["1°", "39.397,14"]), "day"],
  [
    "a row one cell short",
    bytesOf("<html><h2>Enero</h2><table><tr><th>1</th><td>39.000,00</td><td>39.000,00</td></tr></table></html>"),
    "row",
  ],
  ["words in the place of a number", january(["1", "39.397,14"], ["2", "s/i"]), "number"],
  ["the two ways of writing on one page", january(["1", "39.397,14"], ["2", "39398.14"]), "number"],
  ["three decimals", january(["1", "39.397,141"]), "number"],
  ["a negative value", january(["1", "-39.397,14"]), "number"],
  ["a UF of 400 pesos", january(["1", "393,97"]), "range"],
  ["a UF of four million", january(["1", "3.939.714,00"]), "range"],
  ["eleven percent in a day", january(["1", "30.000,00"], ["2", "33.300,00"]), "jump"],
  ["eleven percent down in a day", january(["1", "30.000,00"], ["2", "26.700,00"]), "jump"],
  ["two values for a day", january(["1", "39.397,14"], ["1", "39.397,15"]), "contradiction"],
  ["a day that nobody can know yet", pageWith({ Diciembre: [["10", "39.397,14"]] }), "future"],
])("believes nothing of %s", (_, page, reason) => {
  expect(problem(uf(page))).toBe(reason);
});

test.each<[what: string, text: string, reason: string]>([
  ["a dollar of 95 thousand, read by the wrong mark", "95050", "range"],
  ["a dollar of one peso and three decimals", "1.000", "number"],
])("believes nothing of %s", (_, text, reason) => {
  expect(problem(dollar(pageWith({ Noviembre: [["18", text]] }, "Dólar 2026")))).toBe(reason);
});

it("believes no dollar of a Sunday: its columns are shifted, or its year is another", () => {
  expect(problem(dollar(pageWith({ Noviembre: [["15", "950.5"]] }, "Dólar 2026")))).toBe("weekend");
});

it("believes a tenth a day over a gap, and the same value said twice", () => {
  expect(problem(uf(january(["1", "30.000,00"], ["2", "33.000,00"])))).toBe("believed");
  expect(problem(uf(january(["1", "30.000,00"], ["4", "38.900,00"])))).toBe("believed");
  expect(uf(january(["1", "30.000,00"], ["1", "30.000,00"]))).toMatchObject({ value: { length: 1 } });
});

it("reads every day of a whole simulated year, leap years too", () => {
  const whole = (table: "uf" | "dolar", year: number) => {
    const page = bytesOf(tablePage({ table, year, today: "2026-11-18" }));
    const read = readPage(page, { source: table === "uf" ? UF : DOLLAR, year, latest: LATEST });
    return read.ok ? read.value.length : read.error;
  };
  expect(whole("uf", 2024)).toBe(366);
  expect(whole("uf", 2025)).toBe(365);
  expect(whole("uf", 2026)).toBe(343);
  for (const year of [2013, 2016, 2020, 2025]) expect(whole("dolar", year)).toBeGreaterThan(245);
});

it("comes to an end on any bytes, and never says a value out of bounds", () => {
  const pieces = fc.constantFrom(
    "<",
    "<!--",
    "-->",
    "<script",
    "</script>",
    "<html>",
    "</html>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<th>",
    "</th>",
    "<td>",
    "</td>",
    "<h2>Enero</h2>",
    "<div id='mes_enero'>",
    "1",
    "39.397,14",
    "950.5",
    "&nbsp;",
    "Promedio",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const read = uf(bytesOf(`${parts.join("")}</html>`));
      if (!read.ok) return;
      for (const { value } of read.value) expect(value).toBeGreaterThanOrEqual(UF.value_min);
    }),
  );
});

test.each(["<", "<!--", "<script", "<tr><td>", "<h2>", "<title>"])("walks a megabyte of %s once", (piece) => {
  const bytes = bytesOf(`${piece.repeat(1_000_000 / piece.length)}</html>`);
  const begun = performance.now();
  expect(problem(uf(bytes))).not.toBe("believed");
  expect(performance.now() - begun).toBeLessThan(2_000);
});

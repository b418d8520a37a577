import fc from "fast-check";
import { expect, test } from "vitest";
import { readUtmPage, utmPath } from "#src/rates/utm.ts";
import { bytesOf } from "./pages.ts";

const read = (bytes: Uint8Array) => readUtmPage(bytes, { year: 2025, latest: "2025-12" });
const problem = (said: ReturnType<typeof read>) => (said.ok ? "believed" : said.error.reason);

type Row = readonly [month: string, ...cells: string[]];

/** In the shape of the SII's: one table, a row a month, UTM, UTA, price index and its changes. */
function page(rows: readonly Row[], title = "UTM - UTA - IPC 2025"): Uint8Array {
  const table = rows.map(
    ([month, ...cells]) =>
      `<tr>\n<th width='80'><strong>${month}</strong></th>${cells.map((cell) => `<td>${cell}</td>`).join("\n")}</tr>`,
  );
  const head = "<tr><th>2025</th><th>UTM</th><th>UTA</th><th colspan='4'>IPC</th></tr>";
  return bytesOf(
    `<html><head><title>${title}</title></head><body><table>${head}${table.join("")}</table></body></html>`,
  );
}

const JANUARY: Row = ["Enero", "67.429", "809.148", "106,74", "1,1", "1,1", "4,9"];
const FEBRUARY: Row = ["Febrero", "67.294", "807.528", "107,13", "0,4", "1,5", "4,7"];

test("the page of a year is known to everybody", () => {
  expect(utmPath(2026)).toBe("/valores_y_fechas/utm/utm2026.htm");
});

test("reads the UTM of each month that has one, oldest first", () => {
  const later: Row = ["Marzo", "-.-", "-.-", "-.-", "-.-", "-.-", "-.-"];
  expect(read(page([FEBRUARY, JANUARY, later]))).toEqual({
    ok: true,
    value: [
      { month: "2025-01", pesos: 67_429 },
      { month: "2025-02", pesos: 67_294 },
    ],
  });
});

test("a month may have no price index yet", () => {
  expect(problem(read(page([["Diciembre", "69.542", "834.504", "&nbsp;", "", "", ""]])))).toBe("believed");
});

test.each<[string, string, Uint8Array]>([
  ["a page without a value", "empty", page([])],
  ["half a page", "truncated", page([JANUARY]).slice(0, -30)],
  ["the page of another year", "other_year", page([JANUARY], "UTM 2024")],
  ["a table read one column off", "number", page([["Enero", "809.148", "106,74"]])],
  ["a UTA that is not twelve UTM", "contradiction", page([["Enero", "67.429", "809.149"]])],
  ["one month with two values", "contradiction", page([JANUARY, ["Enero", "67.294", "807.528"]])],
  ["a number with the marks of another country", "number", page([["Enero", "67,429", "809,148"]])],
  ["a UTM of thirty pesos", "range", page([["Enero", "30", "360"]])],
  ["a UTM that nobody ever paid", "range", page([["Enero", "967.429", "11.609.148"]])],
  ["a month that rose by a tenth", "jump", page([JANUARY, ["Febrero", "74.172", "890.064"]])],
])("does not believe %s: %s", (_, reason, bytes) => {
  expect(problem(read(bytes))).toBe(reason);
});

test("does not believe a month that nobody can have published", () => {
  expect(readUtmPage(page([JANUARY, FEBRUARY]), { year: 2025, latest: "2025-01" })).toMatchObject({
    error: { reason: "future" },
  });
});

test("any bytes are read or refused, in a moment", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => !read(bytes).ok));
  const begun = performance.now();
  expect(problem(read(bytesOf(`${"<tr><td>".repeat(120_000)}</html>`)))).toBe("empty");
  expect(performance.now() - begun).toBeLessThan(2_000);
});

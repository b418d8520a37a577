import { expect, test } from "vitest";
import { amountsIn } from "#src/documents/read/amounts.ts";
import { countryOf } from "#src/documents/read/country.ts";

const read = (line: string, country: string) => amountsIn(line, countryOf(country)).map((amount) => amount.minor);

test.each([
  ["TOTAL $45.670", "CL", [45_670]],
  ["TOTAL $ 45.670.-", "CL", [45_670]],
  ["TOTAL $45,670", "CL", [45_670]],
  ["TOTAL S 45.670", "CL", [45_670]],
  ["TOTAL 45. 670", "CL", [45_670]],
  ["TOTAL 1.234.567", "CL", [1_234_567]],
  ["TOTAL $45.670,00", "CL", [45_670]],
  ["TOTAL 990", "CL", [990]],
  ["DESCUENTO -1.500", "CL", [-1_500]],
  ["2 X 2.490 4.980", "CL", [2, 2_490, 4_980]],
  ["IVA 19% 7.292", "CL", [7_292]],
  ["RUT 76.123.456-0 TOTAL 5.000", "CL", [5_000]],
  ["18/11/2026 17:42 990", "CL", [990]],
  ["TOTAL 45,67", "CL", []],
  ["TOTAL 05.002", "CL", []],
  ["TOTAL 48.€", "CL", []],
  ["TOTAL 48.", "CL", []],
  ["Pagaste $500. Gracias", "CL", [500]],
  ["PRECIO 12.34.567", "CL", []],
  ["CODIGO 7801234567890", "CL", []],
  ["IMPORTE TOTAL S/ 43.30", "PE", [4_330]],
  ["TOTAL S/43.30", "PE", [4_330]],
  ["TOTAL S/. 1,234.50", "PE", [123_450]],
  ["TOTAL 39. 90", "PE", [3_990]],
  ["CANT 3 TOTAL", "PE", []],
  ["TOTAL $ 11.762,33", "AR", [1_176_233]],
  ["TOTAL $ 1500", "AR", [150_000]],
  ["TOTAL 1.500", "AR", []],
  ["TOTAL $1,234.56", "MX", [123_456]],
])("reads the amounts of «%s» in %s", (line, country, minors) => {
  expect(read(line, country)).toEqual(minors);
});

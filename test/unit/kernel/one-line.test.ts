import { expect, test } from "vitest";
import { oneLine, tame } from "#src/kernel/index.ts";

test.each([
  ["RCV_COMPRA_REGISTRO_76123456-0_202610.csv", "RCV_COMPRA_REGISTRO_76123456-0_202610.csv"],
  ["RCV_VENTA\u202e_76123456-0\r\n_202610.csv ", "RCV_VENTA_76123456-0 _202610.csv"],
  ["a".repeat(50), `${"a".repeat(47)}…`],
])("%j in one line is %j", (text, line) => {
  expect(oneLine(text, 48)).toBe(line);
});

test("what stands among our own words loses its markup besides", () => {
  expect(tame("RCV_VENTA_*x*")).toBe("RCVVENTAx");
});

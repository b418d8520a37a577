import { expect, test } from "vitest";
import { readFileName } from "#src/sii/import/filename.ts";

test.each([
  ["RCV_COMPRA_REGISTRO_76111111-6_202610.csv", "76111111-6", "2026-10"],
  ["RCV_VENTA_77412905-7_202609.csv", "77412905-7", "2026-09"],
  ["rcv_compra_pendiente_77412905-7_202611 (1).csv", "77412905-7", "2026-11"],
  ["RCV_COMPRA_REGISTRO_76111111-5_202610.csv", null, "2026-10"],
  ["compras octubre.csv", null, null],
  ["registro 2026-10.csv", null, "2026-10"],
  ["202613.csv", null, null],
  [null, null, null],
])("%s is of %s, %s", (name, rut, month) => {
  expect(readFileName(name)).toEqual({ rut, month });
});

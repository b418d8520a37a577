import { expect, test } from "vitest";
import { readFileName } from "#src/sii/import/filename.ts";

test.each([
  ["RCV_COMPRA_REGISTRO_76111111-6_202610.csv", "76111111-6", "2026-10", "registro"],
  ["RCV_VENTA_77412905-7_202609.csv", "77412905-7", "2026-09", null],
  ["rcv_compra_pendiente_77412905-7_202611 (1).csv", "77412905-7", "2026-11", "pendiente"],
  ["RCV_COMPRA_NO_INCLUIR_76111111-6_202610.csv", "76111111-6", "2026-10", "no_incluir"],
  ["RCV_COMPRA_RECLAMADO_76111111-6_202610.csv", "76111111-6", "2026-10", "reclamado"],
  ["RCV_COMPRA_REGISTRO_76111111-5_202610.csv", null, "2026-10", "registro"],
  ["compras octubre.csv", null, null, null],
  ["registro 2026-10.csv", null, "2026-10", null],
  ["202613.csv", null, null, null],
  [null, null, null, null],
])("%s is of %s, %s, %s", (...[name, rut, month, state]) => {
  expect(readFileName(name)).toEqual({ rut, month, state });
});

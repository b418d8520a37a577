import { expect, test } from "vitest";
import { readExports } from "#src/sii/rcv/exports.ts";

// Fields as the live service names them (told by crilam/mcp-sii), with fewer of those that nobody reads.
const READY = {
  caId: 9_001,
  caIdBLOB: "AAAB7zAAE",
  caEstado: "TERMINADO",
  caPeriodo: 202_606,
  caTipoDoc: 0,
  caProceso: "DCV_C_DETALLE",
  caNumLineas: 812,
};
const OF = { month: "2026-06", side: "compra" } as const;

function answer(data: unknown, codRespuesta = 0) {
  return { data, respEstado: { codRespuesta, msgeRespuesta: null, codError: null } };
}

test.each([0, 1])("reads the files of a month, said by code %i", (code) => {
  expect(readExports(answer([READY], code), OF)).toEqual({
    ok: true,
    value: [{ id: 9_001, blob: "AAAB7zAAE", state: null }],
  });
});

test.each([
  ["the word of none", { ...READY, caIdBLOB: "SIN-BLOB" }],
  ["no file", { ...READY, caIdBLOB: null }],
  ["a file that is still prepared", { ...READY, caEstado: "EN PROCESO" }],
])("%s is no file yet", (_, row) => {
  expect(readExports(answer([row]), OF)).toMatchObject({ value: [{ blob: null }] });
});

test("whoever writes the names in other letters means the same", () => {
  const { caIdBLOB, ...rest } = READY;
  expect(readExports(answer([{ ...rest, caIdBlob: caIdBLOB }]), OF)).toMatchObject({ value: [{ blob: "AAAB7zAAE" }] });
});

test.each([
  ["another month", { ...READY, caPeriodo: 202_605 }],
  ["the other side", { ...READY, caProceso: "DCV_V_DETALLE" }],
  ["the other side, told by its letter", { ...READY, caProceso: null, compraOVenta: "V" }],
])("a file of %s is none of these", (_, row) => {
  expect(readExports(answer([row, READY]), OF)).toMatchObject({ value: [{ id: 9_001 }] });
  expect(readExports(answer([row]), OF)).toEqual({ ok: true, value: [] });
});

test.each([
  ["code 0 and null", answer(null)],
  ["code 1 and null", answer(null, 1)],
  ["code 3", answer(null, 3)],
])("%s: nothing was ordered", (_, body) => {
  expect(readExports(body, OF)).toEqual({ ok: true, value: [] });
});

test.each([
  ["code 2", answer(null, 2), "refused"],
  ["code 98", answer([], 98), "session"],
  ["a row of another shape", answer([{ caId: "x" }]), "malformed"],
])("%s is no list of files", (_, body, reason) => {
  expect(readExports(body, OF)).toMatchObject({ ok: false, error: { reason } });
});

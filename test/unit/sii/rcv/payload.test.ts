import { expect, test } from "vitest";
import { readDetail, readSummary } from "#sii";
import { readFactor } from "#src/sii/rcv/payload.ts";
import { documentsIn, factorIn, pageId, uncounted, type Answer, type Answers } from "#src/sii/sync/plan.ts";
import { PURCHASE_READ } from "./purchase.ts";

// Rows as the portal's facade answers them (with fewer of the fields that nobody reads).
const SUMMARY = {
  dcvTipoIngresoDoc: "DET_ELE",
  rsmnTipoDocInteger: 33,
  rsmnTotDoc: 2,
  rsmnMntExe: 0,
  rsmnMntNeto: 340_000,
  rsmnMntIVA: 64_600,
  rsmnMntIVANoRec: 0,
  rsmnIVAUsoComun: null,
  rsmnMntTotal: 404_600,
  rsmnLink: true,
  rsmnEstadoContab: "REGISTRO",
};

const DETAIL = {
  dhdrCodigo: 8_100_001,
  detCodigo: 99_001,
  detTipoDoc: null,
  detRutDoc: 76_123_456,
  detDvDoc: "0",
  detRznSoc: " COMERCIAL  ANDES SPA ",
  detNroDoc: 23_084,
  detFchDoc: "21/06/2026",
  detFecAcuse: null,
  detFecReclamado: "null",
  detFecRecepcion: "24/06/2026 09:55:53",
  detMntExe: 0,
  detMntNeto: 240_169,
  detMntIVA: 45_632,
  detMntIVANoRec: null,
  detMntTotal: 285_801,
  detTpoImp: null,
  detTasaImp: null,
  totalDtoiMontoImp: null,
  descTipoTransaccion: "Del Giro",
  detPcarga: 202_606,
};

const ASKED = { side: "compra", state: "registro", type: 33 } as const;

function answer(data: unknown, codRespuesta = 0, more = {}) {
  return { data, respEstado: { codRespuesta, msgeRespuesta: null, codError: null }, metaData: {}, ...more };
}

test("reads what a month counts and adds up to", () => {
  const boletas = {
    ...SUMMARY,
    rsmnTipoDocInteger: 39,
    rsmnLink: false,
    dcvTipoIngresoDoc: "RES_ELE",
    rsmnTotDoc: 812,
  };
  expect(readSummary(answer([SUMMARY, boletas]))).toMatchObject({
    ok: true,
    value: [
      { type: 33, count: 2, net: 340_000, tax: 64_600, total: 404_600, commonUseTax: 0, isDetailed: true },
      { type: 39, count: 812, isDetailed: false },
    ],
  });
});

test("reads a purchase, of the type that was asked for", () => {
  expect(readDetail(answer([DETAIL]), ASKED)).toEqual({ ok: true, value: [PURCHASE_READ] });
});

test("numbers written as text are numbers", () => {
  const row = { ...DETAIL, detNroDoc: "23084", detMntTotal: "285801", detRutDoc: "76123456" };
  expect(readDetail(answer([row]), ASKED)).toEqual(readDetail(answer([DETAIL]), ASKED));
});

test("reads what may not be recovered, a further tax, and the invoice that a note takes back", () => {
  const row = {
    ...DETAIL,
    detMntIVANoRec: 190,
    detMntCodNoRec: 9,
    detTpoImp: "24",
    detTasaImp: "31.5",
    totalDtoiMontoImp: 315,
    detTipoDocRef: "33",
    detFolioDocRef: "10370",
  };
  expect(readDetail(answer([row]), { ...ASKED, type: 61 })).toMatchObject({
    value: [
      {
        type: 61,
        unrecoverable: { tax: 190, code: 9 },
        otherTaxes: [{ code: 24, amount: 315, rate: 31.5 }],
        references: [{ type: 33, folio: "10370" }],
      },
    ],
  });
});

test("a tax id whose check digit is wrong is kept, and flagged", () => {
  expect(readDetail(answer([{ ...DETAIL, detDvDoc: "k" }]), ASKED)).toMatchObject({
    value: [{ counterparty: { rut: "76123456-K", isValid: false } }],
  });
});

test.each([
  ["code 3", answer(null, 3)],
  ["code 3 with an empty list", answer([], 3)],
  ["code 0 with an empty list", answer([])],
])("%s is an empty month", (_, body) => {
  expect(readSummary(body)).toEqual({ ok: true, value: [] });
  expect(readDetail(body, ASKED)).toEqual({ ok: true, value: [] });
});

test.each([
  ["code 0 without rows", answer(null), "contradiction"],
  ["code 3 with rows", answer([SUMMARY], 3), "contradiction"],
  ["code 2", answer(null, 2), "refused"],
  ["code 98", answer([], 98), "session"],
  ["code 99", answer(null, 99), "period_too_early"],
  ["a code nobody knows", answer([], 77), "unknown_code"],
  ["an envelope refused", { errorMsg: "Acceso no autorizado!" }, "envelope"],
  ["a page instead", "<html>Request Rejected</html>", "malformed"],
  ["nothing", null, "malformed"],
  ["rows without a state", { data: [] }, "malformed"],
  ["a row of another shape", answer([{ rsmnTotDoc: "two" }]), "malformed"],
  ["a row that is null", answer([null]), "malformed"],
])("%s is no empty month", (_, body, reason) => {
  expect(readSummary(body)).toMatchObject({ ok: false, error: { reason } });
  expect(readDetail(body, ASKED).ok).toBe(false);
});

test.each([
  ["a day that is none", { detFchDoc: "31/06/2026" }],
  ["no total", { detMntTotal: null }],
  ["a folio that is no number", { detNroDoc: "23084a" }],
  ["a folio of zero", { detNroDoc: 0 }],
  ["no tax id", { detRutDoc: null }],
  ["a fraction of a peso", { detMntNeto: 1.5 }],
])("one row with %s makes its page unreadable", (_, over) => {
  expect(readDetail(answer([DETAIL, { ...DETAIL, ...over }]), ASKED)).toMatchObject({
    ok: false,
    error: { reason: "malformed" },
  });
});

test("rows of one document that differ in when it was received are one document, though listed twice", () => {
  const again = { ...DETAIL, detFecRecepcion: "24/06/2026 10:12:00", detRznSoc: "COMERCIAL ANDES" };
  const read = readDetail(answer([DETAIL, again]), ASKED);
  const documents = read.ok ? read.value : [];
  expect(documents).toHaveLength(2);
  const [month, side, state] = ["2026-06", "compra", "registro"] as const;
  const summary = readSummary(answer([{ ...SUMMARY, rsmnTotDoc: 2 }]));
  const answers: Answers = new Map<string, Answer>([
    [pageId({ month, side, state, kind: "summary" }), { lines: summary.ok ? summary.value : [] }],
    [pageId({ month, side, state, kind: "detail", type: 33 }), { documents }],
  ]);
  expect(uncounted([month], answers)).toEqual([]);
  expect(documentsIn([month], answers)).toMatchObject([{ receivedAt: "2026-06-24T10:12:00" }]);
});

test.each([
  ["its total", { detMntTotal: 285_802 }],
  ["its day", { detFchDoc: "20/06/2026" }],
  ["its tax", { detMntIVANoRec: 10 }],
])("rows of one document that differ in %s contradict each other", (_, over) => {
  expect(readDetail(answer([DETAIL, { ...DETAIL, ...over }]), ASKED)).toMatchObject({
    error: { reason: "contradiction" },
  });
});

test("a list that is shorter than what is counted is not whole, whatever stands in it twice", () => {
  const [month, side, state] = ["2026-06", "compra", "registro"] as const;
  const read = readDetail(answer([DETAIL, DETAIL]), ASKED);
  const summary = readSummary(answer([{ ...SUMMARY, rsmnTotDoc: 3 }]));
  const answers: Answers = new Map<string, Answer>([
    [pageId({ month, side, state, kind: "summary" }), { lines: summary.ok ? summary.value : [] }],
    [pageId({ month, side, state, kind: "detail", type: 33 }), { documents: read.ok ? read.value : [] }],
  ]);
  expect(uncounted([month], answers)).toEqual([{ month, side, state }]);
});

test.each([
  [" 1,0000", 1],
  [" 0,8500", 0.85],
  ["0.5", 0.5],
  [0.85, 0.85],
  [" 1,5000", null],
  ["-0,5", null],
  ["", null],
  [null, null],
])("the factor of proportionality %j is %j", (dcvFctProp, factor) => {
  expect(readFactor(answer([SUMMARY], 0, { dataCabecera: { dcvFctProp } }))).toBe(factor);
});

test("no factor is told where nothing stands beside the rows", () => {
  expect(readFactor(answer([SUMMARY]))).toBeNull();
  expect(readFactor(answer([SUMMARY], 0, { dataCabecera: null }))).toBeNull();
});

test("the factor of a month is that of its list of purchases", () => {
  const of = { month: "2026-06", state: "registro", kind: "summary" } as const;
  const answers: Answers = new Map<string, Answer>([
    [pageId({ ...of, side: "compra" }), { lines: [], factor: 0.85 }],
    [pageId({ ...of, side: "venta" }), { lines: [], factor: 1 }],
  ]);
  expect([factorIn("2026-06", answers), factorIn("2026-05", answers)]).toEqual([0.85, null]);
});

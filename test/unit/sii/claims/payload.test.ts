import { expect, test } from "vitest";
import type { ClaimAction } from "#sii";
import { claimReasonOf } from "#src/sii/claims/action.ts";
import {
  claimRequest,
  historyRequest,
  readClaim,
  readHistory,
  readReception,
  receptionRequest,
} from "#src/sii/claims/payload.ts";
import { ANSWERS } from "../../../simulators/sii/state/claim.ts";
import { operationIn } from "../../../simulators/sii/palena/soap.ts";
import { wordOf } from "../../../simulators/sii/xml.ts";

/** As the service writes it. */
function soap(operation: string, inner: string): string {
  return (
    "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" +
    `<ns2:${operation}Response xmlns:ns2="http://ws.registroreclamodte.diii.sdi.sii.cl"><return>${inner}</return></ns2:${operation}Response>` +
    "</S:Body></S:Envelope>"
  );
}

const answered = (code: number | string): string =>
  soap("ingresarAceptacionReclamoDoc", `<codResp>${code}</codResp><descResp>Glosa</descResp>`);

const DOCUMENT = { issuer: "76455871-K", type: 33, folio: "6200" };

test.each<ClaimAction>(["ACD", "ERM", "RCD", "RFP", "RFT"])(
  "asks for %s of a document by its issuer, type and folio",
  (action) => {
    const operation = operationIn(claimRequest(DOCUMENT, action));
    expect(operation?.local).toBe("ingresarAceptacionReclamoDoc");
    const words = ["rutEmisor", "dvEmisor", "tipoDoc", "folio", "accionDoc"].map(
      (name) => operation && wordOf(operation, name),
    );
    expect(words).toEqual(["76455871", "K", "33", "6200", action]);
  },
);

test("asks for its history and its reception by the same names", () => {
  expect(operationIn(historyRequest(DOCUMENT))?.local).toBe("listarEventosHistDoc");
  expect(operationIn(receptionRequest(DOCUMENT))?.local).toBe("consultarFechaRecepcionSii");
});

test.each([
  [0, "registered"],
  [3, "type"],
  [5, "claimed"],
  [7, "repeated"],
  [8, "late"],
  [10, "not_at_sii"],
  [11, "accepted"],
  [13, "received"],
  [17, "not_receiver"],
  [18, "not_received"],
  [19, "goods_claimed"],
  [27, "cash"],
  [-1, "busy"],
])("code %d is «%s»", (code, reason) => {
  expect(readClaim(answered(code))).toEqual({ ok: true, value: reason });
});

test("every code that the service is known to answer has a reason", () => {
  const codes = [...Array(28).keys(), ...Object.keys(ANSWERS).map(Number)];
  expect(codes.filter((code) => claimReasonOf(code) === null)).toEqual([]);
});

test.each([
  ["a code of later years", answered(31)],
  ["no code", answered("")],
  ["another operation's answer", soap("listarEventosHistDoc", "<codResp>0</codResp>")],
  ["no XML", "Error 500"],
])("of %s nothing is known", (_, body) => {
  expect(readClaim(body)).toMatchObject({ ok: false, error: { reason: "malformed" } });
});

test("a token that is over is a fault under 200", () => {
  const fault =
    '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Server</faultcode>' +
    "<faultstring>Token invalido</faultstring></S:Fault></S:Body></S:Envelope>";
  expect(readClaim(fault)).toMatchObject({ ok: false, error: { reason: "session" } });
});

const event = (code: string, at: string): string =>
  `<listaEventosDoc><codEvento>${code}</codEvento><descEvento>Glosa</descEvento><rutResponsable>77412905</rutResponsable>` +
  `<dvResponsable>k</dvResponsable><fechaEvento>${at}</fechaEvento></listaEventosDoc>`;

test("reads a history of one event and of several, oldest first", () => {
  const one = soap("listarEventosHistDoc", `<codResp>15</codResp>${event("ACD", "17-11-2026 09:30:00")}`);
  expect(readHistory(one)).toEqual({ ok: true, value: [{ code: "ACD", by: "77412905-K", at: "2026-11-17T09:30:00" }] });
  const two = `${event("ERM", "17-11-2026 09:30:00")}${event("NCA", "18-11-2026 10:00:00")}`;
  expect(readHistory(soap("listarEventosHistDoc", `<codResp>15</codResp>${two}`))).toMatchObject({
    ok: true,
    value: [{ code: "ERM" }, { code: "NCA" }],
  });
});

test("a history without events is empty, and one that can't be read is none", () => {
  expect(readHistory(soap("listarEventosHistDoc", "<codResp>16</codResp>"))).toEqual({ ok: true, value: [] });
  expect(readHistory(soap("listarEventosHistDoc", "<codResp>10</codResp>"))).toEqual({ ok: true, value: "not_at_sii" });
  const broken = soap("listarEventosHistDoc", `<codResp>15</codResp>${event("RCD", "ayer")}`);
  expect(readHistory(broken)).toMatchObject({ ok: false, error: { reason: "malformed" } });
});

test("reads when the SII received it, and that it has not", () => {
  expect(readReception(soap("consultarFechaRecepcionSii", "14-11-2026 12:00:00"))).toEqual({
    ok: true,
    value: "2026-11-14T12:00:00",
  });
  expect(readReception(soap("consultarFechaRecepcionSii", ""))).toEqual({ ok: true, value: null });
});

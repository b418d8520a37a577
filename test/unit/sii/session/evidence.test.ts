import { expect, test } from "vitest";
import { readClaim, readReception } from "#src/sii/claims/payload.ts";
import { readSummary } from "#src/sii/rcv/payload.ts";
import { outline, pageOutline, placeOf, said } from "#src/sii/session/evidence.ts";
import { readToken } from "#src/sii/session/seed.ts";

// What of the SII's answers may reach a log.

const TOKEN = "XAuSbYXiNh9Ik";
const RUTS = ["76543210-3", "76.543.210-3", "13579246-K", "13.579.246-k", "76543210"];

const soap = (operation: string, inner: string): string =>
  `<S:Envelope><S:Body><${operation}Response><return>${inner}</return></${operation}Response></S:Body></S:Envelope>`;

const tokenIs = (inner: string): string =>
  `<E><getTokenReturn>${inner.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</getTokenReturn></E>`;

/** What is told of each answer that holds this. */
const EVIDENCE: readonly [what: string, of: (secret: string) => unknown][] = [
  [
    "a page",
    (secret) => pageOutline(200, `<html><title>RUT ${secret}</title><body>Bienvenida ${secret}</body></html>`),
  ],
  ["a page without a title", (secret) => pageOutline(200, `<html><body>${secret}</body></html>`)],
  ["a redirect", (secret) => placeOf(`https://misiir.sii.cl/cgi_misii/siihome.cgi?${secret}#${secret}`)],
  ["a place of its own", (secret) => placeOf(`/cgi_AUT2000/x.cgi?TOKEN=${secret}`)],
  ["no XML", (secret) => readToken(secret)],
  ["a token of another shape", (secret) => readToken(tokenIs(`<R><ESTADO>00</ESTADO><TOKEN>${secret}.</TOKEN></R>`))],
  ["a gloss", (secret) => readToken(tokenIs(`<R><ESTADO>08</ESTADO><GLOSA>NO GENERA ${secret}</GLOSA></R>`))],
  ["a fault", (secret) => readClaim(`<E><faultstring>Token ${secret} vencido</faultstring></E>`)],
  ["a code of a claim", (secret) => readClaim(soap("ingresarAceptacionReclamoDoc", `<codResp>${secret}</codResp>`))],
  ["a moment", (secret) => readReception(soap("consultarFechaRecepcionSii", secret))],
  [
    "a refusal of the RCV",
    (secret) => readSummary({ respEstado: { codRespuesta: 2, msgeRespuesta: `RUT ${secret}` } }),
  ],
  ["an envelope", (secret) => readSummary({ errorMsg: `Acceso no autorizado ${secret}!` })],
  ["words in quotes", (secret) => said(`El valor "Panadería ${secret}" no sirve`)],
  ["a body", (secret) => outline(`{"rut":"${secret}"}`)],
];

test.each(EVIDENCE)("of %s neither a token nor a RUT is told", (_what, of) => {
  for (const secret of [TOKEN, ...RUTS]) expect(JSON.stringify(of(secret))).not.toContain(secret);
});

test.each([
  ["08 TIME-OUT DEL SEED", "08 TIME-OUT DEL SEED"],
  ['2 Debe responder el "captcha" de 76.543.210-3', "2 Debe responder el «…» de #"],
])("what finds the fault stays: «%s»", (words, told) => {
  expect(said(words)).toBe(told);
});

test("a page is known by its status, its first element, its title and its code", () => {
  const page = "<!DOCTYPE html><html><title>Error de autenticación</title>Código: 01.01.190.500.720.20</html>";
  expect(pageOutline(200, page)).toBe(
    `200, <html> of ${page.length} characters, Error de autenticación, 01.01.190.500.720.20`,
  );
  expect(placeOf("https://zeusr.sii.cl/AUT2000/InicioAutenticacion/IngresoRutClave.html?https://x")).toBe(
    "zeusr.sii.cl/AUT2000/InicioAutenticacion/IngresoRutClave.html",
  );
});

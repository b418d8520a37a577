// The simulator and the bot were written apart: here the one reads what the other writes.
import { afterAll, beforeAll, expect, it, test } from "vitest";
import {
  readDetail,
  readRcvCsv,
  readSeed,
  readSummary,
  readToken,
  seedRequest,
  signedSeed,
  tokenRequest,
  troubleIn,
  type SiiTrouble,
} from "#sii";
import { readCertificate } from "#src/dte/certificate.ts";
import { taxpayerCertificate } from "../../../golden/sii/certificates.ts";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import type { FaultInput } from "../../../simulators/sii/desk.ts";
import { AGENT, HUMAN, visitor, wanted } from "./visitor.ts";

let rig: Simulators;
let visit: ReturnType<typeof visitor>;
beforeAll(async () => {
  rig = await startSimulators({ now: () => Date.parse("2026-11-18T15:00:00Z") });
  visit = visitor(rig.url);
});
afterAll(() => rig.close());

test("the bot's own signature of a seed is found good", async () => {
  const { certificate, key_pkcs8 } = taxpayerCertificate(AGENT);
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("pkcs8", key_pkcs8, algorithm, false, ["sign"]);
  const read = readCertificate(certificate);
  const signer = { key, certificate, modulus: read?.modulus ?? certificate, exponent: read?.exponent ?? certificate };
  const post = async (file: string, body: string): Promise<string> =>
    (await fetch(`${visit.host("palena")}/DTEWS/${file}`, { method: "POST", body })).text();
  const seed = readSeed(await post("CrSeed.jws", seedRequest("https://palena.sii.cl/DTEWS/CrSeed.jws")));
  const signed = await signedSeed(seed.ok ? seed.value : "", signer);
  const service = "https://palena.sii.cl/DTEWS/GetTokenFromSeed.jws";
  expect(readToken(await post("GetTokenFromSeed.jws", tokenRequest(service, signed)))).toMatchObject({ ok: true });
  // Given back once more, it is spent.
  expect(readToken(await post("GetTokenFromSeed.jws", tokenRequest(service, signed)))).toMatchObject({
    error: { reason: "expired" },
  });
});

const SIDES = [
  ["COMPRA", "compra"],
  ["VENTA", "venta"],
] as const;

test.each(SIDES)("summary, detail and export of %s say the same", async (operacion, side) => {
  const token = await visit.token();
  const summary = readSummary(await visit.facade(token, "getResumen", wanted({ operacion })));
  const lines = summary.ok ? summary.value.filter(({ isDetailed }) => isDetailed) : [];
  expect(lines.length).toBeGreaterThan(1);
  const isSale = side === "venta";
  const accionRecaptcha = isSale ? "RCV_DDETV" : "RCV_DDETC";
  const { data } = await visit.facade(token, isSale ? "getDetalleVentaExport" : "getDetalleCompraExport", {
    ...wanted({
      operacion,
      codTipoDoc: 0,
    }),
    ...HUMAN,
    accionRecaptcha,
  });
  const file = readRcvCsv(Uint8Array.from(Buffer.from(data.join("\n"))));
  const listed = file.ok ? file.value.documents : [];
  expect(file).toMatchObject({ ok: true, value: { side, state: "registro", faults: [] } });
  for (const { type, count, total, tax } of lines) {
    const asked = { ...wanted({ operacion, codTipoDoc: String(type) }), ...HUMAN };
    const answer = await visit.facade(token, isSale ? "getDetalleVenta" : "getDetalleCompra", asked);
    const detail = readDetail(answer, { side, state: "registro", type });
    const documents = detail.ok ? detail.value : [];
    const sum = (amounts: number[]): number => amounts.reduce((all, amount) => all + amount, 0);
    expect([documents.length, sum(documents.map((one) => one.total)), sum(documents.map((one) => one.tax))]).toEqual([
      count,
      total,
      tax,
    ]);
    const exported = listed.filter((one) => one.type === type);
    expect(exported.map(({ folio, counterparty }) => `${counterparty.rut} ${folio}`).toSorted()).toEqual(
      documents.map(({ folio, counterparty }) => `${counterparty.rut} ${folio}`).toSorted(),
    );
  }
});

it.each<[FaultInput["kind"], SiiTrouble]>([
  ["maintenance", "maintenance"],
  ["rejected", "firewall"],
  ["queue", "queue"],
  ["rate_limit", "rate_limit"],
  ["http_429", "rate_limit"],
  ["http_503", "unavailable"],
  ["resteasy", "unavailable"],
  ["error_500", "unavailable"],
  ["sessions_full", "sessions_full"],
  ["wrong_key", "wrong_key"],
  ["locked", "locked"],
])("the page of %s tells the bot of %s", async (kind, trouble) => {
  rig.sii.faults({ kind, on: "login" });
  const { status, text } = await visit.logIn();
  rig.sii.faults();
  expect(troubleIn({ status, type: "", body: text })).toBe(trouble);
});

it("the page without a session tells the bot to log in again", async () => {
  const { status, text } = await visit.facade("nothing", "getResumen", wanted());
  expect(troubleIn({ status, type: "text/html", body: text })).toBe("session_over");
});

import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import type { FaultInput } from "../../../simulators/sii/desk.ts";
import type { Json } from "../rig.ts";
import { HUMAN, signedSeed, visitor, wanted } from "./visitor.ts";

const NOW = Date.parse("2026-11-18T15:00:00Z");

let rig: Simulators;
let visit: ReturnType<typeof visitor>;
let token: string;
beforeAll(async () => {
  rig = await startSimulators({ now: () => NOW, random: () => 0.5 });
  visit = visitor(rig.url);
});
afterAll(() => rig.close());
beforeEach(async () => {
  rig.reset();
  token = await visit.token();
});

const summary = (): Promise<Json> => visit.facade(token, "getResumen", wanted());
const detail = (): Promise<Json> =>
  visit.facade(token, "getDetalleCompra", { ...wanted({ codTipoDoc: "33" }), ...HUMAN });
const exported = (): Promise<Json> =>
  visit.facade(token, "getDetalleCompraExport", {
    ...wanted({ codTipoDoc: 0 }),
    accionRecaptcha: "RCV_DDETC",
    tokenRecaptcha: "x",
  });

describe("on any host", () => {
  it.each<[FaultInput["kind"], number, RegExp]>([
    ["resteasy", 500, /RESTEASY001530/],
    ["error_500", 200, /^Error 500$/],
    ["http_503", 503, /503/],
    ["http_429", 429, /^$/],
    ["maintenance", 200, /no se encuentra disponible/],
    ["rejected", 200, /Request Rejected.*Your support ID is: \d+/],
    ["queue", 200, /queue-it\.net/],
    ["rate_limit", 200, /l.mite de consultas/],
  ])("%s is %i with its page", async (kind, status, words) => {
    rig.sii.faults({ kind });
    const answer = await summary();
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(words)]);
    const seed = await fetch(`${visit.host("palena")}/DTEWS/CrSeed.jws`, { method: "POST" });
    expect([seed.status, await seed.text()]).toEqual([status, expect.stringMatching(words)]);
    expect(rig.sii.calls("getSeed")).toMatchObject([{ fault: kind, status }]);
  });

  it.each(["reset", "eproto"] as const)("%s is an exception of the network, and noted", async (kind) => {
    rig.sii.faults({ kind, next: 1 });
    await expect(summary()).rejects.toThrow("fetch failed");
    expect((await summary()).respEstado.codRespuesta).toBe(0);
    expect(rig.sii.calls("getResumen")).toMatchObject([
      { fault: kind, status: 0 },
      { fault: null, status: 200 },
    ]);
  });

  it("hang gives no answer until the client leaves", async () => {
    rig.sii.faults({ kind: "hang" });
    const url = `${visit.host("zeusr")}/AUT2000/InicioAutenticacion/IngresoRutClave.html`;
    await expect(fetch(url, { signal: AbortSignal.timeout(60) })).rejects.toThrow(/timeout/);
  });

  it("waits as long as latency and slow say, and then answers as always", async () => {
    rig.sii.faults({ kind: "latency", ms: 40 }, { kind: "slow", ms: 60 });
    const begun = performance.now();
    expect((await summary()).respEstado.codRespuesta).toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(95);
  });
});

describe("where and how often", () => {
  it("lets so many pass, strikes so often, and no more", async () => {
    rig.sii.faults({ kind: "code", code: 77, on: "summary", skip: 1, next: 2 });
    const codes: number[] = [];
    for (let nth = 0; nth < 4; nth += 1) codes.push((await summary()).respEstado.codRespuesta);
    expect(codes).toEqual([0, 77, 77, 0]);
  });

  it("strikes where it is told, and counts nothing elsewhere", async () => {
    rig.sii.faults({ kind: "code", code: 98, on: "detail", skip: 1, next: 1 });
    for (let nth = 0; nth < 3; nth += 1) expect((await summary()).respEstado.codRespuesta).toBe(0);
    expect((await detail()).respEstado.codRespuesta).toBe(0);
    expect((await detail()).respEstado.codRespuesta).toBe(98);
  });

  it("strikes with a probability", async () => {
    rig.sii.faults({ kind: "code", probability: 0.5 });
    expect((await summary()).respEstado.codRespuesta).toBe(0);
    rig.sii.faults({ kind: "code", probability: 0.51 });
    expect((await summary()).respEstado.codRespuesta).toBe(2);
  });

  it("leaves the public tables alone", async () => {
    rig.sii.faults({ kind: "maintenance" });
    const table = await fetch(`${visit.host("www")}/valores_y_fechas/uf/uf2026.htm`);
    expect(await table.text()).toContain("mes_noviembre");
  });
});

describe("of the login", () => {
  it.each([
    ["sessions_full", "27"],
    ["wrong_key", "20"],
    ["locked", "19"],
  ] as const)("%s is code %s for the right clave, and counts as no attempt", async (kind, code) => {
    rig.sii.faults({ kind, next: 1 });
    expect((await visit.logIn()).text).toContain(`01.01.190.500.720.${code}`);
    expect((await visit.logIn()).cookies.has("TOKEN")).toBe(true);
    expect(rig.sii.office.taxpayers.get("77412905-7")?.wrong_claves).toBe(0);
  });

  it("session_over ends the session in the middle, for good", async () => {
    rig.sii.faults({ kind: "session_over", on: "detail", next: 1 });
    expect((await summary()).respEstado.codRespuesta).toBe(0);
    expect((await detail()).text).toContain("CAutInicio.cgi");
    expect((await summary()).text).toContain("CAutInicio.cgi");
  });

  it("a busy host of seeds says so where one asks for a token", async () => {
    rig.sii.faults({ kind: "http_503", on: "token", next: 1 });
    const seed = await visit.seed();
    expect(await visit.give(signedSeed(seed))).toEqual({ state: "", gloss: "", token: "" });
    expect(await visit.give(signedSeed(seed))).toMatchObject({ state: "00" });
  });
});

describe("of the RCV", () => {
  it("null_data is code 0 without rows", async () => {
    rig.sii.faults({ kind: "null_data" });
    expect(await summary()).toMatchObject({ data: null, respEstado: { codRespuesta: 0 } });
  });

  it.each([2, 98, 77])("code is %i and nothing else", async (code) => {
    rig.sii.faults({ kind: "code", code });
    expect(await detail()).toMatchObject({ data: null, respEstado: { codRespuesta: code } });
  });

  it("captcha asks for a human once in a while", async () => {
    rig.sii.faults({ kind: "captcha", next: 1 });
    expect((await summary()).respEstado.codRespuesta).toBe(0);
    expect((await detail()).respEstado).toMatchObject({
      codRespuesta: 2,
      msgeRespuesta: expect.stringContaining("reCAPTCHA"),
    });
    expect((await detail()).respEstado.codRespuesta).toBe(0);
  });

  it("empty_export is no line and no error, of a month that has some", async () => {
    rig.sii.faults({ kind: "empty_export", next: 1 });
    expect(await exported()).toMatchObject({ data: [], respEstado: { codRespuesta: 0 } });
    expect((await exported()).data.length).toBeGreaterThan(1);
  });

  it("a file that is stuck is never done, and one that is cut is no gzip", async () => {
    const order = (generaCtrl: boolean): Promise<Json> =>
      visit.facade(token, "getCtrlAsync", {
        ...wanted(),
        generaCtrl,
        accionRecaptcha: "RCV_DDETCA",
        tokenRecaptcha: "x",
      });
    rig.sii.faults({ kind: "async_stuck", next: 1 }, { kind: "truncated_gzip", next: 1 });
    await order(true);
    rig.sii.advance({ minutes: 60 });
    await order(true);
    rig.sii.advance({ minutes: 1 });
    const { data } = await order(false);
    expect(data).toMatchObject([{ caEstado: "EN PROCESO" }, { caEstado: "TERMINADO" }]);
    const fetched = async (): Promise<Uint8Array> => {
      const url = `${visit.host("www4")}/consdcvinternetui/services/data/facadeService/obtenerArchivoBLOB/${data[1].caIdBLOB}/77412905/77412905/${data[1].caId}`;
      return new Uint8Array(await (await fetch(url, { headers: { cookie: `TOKEN=${token}` } })).arrayBuffer());
    };
    const cut = await fetched();
    expect(() => gunzipSync(cut)).toThrow(/unexpected end/);
    expect(gunzipSync(await fetched()).length).toBeGreaterThan(100);
  });
});

test("refuses a fault that is none", () => {
  expect(() => rig.knobs({ sii: { faults: [{ kind: "on fire" as "hang" }] } })).toThrow(/kind/);
  expect(() => rig.knobs({ sii: { faults: [{ kind: "hang", on: "moon" as "any" }] } })).toThrow(/on/);
});

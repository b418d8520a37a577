import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import type { Json } from "../rig.ts";
import { HUMAN, visitor, wanted, type Over } from "./visitor.ts";

const NOW = Date.parse("2026-11-18T15:00:00Z");
const SELLER = { rut: "76123456-0", name: "Comercial Ñuñoa S.A." };
const OCTOBER = { issued_on: "2026-10-05", received_at: "2026-10-05T15:00:00Z", folio: 77, counterparty: SELLER };

let rig: Simulators;
let visit: ReturnType<typeof visitor>;
let token: string;
beforeAll(async () => {
  rig = await startSimulators({ now: () => NOW });
  visit = visitor(rig.url);
});
afterAll(() => rig.close());
beforeEach(async () => {
  rig.reset();
  token = await visit.token();
});

/** A taxpayer with no document but those given. */
function alone(...documents: Parameters<Simulators["sii"]["addDocuments"]>[0]): void {
  rig.sii.office.documents.length = 0;
  rig.sii.addDocuments(documents);
}

const summary = (over: Json = {}): Promise<Json> => visit.facade(token, "getResumen", wanted(over));
const detail = (over: Json = {}): Promise<Json> =>
  visit.facade(token, over.operacion === "VENTA" ? "getDetalleVenta" : "getDetalleCompra", {
    ...wanted({ codTipoDoc: "33" }),
    ...HUMAN,
    ...over,
  });

describe("the envelope", () => {
  it.each<[string, Over]>([
    [
      "another method's namespace",
      { metaData: { namespace: "cl.sii.sdi.lob.diii.consdcv.data.api.interfaces.FacadeService/getOther" } },
    ],
    ["another conversation", { metaData: { conversationId: "x" } }],
    ["no transaction", { metaData: { transactionId: "" } }],
    ["a page", { metaData: { page: 1 } }],
  ])("with %s is not known", async (_, over) => {
    expect(await visit.facade(token, "getResumen", wanted(), over)).toEqual({ errorMsg: "Acceso no autorizado!" });
  });

  it("whose Accept is application/json alone meets RESTEASY001530", async () => {
    const trapped = await visit.facade(token, "getResumen", wanted(), { accept: "application/json" });
    expect([trapped.status, trapped.text]).toEqual([500, expect.stringContaining("RESTEASY001530")]);
    const taken = await visit.facade(token, "getResumen", wanted(), { accept: "*/*" });
    expect(taken.respEstado.codRespuesta).toBe(0);
  });

  it("without a session shows the login page under 200, or leads there", async () => {
    const shown = await visit.facade("nothing", "getResumen", wanted());
    expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('action="/cgi_AUT2000/CAutInicio.cgi"')]);
    rig.knobs({ sii: { logged_out: "redirect" } });
    const led = await visit.facade("nothing", "getResumen", wanted());
    expect([led.status, led.location]).toEqual([302, expect.stringContaining(`${rig.url}/sii/zeusr.sii.cl/AUT2000/`)]);
  });

  it("knows no session of a clave that has not seen the RCV's page", async () => {
    const { cookies } = await visit.logIn();
    expect((await visit.facade(cookies.get("TOKEN") ?? "", "getResumen", wanted())).text).toContain("CAutInicio");
  });

  it("knows no session after its two hours", async () => {
    rig.sii.advance({ minutes: 121 });
    expect((await summary()).text).toContain("CAutInicio");
  });
});

describe("what is asked", () => {
  it.each<[string, Json, number]>([
    ["a month without documents", { ptributario: "202512" }, 3],
    ["a month before May 2017", { ptributario: "201704" }, 99],
    ["no month", { ptributario: "2026-10" }, 2],
    ["a stranger's register", { rutEmisor: "76123456", dvEmisor: "0" }, 2],
    ["the first search of what waits", { busquedaInicial: true, estadoContab: "PENDIENTE" }, 2],
    ["another list of sales", { operacion: "VENTA", estadoContab: "PENDIENTE" }, 3],
  ])("%s: %j is code %i", async (...[, over, code]) => {
    expect((await summary(over)).respEstado.codRespuesta).toBe(code);
  });

  it("an agent's certificate sees what it may act for, and nobody else", async () => {
    rig.sii.addTaxpayer({ rut: "76123456-0", name: "Ajena SpA" });
    const companies = await visit.facade(token, "getDcvEmpresasAutorizadas", {});
    expect(companies.data).toMatchObject([{ dcvRutEmisor: 77_412_905, dcvDvEmisor: "7" }]);
  });

  it("takes a placeholder for a reCAPTCHA, and only a human where one is required", async () => {
    alone({ side: "compra", net: 100, ...OCTOBER });
    expect((await detail()).respEstado.codRespuesta).toBe(0);
    expect((await detail({ tokenRecaptcha: "" })).respEstado.codRespuesta).toBe(2);
    expect((await detail({ accionRecaptcha: "RCV_DDETC" })).respEstado.codRespuesta).toBe(2);
    rig.knobs({ sii: { recaptcha: "required" } });
    expect((await detail()).respEstado.msgeRespuesta).toMatch(/reCAPTCHA/);
    expect((await detail({ tokenRecaptcha: "human" })).respEstado.codRespuesta).toBe(0);
  });
});

describe("the summary", () => {
  it("adds up by type, a credit note above zero, and boletas as a total without a link", async () => {
    alone(
      { side: "venta", net: 1_000, ...OCTOBER },
      { side: "venta", type: 61, net: 400, ...OCTOBER },
      { side: "venta", type: 39, net: 84_000, count: 21, ...OCTOBER },
    );
    const { data, respEstado, totDocRes } = await summary({ operacion: "VENTA" });
    expect(respEstado.codRespuesta).toBe(0);
    expect(totDocRes).toBe(23);
    expect(data).toMatchObject([
      {
        rsmnTipoDocInteger: 33,
        rsmnTotDoc: 1,
        rsmnMntNeto: 1_000,
        rsmnMntIVA: 190,
        rsmnMntTotal: 1_190,
        rsmnLink: true,
        dcvTipoIngresoDoc: "DET_ELE",
      },
      { rsmnTipoDocInteger: 39, rsmnTotDoc: 21, rsmnMntTotal: 99_960, rsmnLink: false, dcvTipoIngresoDoc: "RES_ELE" },
      { rsmnTipoDocInteger: 61, rsmnTotDoc: 1, rsmnMntTotal: 476 },
    ]);
    expect((await detail({ operacion: "VENTA", codTipoDoc: "39" })).respEstado.codRespuesta).toBe(3);
  });
});

describe("the detail", () => {
  it("has sixty-seven fields, none of which is the type", async () => {
    alone({ side: "compra", net: 240_169, ...OCTOBER });
    const { data } = await detail();
    expect(Object.keys(data[0])).toHaveLength(67);
    expect(data).toMatchObject([
      {
        detTipoDoc: null,
        detRutDoc: 76_123_456,
        detDvDoc: "0",
        detRznSoc: "Comercial Ñuñoa S.A. ",
        detNroDoc: 77,
        detFchDoc: "05/10/2026",
        detFecRecepcion: "05/10/2026 12:00:00",
        detFecAcuse: null,
        detMntIVA: 45_632,
        detMntTotal: 285_801,
        detTpoImp: 1,
        detTipoTransaccion: 1,
        descTipoTransaccion: "Del Giro",
        detEventoReceptor: "A",
        detPcarga: 202_610,
      },
    ]);
  });

  it("tells apart tax that is lost, shared or of a fixed asset, and further taxes", async () => {
    alone(
      { side: "compra", net: 1_000, unrecoverable: 4, ...OCTOBER, folio: 1 },
      { side: "compra", net: 1_000, common_use: true, ...OCTOBER, folio: 2 },
      { side: "compra", net: 1_000, fixed_asset: true, ...OCTOBER, folio: 3 },
      {
        side: "compra",
        net: 1_000,
        other_taxes: [
          { code: 24, amount: 315, rate: 31.5 },
          { code: 26, amount: 205, rate: 20.5 },
        ],
        ...OCTOBER,
        folio: 4,
      },
    );
    const { data } = await detail();
    expect(data).toMatchObject([
      { detMntIVA: 0, detMntIVANoRec: 190, detMntCodNoRec: 4, detMntTotal: 1_190, detTipoTransaccion: 6 },
      { detMntIVA: 0, detIVAUsoComun: 190, detMntTotal: 1_190, detTipoTransaccion: 5 },
      { detMntIVA: 190, detMntActFijo: 1_000, detMntIVAActFijo: 190, detTipoTransaccion: 4 },
      { detMntIVA: 190, detTpoImp: 24, detTasaImp: 31.5, totalDtoiMontoImp: 520, detMntTotal: 1_710 },
    ]);
    const others = await visit.facade(token, "getOtrosImpuestos", {
      ...wanted({ codTipoDoc: "33" }),
      detRutDoc: 76_123_456,
      detNroDoc: 4,
    });
    expect(others.data).toMatchObject([
      { dtoiCodigo: 24, dtoiMontoImp: 315 },
      { dtoiCodigo: 26, dtoiMontoImp: 205 },
    ]);
  });

  it("lists a duplicate twice, a wrong check digit as it is, and one folio of two sellers", async () => {
    alone(
      { side: "compra", net: 1_000, copies: 2, ...OCTOBER },
      { side: "compra", net: 2_000, ...OCTOBER, counterparty: { rut: "66666666-1", name: "Anónima" } },
    );
    const { data } = await detail();
    expect(data.map((row: Json) => [row.detRutDoc, row.detDvDoc, row.detNroDoc])).toEqual([
      [76_123_456, "0", 77],
      [76_123_456, "0", 77],
      [66_666_666, "1", 77],
    ]);
    expect((await summary()).data).toMatchObject([{ rsmnTotDoc: 2 }]);
  });
});

describe("the export", () => {
  const exported = (over: Json = {}): Promise<Json> =>
    visit.facade(token, over.operacion === "VENTA" ? "getDetalleVentaExport" : "getDetalleCompraExport", {
      ...wanted({ codTipoDoc: 0 }),
      accionRecaptcha: over.operacion === "VENTA" ? "RCV_DDETV" : "RCV_DDETC",
      tokenRecaptcha: "t-o-k-e-n-web",
      ...over,
    });

  it("is lines with a semicolon too many, further taxes on lines of their own", async () => {
    const other_taxes = [24, 26].map((code) => ({ code, amount: 100, rate: 10.5 }));
    alone({ side: "compra", net: 1_000, other_taxes, ...OCTOBER });
    const { data, nombreArchivo } = await exported();
    expect(nombreArchivo).toBe("RCV_COMPRA_REGISTRO_77412905-7_202610.csv");
    expect(data).toHaveLength(3);
    const [head, line, further] = data.map((text: string) => text.split(";"));
    expect([head.length, line.length, further.length]).toEqual([27, 28, 28]);
    expect(data[1]).toBe(
      "1;33;Del Giro;76123456-0;Comercial Ñuñoa S.A. ;77;05/10/2026;05/10/2026 12:00:00;;0;1000;190;;;1390;;;;;0;;;;0;24;100;10.5;",
    );
    expect(data[2]).toBe(`${";".repeat(24)}26;100;10.5;`);
  });

  it.each([
    ["PENDIENTE", 23],
    ["NO_INCLUIR", 24],
    ["RECLAMADO", 24],
  ])("%s of purchases has %i columns", async (estadoContab, columns) => {
    const { data } = await exported({ estadoContab, ptributario: "202611" });
    expect(data[0].split(";")).toHaveLength(columns);
  });

  it("of sales has 43 columns, and joins references with hyphens", async () => {
    const references = [10_370, 10_371].map((folio) => ({ type: 33, folio, code: 3 as const }));
    alone({ side: "venta", type: 61, net: 1_000, references, ...OCTOBER });
    const { data } = await exported({ operacion: "VENTA" });
    const [head, line] = data.map((text: string) => text.split(";"));
    expect([head.length, line.length]).toEqual([43, 44]);
    expect(line[head.indexOf("Folio Docto. Referencia")]).toBe("10370-10371");
  });

  it("of more rows than it bears is silently empty", async () => {
    rig.knobs({ sii: { export_rows_max: 2 } });
    alone(...[1, 2, 3].map((folio) => ({ side: "compra" as const, net: 1_000, ...OCTOBER, folio })));
    const { data, respEstado } = await exported();
    expect([data.length, respEstado.codRespuesta]).toEqual([1, 0]);
    expect((await summary()).data).toMatchObject([{ rsmnTotDoc: 3 }]);
  });

  it("as a file is ordered, awaited and fetched as gzip, whatever its length", async () => {
    rig.knobs({ sii: { export_rows_max: 0 } });
    alone({ side: "compra", net: 1_000, ...OCTOBER });
    const order = {
      ...wanted({ codTipoDoc: 0, totDoc: "0" }),
      accionRecaptcha: "RCV_DDETCA",
      tokenRecaptcha: "t-o-k-e-n-web",
    };
    await visit.facade(token, "getCtrlAsync", { ...order, generaCtrl: true });
    const list = (): Promise<Json> =>
      visit.facade(token, "getCtrlAsync", { ...wanted({ estadoContab: "" }), generaCtrl: false });
    expect((await list()).data).toMatchObject([{ caEstado: "EN PROCESO", caIdBLOB: "SIN-BLOB", compraOVenta: "C" }]);
    rig.sii.advance({ minutes: 1 });
    const { data } = await list();
    expect(data).toMatchObject([{ caEstado: "TERMINADO" }]);
    const url = `${visit.host("www4")}/consdcvinternetui/services/data/facadeService/obtenerArchivoBLOB/${data[0].caIdBLOB}/77412905/77412905/${data[0].caId}`;
    const answer = await fetch(url, { headers: { cookie: `TOKEN=${token}` } });
    const another = await fetch(url.replace("/77412905/", "/76123456/"), { headers: { cookie: `TOKEN=${token}` } });
    expect(another.status).toBe(404);
    const lines = new TextDecoder()
      .decode(gunzipSync(await answer.arrayBuffer()))
      .trim()
      .split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("Comercial Ñuñoa S.A. ;77;");
  });
});

test("the proposal of the F29 is reckoned from the same documents, for the business itself", async () => {
  alone(
    { side: "venta", net: 100_000, ...OCTOBER },
    { side: "venta", type: 39, net: 50_000, count: 10, ...OCTOBER },
    { side: "venta", type: 61, net: 10_000, ...OCTOBER },
    { side: "compra", net: 40_000, ...OCTOBER },
    { side: "compra", net: 20_000, fixed_asset: true, ...OCTOBER, folio: 2 },
  );
  const propose = async (rutContribuyente: string, dv: string): Promise<Json> => {
    const method = "getDeclaracionConCondicionesYTipoPropuesta";
    const namespace = `cl.sii.sdi.lob.iva.propuestaf29.data.api.interfaces.FacadeAdapterService/${method}`;
    const metaData = { namespace, conversationId: token, transactionId: "1", page: null };
    const data = { rutContribuyente, dv, formCodigo: "2", mes: "10", anno: "2026" };
    const url = `${visit.host("www4")}/propuestaf29ui/services/data/facadeAdapterService/${method}`;
    const headers = { cookie: `TOKEN=${token}`, accept: "application/json, text/plain, */*" };
    return (await fetch(url, { method: "POST", headers, body: JSON.stringify({ metaData, data }) })).json();
  };
  const codes = (await propose("77412905", "7")).data.listCodPropuestos;
  expect(Object.fromEntries(codes.map((one: Json) => [one.codigo, one.valor]))).toEqual({
    503: "1",
    502: "19000",
    110: "10",
    111: "9500",
    509: "1",
    510: "1900",
    538: "26600",
    519: "1",
    520: "7600",
    524: "1",
    525: "3800",
    511: "11400",
    537: "11400",
    89: "15200",
    563: "140000",
    115: "0.125",
    62: "175",
    595: "15375",
    547: "15375",
    91: "15375",
  });
  expect((await propose("76123456", "0")).metaData.errors[0].descripcion).toContain("no esta autorizado");
});

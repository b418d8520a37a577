import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import type { Json } from "../rig.ts";
import { HUMAN, signedSeed, soap, visitor, wanted } from "./visitor.ts";

const NOW = Date.parse("2026-11-27T15:00:00Z");

let rig: Simulators;
let visit: ReturnType<typeof visitor>;
beforeAll(async () => {
  rig = await startSimulators({ now: () => NOW });
  visit = visitor(rig.url);
});
afterAll(() => rig.close());
beforeEach(() => rig.reset());

async function lists(folio: number, periods: string[]): Promise<string[]> {
  const token = await visit.token();
  const found: string[] = [];
  for (const ptributario of periods) {
    for (const estadoContab of ["REGISTRO", "PENDIENTE", "NO_INCLUIR", "RECLAMADO"]) {
      const asked = { ...wanted({ codTipoDoc: "33", ptributario, estadoContab }), ...HUMAN };
      const { data } = await visit.facade(token, "getDetalleCompra", asked);
      if ((data ?? []).some((row: Json) => row.detNroDoc === folio)) found.push(`${ptributario} ${estadoContab}`);
    }
  }
  return found;
}

const MONTHS = ["202610", "202611", "202612"];
const PURCHASE = { side: "compra", net: 10_000, folio: 9 } as const;

describe("a purchase", () => {
  it("is not there before the SII has it", async () => {
    const document = rig.sii.addDocument({ ...PURCHASE, received_at: null });
    expect(await lists(9, MONTHS)).toEqual([]);
    rig.sii.change(document, { event: "receive" });
    expect(await lists(9, MONTHS)).toEqual(["202611 PENDIENTE"]);
  });

  it("waits eight days for its receiver, then counts in the month in which they end", async () => {
    rig.sii.addDocument(PURCHASE);
    rig.sii.advance({ days: 7.9 });
    expect(await lists(9, MONTHS)).toEqual(["202611 PENDIENTE"]);
    rig.sii.advance({ days: 0.1 });
    expect(await lists(9, MONTHS)).toEqual(["202612 REGISTRO"]);
  });

  it("counts in the month in which its receiver signs for it", async () => {
    const document = rig.sii.addDocument(PURCHASE);
    expect(rig.sii.change(document, { event: "accept", action: "ACD" })).toBe(0);
    expect(await lists(9, MONTHS)).toEqual(["202611 REGISTRO"]);
  });

  it("that was claimed never counts, whatever time passes", async () => {
    const document = rig.sii.addDocument(PURCHASE);
    expect(rig.sii.change(document, { event: "reclaim", action: "RFT" })).toBe(0);
    rig.sii.advance({ days: 30 });
    expect(await lists(9, MONTHS)).toEqual(["202611 RECLAMADO"]);
  });

  it("is taken out, and put back, by its kind", async () => {
    const document = rig.sii.addDocument({ ...PURCHASE, cash: true });
    rig.sii.change(document, { event: "not_include" });
    expect(await lists(9, MONTHS)).toEqual(["202611 NO_INCLUIR"]);
    rig.sii.change(document, { event: "change_transaction", transaction: 4 });
    expect(await lists(9, MONTHS)).toEqual(["202611 REGISTRO"]);
  });

  it("moves to another month after it was there", async () => {
    const document = rig.sii.addDocument({ ...PURCHASE, cash: true });
    rig.sii.change(document, { event: "move_period", period: "202612" });
    expect(await lists(9, MONTHS)).toEqual(["202612 REGISTRO"]);
  });

  it("that came late counts in a month after its date", async () => {
    rig.sii.addDocument({ ...PURCHASE, cash: true, issued_on: "2026-10-30", received_at: "2026-11-02T12:00:00Z" });
    expect(await lists(9, MONTHS)).toEqual(["202611 REGISTRO"]);
  });
});

describe("what a receiver says", () => {
  it.each([
    ["paid in cash", { cash: true }, "ERM", 27],
    ["a credit note", { type: 61 }, "ERM", 3],
    ["not received", { received_at: null }, "ERM", 18],
    ["claimed before, and claimed", { said: "RCD" }, "RFT", 5],
    ["claimed before, and signed for", { said: "RCD" }, "ERM", 6],
    ["claimed before, and accepted", { said: "RCD" }, "ACD", 12],
    ["accepted before, and claimed", { said: "ACD" }, "RCD", 11],
    ["signed for, and claimed", { said: "ERM" }, "RFP", 13],
    ["accepted twice", { said: "ACD" }, "ACD", 7],
    ["of eight days ago", { received_at: "2026-11-19T14:00:00Z" }, "RCD", 8],
    ["of seven days ago", { received_at: "2026-11-20T14:00:00Z" }, "RCD", 0],
  ] as const)("of one %s: %j %s is %i", async (...row) => {
    const [, over, accionDoc, code] = row;
    const { type, folio, issuer } = rig.sii.addDocument({ ...PURCHASE, ...over });
    const [rutEmisor, dvEmisor] = issuer.rut.split("-");
    const said = await claims(
      `<rutEmisor>${rutEmisor}</rutEmisor><dvEmisor>${dvEmisor}</dvEmisor><tipoDoc>${type}</tipoDoc><folio>${folio}</folio><accionDoc>${accionDoc}</accionDoc>`,
    );
    expect(said).toContain(`<codResp>${code}</codResp>`);
  });

  it("of a document nobody knows is 10, and of another's 17", async () => {
    rig.sii.addTaxpayer({ rut: "76123456-0", name: "Ajena SpA" });
    rig.sii.addDocument({ ...PURCHASE, taxpayer: "76123456-0" });
    const key = (folio: number): string =>
      `<rutEmisor>76900100</rutEmisor><dvEmisor>${rig.sii.office.documents.at(-1)?.issuer.rut.split("-")[1]}</dvEmisor><tipoDoc>33</tipoDoc><folio>${folio}</folio><accionDoc>ACD</accionDoc>`;
    expect(await claims(key(12_345))).toContain("<codResp>10</codResp>");
    expect(await claims(key(9))).toContain("<codResp>17</codResp>");
  });

  it("stands in the history of the document, as does its annulment", async () => {
    const document = rig.sii.addDocument(PURCHASE);
    const [rutEmisor, dvEmisor] = document.issuer.rut.split("-");
    const key = `<rutEmisor>${rutEmisor}</rutEmisor><dvEmisor>${dvEmisor}</dvEmisor><tipoDoc>33</tipoDoc><folio>9</folio>`;
    expect(await claims(key, "listarEventosHistDoc")).toContain("<codResp>16</codResp>");
    rig.sii.change(document, { event: "accept" });
    rig.sii.change(document, { event: "annul" });
    const said = await claims(key, "listarEventosHistDoc");
    expect(said.match(/<codEvento>\w+/g)).toEqual(["<codEvento>ERM", "<codEvento>NCA"]);
    expect(said).toContain("<codResp>15</codResp>");
    expect(said).toContain("<fechaEvento>27-11-2026 12:00:00</fechaEvento>");
    expect(await claims(key, "consultarFechaRecepcionSii")).toContain("<return>27-11-2026 11:58:00</return>");
  });

  it("without a session is a fault under 200", async () => {
    expect(await claims("", "listarEventosHistDoc", "nothing")).toContain("<faultstring>Token invalido</faultstring>");
  });

  it("through the portal says the same", async () => {
    const { issuer } = rig.sii.addDocument(PURCHASE);
    const [detRutDoc, detDvDoc] = issuer.rut.split("-");
    const dteAcuRe = [{ dedCodEvento: "ERM", detRutDoc, detDvDoc, detTipoDoc: 33, detNroDoc: 9 }];
    const { data } = await visit.facade(await visit.token(), "ingresarAceptacionReclamoDocs", { dteAcuRe });
    expect(data).toMatchObject([{ codResp: 0, descResp: "Acción Completada OK" }]);
  });
});

async function claims(inner: string, operation = "ingresarAceptacionReclamoDoc", given?: string): Promise<string> {
  const token = given ?? (await visit.give(signedSeed(await visit.seed()))).token;
  const url = `${visit.host("ws1")}/WSREGISTRORECLAMODTE/registroreclamodteservice`;
  const body = `<ws:${operation} xmlns:ws="http://ws.registroreclamodte.diii.sdi.sii.cl">${inner}</ws:${operation}>`;
  return soap(url, body, { cookie: `TOKEN=${token}` });
}

describe("getEstDte", () => {
  const ask = async (over: Record<string, string> = {}): Promise<string> => {
    const { token } = await visit.give(signedSeed(await visit.seed()));
    const asked = {
      RutConsultante: "13579246",
      DvConsultante: "2",
      RutCompania: "77412905",
      DvCompania: "7",
      RutReceptor: "76123456",
      DvReceptor: "0",
      TipoDte: "33",
      FolioDte: "900",
      FechaEmisionDte: "27112026",
      MontoDte: "11900",
      Token: token,
      ...over,
    };
    const inner = Object.entries(asked).map(([name, value]) => `<${name}>${value}</${name}>`);
    const text = await soap(
      `${visit.host("palena")}/DTEWS/QueryEstDte.jws`,
      `<getEstDte>${inner.join("")}</getEstDte>`,
    );
    return /&lt;ESTADO&gt;(.*?)&lt;/.exec(text)?.[1] ?? text;
  };
  const SALE = {
    side: "venta",
    net: 10_000,
    folio: 900,
    counterparty: { rut: "76123456-0", name: "Otra SpA" },
  } as const;

  it.each([
    ["as it is", {}, "DOK"],
    ["with another amount", { MontoDte: "11901" }, "DNK"],
    ["with another day", { FechaEmisionDte: "26112026" }, "DNK"],
    ["of another folio", { FolioDte: "901" }, "FAU"],
    ["without a token", { Token: "x" }, "001"],
  ])("says of a document %s %s", async (_, over, state) => {
    rig.sii.addDocument(SALE);
    expect(await ask(over)).toBe(state);
  });

  it("knows that a credit note annulled it", async () => {
    rig.sii.change(rig.sii.addDocument(SALE), { event: "annul" });
    expect(await ask()).toBe("ANC");
  });
});

test("the business that is there from the start has forty documents to book, and three that wait", async () => {
  const token = await visit.token();
  let rows = 0;
  for (const ptributario of ["202609", "202610", "202611"]) {
    for (const operacion of ["COMPRA", "VENTA"]) {
      const { data } = await visit.facade(token, "getResumen", wanted({ ptributario, operacion }));
      rows += data.filter((line: Json) => line.rsmnLink).reduce((sum: number, line: Json) => sum + line.rsmnTotDoc, 0);
    }
  }
  expect(rows).toBe(40);
  const waiting = rig.sii.office.documents.filter(
    (document) => rig.sii.stateOf(document) === "PENDIENTE" && document.receiver.rut === rig.sii.defaultTaxpayer.rut,
  );
  expect(waiting).toHaveLength(3);
});

test.each(["2026-01-01T03:30:00Z", "2026-03-01T12:00:00Z", "2026-12-31T23:00:00Z", "2027-02-09T15:00:00Z"])(
  "has its forty on %s as well, and none of tomorrow",
  async (moment) => {
    const other = await startSimulators({ now: () => Date.parse(moment) });
    const picture: Json = await (await fetch(`${other.url}/sim/sii`)).json();
    await other.close();
    const booked = picture.documents.filter(
      (one: Json) => ![39, 48].includes(one.type) && one.sides[0].state === "REGISTRO",
    );
    expect(booked).toHaveLength(40);
    const months = new Set(booked.map((one: Json) => one.sides[0].period));
    expect(months.size).toBe(3);
    expect(picture.documents.filter((one: Json) => one.received_at > Date.parse(moment))).toEqual([]);
  },
);

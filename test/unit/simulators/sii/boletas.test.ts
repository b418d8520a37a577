import { afterAll, beforeAll, beforeEach, expect, it, test } from "vitest";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import { signedSeed, soap, visitor } from "./visitor.ts";

let rig: Simulators;
let visit: ReturnType<typeof visitor>;
beforeAll(async () => {
  rig = await startSimulators({ now: () => Date.parse("2026-11-18T15:00:00Z") });
  visit = visitor(rig.url);
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.reset();
  rig.sii.addDocument({ side: "venta", type: 39, net: 1_000, folio: 700 });
});

const api = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${visit.host("api")}/recursos/v1/boleta.electronica${path}`, init);

async function token(): Promise<string> {
  const seed = /<SEMILLA>(\d+)/.exec(await (await api(".semilla")).text())?.[1] ?? "";
  const answer = await (await api(".token", { method: "POST", body: signedSeed(seed) })).text();
  return /<TOKEN>(\w+)/.exec(answer)?.[1] ?? answer;
}

it("writes its body before its header, and unescaped", async () => {
  expect(await (await api(".semilla")).text()).toMatch(/<SII:RESP_BODY>.*<SII:RESP_HDR>/);
});

test.each([
  ["700", "monto=1190&fechaEmision=18-11-2026", 200, "DOK"],
  ["700", "monto=1191&fechaEmision=18-11-2026", 200, "DNK"],
  ["701", "monto=1190&fechaEmision=18-11-2026", 404, "FAU"],
])("of boleta %s with %s it says %i %s", async (...row) => {
  const [folio, query, status, codigo] = row;
  const headers = { cookie: `TOKEN=${await token()}` };
  const answer = await api(`/77412905-7-39-${folio}/estado?${query}`, { headers });
  expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ codigo })]);
});

it("takes no token of another host", async () => {
  const other = await visit.give(signedSeed(await visit.seed()));
  const answer = await api("/77412905-7-39-700/estado?monto=1190", { headers: { cookie: `TOKEN=${other.token}` } });
  expect(answer.status).toBe(401);
});

test.each([
  ["getEstDteAv", "services/QueryEstDteAv", /RECIBIDO&gt;SI.*ESTADO&gt;DOK/],
  ["getEstUp", "QueryEstUp.jws", /ESTADO&gt;-11.*TRACKID 12 no existe/],
])("%s answers in its own shape", async (operation, path, said) => {
  const granted = await visit.give(signedSeed(await visit.seed()));
  rig.sii.addDocument({ side: "venta", net: 1_000, folio: 900, counterparty: { rut: "76123456-0", name: "Otra SpA" } });
  const asked = Object.entries({
    RutEmpresa: "77412905",
    DvEmpresa: "7",
    RutReceptor: "76123456",
    DvReceptor: "0",
    TipoDte: "33",
    FolioDte: "900",
    FechaEmisionDte: "18-11-2026",
    MontoDte: "1190",
    FirmaDte: "x",
    TrackId: "12",
    Token: granted.token,
  }).map(([name, value]) => `<${name}>${value}</${name}>`);
  const text = await soap(`${visit.host("palena")}/DTEWS/${path}`, `<${operation}>${asked.join("")}</${operation}>`);
  expect(text).toMatch(said);
});

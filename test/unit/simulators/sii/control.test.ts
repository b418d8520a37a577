import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import { DEFAULT_AGENT } from "../../../simulators/sii/state/default-taxpayer.ts";
import { utmPage } from "../../../simulators/sii/utm-page.ts";
import type { Json } from "../rig.ts";
import { visitor } from "./visitor.ts";

const NOW = Date.parse("2026-11-18T15:00:00Z");

let rig: Simulators;
beforeAll(async () => {
  rig = await startSimulators({ now: () => NOW });
});
afterAll(() => rig.close());
beforeEach(() => rig.reset());

async function sim(path: string, body?: Json): Promise<{ status: number; body: Json }> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${rig.url}/sim/sii${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

it("takes taxpayers and documents, one or many, and shows what they are to the register", async () => {
  expect((await sim("/taxpayers", { rut: "76.123.456-0", name: "Otra SpA", clave: "secreta1" })).status).toBe(201);
  const one = { taxpayer: "76123456-0", side: "compra", net: 1_000 };
  const { status, body } = await sim("/documents", [one, { ...one, side: "venta" }]);
  expect(status).toBe(201);
  expect(body.documents).toMatchObject([
    { total: 1_190, sides: [{ taxpayer: "76123456-0", side: "compra", state: "PENDIENTE", days_left: 8 }] },
    { total: 1_190, sides: [{ taxpayer: "76123456-0", side: "venta", state: "REGISTRO", period: "202611" }] },
  ]);
  expect((await sim("")).body.taxpayers).toHaveLength(2);
});

it("a document between two taxpayers stands in both registers", async () => {
  await sim("/taxpayers", { rut: "76123456-0", name: "Otra SpA" });
  const counterparty = { rut: "76123456-0", name: "Otra SpA" };
  const { body } = await sim("/documents", { side: "venta", net: 1_000, counterparty });
  expect(body.documents[0].sides.map((one: Json) => one.side)).toEqual(["venta", "compra"]);
});

it("adds none of several where one is not well formed", async () => {
  const before = rig.sii.office.documents.length;
  const { status } = await sim("/documents", [{ side: "compra" }, { side: "sideways" }]);
  expect([status, rig.sii.office.documents.length]).toEqual([400, before]);
  expect((await sim("/taxpayers", { rut: "76123456-1", name: "Mala" })).status).toBe(400);
});

it("lets things happen to a document, or says with the SII's code why not", async () => {
  const { id } = rig.sii.addDocument({ side: "compra", net: 1_000 });
  const happen = (body: Json): ReturnType<typeof sim> => sim(`/documents/${id}/event`, body);
  expect(await happen({ event: "accept", action: "ACD" })).toMatchObject({ status: 200, body: { code: 0 } });
  expect(await happen({ event: "reclaim" })).toMatchObject({ status: 409, body: { code: 11 } });
  expect((await happen({ event: "annul" })).body.document.events).toMatchObject([{ code: "ACD" }, { code: "NCA" }]);
  expect((await happen({ event: "explode" })).status).toBe(400);
  expect((await sim("/documents/nothing/event", { event: "annul" })).status).toBe(404);
});

it("puts its clock forward, and back to today by a reset", async () => {
  expect((await sim("/advance", { days: 2, minutes: 30 })).body.now).toBe("2026-11-20T15:30:00.000Z");
  await sim("/reset", {});
  expect((await sim("")).body).toMatchObject({ now: "2026-11-18T15:00:00.000Z", calls: [], sessions: [] });
  rig.sii.advance({ days: 1 });
  rig.reset();
  expect(rig.sii.now()).toBe(NOW);
});

it("notes every call: its host, path, method, and whose it was", async () => {
  await visitor(rig.url).token();
  await fetch(`${rig.url}/sii/www4.sii.cl/nothing/here`);
  await fetch(`${rig.url}/sii/evil.example/`);
  const { calls } = (await sim("")).body;
  expect(calls).toMatchObject([
    { host: "zeusr.sii.cl", method: "IngresoRutClave", status: 200 },
    { host: "zeusr.sii.cl", path: "/cgi_AUT2000/CAutInicio.cgi", method: "CAutInicio", rut: "77412905-7", status: 200 },
    { host: "www4.sii.cl", method: "consdcvinternetui", rut: "77412905-7" },
    { host: "www4.sii.cl", path: "/nothing/here", method: "", status: 404 },
    { host: "evil.example", status: 404 },
  ]);
});

it("names every host that the setting knows", () => {
  const bases = JSON.parse(rig.siiBaseUrls) as Record<string, string>;
  expect(Object.keys(bases)).toEqual(
    ["palena", "maullin", "zeusr", "www4", "ws1", "api", "www"].map((name) => `${name}.sii.cl`),
  );
  expect(bases["ws1.sii.cl"]).toBe(`${rig.url}/sii/ws1.sii.cl`);
});

it("publishes the UTM of a year, and nothing of the months to come", async () => {
  const table = await fetch(`${rig.url}/sii/www.sii.cl/valores_y_fechas/utm/utm2026.htm`);
  const rows = (await table.text()).match(/<tr><th><strong>.*?<\/tr>/g) ?? [];
  expect(rows).toHaveLength(12);
  expect(rows[10]).toBe(
    "<tr><th><strong>Noviembre</strong></th><td>71.540</td><td>858.480</td><td>-.-</td><td>-.-</td><td>-.-</td><td>-.-</td></tr>",
  );
  expect(rows[9]).toContain("<td>71.350</td><td>856.200</td><td>114,85</td><td>0,3</td><td>3,0</td><td>3,6</td>");
  expect(rows[11]).not.toMatch(/\d/);
  expect(utmPage({ year: 2025, today: "2026-11-18" })).not.toContain("-.-");
});

it("offers the certificate of the person who may act for the default taxpayer", async () => {
  const { certificate, taxpayers } = (await sim("")).body;
  expect(certificate).toMatchObject({ holder: DEFAULT_AGENT.name, rut: DEFAULT_AGENT.rut });
  expect(taxpayers[0].agents).toEqual([certificate.rut]);
});

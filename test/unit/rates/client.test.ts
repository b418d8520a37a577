import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, test } from "vitest";
import { readPage } from "#src/rates/page.ts";
import { siiPages } from "#src/rates/index.ts";
import { startSimulators, type Simulators } from "../../simulators/index.ts";
import { DOLLAR, UF } from "./pages.ts";

const NOW = Date.parse("2026-11-18T15:00:00Z");
const LATEST = "2026-12-19";
const UF_PAGE = "/valores_y_fechas/uf/uf2026.htm";

let rig: Simulators;
beforeAll(async () => {
  rig = await startSimulators({ now: () => NOW });
});
afterAll(() => rig.close());
beforeEach(() => rig.reset());

const pages = (base_url = `${rig.url}/sii/www.sii.cl`) => siiPages({ base_url, fetch });

test.each([
  ["uf", UF, "2026-12-09"],
  ["dolar", DOLLAR, "2026-11-18"],
] as const)("gets and reads the page of %s over HTTP", async (folder, source, last) => {
  const got = await pages()(`/valores_y_fechas/${folder}/${folder}2026.htm`);
  const read = got.ok ? readPage(got.value, { source, year: 2026, latest: LATEST }) : got;
  expect(read.ok && read.value.at(-1)?.on).toBe(last);
});

test.each([
  ["404", "not_found"],
  ["500", "status"],
  ["redirect", "redirected"],
] as const)("says of %s that the page is away: %s", async (fault, reason) => {
  rig.knobs({ sii: { fault } });
  expect(await pages()(UF_PAGE)).toEqual({ ok: false, error: { reason } });
});

it("follows no redirect to another host", async () => {
  rig.knobs({ sii: { fault: "redirect" } });
  await pages()(UF_PAGE);
  expect(rig.rig.elsewhere).toEqual([]);
});

test.each([
  ["garbage", "empty"],
  ["truncated", "truncated"],
] as const)("gets a page of %s, of which nothing is believed", async (fault, reason) => {
  rig.knobs({ sii: { fault } });
  const got = await pages()(UF_PAGE);
  expect(got.ok && readPage(got.value, { source: UF, year: 2026, latest: LATEST })).toMatchObject({
    error: { reason },
  });
});

it("has no page of a year to come or long gone", async () => {
  for (const year of [2012, 2027]) {
    const got = await pages()(`/valores_y_fechas/uf/uf${year}.htm`);
    expect(got).toEqual({ ok: false, error: { reason: "not_found" } });
  }
});

it("says of a host that does not answer that it is unreachable", async () => {
  expect(await pages("http://127.0.0.1:1")(UF_PAGE)).toEqual({ ok: false, error: { reason: "unreachable" } });
});

it("waits eight seconds and no longer", { timeout: 15_000 }, async () => {
  rig.knobs({ sii: { latency_ms: 12_000 } });
  const begun = performance.now();
  expect(await pages()(UF_PAGE)).toEqual({ ok: false, error: { reason: "timeout" } });
  expect(performance.now() - begun).toBeLessThan(9_500);
});

test.each(["announced", "unannounced"])("reads no page of more than a megabyte, %s", async (how) => {
  const size = 1_000_001;
  const server = createServer((_, response) => {
    if (how === "announced") response.setHeader("Content-Length", size);
    response.write("x".repeat(size - 1));
    response.end("x");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const got = await pages(`http://127.0.0.1:${port}`)(UF_PAGE);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(got).toEqual({ ok: false, error: { reason: "too_large" } });
});

it("sends no credential and no cookie", async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(...Object.keys(request.headers));
    response.end("<html></html>");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  await pages(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)(UF_PAGE);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(heard).toContain("user-agent");
  expect(heard).not.toContain("authorization");
  expect(heard).not.toContain("cookie");
});

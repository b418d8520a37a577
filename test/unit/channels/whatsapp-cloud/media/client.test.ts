import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import type { MediaRef } from "#src/channels/index.ts";
import { MEDIA_BYTES_MAX, whatsappCloud } from "#src/channels/whatsapp-cloud/index.ts";
import { json, listen } from "../graph.ts";
import type { Seen } from "../graph.ts";

const BYTES = Buffer.from("a receipt of bread and milk");
const HEX = createHash("sha256").update(BYTES).digest("hex");
const BASE64 = createHash("sha256").update(BYTES).digest("base64");

const REF: MediaRef = { kind: "image", id: "1003", mime_type: "image/jpeg", sha256: HEX, filename: null, url: null };

/** Graph under /v25.0 and a CDN beside it; a test replaces the answers it is about. */
async function meta(routes: Record<string, (response: ServerResponse, asked: Seen, times: number) => void>) {
  const times = new Map<string, number>();
  const server = await listen((asked, response) => {
    const path = asked.url.split("?")[0] ?? "";
    times.set(path, (times.get(path) ?? 0) + 1);
    const route = routes[path];
    if (route) route(response, asked, times.get(path) ?? 0);
    else json(response, 404, { error: { code: 100, message: "Unsupported get request" } });
  });
  return server;
}

function channelAt(url: string, mediaHosts: string[] = []) {
  return whatsappCloud({ graphBaseUrl: `${url}/v25.0`, accessToken: "secret", mediaHosts, fetch });
}

const bytes = (response: ServerResponse) => response.writeHead(200, { "Content-Type": "image/png" }).end(BYTES);

function pointingTo(path: string, rest: Record<string, unknown> = {}) {
  return (response: ServerResponse, asked: Seen) =>
    json(response, 200, { url: `http://${asked.headers.host}${path}`, mime_type: "image/jpeg", sha256: HEX, ...rest });
}

test("asks for the address of an id and fetches it with the token", async () => {
  using server = await meta({ "/v25.0/1003": pointingTo("/cdn/1", { file_size: "27" }), "/cdn/1": bytes });
  const fetched = await channelAt(server.url).media(REF, "1065");
  expect(fetched).toEqual({
    ok: true,
    value: { bytes: new Uint8Array(BYTES), mime_type: "image/jpeg", sha256: HEX },
  });
  expect(server.seen.map(({ url }) => url)).toEqual(["/v25.0/1003?phone_number_id=1065", "/cdn/1"]);
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer secret", "Bearer secret"]);
  expect(server.seen[1]?.headers["user-agent"]).toBe("lucas/0.1");
});

test("takes the webhook's direct address first", async () => {
  using server = await meta({ "/cdn/1": bytes });
  const fetched = await channelAt(server.url).media({ ...REF, url: `${server.url}/cdn/1` }, "1065");
  expect(fetched.ok).toBe(true);
  expect(server.seen.map(({ url }) => url)).toEqual(["/cdn/1"]);
});

test("goes by the id when the direct address has died", async () => {
  using server = await meta({ "/v25.0/1003": pointingTo("/cdn/2"), "/cdn/2": bytes });
  const fetched = await channelAt(server.url).media({ ...REF, url: `${server.url}/cdn/1` }, "1065");
  expect(fetched.ok).toBe(true);
});

test("goes by the id when the direct address is nowhere we may go", async () => {
  using elsewhere = await meta({ "/cdn/1": bytes });
  using server = await meta({ "/v25.0/1003": pointingTo("/cdn/2"), "/cdn/2": bytes });
  const fetched = await channelAt(server.url).media({ ...REF, url: `${elsewhere.url}/cdn/1` }, "1065");
  expect(fetched.ok).toBe(true);
  expect(elsewhere.seen).toEqual([]);
});

test("asks for a new address when the first has expired in the meantime, once", async () => {
  using server = await meta({
    "/v25.0/1003": (response, asked, times) => pointingTo(`/cdn/${times}`)(response, asked),
    "/cdn/1": (response) => response.writeHead(403).end(),
    "/cdn/2": bytes,
  });
  expect((await channelAt(server.url).media(REF, "1065")).ok).toBe(true);
  using dead = await meta({ "/v25.0/1003": pointingTo("/cdn/gone") });
  expect(await channelAt(dead.url).media(REF, "1065")).toMatchObject({ ok: false, error: { reason: "expired" } });
  expect(dead.seen).toHaveLength(4);
});

test("an id that Graph no longer knows is expired", async () => {
  using server = await meta({});
  expect(await channelAt(server.url).media(REF, "1065")).toMatchObject({ ok: false, error: { reason: "expired" } });
});

test("a token that Graph refuses, a busy Graph and a silent one are unavailable, not expired", async () => {
  for (const code of [190, 80007, 131000]) {
    using server = await meta({ "/v25.0/1003": (response) => json(response, 400, { error: { code } }) });
    expect(await channelAt(server.url).media(REF, "1065")).toMatchObject({ error: { reason: "unavailable" } });
  }
  const server = await meta({});
  server.close();
  expect(await channelAt(server.url).media(REF, "1065")).toMatchObject({ error: { reason: "unavailable" } });
});

const hop = (to: string) => (response: ServerResponse) => response.writeHead(302, { Location: to }).end();

test("follows two redirects between allowed hosts and not a third", async () => {
  const routes = { "/v25.0/1003": pointingTo("/a"), "/a": hop("/b"), "/b": hop("/c"), "/c": bytes };
  using server = await meta(routes);
  expect((await channelAt(server.url).media(REF, "1065")).ok).toBe(true);
  using longer = await meta({ ...routes, "/c": hop("/d"), "/d": bytes });
  expect(await channelAt(longer.url).media(REF, "1065")).toMatchObject({ error: { reason: "refused" } });
});

test("follows no redirect to a host that is not allowed, and the token never gets there", async () => {
  using elsewhere = await meta({ "/stolen": bytes });
  using server = await meta({
    "/v25.0/1003": pointingTo("/a"),
    "/a": (response) => response.writeHead(302, { Location: `${elsewhere.url}/stolen` }).end(),
  });
  const fetched = await channelAt(server.url).media(REF, "1065");
  expect(fetched).toEqual({ ok: false, error: { reason: "host_not_allowed", detail: `127.0.0.1:${elsewhere.port}` } });
  expect(elsewhere.seen).toEqual([]);
});

test("fetches from a configured host without TLS", async () => {
  using cdn = await meta({ "/cdn/1": bytes });
  using server = await meta({ "/v25.0/1003": (response) => json(response, 200, { url: `${cdn.url}/cdn/1` }) });
  const fetched = await channelAt(server.url, ["127.0.0.1"]).media({ ...REF, sha256: null }, "1065");
  expect(fetched).toMatchObject({ ok: true, value: { sha256: HEX } });
});

test("refuses bytes that are not what the webhook announced", async () => {
  using server = await meta({
    "/v25.0/1003": pointingTo("/cdn/1"),
    "/cdn/1": (response) => response.end("other bytes"),
  });
  expect(await channelAt(server.url).media(REF, "1065")).toMatchObject({ error: { reason: "hash_mismatch" } });
});

test("where the webhook gave no digest, Graph's decides, in hex or base64", async () => {
  const ref = { ...REF, sha256: null };
  for (const sha256 of [HEX, BASE64]) {
    using server = await meta({ "/v25.0/1003": pointingTo("/cdn/1", { sha256 }), "/cdn/1": bytes });
    expect((await channelAt(server.url).media(ref, "1065")).ok).toBe(true);
  }
  using server = await meta({ "/v25.0/1003": pointingTo("/cdn/1"), "/cdn/1": (response) => response.end("other") });
  expect(await channelAt(server.url).media(ref, "1065")).toMatchObject({ error: { reason: "hash_mismatch" } });
});

test.each([String(MEDIA_BYTES_MAX + 1), MEDIA_BYTES_MAX + 1])(
  "does not begin what Graph says is %j bytes",
  async (size) => {
    using server = await meta({ "/v25.0/1003": pointingTo("/cdn/1", { file_size: size }), "/cdn/1": bytes });
    expect(await channelAt(server.url).media(REF, "1065")).toMatchObject({ error: { reason: "too_large" } });
    expect(server.seen).toHaveLength(1);
  },
);

test("stops reading at the limit when nobody told the size", async () => {
  const piece = Buffer.alloc(1_024 * 1_024);
  let written = 0;
  using server = await meta({
    "/v25.0/1003": pointingTo("/cdn/1", { file_size: 5 }),
    "/cdn/1": (response) => {
      const pour = () => {
        while (!response.destroyed && written < 8 * MEDIA_BYTES_MAX) {
          written += piece.length;
          if (!response.write(piece)) break;
        }
        if (written < 8 * MEDIA_BYTES_MAX) response.once("drain", pour);
        else response.end();
      };
      pour();
    },
  });
  expect(await channelAt(server.url).media(REF, "1065")).toMatchObject({ error: { reason: "too_large" } });
  expect(written).toBeLessThan(4 * MEDIA_BYTES_MAX);
});

test.each(["../me", "1003/..", "1003?x=1", "", "a".repeat(129)])("asks Graph nothing for an id like %j", async (id) => {
  using server = await meta({});
  expect(await channelAt(server.url).media({ ...REF, id }, "1065")).toMatchObject({ error: { reason: "refused" } });
  expect(server.seen).toEqual([]);
});

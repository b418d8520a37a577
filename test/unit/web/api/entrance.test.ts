import { Hono } from "hono";
import { expect, test } from "vitest";
import { covers } from "#src/web/api/scope.ts";
import { bearerOf } from "#src/web/api/caller.ts";
import { desk, NOW, OPERATOR, outcome } from "./desk.ts";

const GUARDED = [
  ["POST", "/api/ai/classify"],
  ["POST", "/api/documents/extract"],
  ["POST", "/api/documents"],
  ["GET", "/api/documents"],
  ["GET", "/api/documents/01JCZX9E40TEST000000000000"],
  ["GET", "/api/documents/01JCZX9E40TEST000000000000/file"],
  ["GET", "/api/ledger/entries"],
  ["POST", "/api/ledger/entries"],
  ["POST", "/api/ledger/entries/01JCZX9E40TEST000000000000/reverse"],
  ["GET", "/api/ledger/balance"],
  ["GET", "/api/ledger/summary"],
  ["GET", "/api/tenant"],
  ["PATCH", "/api/tenant"],
  ["POST", "/api/whatsapp/send"],
  ["GET", "/api/messages"],
  ["GET", `/api/messages/${"a".repeat(64)}.1`],
  ["POST", `/api/messages/${"a".repeat(64)}.1/resend`],
  ["POST", "/api/operator/tokens"],
  ["GET", "/metrics"],
] as const;

test("opens no guarded route without a valid token, and looks nothing up for text that is none", async () => {
  for (const [method, path] of GUARDED) {
    const { ask } = desk();
    for (const authorization of [
      undefined,
      "",
      "Bearer",
      "Bearer ",
      `Basic ${OPERATOR}`,
      OPERATOR,
      `Bearer ${OPERATOR}x`,
      "Bearer lu_1_2",
    ]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
      const answer = await ask(path, { method, headers });
      expect([method, path, authorization, await outcome(answer)]).toEqual([
        method,
        path,
        authorization,
        "401 unauthorized",
      ]);
      expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
    }
  }
});

test("asks who is there before it reads what they sent", async () => {
  const { ask } = desk();
  const answer = await ask("/api/ai/classify", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{",
  });
  expect(await outcome(answer)).toBe("401 unauthorized");
});

test("asks the operator which tenant is meant", async () => {
  const { asOperator, post } = desk();
  for (const path of [
    "/api/tenant",
    "/api/ledger/entries",
    "/api/ledger/balance",
    "/api/ledger/summary",
    "/api/documents",
    "/api/messages",
  ]) {
    expect([path, await outcome(await asOperator(path))]).toEqual([path, "400 tenant_required"]);
  }
  const entry = { type: "egreso", amount_minor: 1, idempotency_key: "k" };
  expect(await outcome(await post("/api/ledger/entries", entry))).toBe("400 tenant_required");
  const message = { to: "56911111111", type: "text", text: { body: "hola" } };
  expect(await outcome(await post("/api/whatsapp/send", message))).toBe("400 tenant_required");
});

test("closes the operator's routes, and says why, where no operator token is configured", async () => {
  const { ask, post } = desk({ operator_token: null });
  expect(await outcome(await ask("/metrics"))).toBe("503 operator_not_configured");
  expect(await outcome(await post("/api/operator/tokens", { phone: "56911111111", role: "owner" }))).toBe(
    "503 operator_not_configured",
  );
  expect(await outcome(await ask("/api/tenant", { headers: { Authorization: "Bearer null" } }))).toBe(
    "401 unauthorized",
  );
});

test("limits strangers per address, says for how long, and lets others and the operator pass", async () => {
  let now = NOW;
  const { ask, asOperator } = desk({ clock: { now: () => now } });
  const from = (ip: string) => ask("/api/tenant", { headers: { "CF-Connecting-IP": ip } });
  for (let i = 0; i < 120; i++) expect((await from("192.0.2.1")).status).toBe(401);
  const refused = await from("192.0.2.1");
  expect(refused.headers.get("Retry-After")).toBe("60");
  expect(await outcome(refused)).toBe("429 too_many_requests");
  expect((await from("192.0.2.2")).status).toBe(401);
  const operator = await asOperator("/metrics", { headers: { "CF-Connecting-IP": "192.0.2.1" } });
  expect(operator.status).toBe(200);
  expect((await ask("/healthz", { headers: { "CF-Connecting-IP": "192.0.2.1" } })).status).toBe(200);
  now += 60_000;
  expect((await from("192.0.2.1")).status).toBe(401);
});

test("limits pages and unknown routes like any other request of a stranger", async () => {
  const { ask } = desk();
  for (let i = 0; i < 60; i++) {
    expect((await ask("/docs")).status).toBe(200);
    expect(await outcome(await ask("/nothing/here"))).toBe("404 not_found");
  }
  expect((await ask("/docs")).status).toBe(429);
  expect((await ask("/nothing/here")).status).toBe(429);
});

test.each([
  ["PUT", "/api/tenant", "GET, HEAD, PATCH"],
  ["DELETE", "/api/documents", "GET, HEAD, POST"],
  ["GET", "/api/ai/classify", "POST"],
  ["GET", "/api/documents/extract", "POST"],
  ["HEAD", "/api/ai/classify", "POST"],
  ["OPTIONS", "/api/ledger/entries", "GET, HEAD, POST"],
  ["POST", "/api/documents/01JCZX9E40TEST000000000000/file", "GET, HEAD"],
  ["PROPFIND", "/healthz", "GET, HEAD"],
])("%s %s is no method of that path, and Allow names those that are: %s", async (...[method, path, allow]) => {
  const answer = await desk().ask(path, { method });
  expect([answer.status, answer.headers.get("Allow")]).toEqual([405, allow]);
  if (method === "HEAD") return;
  expect(await answer.json()).toMatchObject({
    error: { code: "method_not_allowed", details: { allow: allow.split(", ") } },
  });
});

test("what the routes are mounted in has paths and methods of its own", async () => {
  const whole = new Hono().get("/webhook/whatsapp", (c) => c.text("x"));
  whole.route("/", desk({}, whole).app);
  const answer = await whole.request("/webhook/whatsapp", { method: "PUT" });
  expect([answer.headers.get("Allow"), await outcome(answer)]).toEqual(["GET, HEAD", "405 method_not_allowed"]);
  expect((await whole.request("/webhook/whatsapp")).status).toBe(200);
  expect((await whole.request("/api/tenant", { method: "PUT" })).headers.get("Allow")).toBe("GET, HEAD, PATCH");
});

test("every path of the reference names the methods that it takes, and no others", async () => {
  const { ask } = desk();
  const { paths } = await (await ask("/openapi.json")).json<{ paths: Record<string, object> }>();
  for (const [path, methods] of Object.entries(paths)) {
    const allow = Object.keys(methods).flatMap((method) =>
      method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()],
    );
    const answer = await ask(path.replace(/[{]file[}]/, "scan.js").replace(/[{]\w+[}]/, "X"), { method: "PURGE" });
    expect([path, answer.status, answer.headers.get("Allow")]).toEqual([path, 405, allow.toSorted().join(", ")]);
  }
});

test("reads a bearer token from its header and from nothing else", () => {
  expect(bearerOf("Bearer abc")).toBe("abc");
  expect(bearerOf("bearer abc")).toBe("abc");
  for (const header of [
    undefined,
    "",
    "abc",
    "Bearer",
    "Bearer a b",
    "Bearerabc",
    "Token abc",
    `Bearer ${"a".repeat(513)}`,
  ]) {
    expect([header, bearerOf(header)]).toEqual([header, null]);
  }
});

test("narrows a token to its scopes, and one without scopes to nothing less than its role", () => {
  expect(covers([], "write:ledger")).toBe(true);
  expect(covers(["read:ledger"], "read:ledger")).toBe(true);
  expect(covers(["read:ledger"], "write:ledger")).toBe(false);
});

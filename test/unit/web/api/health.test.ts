import { expect, test } from "vitest";
import { prometheusText } from "#src/web/api/health/metrics.ts";
import { desk, NOW, outcome } from "./desk.ts";

test("is alive without asking anything", async () => {
  const answer = await desk().ask("/healthz");
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
});

test("is ready when every part is, and says which is not", async () => {
  expect((await desk().ask("/readyz")).status).toBe(200);
  const parts = { directory: true, ledgers: false };
  const answer = await desk({ readiness: async () => parts }).ask("/readyz");
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, parts }]);
});

test("probes its parts once a second, however many ask", async () => {
  let now = NOW;
  let probes = 0;
  const readiness = async () => {
    probes += 1;
    return { directory: true };
  };
  const { ask } = desk({ readiness, clock: { now: () => now } });
  await Promise.all(Array.from({ length: 200 }, () => ask("/readyz")));
  expect(probes).toBe(1);
  now += 1_000;
  await ask("/readyz");
  expect(probes).toBe(2);
});

test("writes counters as Prometheus reads them, families together", () => {
  const counters = { b_total: 1, 'a_total{reason="x"}': 2, 'a_total{reason="y"}': 3, "not a name": 4 };
  expect(prometheusText(counters)).toBe(
    '# TYPE a_total counter\na_total{reason="x"} 2\na_total{reason="y"} 3\n# TYPE b_total counter\nb_total 1\n',
  );
  expect(prometheusText({})).toBe("");
});

test("shows the counters to the operator", async () => {
  const answer = await desk({ counters: async () => ({ webhook_failed_total: 7 }) }).asOperator("/metrics");
  expect(answer.headers.get("Content-Type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await answer.text()).toContain("webhook_failed_total 7\n");
});

test("answers unknown routes with 404 in JSON, to anybody, whatever the method", async () => {
  const { ask } = desk();
  for (const [method, path] of [
    ["GET", "/"],
    ["GET", "/api"],
    ["GET", "/api/nope"],
    ["OPTIONS", "/api/nope"],
    ["PUT", "/healthz/"],
  ] as const) {
    expect([method, path, await outcome(await ask(path, { method }))]).toEqual([method, path, "404 not_found"]);
  }
});

test("opens to no other origin and to no frame, whatever it answers", async () => {
  const { ask, asOperator } = desk();
  const answers = await Promise.all([
    ask("/healthz"),
    ask("/docs"),
    ask("/nope"),
    ask("/api/tenant"),
    asOperator("/metrics"),
    ask("/api/tenant", {
      method: "OPTIONS",
      headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "GET" },
    }),
  ]);
  for (const { headers } of answers) {
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
  }
});

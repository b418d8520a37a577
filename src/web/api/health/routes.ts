import { createRoute, z } from "@hono/zod-openapi";
import { SECOND_MS } from "#kernel";
import type { Api } from "../api.ts";
import { answers, only, refused } from "../describe.ts";
import type { ApiPorts } from "../ports.ts";
import { prometheusText } from "./metrics.ts";

export function healthRoutes({ app, ports, guarded }: Api): void {
  // Neither is counted against an address: a monitor that is refused would call a healthy Worker dead.
  app.openapi(HEALTH, (c) => c.json({ status: "ok" as const }, 200));

  const probe = sharedProbe(ports);
  app.openapi(READY, async (c) => {
    const parts = await probe();
    const ready = Object.values(parts).every(Boolean);
    return c.json({ ready, parts }, ready ? 200 : 503);
  });

  app.openapi(guarded(METRICS), async (c) => {
    const text = prometheusText(await ports.counters());
    return c.text(text, 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}

const READINESS_KEEP_MS = SECOND_MS;

const ReadyShape = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.boolean()) }).openapi("Readiness");

const tags = ["Health"];

const HEALTH = createRoute({
  method: "get",
  path: "/healthz",
  tags,
  summary: "Alive",
  responses: { 200: answers("Requests are taken", z.object({ status: z.literal("ok") })) },
});

const READY = createRoute({
  method: "get",
  path: "/readyz",
  tags,
  summary: "Ready: databases, files, keys and conversations answer",
  responses: { 200: answers("All of them do", ReadyShape), 503: answers("One of them does not", ReadyShape) },
});

const METRICS = createRoute({
  method: "get",
  path: "/metrics",
  tags: ["Operator"],
  summary: "Counters for Prometheus",
  security: only("operator"),
  responses: {
    200: { description: "Text format 0.0.4", content: { "text/plain": { schema: z.string() } } },
    ...refused(403, 503),
  },
});

/** One probe a second at most, however many ask: it costs calls to every store. */
function sharedProbe(ports: ApiPorts): () => Promise<Record<string, boolean>> {
  let last: { at: number; parts: Promise<Record<string, boolean>> } | null = null;
  return () => {
    const now = ports.clock.now();
    if (!last || last.at + READINESS_KEEP_MS <= now) last = { at: now, parts: ports.readiness() };
    return last.parts;
  };
}

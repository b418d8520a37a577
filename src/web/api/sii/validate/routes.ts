import { createRoute, z } from "@hono/zod-openapi";
import { papersOfEntries } from "#documents";
import { addMonths, dateIn, monthOf } from "#kernel";
import { resolve, validate, type Reconciliation } from "#sii";
import type { Viewer } from "#tenants";
import type { Api } from "../../api.ts";
import { viewerOf, writerOf } from "../../caller.ts";
import { answers, only, refused, takes } from "../../describe.ts";
import { refusal } from "../../errors.ts";
import type { ApiPorts } from "../../ports.ts";
import { Period } from "../shapes.ts";
import { shownValidation, ValidationShape } from "./shapes.ts";

/** The books of a month held against the tax service's register, and what is answered to a difference. */
export function validateRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(VALIDATE), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const period = c.req.valid("query").period ?? lastMonth(viewer, ports);
    return c.json(shownValidation(await reconciled(viewer, period, ports)), 200);
  });

  app.openapi(guarded(RESOLVE), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "entry.replace");
    const { period, key, resolution: nth } = c.req.valid("json");
    const { differences } = await reconciled(writer, period, ports);
    const difference = differences.find((each) => each.key === key);
    const resolution = difference?.resolutions[nth];
    if (!difference || !resolution) throw refusal("not_found");
    const source_ref = `api:${key}:${resolution.do}:${nth}`;
    const { clock, entropy } = ports;
    const asked = { difference, resolution };
    const resolved = await resolve(writer, asked, { now: clock.now(), entropy, source: "api", source_ref });
    if (resolved.outcome !== "done") throw refusal("not_decided", { outcome: resolved.outcome });
    return c.json({ outcome: resolved.outcome }, 200);
  });
}

async function reconciled(viewer: Viewer, period: string, { clock }: ApiPorts): Promise<Reconciliation> {
  const validated = await validate(viewer, period, { now: clock.now(), papersOf: papersOfEntries });
  if (!validated.ok) throw refusal(validated.error.reason === "too_large" ? "sii_too_large" : "sii_never_asked");
  return validated.value;
}

/** The last that has ended, where the business is. */
function lastMonth({ tenant }: Viewer, { clock }: ApiPorts): string {
  return addMonths(monthOf(dateIn(clock.now(), tenant.time_zone)), -1);
}

const tags = ["SII"];

const VALIDATE = createRoute({
  method: "get",
  path: "/api/sii/validate",
  tags,
  summary: "The books of a month against the SII's register",
  description:
    "Explains every difference by its class, with what it does to the month's IVA and what may be answered. The month before this one where none is named; 409 where nothing is known of it.",
  security: only("read:sii"),
  request: { query: z.object({ period: Period.optional() }) },
  responses: { 200: answers("The month", ValidationShape), ...refused(400, 404, 409) },
});

const RESOLVE = createRoute({
  method: "post",
  path: "/api/sii/validate",
  tags,
  summary: "Answer a difference",
  description: "`resolution` is the `index` of what the validation offers. Answered twice it is done once.",
  security: only("write:sii"),
  request: takes(
    z.object({ period: Period, key: z.string().max(400), resolution: z.int().min(0) }).openapi("SiiAnswer"),
    {
      period: "2026-10",
      key: "missing_here|…",
      resolution: 0,
    },
  ),
  responses: {
    200: answers("It is done", z.object({ outcome: z.literal("done") })),
    ...refused(400, 403, 404, 409, 413, 415),
  },
});

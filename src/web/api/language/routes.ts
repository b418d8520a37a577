import { createRoute, type z } from "@hono/zod-openapi";
import { dateIn } from "#kernel";
import { classify, filled, gapOf, type ClassifyRequest, type LastEntry, type Reading } from "#language";
import { count, faultFields, logProblem } from "#telemetry";
import { profileOfCountry, type Tenant } from "#tenants";
import type { Api } from "../api.ts";
import { viewerOf, type Caller } from "../caller.ts";
import { answers, only, refused, takes } from "../describe.ts";
import type { ApiPorts } from "../ports.ts";
import { localDay } from "./local-day.ts";
import { CLASSIFY_EXAMPLE, ClassifyShape, ReadingShape } from "./shapes.ts";

const HOME_COUNTRY = "CL";
const HOME_ZONE = "America/Santiago";

export function languageRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(CLASSIFY), async (c) => {
    const { text, channel, now, context, ...asked } = c.req.valid("json");
    const tenant = await tenantOf(ports, c.get("caller"));
    const country = asked.country ?? tenant?.country ?? HOME_COUNTRY;
    const zone = zoneOf(country, tenant);
    const today = now === undefined ? dateIn(ports.clock.now(), zone) : localDay(now, zone);
    const request = { text, country, channel, today, last: lastOf(context?.last) };
    return c.json(shown(await readingOf(ports, tenant, request)), 200);
  });
}

const CLASSIFY = createRoute({
  method: "post",
  path: "/api/ai/classify",
  tags: ["Language"],
  summary: "What a message tells",
  description:
    "Words in, a proposal out; books nothing. Where a model is configured, it is asked on a business' account what the rules leave open (`source: model`). The operator needs no tenant here.",
  security: only("use:classify"),
  request: takes(ClassifyShape, CLASSIFY_EXAMPLE),
  responses: { 200: answers("The reading", ReadingShape), ...refused(400, 403, 404) },
});

/** What the rules read and, where they leave a gap in the words of a business, what a model adds to it. */
async function readingOf({ tell }: ApiPorts, tenant: Tenant | null, request: ClassifyRequest): Promise<Reading> {
  const reading = classify(request);
  const open = tell && tenant && gapOf(reading, request);
  if (!open) return reading;
  const { text, country, today } = request;
  count("model_asked_total");
  try {
    return filled(reading, await tell(tenant.id, { text, country, today, open }), request);
  } catch (fault) {
    count("model_failed_total");
    logProblem("model.failed", { tenant: tenant.id, ...faultFields(fault) });
    return reading;
  }
}

async function tenantOf(ports: ApiPorts, caller: Caller): Promise<Tenant | null> {
  return caller.tenant_id === null ? null : (await viewerOf(ports, caller)).tenant;
}

/** The tenant's own zone, unless another country was named. */
function zoneOf(country: string, tenant: Tenant | null): string {
  if (tenant?.country === country) return tenant.time_zone;
  return profileOfCountry(country)?.time_zone ?? HOME_ZONE;
}

type Last = NonNullable<NonNullable<z.output<typeof ClassifyShape>["context"]>["last"]>;

function lastOf(last: Last | null | undefined): LastEntry | null {
  if (!last) return null;
  const { type, state } = last;
  return {
    type,
    state,
    amount_minor: last.amount_minor ?? null,
    currency: last.currency ?? null,
    concept: last.concept ?? null,
    category: last.category ?? null,
    counterparty: last.counterparty ?? null,
    date: last.date ?? null,
  };
}

/** The reading as the contract has it: which field a question fills is the conversation's own business. */
function shown({ asks: _asks, ...reading }: Reading): z.output<typeof ReadingShape> {
  return reading;
}

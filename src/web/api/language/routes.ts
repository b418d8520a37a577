import { createRoute, type z } from "@hono/zod-openapi";
import { dateIn } from "#kernel";
import { classify, type LastEntry, type Reading } from "#language";
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
    return c.json(shown(classify({ text, country, channel, today, last: lastOf(context?.last) })), 200);
  });
}

const CLASSIFY = createRoute({
  method: "post",
  path: "/api/ai/classify",
  tags: ["Language"],
  summary: "What a message tells",
  description: "Words in, a proposal out; books nothing. The operator needs no tenant here.",
  security: only("use:classify"),
  request: takes(ClassifyShape, CLASSIFY_EXAMPLE),
  responses: { 200: answers("The reading", ReadingShape), ...refused(400, 403, 404) },
});

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

import { createRoute, z } from "@hono/zod-openapi";
import { changeTenant, membersOf, type Tenant, type TenantPatch, type Viewer } from "#tenants";
import type { Api } from "../api.ts";
import { viewerOf, writerOf } from "../caller.ts";
import { answers, only, refused, takes } from "../describe.ts";
import { refusal } from "../errors.ts";
import { Country, CurrencyCode } from "../shapes.ts";

export function tenantRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(SHOW), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    return c.json(await shown(viewer, viewer.tenant), 200);
  });

  app.openapi(guarded(CHANGE), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "tenant.update");
    const changed = await changeTenant(writer, c.req.valid("json") as TenantPatch, ports.clock.now());
    if (!changed.ok && changed.error.reason === "forbidden") throw refusal("forbidden", { field: changed.error.field });
    if (!changed.ok) throw refusal("invalid", [{ field: changed.error.field, problem: "can't be stored like this" }]);
    return c.json(await shown(writer, changed.value), 200);
  });
}

const Plan = z.enum(["free", "tiburon", "hambre"]);
const OnboardingStep = z.enum(["complete", "country_pending"]);
const Name = z.string().max(200).nullable();

const TenantShape = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    industry: z.string().nullable().openapi({ description: "Rubro" }),
    tax_id: z.string().nullable().openapi({ example: "76123456-0" }),
    country: Country,
    currency: CurrencyCode,
    time_zone: z.string().openapi({ example: "America/Santiago" }),
    language: z.string().openapi({ example: "es-CL" }),
    plan: Plan,
    source: z.string().openapi({ description: "The channel its first message came by" }),
    onboarding_step: OnboardingStep,
    members: z.array(
      z.object({
        contact_id: z.string(),
        role: z.enum(["owner", "admin", "employee", "accountant"]),
        phone: z.string().nullable(),
        user_id: z.string().nullable(),
        profile_name: z.string().nullable(),
        created_at: z.string(),
      }),
    ),
    created_at: z.string().openapi({ format: "date-time" }),
  })
  .openapi("Tenant");

/** An allowlist: a field that may not be changed, or is not ours, is refused rather than passed over. */
const TenantPatchShape = z
  .strictObject({
    name: Name.optional(),
    industry: Name.optional(),
    tax_id: z.string().max(40).nullable().optional().openapi({ description: "Checked by the rule of the country" }),
    country: Country.optional(),
    currency: CurrencyCode.optional(),
    time_zone: z.string().max(60).optional(),
    language: z.string().max(10).optional(),
    onboarding_step: OnboardingStep.optional(),
    plan: Plan.optional().openapi({ description: "By the operator only" }),
  })
  .openapi("TenantPatch");

const tags = ["Tenant"];

const SHOW = createRoute({
  method: "get",
  path: "/api/tenant",
  tags,
  summary: "The business and its people",
  security: only("read:tenant"),
  responses: { 200: answers("The tenant", TenantShape), ...refused(400, 404) },
});

const CHANGE = createRoute({
  method: "patch",
  path: "/api/tenant",
  tags,
  summary: "Change its settings",
  description: "All of the fields that are sent, or none. Owners and admins; `plan` by the operator only.",
  security: only("write:tenant"),
  request: takes(TenantPatchShape, { name: "Almacén La Esquina", industry: "almacén", tax_id: "76123456-0" }),
  responses: { 200: answers("As it stands now", TenantShape), ...refused(400, 403, 404) },
});

async function shown(viewer: Viewer, tenant: Tenant): Promise<z.output<typeof TenantShape>> {
  const { id, name, industry, tax_id, country, currency, time_zone, language, plan, source, onboarding_step } = tenant;
  const members = await membersOf(viewer);
  return {
    id,
    name,
    industry,
    tax_id,
    country,
    currency,
    time_zone,
    language,
    plan,
    source,
    onboarding_step,
    members,
    created_at: tenant.created_at,
  };
}

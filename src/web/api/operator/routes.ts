import { createRoute, z } from "@hono/zod-openapi";
import { authorize, findByAddress, issueToken, rewrapTenantKeys } from "#tenants";
import type { Api } from "../api.ts";
import { answers, only, refused, takes } from "../describe.ts";
import { refusal } from "../errors.ts";
import type { ApiPorts } from "../ports.ts";
import { SCOPES } from "../scope.ts";
import { digitsOf, Phone } from "../shapes.ts";

export function operatorRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(ISSUE), async (c) => {
    const { role, scopes, ...named } = c.req.valid("json");
    const tenant_id = await tenantNamed(named, ports);
    const actor = { kind: "operator", id: "api" } as const;
    const asked = { tenant_id, actor, standing: "operator", action: "token.issue" } as const;
    const allowed = await authorize(await ports.archive(), asked);
    if (!allowed.ok) throw refusal(allowed.error.reason);
    const secret = ports.secret();
    const issued = await issueToken(allowed.value, {
      role,
      scopes,
      secret,
      now: ports.clock.now(),
      id: ports.entropy.id(),
    });
    return c.json({ token: issued.token, tenant_id, token_id: issued.id, role, scopes }, 201);
  });
  app.openapi(guarded(REWRAP), async (c) => {
    const archive = await ports.archive();
    return c.json(await rewrapTenantKeys(archive, { limit: REWRAP_TENANTS_MAX, now: ports.clock.now() }), 200);
  });
}

/** Tenants whose keys are wrapped anew by one call; the answer says how many are left. */
const REWRAP_TENANTS_MAX = 200;

const Role = z.enum(["owner", "admin", "employee", "accountant"]);
const Scopes = z.array(z.enum(SCOPES)).max(SCOPES.length);

const TokenRequest = z
  .strictObject({
    phone: Phone.optional().openapi({ description: "Of anybody of the business; or `tenant_id`" }),
    tenant_id: z.string().min(1).max(64).optional(),
    role: Role.default("owner"),
    scopes: Scopes.default([]).openapi({ description: "None: all that the role allows" }),
  })
  .refine(({ phone, tenant_id }) => (phone === undefined) !== (tenant_id === undefined), {
    path: ["phone"],
    message: "name the tenant by phone or by tenant_id, one of the two",
  })
  .openapi("TokenRequest");

const TokenShape = z
  .object({
    token: z.string().openapi({ description: "Shown this once; only its hash is kept" }),
    tenant_id: z.string(),
    token_id: z.string(),
    role: Role,
    scopes: Scopes,
  })
  .openapi("Token");

const ISSUE = createRoute({
  method: "post",
  path: "/api/operator/tokens",
  tags: ["Operator"],
  summary: "Issue a token of a tenant",
  description: "The tenant must exist: a business founds itself by its first message.",
  security: only("operator"),
  request: takes(TokenRequest, { phone: "56911111111", role: "owner" }),
  responses: { 201: answers("The token", TokenShape), ...refused(400, 403, 404, 503) },
});

const REWRAP = createRoute({
  method: "post",
  path: "/api/operator/keys/rewrap",
  tags: ["Operator"],
  summary: "Wrap tenants' keys under the newest master key",
  description:
    "After a rotation of MASTER_KEYS. Call it until `remaining` is 0; conversations do theirs at their next message.",
  security: only("operator"),
  responses: {
    200: answers(
      "How many were wrapped anew and how many are left",
      z.object({ rewrapped: z.number(), remaining: z.number() }),
    ),
    ...refused(503),
  },
});

async function tenantNamed(
  named: { phone?: string | undefined; tenant_id?: string | undefined },
  ports: ApiPorts,
): Promise<string> {
  if (named.tenant_id !== undefined) return named.tenant_id;
  const address = { phone: digitsOf(named.phone ?? ""), user_id: null };
  const known = await findByAddress(await ports.archive(), "whatsapp", address);
  if (!known) throw refusal("unknown_tenant");
  return known.tenant_id;
}

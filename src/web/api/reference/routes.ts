import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { toBase64, utf8 } from "#kernel";
import type { Api } from "../api.ts";
import type { ApiEnv } from "../guard.ts";
import { pageOf } from "./page.ts";
import { PAGE_STYLE } from "./style.ts";

export type OpenApiDocument = ReturnType<OpenAPIHono<ApiEnv>["getOpenAPI31Document"]>;

/** Both are made when first asked for: the routes do not change while an isolate lives, and hardly ever where it is asked. */
export function referenceRoutes({ app, guarded }: Api): void {
  let made: OpenApiDocument | null = null;
  const document = (): OpenApiDocument => (made ??= describe(app));

  app.openapi(guarded(DOCUMENT), (c) => c.json({ ...document() }, 200));

  let page: Page | null = null;
  app.openapi(guarded(DOCS), async (c) => {
    const { origin } = new URL(c.req.url);
    if (page?.origin !== origin) page = await pageWith(document(), origin);
    const { html, policy } = page;
    return new Response(html, {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy,
        "Cache-Control": "no-cache",
      },
    });
  });
}

const tags = ["Reference"];

const DOCUMENT = createRoute({
  method: "get",
  path: "/openapi.json",
  tags,
  summary: "This reference for programs (OpenAPI 3.1)",
  responses: {
    200: { description: "The document", content: { "application/json": { schema: z.record(z.string(), z.any()) } } },
  },
});

const DOCS = createRoute({
  method: "get",
  path: "/docs",
  tags,
  summary: "This reference for people",
  responses: { 200: { description: "A page", content: { "text/html": { schema: { type: "string" } } } } },
});

const ABOUT = `lucas keeps the books of small businesses, mostly by chat. This is its door for programs.

Send \`Authorization: Bearer <token>\`: a tenant's token, or the operator's, which names a tenant by the header \`X-Tenant-Id\`. Amounts are whole minor units of their currency, and dates are local calendar days. Every refusal is \`{"error":{"code","message","details?"}}\`; what belongs to another tenant is 404, and a method that a path does not take is 405 with \`Allow\`. A token has 600 requests a minute; beyond that 429 says in \`Retry-After\` how many seconds to wait.`;

function describe(app: OpenAPIHono<ApiEnv>): OpenApiDocument {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "A tenant's token (lu_…) or the operator's.",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "lucas", version: "1.0.0", description: ABOUT, license: { name: "MIT" } },
    servers: [{ url: "/" }],
  });
}

type Page = { origin: string; html: string; policy: string };

/** No script at all, and of styles only this one, named by its hash. */
async function pageWith(document: OpenApiDocument, origin: string): Promise<Page> {
  const hash = toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(PAGE_STYLE))));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
  return { origin, html: pageOf(document, { style: PAGE_STYLE, origin }), policy };
}

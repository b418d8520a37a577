import { expect, test } from "vitest";
import { toBase64, utf8 } from "#src/kernel/index.ts";
import { curlOf } from "#src/web/api/reference/curl.ts";
import { operationsOf, type SchemaNode } from "#src/web/api/reference/document.ts";
import { typeOf } from "#src/web/api/reference/fields.ts";
import { html, prose } from "#src/web/api/reference/html.ts";
import { desk } from "./desk.ts";

const { app, ask } = desk();

const ROUTES = [
  "POST /api/operator/tokens",
  "POST /api/operator/keys/rewrap",
  "GET /api/tenant",
  "PATCH /api/tenant",
  "GET /api/ledger/entries",
  "POST /api/ledger/entries",
  "POST /api/ledger/entries/{id}/reverse",
  "GET /api/ledger/balance",
  "GET /api/ledger/summary",
  "POST /api/documents",
  "GET /api/documents",
  "GET /api/documents/{id}",
  "GET /api/documents/{id}/file",
  "POST /api/documents/extract",
  "POST /api/documents/{id}/answer",
  "POST /api/documents/{id}/confirm",
  "POST /api/documents/{id}/discard",
  "POST /api/ai/classify",
  "POST /api/whatsapp/send",
  "GET /api/messages",
  "GET /api/messages/{id}",
  "POST /api/messages/{id}/resend",
  "GET /escanear",
  "GET /escanear/{file}",
  "POST /api/scan/open",
  "POST /api/scan",
  "GET /conectar-sii",
  "GET /conectar-sii/{file}",
  "POST /api/sii/link/open",
  "POST /api/sii/link",
  "POST /api/sii/connect",
  "POST /api/sii/sync",
  "GET /api/sii/status",
  "GET /api/sii/validate",
  "POST /api/sii/validate",
  "GET /api/sii/documents",
  "POST /api/sii/documents/{id}/accept",
  "POST /api/sii/documents/{id}/claim",
  "GET /api/sii/taxes",
  "GET /api/sii/report",
  "GET /api/sii/profile",
  "PATCH /api/sii/profile",
  "GET /informe",
  "POST /informe",
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
  "GET /openapi.json",
  "GET /docs",
];

type Described = {
  openapi: string;
  paths: object;
  components: { schemas: Record<string, SchemaNode>; securitySchemes: object };
};
const described = async (): Promise<Described> => (await ask("/openapi.json")).json<Described>();

test("describes every route there is, and no other", async () => {
  const document = await described();
  const listed = operationsOf(document).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(listed.toSorted()).toEqual(ROUTES.toSorted());
  const routed = app.routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*"));
  const there = new Set(routed.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/, "{$1}")}`));
  expect([...there].toSorted()).toEqual(ROUTES.toSorted());
});

test("is OpenAPI 3.1 whose references all lead somewhere, with an answer for every way of refusing", async () => {
  const document = await described();
  expect(document.openapi).toBe("3.1.0");
  expect(document.components.securitySchemes).toMatchObject({ bearer: { type: "http", scheme: "bearer" } });
  const text = JSON.stringify(document);
  const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name));
  expect([...named].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
  for (const { entrance, method, path, parameters, responses } of operationsOf(document)) {
    const statuses = responses.map(({ status }) => status);
    const expected = entrance === null ? [] : ["401", "429"];
    expect([method, path, statuses]).toEqual([method, path, expect.arrayContaining(expected)]);
    expect(statuses.filter((status) => status.startsWith("2"))).not.toEqual([]);
    const inPath = parameters.filter(({ in: place }) => place === "path").map(({ name }) => `{${name}}`);
    expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
  }
});

test("says of a field that may be null that it may be null", async () => {
  const { schemas } = (await described()).components;
  const type = (shape: string, field: string) => typeOf(schemas[shape]?.properties?.[field] ?? {});
  expect(type("Reading", "patch")).toBe("Patch | null");
  expect(type("Entry", "counterparty")).toBe("string | null");
  expect(type("Document", "extraction")).toBe("Extraction | null");
  expect(type("EntryPage", "entries")).toBe("Entry[]");
});

test("shows every route on the page, each with a command to paste", async () => {
  const page = await (await ask("/docs")).text();
  const missing = ROUTES.filter((route) => !page.includes(`<code>${route.split(" ")[1]}</code>`));
  expect(missing).toEqual([]);
  expect(page.match(/<pre>curl /g)).toHaveLength(ROUTES.length);
  expect(page).toContain("gasté 5 lucas en pan");
});

test.each(["http://localhost:9887", "https://lucas.example"])("names %s to whoever asks there", async (origin) => {
  const page = await (await app.request(`${origin}/docs`)).text();
  expect(page).toContain(`export LUCAS=${origin}\n`);
  expect(page).not.toContain("localhost:8787");
});

test("writes a host that is none of ours as text", async () => {
  const page = await (await app.request("http://a'b&c.test/docs")).text();
  expect(page).toContain("export LUCAS=http://a&#39;b&amp;c.test\n");
});

test("needs nothing beside itself: no script, no other host, and one style that its policy names", async () => {
  const answer = await ask("/docs");
  const page = await answer.text();
  const foreign = /<(?:script|link|img|iframe|base|form)\b|<[^>]*\s(?:on\w+|style|src)=|@import|url\(/i;
  expect(foreign.exec(page)).toBeNull();
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  const hash = toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(style))));
  const policy = answer.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'sha256-${hash}'`);
  expect(policy).not.toContain("unsafe");
});

test("escapes whatever is put into the page", () => {
  expect(html`<p title="${`"><script>`}">${`<b>&'`}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
  );
  expect(prose("a `<b>` c\n\nd").map(({ markup }) => markup)).toEqual([
    "<p>a <code>&lt;b&gt;</code> c</p>",
    "<p>d</p>",
  ]);
});

test("writes a command that a shell takes as it stands", () => {
  const operation = {
    method: "post",
    path: "/api/x/{id}",
    tag: "",
    summary: "",
    description: "",
    entrance: "operator",
    parameters: [],
    responses: [],
  };
  const body = { "application/json": { example: { text: "it's 5 lucas" } } };
  expect(curlOf({ ...operation, body })).toBe(
    [
      'curl -X POST "$LUCAS/api/x/$ID"',
      '-H "Authorization: Bearer $OPERATOR_TOKEN"',
      '-H "Content-Type: application/json"',
      `-d '{"text":"it'\\''s 5 lucas"}'`,
    ].join(" \\\n  "),
  );
});

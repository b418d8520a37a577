import { createRoute, z } from "@hono/zod-openapi";
import { SII_WORDS } from "#locales";
import { connect, findConnection, lastRun, policyOf, sync, type Credential, type TriedOut } from "#sii";
import { authorize } from "#tenants";
import type { Api } from "../api.ts";
import { viewerOf, writerOf } from "../caller.ts";
import { answers, only, orNull, refused, takes } from "../describe.ts";
import { refusal, refusalInWords } from "../errors.ts";
import { LinkToken } from "../shapes.ts";
import { ConnectFields, WAY_IN_WORDS, WayIn, wayInOf, type ConnectAsked } from "./credential.ts";
import { SII_PAGE_FILES, SII_PAGE_PATH, SII_PAGE_POLICY, siiPage, type SiiPageFile } from "./page.ts";
import { Side } from "./shapes.ts";
import { unmarked } from "./unmarked.ts";

/** The way to the SII: the page of the link that the chat gives, and the same for programs. */
export function siiRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(PAGE), () => {
    return new Response(siiPage(), { headers: { ...PAGE_HEADERS, "Content-Type": "text/html; charset=utf-8" } });
  });

  app.openapi(guarded(FILE), (c) => {
    const { file } = c.req.valid("param");
    const headers = { ...PAGE_HEADERS, "Content-Type": TYPES[file], "Cache-Control": "no-cache" };
    return new Response(ports.page[file], { headers });
  });

  app.openapi(guarded(OPEN), async (c) => {
    const { state } = await ports.sii.openLink(c.req.valid("json").token);
    if (state !== "open") throw refusal(REFUSALS[state]);
    return c.json({ state }, 200);
  });

  app.openapi(guarded(REDEEM), async (c) => {
    const { token, ...asked } = c.req.valid("json");
    // What can be seen to be wrong is told before the link is spent.
    const { rut, credential } = checked(asked, ports.clock.now());
    const holder = await ports.sii.redeemLink(token);
    if (typeof holder === "string") throw refusal(REFUSALS[holder]);
    const { tenant_id, contact_id, role, conversation } = holder;
    const allowed = await authorize(await ports.archive(), {
      tenant_id,
      actor: { kind: "contact", id: contact_id },
      standing: role,
      action: "sii.connect",
    });
    if (!allowed.ok) throw refusal("forbidden");
    const request = `link:${token.slice(0, REQUEST_CHARS)}`;
    const tried = await connect(allowed.value, { rut, credential, conversation, request }, ports.sii.connecting());
    await ports.sii.tellConnected(holder, { rut, tried });
    if (!tried.ok && policyOf(tried.reason).mend === "person") throw refusedBySii(tried);
    return c.json({ message: tried.ok ? CONNECTED : `${SII_WORDS.connected_later(rut)} ${BACK}.` }, 200);
  });

  app.openapi(guarded(CONNECT), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "sii.connect");
    const { rut, credential } = checked(c.req.valid("json"), ports.clock.now());
    const connecting = { rut, credential, conversation: null, request: `api:${ports.entropy.id()}` };
    const tried = await connect(writer, connecting, ports.sii.connecting());
    if (tried.ok) {
      const { first } = tried;
      return c.json({ status: "connected" as const, first_document: first && shownFirst(first) }, 200);
    }
    if (policyOf(tried.reason).mend === "person") throw refusedBySii(tried);
    return c.json({ status: "waiting" as const, reason: tried.reason }, 202);
  });

  app.openapi(guarded(SYNC), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "sii.keep");
    const asked = await sync(writer, { cause: "asked", request: `api:${ports.entropy.id()}` }, ports.sii.connecting());
    if (!("run" in asked)) throw refusal(asked.outcome === "stopped" ? "sii_stopped" : "sii_not_connected");
    return c.json({ status: asked.outcome, run_id: asked.run.id }, 202);
  });

  app.openapi(guarded(STATUS), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const [own, run] = await Promise.all([findConnection(viewer), lastRun(viewer)]);
    if (!own) return c.json({ connected: false, connection: null, last_run: run }, 200);
    const { consent_by: _who, conversation: _where, ...connection } = own;
    return c.json({ connected: own.state === "active", connection, last_run: run }, 200);
  });
}

const BACK = "Ya puedes cerrar esta página y volver a WhatsApp";
const CONNECTED = `✅ Conectado. ${BACK}: ahí te cuento lo que encuentro.`;

function checked(asked: ConnectAsked, now: number): { rut: string; credential: Credential } {
  const way = wayInOf(asked, now);
  if (way.ok) return way.value;
  const { reason } = way.error;
  throw refusalInWords(422, { code: "sii_credential", message: WAY_IN_WORDS[reason], details: { reason } });
}

function refusedBySii({ reason }: Extract<TriedOut, { ok: false }>): ReturnType<typeof refusalInWords> {
  const message = unmarked(SII_WORDS.refused(SII_WORDS.in_the_way(reason)));
  return refusalInWords(422, { code: "sii_refused", message, details: { reason } });
}

/** So much of a token names its request, and opens nothing. */
const REQUEST_CHARS = 60;

const REFUSALS = { unknown: "not_found", expired: "sii_link_expired", used: "sii_link_used" } as const;

const PAGE_HEADERS = {
  "Content-Security-Policy": SII_PAGE_POLICY,
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};

const TYPES: Readonly<Record<SiiPageFile, string>> = {
  "connect.css": "text/css; charset=utf-8",
  "connect.js": "text/javascript; charset=utf-8",
};

type First = Extract<TriedOut, { ok: true }>["first"];

function shownFirst(first: NonNullable<First>): z.output<typeof FirstShape> {
  const { side, type, folio, counterparty, issuedOn: date, total: total_minor } = first;
  return { side, type, folio, tax_id: counterparty.rut, name: counterparty.name, date, total_minor };
}

const FirstShape = z
  .object({
    side: Side,
    type: z.number().openapi({ description: "The SII's code", example: 33 }),
    folio: z.string(),
    tax_id: z.string(),
    name: z.string(),
    date: z.string(),
    total_minor: z.number(),
  })
  .openapi("SiiDocument");

const RunShape = z
  .object({
    id: z.string(),
    cause: z.enum(["connected", "asked", "schedule", "file"]),
    state: z.enum(["running", "waiting", "done", "failed"]),
    reason: z.string().nullable().openapi({ description: "Why it waits or failed" }),
    started_at: z.string(),
    ended_at: z.string().nullable(),
  })
  .openapi("SiiRun");

const ConnectionShape = z
  .object({
    kind: z.enum(["certificate", "clave"]),
    rut: z.string(),
    valid_until: z.string().nullable().openapi({ description: "Of a certificate" }),
    consent_at: z.string(),
    state: z.enum(["testing", "active", "stopped"]),
    reason: z.string().nullable().openapi({ description: "Why it is stopped: its owner must act" }),
    synced_at: z.string().nullable(),
  })
  .openapi("SiiConnection");

const tags = ["SII"];

const PAGE = createRoute({
  method: "get",
  path: SII_PAGE_PATH,
  tags,
  summary: "The page on which the SII is connected",
  description: "A link to it, `/conectar-sii#<token>`, is given in the chat on «conectar sii»: once, for ten minutes.",
  responses: { 200: { description: "The page", content: { "text/html": { schema: { type: "string" } } } } },
});

const FILE = createRoute({
  method: "get",
  path: `${SII_PAGE_PATH}/{file}`,
  tags,
  summary: "A file of that page",
  request: { params: z.object({ file: z.enum(SII_PAGE_FILES).openapi({ param: { name: "file", in: "path" } }) }) },
  responses: { 200: { description: "The file" }, ...refused(404) },
});

const OPEN = createRoute({
  method: "post",
  path: "/api/sii/link/open",
  tags,
  summary: "Look whether such a link is good",
  description: "Spends nothing. An unknown token is 404; one that expired or was used is 410.",
  request: takes(z.object({ token: LinkToken }).openapi("SiiLinkOpening"), { token: "3ks9x0…" }),
  responses: { 200: answers("It is", z.object({ state: z.literal("open") })), ...refused(400, 404, 410, 413, 415) },
});

const REDEEM = createRoute({
  method: "post",
  path: "/api/sii/link",
  tags,
  summary: "Connect with the SII by the link of the chat",
  description:
    "Spends the link, logs in, fetches the first document and tells the chat. A credential that is seen to be wrong without asking the SII is 422 `sii_credential` and spends nothing; one that the SII refuses is 422 `sii_refused`, is forgotten at once and never tried again.",
  request: takes(z.intersection(z.object({ token: LinkToken, ...ConnectFields }), WayIn).openapi("SiiLinkConnecting"), {
    token: "3ks9x0…",
    rut: "76123456-0",
    kind: "clave",
    clave: "…",
  }),
  responses: {
    200: answers("Connected, or kept until the SII answers", z.object({ message: z.string() })),
    ...refused(400, 403, 404, 410, 413, 415, 422),
  },
});

const CONNECT = createRoute({
  method: "post",
  path: "/api/sii/connect",
  tags,
  summary: "Connect with the SII",
  description: "Tests the way in, fetches the first document and begins the first sync. Owners and admins.",
  security: only("write:sii"),
  request: takes(z.intersection(z.object(ConnectFields), WayIn).openapi("SiiConnecting"), {
    rut: "76123456-0",
    kind: "clave",
    clave: "…",
  }),
  responses: {
    200: answers("Connected", z.object({ status: z.literal("connected"), first_document: orNull(FirstShape) })),
    202: answers("Kept until the SII answers", z.object({ status: z.literal("waiting"), reason: z.string() })),
    ...refused(400, 403, 404, 413, 415, 422),
  },
});

const SYNC = createRoute({
  method: "post",
  path: "/api/sii/sync",
  tags,
  summary: "Ask the SII now",
  description:
    "Begins a sync, or answers with the one that runs. 409 where no way in is given, or its owner must act first.",
  security: only("write:sii"),
  responses: {
    202: answers("It runs", z.object({ status: z.enum(["started", "running"]), run_id: z.string() })),
    ...refused(403, 404, 409),
  },
});

const STATUS = createRoute({
  method: "get",
  path: "/api/sii/status",
  tags,
  summary: "The connection and its last run",
  security: only("read:sii"),
  responses: {
    200: answers(
      "As it stands",
      z.object({ connected: z.boolean(), connection: orNull(ConnectionShape), last_run: orNull(RunShape) }),
    ),
    ...refused(404),
  },
});

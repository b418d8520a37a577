import { createRoute } from "@hono/zod-openapi";
import type { Address } from "#channels";
import { sha256Hex } from "#security";
import { findByAddress, membersOf, type Viewer } from "#tenants";
import type { Api } from "../api.ts";
import { viewerOf, writerOf, type Caller } from "../caller.ts";
import { answers, IdParam, only, refused, takes } from "../describe.ts";
import { refusal } from "../errors.ts";
import type { ApiPorts } from "../ports.ts";
import { addressOf, wireOf } from "./letter.ts";
import {
  MessagePageShape,
  MessageShape,
  MessagesQuery,
  QueuedShape,
  SEND_EXAMPLE,
  SendHeaders,
  SendShape,
} from "./shapes.ts";

export function messageRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(SEND), async (c) => {
    const caller = c.get("caller");
    const { tenant } = await writerOf(ports, caller, "message.send");
    const asked = c.req.valid("json");
    const to = addressOf(asked.to);
    if (caller.kind === "token") await assertOwnContact(to, tenant.id, ports);
    const key = await keyOf(tenant.id, c.req.valid("header")["idempotency-key"], ports);
    const letter = { key, tenant_id: tenant.id, to, line: ports.default_line, message: wireOf(asked) };
    return c.json(await ports.letters.enqueue(to, letter), 202);
  });

  app.openapi(guarded(LIST), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const { limit } = c.req.valid("query");
    const messages = await ports.letters.list(await objectsOf(viewer, ports), viewer.tenant.id, limit);
    const newest = messages.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1)).slice(0, limit);
    return c.json({ messages: newest, next_cursor: null }, 200);
  });

  app.openapi(guarded(SHOW), async (c) => {
    const letter = await ports.letters.find(idOf(c.req.valid("param").id), ownerOf(c.get("caller")));
    if (!letter) throw refusal("not_found");
    return c.json(letter, 200);
  });

  app.openapi(guarded(RESEND), async (c) => {
    const caller = c.get("caller");
    if (caller.tenant_id !== null) await writerOf(ports, caller, "message.send");
    const letter = await ports.letters.resend(idOf(c.req.valid("param").id), ownerOf(caller));
    if (!letter) throw refusal("not_found");
    return c.json(letter, 200);
  });
}

const tags = ["Messages"];

const SEND = createRoute({
  method: "post",
  path: "/api/whatsapp/send",
  tags,
  summary: "Send a WhatsApp message",
  description:
    "In the form of Meta's Cloud API, through the outbox: it is retried, paced and its delivery followed. A business writes to its own contacts only. Outside the 24 hours after somebody's last message only a template is taken. The same `Idempotency-Key` to the same person is the same message.",
  security: only("write:messages"),
  request: { ...takes(SendShape, SEND_EXAMPLE), headers: SendHeaders },
  responses: { 202: answers("In the outbox", QueuedShape), ...refused(400, 403, 404, 413) },
});

const LIST = createRoute({
  method: "get",
  path: "/api/messages",
  tags,
  summary: "The newest outgoing messages",
  description: "Of all conversations of the business, newest first.",
  security: only("read:messages"),
  request: { query: MessagesQuery },
  responses: { 200: answers("Messages", MessagePageShape), ...refused(400, 404) },
});

const SHOW = createRoute({
  method: "get",
  path: "/api/messages/{id}",
  tags,
  summary: "An outgoing message and its delivery states",
  security: only("read:messages"),
  request: { params: IdParam },
  responses: { 200: answers("The message", MessageShape), ...refused(404) },
});

const RESEND = createRoute({
  method: "post",
  path: "/api/messages/{id}/resend",
  tags,
  summary: "Try a dead message again",
  description: "A message that is not dead stays as it is.",
  security: only("write:messages"),
  request: { params: IdParam },
  responses: { 200: answers("The message", MessageShape), ...refused(403, 404) },
});

/** A stranger and another tenant's contact are one answer: nobody learns here who keeps books with us. */
async function assertOwnContact(to: Address, tenantId: string, ports: ApiPorts): Promise<void> {
  const known = await findByAddress(await ports.archive(), "whatsapp", to);
  if (known?.tenant_id !== tenantId) throw refusal("stranger");
}

const KEY_CHARS = 32;

/** Our key of the message in its outbox: hashed with the tenant, so that two tenants' keys never meet. */
async function keyOf(tenantId: string, asked: string | undefined, ports: ApiPorts): Promise<string> {
  if (asked === undefined) return `api-${ports.entropy.id()}`;
  return `api-${(await sha256Hex(`${tenantId}|${asked}`)).slice(0, KEY_CHARS)}`;
}

/** `<object id>.<key>`; any other text is nobody's message. */
function idOf(id: string): string {
  if (!/^[0-9a-f]{64}\.[\w.:-]{1,200}$/.test(id)) throw refusal("not_found");
  return id;
}

/** The operator may look at a message without naming whose it is. */
function ownerOf(caller: Caller): string | null {
  return caller.tenant_id;
}

async function objectsOf(viewer: Viewer, ports: ApiPorts): Promise<string[]> {
  const archive = await ports.archive();
  const members = await membersOf(viewer);
  const known = await Promise.all(
    members.map(({ phone, user_id }) => findByAddress(archive, "whatsapp", { phone, user_id })),
  );
  return [...new Set(known.flatMap((each) => (each === null ? [] : [each.object_name])))];
}

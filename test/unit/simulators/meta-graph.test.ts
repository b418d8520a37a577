import { afterEach, beforeEach, expect, it } from "vitest";
import { BEARER, startStage, statusesOf } from "./rig.ts";
import type { Stage } from "./rig.ts";

let stage: Stage;
let now = 1_800_000_000_000;
const hello = { to: "+56 9 1111 1111", type: "text", text: { body: "hola" }, biz_opaque_callback_data: "key-1" };

beforeEach(async () => {
  now = 1_800_000_000_000;
  stage = await startStage({ now: () => now, random: () => 0.5 });
});
afterEach(() => stage.close());

it("answers a send with the typed number, its wa_id and a message id", async () => {
  const { status, body } = await stage.send(hello);
  expect(status).toBe(200);
  expect(body).toEqual({
    messaging_product: "whatsapp",
    contacts: [{ input: "+56 9 1111 1111", wa_id: "56911111111" }],
    messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/=]+$/) }],
  });
  expect(stage.rig.sent("56911111111")).toMatchObject([
    { id: body.messages[0].id, key: "key-1", type: "text", at: now },
  ]);
});

it("takes any Graph version, and no other number than ours", async () => {
  expect((await postTo("/v23.0/106540352242922/messages")).status).toBe(200);
  const wrong = await postTo("/v25.0/999/messages");
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ error: { code: 100, error_subcode: 33 } });
});

it("refuses a wrong or missing bearer with 401 and code 190", async () => {
  for (const headers of [{ authorization: "Bearer wrong" }, {}] as Record<string, string>[]) {
    const { status, body } = await stage.send(hello, headers);
    expect([status, body.error.code, body.error.type]).toEqual([401, 190, "OAuthException"]);
  }
  expect(stage.rig.sent()).toEqual([]);
});

it("refuses a bad message in Meta's shape", async () => {
  const { status, body } = await stage.send({ ...hello, text: { body: "x".repeat(4097) } });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    message: "(#100) Invalid parameter",
    type: "OAuthException",
    code: 100,
    error_data: { messaging_product: "whatsapp", details: "Param text['body'] must be at most 4096 characters long." },
    fbtrace_id: expect.any(String),
  });
});

it("tells sent and delivered with the key, and read when the chat is opened", async () => {
  const { body } = await stage.send(hello);
  await stage.rig.settle();
  expect(statusesOf(stage.bot).map((one) => one.status)).toEqual(["sent", "delivered"]);
  await fetch(`${stage.rig.url}/sim/focus`, {
    method: "POST",
    body: JSON.stringify({ connection: "c", chat: "56911111111" }),
  });
  await stage.rig.settle();
  const statuses = statusesOf(stage.bot);
  expect(statuses.map((one) => one.status)).toEqual(["sent", "delivered", "read"]);
  expect(new Set(statuses.map((one) => one.biz_opaque_callback_data))).toEqual(new Set(["key-1"]));
  expect(new Set(statuses.map((one) => one.id))).toEqual(new Set([body.messages[0].id]));
});

it("repeats, reverses and fails statuses when told to", async () => {
  stage.rig.knobs({ statuses: { read: "always", order: "reversed", copies: 2 } });
  await stage.send(hello);
  await stage.rig.settle();
  const told = statusesOf(stage.bot).map((one) => one.status);
  expect(["sent", "delivered", "read"].map((fate) => told.filter((one) => one === fate).length)).toEqual([2, 2, 2]);
  expect(stage.rig.sent()[0]?.states.map((one) => one.state)).toEqual([
    "read",
    "read",
    "delivered",
    "delivered",
    "sent",
    "sent",
  ]);
  stage.rig.knobs({ statuses: { fail_code: 131026 } });
  await stage.send({ ...hello, biz_opaque_callback_data: "key-2" });
  await stage.rig.settle();
  const failed = statusesOf(stage.bot).filter((one) => one.biz_opaque_callback_data === "key-2");
  expect(failed).toMatchObject([
    { status: "failed", errors: [{ code: 131026 }] },
    { status: "failed", errors: [{ code: 131026 }] },
  ]);
});

it.each([
  [131056, 429],
  [130429, 429],
  [190, 401],
  [131047, 400],
  [131000, 500],
])("fails the next send with %i and HTTP %i, and takes the one after", async (code, http) => {
  stage.rig.knobs({ send: { fault: { kind: "code", code, next: 1 } } });
  const first = await stage.send(hello);
  expect([first.status, first.body.error.code]).toEqual([http, code]);
  expect((await stage.send(hello)).status).toBe(200);
  expect(stage.rig.sent()).toHaveLength(1);
});

it("cuts the connection before or after taking the message", async () => {
  stage.rig.knobs({ send: { fault: { kind: "reset_before", next: 1 } } });
  await expect(stage.send(hello)).rejects.toThrow("fetch failed");
  expect(stage.rig.sent()).toHaveLength(0);
  stage.rig.knobs({ send: { fault: { kind: "reset_after", next: 1 } } });
  await expect(stage.send(hello)).rejects.toThrow("fetch failed");
  expect(stage.rig.sent()).toHaveLength(1);
});

it("takes a message and never answers, yet tells its status", async () => {
  stage.rig.knobs({ send: { fault: { kind: "timeout_after_accept", next: 1 } } });
  await expect(
    fetch(`${stage.rig.graphBaseUrl}/106540352242922/messages`, {
      method: "POST",
      headers: { authorization: "Bearer dev-access-token", "content-type": "application/json" },
      body: JSON.stringify({ messaging_product: "whatsapp", ...hello }),
      signal: AbortSignal.timeout(200),
    }),
  ).rejects.toThrow(/timeout/);
  await stage.rig.settle();
  expect(statusesOf(stage.bot)[0]).toMatchObject({ status: "sent", biz_opaque_callback_data: "key-1" });
});

it("holds the pair rate: 45 at once, then one per 6 seconds, each person apart", async () => {
  stage.rig.knobs({ send: { pair_rate: true }, statuses: { enabled: false } });
  const burst: number[] = [];
  for (let nth = 0; nth < 46; nth += 1) burst.push((await stage.send(hello)).status);
  expect(burst.filter((status) => status === 200)).toHaveLength(45);
  expect(burst.at(-1)).toBe(429);
  expect((await stage.send({ ...hello, to: "51933333333" })).status).toBe(200);
  now += 6_000;
  expect([(await stage.send(hello)).status, (await stage.send(hello)).status]).toEqual([200, 429]);
});

it("holds the 24-hour window when told to, templates excepted", async () => {
  stage.rig.knobs({ send: { window_24h: true } });
  expect((await stage.send(hello)).body.error.code).toBe(131047);
  await stage.rig.inbound({ from: "56911111111", said: { type: "text", text: "hola" } }).webhook;
  expect((await stage.send(hello)).status).toBe(200);
  now += 24 * 3_600_000;
  expect((await stage.send(hello)).body.error.code).toBe(131047);
  const template = await stage.send({
    to: "56911111111",
    type: "template",
    template: { name: "aviso", language: { code: "es" } },
  });
  expect(template.body.messages[0].message_status).toBe("accepted");
});

it("sends to a business-scoped id into the same chat as the phone's", async () => {
  const { id } = stage.rig.inbound({ from: "56911111111", hide_phone: true, said: { type: "text", text: "hola" } });
  const chat = stage.rig.rig.chats.get("56911111111");
  const { body } = await stage.send({ recipient: chat?.user_id, type: "text", text: { body: "x" } });
  expect(body.contacts[0].wa_id).toBe("56911111111");
  expect(chat?.bubbles.map((bubble) => bubble.id)).toEqual([id, body.messages[0].id]);
});

it("marks read and shows typing for 25 seconds, or until the answer", async () => {
  const { id } = stage.rig.inbound({ from: "56911111111", said: { type: "text", text: "hola" } });
  const chat = stage.rig.rig.chats.get("56911111111");
  const { body } = await stage.send({ status: "read", message_id: id, typing_indicator: { type: "text" } });
  expect(body).toEqual({ success: true });
  expect([chat?.bubbles[0]?.tick, chat?.typing_until]).toEqual(["read", now + 25_000]);
  await stage.send(hello);
  expect(chat?.typing_until).toBe(0);
  expect((await stage.send({ status: "read", message_id: "wamid.nobody" })).body.error.code).toBe(131009);
});

function postTo(path: string): Promise<Response> {
  return fetch(`${stage.rig.url}${path}`, {
    method: "POST",
    headers: { ...BEARER, "content-type": "application/json" },
    body: JSON.stringify({ messaging_product: "whatsapp", ...hello }),
  });
}

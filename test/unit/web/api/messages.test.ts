import { expect, test } from "vitest";
import { addressOf, wireOf } from "#src/web/api/messages/letter.ts";
import { SendShape } from "#src/web/api/messages/shapes.ts";
import { desk, outcome } from "./desk.ts";

const { post, asOperator } = desk();
const TENANT = { "X-Tenant-Id": "01JCZX9E40TEST000000000000" };
const to = "56911111111";
const wire = (message: unknown) => wireOf(SendShape.parse(message));

test("takes each type in Meta's own form, and passes on only what belongs to it", () => {
  const text = {
    to,
    type: "text",
    text: { body: "hola" },
    biz_opaque_callback_data: "theirs",
    recipient: "CL.9",
    messaging_product: "sms",
  };
  expect(wire(text)).toEqual({ v: 1, kind: "wire", type: "text", body: { text: { body: "hola" } } });
  const template = {
    name: "aviso_pago",
    language: { code: "es_CL" },
    components: [{ type: "body", parameters: [{ type: "text", text: "Rosa" }] }],
  };
  expect(wire({ to, type: "template", template }).body).toEqual({ template });
  const interactive = {
    type: "button",
    body: { text: "¿Seguimos?" },
    action: { buttons: [{ type: "reply", reply: { id: "s", title: "Sí" } }] },
  };
  expect(wire({ to, type: "interactive", interactive }).body).toEqual({ interactive });
  const document = { link: "https://example.com/a.pdf", filename: "a.pdf", caption: "la factura" };
  expect(wire({ to, type: "document", document, context: { message_id: "wamid.1" } }).body).toEqual({
    document,
    context: { message_id: "wamid.1" },
  });
  for (const type of ["image", "audio", "video"])
    expect(wire({ to, type, [type]: { id: "123" } }).body).toEqual({ [type]: { id: "123" } });
});

test("takes a text of words alone", () => {
  expect(wire({ to, type: "text", text: "hola" }).body).toEqual({ text: { body: "hola" } });
});

test("tells a phone from a user id", () => {
  expect(addressOf("+56911111111")).toEqual({ phone: "56911111111", user_id: null });
  expect(addressOf("56911111111")).toEqual({ phone: "56911111111", user_id: null });
  expect(addressOf("CL.1349")).toEqual({ phone: null, user_id: "CL.1349" });
});

test("refuses at once what Meta would refuse", async () => {
  const cases: [string, unknown][] = [
    ["no recipient", { type: "text", text: { body: "hola" } }],
    ["a recipient of words", { to: "Rosa", type: "text", text: { body: "hola" } }],
    ["a short number", { to: "123", type: "text", text: { body: "hola" } }],
    ["no type", { to, text: { body: "hola" } }],
    ["a type that is not offered", { to, type: "reaction", reaction: { message_id: "m", emoji: "👍" } }],
    ["no content", { to, type: "text" }],
    ["the content of another type", { to, type: "text", image: { id: "1" } }],
    ["an empty text", { to, type: "text", text: { body: "" } }],
    ["a text of 4.097 characters", { to, type: "text", text: { body: "a".repeat(4_097) } }],
    ["a picture from nowhere", { to, type: "image", image: {} }],
    ["a picture from two places", { to, type: "image", image: { id: "1", link: "https://example.com/a.jpg" } }],
    ["a file on a disk", { to, type: "document", document: { link: "file:///etc/passwd" } }],
    ["a script", { to, type: "image", image: { link: "javascript:alert(1)" } }],
    ["a template without its language", { to, type: "template", template: { name: "aviso" } }],
    [
      "a template with a name that is none",
      { to, type: "template", template: { name: "Aviso de pago", language: { code: "es" } } },
    ],
    ["buttons without action", { to, type: "interactive", interactive: { type: "button", body: { text: "?" } } }],
  ];
  for (const [what, message] of cases) {
    expect([what, await outcome(await post("/api/whatsapp/send", message, TENANT))]).toEqual([what, "400 invalid"]);
  }
  const hello = { to, type: "text", text: "hola" };
  expect(
    await outcome(await post("/api/whatsapp/send", hello, { ...TENANT, "Idempotency-Key": "k".repeat(201) })),
  ).toBe("400 invalid");
});

test("shows a message by its id, as the operator's or as the named tenant's", async () => {
  const letter = {
    id: `${"a".repeat(64)}.7.0`,
    state: "dead" as const,
    reason: "window_closed",
    tries: 3,
    created_at: "2026-11-18T15:00:00.000Z",
    deliveries: [],
  };
  const asked: unknown[] = [];
  const find = async (id: string, tenantId: string | null) => {
    asked.push([id, tenantId]);
    return tenantId === "other" ? null : letter;
  };
  const letters = { find, resend: find, list: async () => [], enqueue: async () => ({ id: "", state: "" }) };
  const { asOperator: ask } = desk({ letters });
  const answer = await ask(`/api/messages/${letter.id}`);
  expect(await answer.json()).toEqual(letter);
  expect(await outcome(await ask(`/api/messages/${letter.id}`, { headers: { "X-Tenant-Id": "other" } }))).toBe(
    "404 not_found",
  );
  expect((await ask(`/api/messages/${letter.id}/resend`, { method: "POST" })).status).toBe(200);
  expect(asked).toEqual([
    [letter.id, null],
    [letter.id, "other"],
    [letter.id, null],
  ]);
});

test("finds no message under what is no id", async () => {
  const ids = [
    "1",
    "..%2F..%2Fhealthz",
    `${"A".repeat(64)}.1`,
    "a".repeat(64),
    `${"a".repeat(64)}.`,
    `${"a".repeat(64)}.x%20y`,
    `${"a".repeat(64)}.${"k".repeat(201)}`,
  ];
  for (const id of ids)
    expect([id, await outcome(await asOperator(`/api/messages/${id}`))]).toEqual([id, "404 not_found"]);
});

import { expect, test } from "vitest";
import type { Content } from "#src/channels/index.ts";
import { parseWebhook } from "#src/channels/whatsapp-cloud/index.ts";
import { LINE, NOW, OURS, PHONE, SENT_AT, message, ofMessages, ofStatuses, status, text, webhook } from "./webhooks.ts";

const SHA_HEX = "49f227634806293b0995459bc310b593e1400f41591efcf07e9bced335f41942";
const SHA_BASE64 = "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=";

function contentOf(rest: Record<string, unknown>): Content | undefined {
  return parseWebhook(ofMessages(message("1", rest)), OURS, NOW).messages[0]?.content;
}

test("reads a text with its sender, name, line and time", () => {
  const { messages, dropped } = parseWebhook(ofMessages(text("1", "pagué 5 lucas de pan")), OURS, NOW);
  expect(dropped).toEqual([]);
  expect(messages).toEqual([
    {
      v: 1,
      channel: "whatsapp",
      line: LINE,
      id: "wamid.1",
      at: SENT_AT * 1_000,
      from: { phone: PHONE, user_id: null },
      profile_name: "Rosa Soto",
      reply_to: null,
      content: { kind: "text", text: "pagué 5 lucas de pan" },
    },
  ]);
});

const media = { id: "1003383421387256", mime_type: "image/jpeg", sha256: SHA_BASE64 };
const read = { id: media.id, mime_type: "image/jpeg", sha256: SHA_HEX, filename: null, url: null };

const TYPES: [string, Record<string, unknown>, Content][] = [
  ["a text of nothing", { type: "text", text: { body: "" } }, { kind: "text", text: "" }],
  ["a text without its body", { type: "text" }, { kind: "unsupported", type: "text" }],
  [
    "a photo with caption and base64 digest",
    { type: "image", image: { ...media, caption: "boleta" } },
    { kind: "media", media: { kind: "image", ...read }, caption: "boleta" },
  ],
  [
    "a PDF with its name and direct address",
    { type: "document", document: { ...media, sha256: SHA_HEX.toUpperCase(), filename: "f.pdf", url: "https://x/y" } },
    { kind: "media", media: { kind: "document", ...read, filename: "f.pdf", url: "https://x/y" }, caption: null },
  ],
  [
    "a voice note, which is an audio",
    { type: "audio", audio: { ...media, mime_type: "audio/ogg; codecs=opus", voice: true } },
    { kind: "media", media: { kind: "audio", ...read, mime_type: "audio/ogg; codecs=opus" }, caption: null },
  ],
  [
    "a video whose digest is nonsense",
    { type: "video", video: { ...media, sha256: "4654+8g=" } },
    { kind: "media", media: { kind: "video", ...read, sha256: null }, caption: null },
  ],
  [
    "a sticker whose id is a number",
    { type: "sticker", sticker: { ...media, id: 7, animated: false } },
    { kind: "media", media: { kind: "sticker", ...read, id: "7" }, caption: null },
  ],
  [
    "a photo without an id",
    { type: "image", image: { mime_type: "image/jpeg" } },
    { kind: "unsupported", type: "image" },
  ],
  ["a place", { type: "location", location: { latitude: -33.4, longitude: -70.6 } }, { kind: "location" }],
  ["shared contacts", { type: "contacts", contacts: [{ name: { formatted_name: "Ana" } }] }, { kind: "contacts" }],
  [
    "an order with numbers as text",
    { type: "order", order: { product_items: [{ quantity: "2" }] } },
    { kind: "order" },
  ],
  [
    "a tap on a reply button",
    { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "undo:1", title: "Deshacer" } } },
    { kind: "choice", id: "undo:1", title: "Deshacer" },
  ],
  [
    "a row of a list",
    { type: "interactive", interactive: { type: "list_reply", list_reply: { id: "a", title: "A", description: "b" } } },
    { kind: "choice", id: "a", title: "A" },
  ],
  [
    "a filled-in flow",
    { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { name: "flow", response_json: "{}" } } },
    { kind: "unsupported", type: "nfm_reply" },
  ],
  ["an interactive answer without its body", { type: "interactive" }, { kind: "unsupported", type: "interactive" }],
  [
    "a template's button without context",
    { type: "button", button: { payload: "stop", text: "No más avisos" } },
    { kind: "choice", id: "stop", title: "No más avisos" },
  ],
  [
    "a template's button without payload",
    { type: "button", button: { text: "Sí" } },
    { kind: "choice", id: "Sí", title: "Sí" },
  ],
  [
    "a reaction",
    { type: "reaction", reaction: { message_id: "wamid.0", emoji: "👍" } },
    { kind: "reaction", to: "wamid.0", emoji: "👍" },
  ],
  [
    "a reaction taken back",
    { type: "reaction", reaction: { message_id: "wamid.0" } },
    { kind: "reaction", to: "wamid.0", emoji: null },
  ],
  [
    "a reaction emptied",
    { type: "reaction", reaction: { message_id: "wamid.0", emoji: "" } },
    { kind: "reaction", to: "wamid.0", emoji: null },
  ],
  [
    "an edited text",
    { type: "edit", edit: { original_message_id: "wamid.0", message: { type: "text", text: { body: "6 lucas" } } } },
    { kind: "edit", of: "wamid.0", text: "6 lucas" },
  ],
  [
    "an edited caption",
    {
      type: "edit",
      edit: { original_message_id: "wamid.0", message: { type: "image", image: { caption: "bencina" } } },
    },
    { kind: "edit", of: "wamid.0", text: "bencina" },
  ],
  [
    "an edit that shows nothing",
    { type: "edit", edit: { original_message_id: "wamid.0" } },
    { kind: "edit", of: "wamid.0", text: null },
  ],
  [
    "a deleted message",
    { type: "revoke", revoke: { original_message_id: "wamid.0" } },
    { kind: "revoke", of: "wamid.0" },
  ],
  [
    "what Meta cannot pass on",
    { type: "unsupported", errors: [{ code: 131051 }] },
    { kind: "unsupported", type: "unsupported" },
  ],
  ["a poll, named", { type: "unsupported", unsupported: { type: "poll" } }, { kind: "unsupported", type: "poll" }],
  [
    "the old form of unknown",
    { type: "unknown", errors: [{ code: 130501 }] },
    { kind: "unsupported", type: "unknown" },
  ],
  ["a type that is not invented yet", { type: "hologram", hologram: {} }, { kind: "unsupported", type: "hologram" }],
  ["a type that is a word of the language", { type: "constructor" }, { kind: "unsupported", type: "constructor" }],
  ["no type at all", {}, { kind: "unsupported", type: "unknown" }],
];

test.each(TYPES)("reads %s", (_, rest, content) => {
  expect(contentOf(rest)).toEqual(content);
});

test("reads every message of every change of every entry, each with its own sender's name", () => {
  const people = [
    { profile: { name: "Ana" }, wa_id: "56922222222" },
    { profile: { name: "Beto" }, wa_id: 56933333333 },
  ];
  const batch = webhook(
    {
      contacts: people,
      messages: [
        { ...text("1", "a"), from: "56933333333" },
        { ...text("2", "b"), from: "56922222222" },
      ],
    },
    { messages: [text("3", "c")], statuses: [status("9", "read")] },
  );
  const both = {
    ...batch,
    entry: [...(batch["entry"] as unknown[]), ...(ofMessages(text("4", "d"))["entry"] as unknown[])],
  };
  const { messages, deliveries } = parseWebhook(both, OURS, NOW);
  expect(messages.map(({ id, profile_name }) => [id, profile_name])).toEqual([
    ["wamid.1", "Beto"],
    ["wamid.2", "Ana"],
    ["wamid.3", null],
    ["wamid.4", "Rosa Soto"],
  ]);
  expect(deliveries).toHaveLength(1);
});

test("knows a person who shows only a username by the business-scoped id", () => {
  const contacts = [{ profile: { name: "Rosa", username: "rosa" }, user_id: "CL.13491208655302741918" }];
  const { from: _, ...body } = text("1", "hola");
  const { messages } = parseWebhook(
    webhook({ contacts, messages: [{ ...body, from_user_id: "CL.13491208655302741918" }] }),
    OURS,
    NOW,
  );
  expect(messages[0]?.from).toEqual({ phone: null, user_id: "CL.13491208655302741918" });
  expect(messages[0]?.profile_name).toBe("Rosa");
});

test("takes the business-scoped id from the contact when the message has only the phone", () => {
  const contacts = [{ profile: { name: "Rosa" }, wa_id: PHONE, user_id: "CL.1" }];
  const { messages } = parseWebhook(webhook({ contacts, messages: [text("1", "hola")] }), OURS, NOW);
  expect(messages[0]?.from).toEqual({ phone: PHONE, user_id: "CL.1" });
});

test("drops a message of nobody and keeps its neighbour", () => {
  const { from: _, ...nobody } = text("1", "hola");
  const { messages, dropped } = parseWebhook(ofMessages(nobody, text("2", "chao")), OURS, NOW);
  expect(messages.map(({ id }) => id)).toEqual(["wamid.2"]);
  expect(dropped).toEqual([{ reason: "no_sender", evidence: "wamid.1" }]);
});

test("keeps the neighbours of broken elements", () => {
  const { messages, deliveries, dropped } = parseWebhook(
    webhook({ contacts: "none", messages: [null, 7, { id: {} }, text("1", "a")], statuses: [[], status("2", "sent")] }),
    OURS,
    NOW,
  );
  expect([messages.length, deliveries.length]).toEqual([1, 1]);
  expect(dropped.map(({ reason }) => reason)).toEqual(Array(4).fill("malformed"));
});

test("leaves groups aside", () => {
  const { messages, deliveries, dropped } = parseWebhook(
    webhook({
      messages: [{ ...text("1", "a"), group_id: "Y2Fw" }],
      statuses: [status("2", "read", { recipient_type: "group" })],
    }),
    OURS,
    NOW,
  );
  expect([...messages, ...deliveries]).toEqual([]);
  expect(dropped.map(({ reason }) => reason)).toEqual(["group", "group"]);
});

test("leaves aside what came to a number that is not ours, and says which", () => {
  const { messages, dropped } = parseWebhook(ofMessages(text("1", "a")), { phoneNumberIds: new Set(["1"]) }, NOW);
  expect(messages).toEqual([]);
  expect(dropped).toEqual([{ reason: "unknown_line", evidence: LINE }]);
});

test("leaves aside other fields and other objects", () => {
  const account = {
    object: "whatsapp_business_account",
    entry: [{ changes: [{ field: "account_update", value: {} }] }],
  };
  expect(parseWebhook(account, OURS, NOW).dropped).toEqual([{ reason: "other_field", evidence: "account_update" }]);
  const page = { ...ofMessages(text("1", "a")), object: "page" };
  expect(parseWebhook(page, OURS, NOW)).toEqual({
    messages: [],
    deliveries: [],
    dropped: [{ reason: "not_whatsapp", evidence: "body" }],
  });
});

test("names the message that is answered, and survives a forward, whose context has no id", () => {
  const reply = { ...text("1", "no, eran 45"), context: { from: "56900000000", id: "wamid.0" } };
  const forward = { ...text("2", "mira"), context: { forwarded: true } };
  const { messages } = parseWebhook(ofMessages(reply, forward, { ...text("3", "x"), context: "?" }), OURS, NOW);
  expect(messages.map(({ reply_to }) => reply_to)).toEqual(["wamid.0", null, null]);
});

test.each([
  ["seconds as text", "1763478000", 1_763_478_000_000],
  ["seconds as a number", 1_763_478_000, 1_763_478_000_000],
  ["milliseconds", "1763478000123", 1_763_478_000_123],
  ["three years ago", "1668783600", 1_668_783_600_000],
  ["some hours ahead", String(NOW / 1_000 + 3_600), NOW + 3_600_000],
  ["a year ahead", String(NOW / 1_000 + 31_536_000), NOW],
  ["zero", "0", NOW],
  ["before WhatsApp", "1000000000", NOW],
  ["negative", "-5", NOW],
  ["not a number", "<TIMESTAMP>", NOW],
  ["infinite", "1e999", NOW],
  ["absent", null, NOW],
])("takes a time of %s", (_, timestamp, at) => {
  expect(parseWebhook(ofMessages({ ...text("1", "a"), timestamp }), OURS, NOW).messages[0]?.at).toBe(at);
});

test("hears of a new number under the old one", () => {
  const system = {
    body: "changed",
    type: "user_changed_number",
    wa_id: "56922222222",
    user_id: "CL.2",
    previous_user_id: "CL.1",
  };
  const { messages } = parseWebhook(webhook({ messages: [message("1", { type: "system", system })] }), OURS, NOW);
  expect(messages[0]?.from).toEqual({ phone: PHONE, user_id: "CL.1" });
  expect(messages[0]?.content).toEqual({
    kind: "system",
    event: "number_changed",
    phone: "56922222222",
    user_id: "CL.2",
  });
});

test("hears of a new business-scoped id under the old one, without any phone", () => {
  const system = { type: "user_changed_user_id", user_id: "CL.2", previous_user_id: "CL.1" };
  const { from: _, ...raw } = message("1", { type: "system", system });
  const { messages } = parseWebhook(webhook({ messages: [raw] }), OURS, NOW);
  expect(messages[0]?.from).toEqual({ phone: null, user_id: "CL.1" });
  expect(messages[0]?.content).toEqual({ kind: "system", event: "user_id_changed", phone: null, user_id: "CL.2" });
});

test("hears of a changed identity, and leaves an unknown system event aside", () => {
  const identity = message("1", { type: "system", system: { type: "customer_identity_changed" } });
  const other = message("2", { type: "system", system: { type: "moon_phase" } });
  const { messages, dropped } = parseWebhook(webhook({ messages: [identity, other] }), OURS, NOW);
  expect(messages[0]?.content).toEqual({ kind: "system", event: "identity_changed", phone: null, user_id: null });
  expect(dropped).toEqual([{ reason: "unknown_system_event", evidence: "wamid.2" }]);
});

test("reads a failed delivery with Meta's error and our own key", () => {
  const errors = [{ code: 131047, title: "Re-engagement message", error_data: { details: "24 hours" } }];
  const raw = status("1", "failed", { errors, biz_opaque_callback_data: "out-1", recipient_user_id: "CL.1" });
  expect(parseWebhook(ofStatuses(raw), OURS, NOW).deliveries).toEqual([
    {
      v: 1,
      channel: "whatsapp",
      line: LINE,
      message_id: "wamid.1",
      state: "failed",
      at: SENT_AT * 1_000,
      to: { phone: PHONE, user_id: "CL.1" },
      key: "out-1",
      error: { code: 131047, title: "Re-engagement message" },
    },
  ]);
});

test("reads each state of one message, and leaves an unknown state aside", () => {
  const raw = ["sent", "delivered", "read", "played", "warped"].map((state) => status("1", state));
  const { deliveries, dropped } = parseWebhook(ofStatuses(...raw), OURS, NOW);
  expect(deliveries.map(({ state }) => state)).toEqual(["sent", "delivered", "read", "played"]);
  expect(dropped).toEqual([{ reason: "unknown_state", evidence: "warped" }]);
});

test("keys that would poison a prototype poison nothing", () => {
  const hostile = JSON.parse(
    `{"object":"whatsapp_business_account","__proto__":{"entry":[]},"entry":[{"changes":[{"field":"messages","value":
     {"metadata":{"phone_number_id":"${LINE}"},"contacts":[{"wa_id":"__proto__","profile":{"name":"x"}}],
      "messages":[{"id":"__proto__","from":"__proto__","type":"__proto__","timestamp":"${SENT_AT}",
      "__proto__":{"polluted":true,"group_id":"g"},"constructor":{"prototype":{"polluted":true}}}]}}]}]}`,
  ) as unknown;
  const { messages } = parseWebhook(hostile, OURS, NOW);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.content).toEqual({ kind: "unsupported", type: "__proto__" });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

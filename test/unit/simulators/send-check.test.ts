import { expect, it } from "vitest";
import { checkSend } from "../../simulators/meta/send-check.ts";

const base = { messaging_product: "whatsapp", recipient_type: "individual", to: "56911111111" };
const noMedia = (): boolean => false;

function button(id: string, title: string): Record<string, unknown> {
  return { type: "reply", reply: { id, title } };
}

function buttons(...all: Record<string, unknown>[]): Record<string, unknown> {
  return {
    ...base,
    type: "interactive",
    interactive: { type: "button", body: { text: "¿Sí?" }, action: { buttons: all } },
  };
}

function list(rows: number, label = "Ver"): Record<string, unknown> {
  const made = Array.from({ length: rows }, (_, index) => ({ id: `r${index}`, title: `Fila ${index}` }));
  return {
    ...base,
    type: "interactive",
    interactive: {
      type: "list",
      body: { text: "x" },
      action: { button: label, sections: [{ title: "S", rows: made }] },
    },
  };
}

it.each([
  ["a text of 4096 characters", { ...base, type: "text", text: { body: "ñ".repeat(4096) } }],
  ["a text without a type", { ...base, text: { body: "hola" } }],
  ["an emoji as one character", buttons(button("a", "👍".repeat(20)))],
  ["three buttons", buttons(button("a", "Uno"), button("b", "Dos"), button("c", "Tres"))],
  ["ten rows", list(10)],
  [
    "a business-scoped recipient",
    { messaging_product: "whatsapp", recipient: "CL.1234", type: "text", text: { body: "x" } },
  ],
  [
    "media by link",
    { ...base, type: "document", document: { link: "https://x/y.pdf", filename: "y.pdf", caption: "c" } },
  ],
  ["a reaction, and its removal", { ...base, type: "reaction", reaction: { message_id: "wamid.A", emoji: "" } }],
  ["a template", { ...base, type: "template", template: { name: "hello_world", language: { code: "es" } } }],
  [
    "a link button",
    {
      ...base,
      type: "interactive",
      interactive: {
        type: "cta_url",
        body: { text: "x" },
        action: { name: "cta_url", parameters: { display_text: "Abrir", url: "https://x.cl" } },
      },
    },
  ],
  [
    "a read receipt with typing",
    { messaging_product: "whatsapp", status: "read", message_id: "wamid.A", typing_indicator: { type: "text" } },
  ],
])("takes %s", (_what, body) => {
  expect(checkSend(body, noMedia)).toBeNull();
});

it.each([
  ["no messaging_product", 100, { to: "56911111111", text: { body: "x" } }],
  ["no recipient", 100, { messaging_product: "whatsapp", text: { body: "x" } }],
  ["a recipient that is no phone", 131009, { ...base, to: "hola", text: { body: "x" } }],
  ["an unknown type", 100, { ...base, type: "voice", voice: { id: "1" } }],
  ["a type without its object", 100, { ...base, type: "image" }],
  ["an empty text", 131008, { ...base, text: { body: "  " } }],
  ["4097 characters", 100, { ...base, text: { body: "x".repeat(4097) } }],
  ["a key of 513 characters", 100, { ...base, text: { body: "x" }, biz_opaque_callback_data: "k".repeat(513) }],
  ["four buttons", 131009, buttons(button("a", "1"), button("b", "2"), button("c", "3"), button("d", "4"))],
  ["no buttons", 131009, buttons()],
  ["a title of 21 characters", 131009, buttons(button("a", "x".repeat(21)))],
  ["equal titles", 131009, buttons(button("a", "Sí"), button("b", "Sí"))],
  ["equal ids", 131009, buttons(button("a", "Sí"), button("a", "No"))],
  ["an id of 257 characters", 131009, buttons(button("a".repeat(257), "Sí"))],
  ["an id that ends in a space", 131009, buttons(button("a ", "Sí"))],
  [
    "an interactive body of 1025",
    131009,
    {
      ...base,
      type: "interactive",
      interactive: { type: "button", body: { text: "x".repeat(1025) }, action: { buttons: [button("a", "1")] } },
    },
  ],
  [
    "a footer of 61",
    131009,
    {
      ...base,
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "x" },
        footer: { text: "x".repeat(61) },
        action: { buttons: [button("a", "1")] },
      },
    },
  ],
  ["eleven rows", 131009, list(11)],
  ["a list button of 21", 131009, list(1, "x".repeat(21))],
  [
    "a link that is no URL",
    131009,
    {
      ...base,
      type: "interactive",
      interactive: {
        type: "cta_url",
        body: { text: "x" },
        action: { parameters: { display_text: "Abrir", url: "javascript:alert(1)" } },
      },
    },
  ],
  ["media that was never uploaded", 100, { ...base, type: "image", image: { id: "1" } }],
  ["media without id or link", 131008, { ...base, type: "image", image: {} }],
  ["an audio with a caption", 100, { ...base, type: "audio", audio: { link: "https://x/a.ogg", caption: "x" } }],
  ["a caption of 1025", 100, { ...base, type: "image", image: { link: "https://x/a.jpg", caption: "x".repeat(1025) } }],
  ["a status that is not read", 131009, { messaging_product: "whatsapp", status: "typing", message_id: "wamid.A" }],
  ["no object at all", 100, "hola"],
])("refuses %s with %i", (_what, code, body) => {
  expect(checkSend(body, noMedia)).toMatchObject({ code });
});

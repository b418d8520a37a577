import { expect, test } from "vitest";
import type { Button } from "#src/channels/index.ts";
import { renderOutbound, sendForm } from "#src/channels/whatsapp-cloud/index.ts";

const ROSA = { phone: "56911111111", user_id: "CL.1" };
const BASE = { messaging_product: "whatsapp", recipient_type: "individual", to: "56911111111" };

function rendered(text: string, buttons: Button[] = [], reply_to: string | null = null): Record<string, unknown> {
  return renderOutbound(ROSA, { v: 1, kind: "text", text, buttons, reply_to }, "out-1");
}

function bodyOf(text: string, buttons: Button[]): string {
  return (rendered(text, buttons)["text"] as { body: string }).body;
}

const choices = (...titles: string[]): Button[] => titles.map((title, i) => ({ id: `choice:${i}`, title }));

test("writes a text with our key", () => {
  expect(rendered("Hola")).toEqual({
    ...BASE,
    type: "text",
    text: { body: "Hola", preview_url: false },
    biz_opaque_callback_data: "out-1",
  });
});

test("writes an answer to a message", () => {
  expect(rendered("Hola", [], "wamid.1")["context"]).toEqual({ message_id: "wamid.1" });
});

test("reaches a person without a phone by the business-scoped id", () => {
  const wire = renderOutbound(
    { phone: null, user_id: "CL.1" },
    { v: 1, kind: "text", text: "x", buttons: [], reply_to: null },
    "k",
  );
  expect(wire["recipient"]).toBe("CL.1");
  expect(wire).not.toHaveProperty("to");
});

test("writes up to three buttons", () => {
  expect(rendered("Anotado", choices("Deshacer", "Editar", "Ver saldo"))).toEqual({
    ...BASE,
    type: "interactive",
    interactive: {
      type: "button",
      body: { text: "Anotado" },
      action: {
        buttons: [
          { type: "reply", reply: { id: "choice:0", title: "Deshacer" } },
          { type: "reply", reply: { id: "choice:1", title: "Editar" } },
          { type: "reply", reply: { id: "choice:2", title: "Ver saldo" } },
        ],
      },
    },
    biz_opaque_callback_data: "out-1",
  });
});

test("numbers more than three choices in plain text", () => {
  expect(bodyOf("¿En qué?", choices("Pan", "Bencina", "Luz", "Otra cosa"))).toBe(
    "¿En qué?\n\n1. Pan\n2. Bencina\n3. Luz\n4. Otra cosa",
  );
});

test("numbers choices whose titles Meta would find equal, in full", () => {
  const twins = choices("Transferencia al banco de Chile", "Transferencia al banco Estado");
  expect(bodyOf("¿Cuál?", twins)).toContain("2. Transferencia al banco Estado");
});

test("numbers the choices under a text too long for buttons", () => {
  expect(bodyOf("x".repeat(1_025), choices("Sí", "No"))).toBe(`${"x".repeat(1_025)}\n\n1. Sí\n2. No`);
  expect(rendered("🧾".repeat(1_024), choices("Sí", "No"))["type"]).toBe("interactive");
});

test("shortens a button's title to 20 characters", () => {
  const wire = rendered("¿Qué fue?", choices("Mantención de vehículos", "Otro"));
  const { interactive } = wire as { interactive: { action: { buttons: { reply: { title: string } }[] } } };
  expect(interactive.action.buttons[0]?.reply.title).toBe("Mantención de vehíc…");
});

test("cuts a text at 4,096 characters and never halves an emoji", () => {
  const body = bodyOf("a".repeat(4_094) + "🧾🧾🧾", []);
  expect(Array.from(body)).toHaveLength(4_096);
  expect(body.endsWith("🧾…")).toBe(true);
  expect(body.isWellFormed()).toBe(true);
});

test("keeps the choices whole under a text that must be cut", () => {
  const body = bodyOf("x".repeat(5_000), choices("Sí", "No"));
  expect(Array.from(body)).toHaveLength(4_096);
  expect(body.endsWith("…\n\n1. Sí\n2. No")).toBe(true);
});

test("passes on a message in Meta's own words, but never its recipient", () => {
  const template = { name: "aviso", language: { code: "es" } };
  const body = { template, to: "56999999999", messaging_product: "x", context: { message_id: "wamid.1" } };
  expect(renderOutbound(ROSA, { v: 1, kind: "wire", type: "template", body }, "out-1")).toEqual({
    ...BASE,
    type: "template",
    template,
    context: { message_id: "wamid.1" },
    biz_opaque_callback_data: "out-1",
  });
});

test.each([
  ["5491123456789", "541123456789"],
  ["5215512345678", "525512345678"],
  ["541123456789", "541123456789"],
  ["525512345678", "525512345678"],
  ["56911111111", "56911111111"],
  ["54911234567890", "54911234567890"],
])("sends to %s as %s", (came, goes) => {
  expect(sendForm(came)).toBe(goes);
});

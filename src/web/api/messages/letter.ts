import type { z } from "@hono/zod-openapi";
import type { Address } from "#channels";
import type { NewLetter } from "#conversation";
import { digitsOf } from "../shapes.ts";
import type { SendShape } from "./shapes.ts";

type Asked = z.output<typeof SendShape>;

/** Whom a message is for: digits are a phone, all else is a user id. */
export function addressOf(to: string): Address {
  return /^\+?\d+$/.test(to) ? { phone: digitsOf(to), user_id: null } : { phone: null, user_id: to };
}

/** The message in Meta's own form: only the part that is named like its type, and what it answers. */
export function wireOf(asked: Asked): NewLetter["message"] {
  const context = asked.context === undefined ? {} : { context: asked.context };
  return { v: 1, kind: "wire", type: asked.type, body: { [asked.type]: contentOf(asked), ...context } };
}

function contentOf(asked: Asked): unknown {
  if (asked.type === "text") return typeof asked.text === "string" ? { body: asked.text } : asked.text;
  return (asked as unknown as Record<string, unknown>)[asked.type];
}

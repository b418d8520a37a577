// The little of Meta's wire format that the chaos needs.
import { createHmac } from "node:crypto";
import type { Message } from "./plan.ts";

export type Line = { url: string; appSecret: string; phoneNumberId: string; businessAccountId: string };

const POST_TIMEOUT_MS = 20_000;

/** Posts a text as Meta would; the HTTP status, or 0 where nobody answered. */
export function postMessage(line: Line, { id, phone, text, at }: Message): Promise<number> {
  return post(line, {
    contacts: [{ profile: { name: `Almacén ${phone.slice(-4)}` }, wa_id: phone }],
    messages: [{ from: phone, id, timestamp: String(at), type: "text", text: { body: text } }],
  });
}

export type Status = { id: string; status: "sent" | "delivered"; to: string; key: string | null; at: number };

export function postStatus(line: Line, { id, status, to, key, at }: Status): Promise<number> {
  const one = { id, status, timestamp: String(Math.floor(at / 1_000)), recipient_id: to };
  return post(line, { statuses: [key === null ? one : { ...one, biz_opaque_callback_data: key }] });
}

async function post(line: Line, content: Record<string, unknown>): Promise<number> {
  const metadata = { display_phone_number: "56900000000", phone_number_id: line.phoneNumberId };
  const value = { messaging_product: "whatsapp", metadata, ...content };
  const entry = [{ id: line.businessAccountId, changes: [{ field: "messages", value }] }];
  const body = JSON.stringify({ object: "whatsapp_business_account", entry });
  const signature = createHmac("sha256", line.appSecret).update(body).digest("hex");
  const response = await fetch(line.url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
    body,
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  }).catch(() => null);
  await response?.arrayBuffer().catch(() => null);
  return response?.status ?? 0;
}

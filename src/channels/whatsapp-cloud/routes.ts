import { readBody } from "#kernel";
import { isSigned, type SignatureKeys } from "#security";
import { count, logEvent, logProblem } from "#telemetry";
import type { Delivery, Inbound } from "../channel.ts";
import { parseWebhook, type Parsed } from "./parse.ts";
import { verifyHandshake } from "./verify.ts";

/** Meta's own limit of a webhook's body. */
export const WEBHOOK_BYTES_MAX = 3 * 1_024 * 1_024;

export type WebhookPorts = {
  /** Null where no app secret is configured: then nothing is taken, and the log says why. */
  keys(): Promise<SignatureKeys | null>;
  verify_token: string | null;
  phone_number_ids: ReadonlySet<string>;
  now(): number;
  /** Resolves once everything is durable; throws where a message could not be stored. */
  deliver(messages: readonly Inbound[], deliveries: readonly Delivery[]): Promise<void>;
};

/** `GET`: Meta's handshake. The challenge comes back raw, as text. */
export function answerHandshake(request: Request, ports: WebhookPorts): Response {
  const { searchParams } = new URL(request.url);
  const challenge = ports.verify_token === null ? null : verifyHandshake(searchParams, ports.verify_token);
  if (challenge === null) return new Response("forbidden\n", { status: 403 });
  return new Response(challenge, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" },
  });
}

/**
 * `POST`: Meta's events. 401 before anything is read of what is not signed; 200 only when every message survives a
 * kill; 500 where one could not be stored, so that Meta delivers again (duplicates have no second effect).
 */
export async function receiveWebhook(request: Request, ports: WebhookPorts): Promise<Response> {
  const keys = await ports.keys();
  if (!keys) {
    logProblem("webhook.not_configured", { missing: "WHATSAPP_APP_SECRET" });
    return new Response("channel not configured\n", { status: 503 });
  }
  const body = await readBody(request, WEBHOOK_BYTES_MAX);
  if (!body) return refuse(413, "too_large");
  if (!(await isSigned(body, request.headers.get("X-Hub-Signature-256"), keys))) return refuse(401, "signature");
  const parsed = parseBody(body, ports);
  if (!parsed) {
    count('webhook_dropped_total{reason="not_json"}');
    return new Response("ok\n");
  }
  for (const { reason } of parsed.dropped) count(`webhook_dropped_total{reason="${reason}"}`);
  try {
    await ports.deliver(parsed.messages, parsed.deliveries);
  } catch {
    count("webhook_failed_total");
    return new Response("not stored\n", { status: 500 });
  }
  logDropped(parsed);
  return new Response("ok\n");
}

function parseBody(body: Uint8Array<ArrayBuffer>, ports: WebhookPorts): Parsed | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return parseWebhook(json, { phoneNumberIds: ports.phone_number_ids }, ports.now());
  } catch {
    return null;
  }
}

/** What was taken is counted where it is kept: a line for each webhook would cost a fifth of its acknowledgement. */
function logDropped({ messages, deliveries, dropped }: Parsed): void {
  if (dropped.length === 0) return;
  logEvent("webhook.dropped", { messages: messages.length, statuses: deliveries.length, dropped: dropped.length });
}

/** Nothing is written of what is refused, not even a count: a stranger must not be able to make us write. */
function refuse(status: number, reason: string): Response {
  logEvent("webhook.refused", { reason });
  return new Response(`${reason}\n`, { status });
}

import { SECOND_MS } from "#kernel";
import type { Address, Channel, Outbound, SendOutcome } from "../channel.ts";
import { USER_AGENT, readJson } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { connectMedia } from "./media/client.ts";
import { renderOutbound, sendForm } from "./render.ts";
import type { WireMessage } from "./render.ts";
import { sendOutcome } from "./send-outcome.ts";

const SEND_TIMEOUT_MS = 10 * SECOND_MS;
const ACKNOWLEDGE_TIMEOUT_MS = 5 * SECOND_MS;

/** WhatsApp by Meta's Cloud API. Only this hand and its media half speak to Graph. */
export function whatsappCloud(connection: Connection): Channel {
  return {
    name: "whatsapp",
    send: (...[to, line, message, key]) => send(connection, { to, line, message, key }),
    isReachable: (line) => isReachable(connection, line),
    markRead: (line, messageId) => acknowledge(connection, line, readReceipt(messageId)),
    showTyping: (line, messageId) =>
      acknowledge(connection, line, { ...readReceipt(messageId), typing_indicator: { type: "text" } }),
    media: connectMedia(connection),
  };
}

type Sending = { to: Address; line: string; message: Outbound; key: string };

/**
 * Sends once; when Meta does not know the number in its sending form (Argentina and Mexico have two), once more in
 * the form it came in. That cannot double the message: 131030 and 131026 in the answer mean that none was taken.
 */
async function send(connection: Connection, sending: Sending): Promise<SendOutcome> {
  const wire = renderOutbound(sending.to, sending.message, sending.key);
  const outcome = await post(connection, sending.line, wire);
  const { phone } = sending.to;
  if (phone === null || sendForm(phone) === phone || !isUnknownNumber(outcome)) return outcome;
  return post(connection, sending.line, { ...wire, to: phone });
}

function isUnknownNumber(outcome: SendOutcome): boolean {
  return outcome.outcome === "refused" && (outcome.code === 131_030 || outcome.code === 131_026);
}

async function post(connection: Connection, line: string, wire: WireMessage): Promise<SendOutcome> {
  let response: Response;
  try {
    response = await connection.fetch(messagesUrl(connection, line), request(connection, wire, SEND_TIMEOUT_MS));
  } catch (error) {
    return unanswered(error);
  }
  const retryAfter = response.headers.get("Retry-After");
  try {
    return sendOutcome({ status: response.status, body: await readJson(response), retryAfter });
  } catch {
    return { outcome: "ambiguous", reason: "answer_cut_off" };
  }
}

/** Node's names for what fails before a byte of the request is written. */
const BEFORE_WRITING: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * No answer came. Only a failure that is known to precede the request is safe to try again; workerd says «Network
 * connection lost.» for a refused connection as for one cut after the request, so there both are ambiguous.
 */
function unanswered(error: unknown): SendOutcome {
  const code = codeOf(error);
  if (code !== null && BEFORE_WRITING.has(code)) {
    return { outcome: "retry", scope: "message", reason: code.toLowerCase(), code: null, after_ms: null };
  }
  const isTimeout = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
  return { outcome: "ambiguous", reason: isTimeout ? "timeout" : "connection_lost" };
}

function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : null;
}

function readReceipt(messageId: string): Record<string, unknown> {
  return { messaging_product: "whatsapp", status: "read", message_id: messageId };
}

async function acknowledge(connection: Connection, line: string, body: Record<string, unknown>): Promise<void> {
  try {
    const init = request(connection, body, ACKNOWLEDGE_TIMEOUT_MS);
    const response = await connection.fetch(messagesUrl(connection, line), init);
    await response.body?.cancel();
  } catch {
    // A courtesy: without it nobody misses a message.
  }
}

function messagesUrl(connection: Connection, line: string): string {
  return `${connection.graphBaseUrl}/${encodeURIComponent(line)}/messages`;
}

/** A redirect would carry the token to wherever it points, so it is not followed. */
function request(connection: Connection, body: Record<string, unknown>, timeoutMs: number): RequestInit {
  const headers = {
    Authorization: `Bearer ${connection.accessToken}`,
    "Content-Type": "application/json",
    "User-Agent": USER_AGENT,
  };
  const signal = AbortSignal.timeout(timeoutMs);
  return { method: "POST", headers, body: JSON.stringify(body), redirect: "manual", signal };
}

/** Any answer will do, a refusal too: it is the way there that is asked about. */
async function isReachable(connection: Connection, line: string): Promise<boolean> {
  try {
    const response = await connection.fetch(`${connection.graphBaseUrl}/${encodeURIComponent(line)}?fields=id`, {
      headers: { Authorization: `Bearer ${connection.accessToken}`, "User-Agent": USER_AGENT },
      redirect: "manual",
      signal: AbortSignal.timeout(ACKNOWLEDGE_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

import { HTTPException } from "hono/http-exception";

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

/** Every way a request is refused: its status, and what a person is told. Programs read the code. */
const REFUSALS = {
  invalid: [400, "The request does not have the form that this route asks for."],
  malformed: [400, "The body is not well formed."],
  tenant_required: [400, "The operator names the tenant in the header X-Tenant-Id."],
  unauthorized: [401, "Send a valid token: Authorization: Bearer <token>."],
  forbidden: [403, "The role of this token does not allow that."],
  out_of_scope: [403, "This token was not issued for that."],
  operator_only: [403, "Only the operator may do that."],
  stranger: [403, "A business writes only to its own contacts."],
  not_found: [404, "There is nothing here."],
  method_not_allowed: [405, "This path does not take that method; Allow names those that it takes."],
  unknown_tenant: [404, "There is no such tenant."],
  already_reversed: [409, "This entry is reversed already."],
  not_reversible: [409, "A reversal can't be reversed: book the entry again."],
  key_taken: [409, "This idempotency key belongs to another entry."],
  not_waiting: [409, "This document waits for nothing any more."],
  not_decided: [409, "That can't be decided as it stands; details say what is missing."],
  sii_link_expired: [410, "This link has expired: «conectar sii» in the chat brings another."],
  sii_link_used: [410, "This link was used: «conectar sii» in the chat brings another."],
  sii_not_connected: [409, "There is no connection with the SII: POST /api/sii/connect."],
  sii_too_large: [409, "The books around that month have more entries than can be held against the SII's list."],
  sii_never_asked: [409, "Nothing is known of that month from the SII: POST /api/sii/sync, or send its register."],
  sii_stopped: [409, "The connection with the SII is stopped; its owner must connect anew."],
  sii_month_unseen: [404, "Nothing of that month was ever read from the SII: POST /api/sii/sync."],
  scan_link_expired: [410, "This link has expired: «escanear» in the chat brings another."],
  scan_link_used: [410, "This link was used: «escanear» in the chat brings another."],
  no_tax_code: [422, "This code is not that of a receipt or an invoice."],
  too_large: [413, "The body is larger than this route takes."],
  unsupported_media_type: [415, "This route does not take a body of that Content-Type."],
  too_many_requests: [429, "Too many requests: wait as long as Retry-After says."],
  internal: [500, "Something failed on our side; it was logged."],
  operator_not_configured: [503, "No OPERATOR_TOKEN is configured, so the operator's routes are closed."],
} as const satisfies Record<string, readonly [Status, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** What is thrown to end a request: `details` are shown, so nothing of another tenant may stand in them. */
export function refusal(code: RefusalCode, details?: unknown): HTTPException {
  const [status, message] = REFUSALS[code];
  return new HTTPException(status, { message, cause: { code, details } satisfies Told });
}

/** The same for a reason that has its own words, such as a file that could not be read. */
export function refusalInWords(
  status: Status,
  told: { code: string; message: string; details?: unknown },
): HTTPException {
  const { code, message, details } = told;
  return new HTTPException(status, { message, cause: { code, details } satisfies Told });
}

export type ErrorBody = { error: { code: string; message: string; details?: unknown } };

/** The answer to a refused request, or null for a fault of our own. */
export function answerOf(fault: unknown): Response | null {
  if (!(fault instanceof HTTPException)) return null;
  const { code, details } = toldBy(fault);
  const body: ErrorBody = { error: { code, message: fault.message, ...(details === undefined ? {} : { details }) } };
  return Response.json(body, { status: fault.status, headers: headersOf(fault.status, details) });
}

type Told = { code: string; details?: unknown };

/** Hono refuses by itself what it can't parse, with a status and words of its own. */
function toldBy({ status, cause }: HTTPException): Told {
  if (isTold(cause)) return cause;
  if (status === 415) return { code: "unsupported_media_type" };
  return { code: status === 413 ? "too_large" : "malformed" };
}

function isTold(cause: unknown): cause is Told {
  return typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string";
}

function headersOf(status: number, details: unknown): Record<string, string> {
  if (status === 401) return { "WWW-Authenticate": "Bearer" };
  if (status === 405) return { Allow: (details as { allow: string[] }).allow.join(", ") };
  const wait = (details as { retry_after_s?: number } | undefined)?.retry_after_s;
  return status === 429 && wait !== undefined ? { "Retry-After": String(wait) } : {};
}

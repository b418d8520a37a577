import { MINUTE_MS, SECOND_MS } from "#kernel";
import type { SendOutcome } from "../channel.ts";
import { refusalAnswer, sentAnswer } from "./payload.ts";

/** What Graph answered to a send. `retryAfter` is the header of that name, when there was one. */
export type SendAnswer = { status: number; body: unknown; retryAfter: string | null };

/**
 * What became of a send, by Meta's table of errors (Cloud API, "Error codes"), built on `code`: the HTTP status
 * decides only where the body has none. A wait that depends on how often it was tried is null here: see `retryWait`.
 */
export function sendOutcome(answer: SendAnswer): SendOutcome {
  if (answer.status >= 200 && answer.status < 300) return accepted(answer.body);
  const refusal = refusalAnswer.safeParse(answer.body);
  if (!refusal.success || !Number.isInteger(refusal.data.error.code)) return byStatus(answer, null);
  const { code, is_transient } = refusal.data.error;
  const rule = ruleOf(code) ?? (is_transient === true ? TRANSIENT : null);
  if (rule) return applied(rule, code, waitOf(answer.retryAfter));
  if (answer.status >= 500 || SPEAKING_STATUSES.has(answer.status)) return byStatus(answer, code);
  return { outcome: "refused", reason: "unknown_code", code };
}

function accepted(body: unknown): SendOutcome {
  const sent = sentAnswer.safeParse(body);
  if (sent.success) return { outcome: "sent", message_id: String(sent.data.messages[0].id) };
  return { outcome: "ambiguous", reason: "accepted_without_id" };
}

function applied(rule: Rule, code: number, asked: number | null): SendOutcome {
  const { reason } = rule;
  if (rule.outcome === "refused") return { outcome: "refused", reason, code };
  return { outcome: "retry", scope: rule.scope, reason, code, after_ms: asked ?? rule.after_ms };
}

/** 200 to 299 are Graph's permissions. */
function ruleOf(code: number): Rule | null {
  return RULES.get(code) ?? (code >= 200 && code <= 299 ? STOP_LINE : null);
}

/** HTTP statuses that say enough beside a code that we don't know. */
const SPEAKING_STATUSES: ReadonlySet<number> = new Set([401, 429]);

/** An answer without a code that we know; without any, it comes from something between us and Meta. */
function byStatus({ status, retryAfter }: SendAnswer, code: number | null): SendOutcome {
  const asked = waitOf(retryAfter);
  const reason = `http_${status}`;
  if (code === null && GATEWAY_STATUSES.has(status)) return { outcome: "ambiguous", reason };
  const line_ms = LINE_STATUSES.get(status);
  if (line_ms !== undefined) return { outcome: "retry", scope: "line", reason, code, after_ms: asked ?? line_ms };
  if (status >= 500 || status === 408) return { outcome: "retry", scope: "message", reason, code, after_ms: asked };
  return { outcome: "refused", reason, code };
}

/** A gateway that gave up waiting cannot tell whether Meta took the message. */
const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 504]);

type Rule =
  | { outcome: "retry"; scope: "message" | "pair" | "line"; reason: string; after_ms: number | null }
  | { outcome: "refused"; reason: string };

/** A line over its rate: 80 messages a second (Meta "Throughput"), so a few seconds let the bucket fill. */
const BUSY_LINE_MS = 5 * SECOND_MS;
/** The app or the account over its calls of the hour. */
const PAUSED_ACCOUNT_MS = 5 * MINUTE_MS;
/** Nothing goes out before a person has acted (token, payment, permission): the messages wait for that. */
const STOP_LINE_MS = 5 * MINUTE_MS;

const LATER: Rule = { outcome: "retry", scope: "message", reason: "try_later", after_ms: null };
const STOP_LINE: Rule = { outcome: "retry", scope: "line", reason: "permission", after_ms: STOP_LINE_MS };

const TRANSIENT: Rule = { ...LATER, reason: "transient" };

const LINE_STATUSES: ReadonlyMap<number, number> = new Map([
  [401, STOP_LINE_MS],
  [403, STOP_LINE_MS],
  [429, BUSY_LINE_MS],
]);

const RULES: ReadonlyMap<number, Rule> = new Map<number, Rule>([
  ...[1, 2, 131000, 131016, 133004].map((code) => [code, LATER] as const),
  [130429, { outcome: "retry", scope: "line", reason: "line_rate", after_ms: BUSY_LINE_MS }],
  [131057, { outcome: "retry", scope: "line", reason: "line_maintenance", after_ms: MINUTE_MS }],
  [4, { outcome: "retry", scope: "line", reason: "app_rate", after_ms: PAUSED_ACCOUNT_MS }],
  [80007, { outcome: "retry", scope: "line", reason: "account_rate", after_ms: PAUSED_ACCOUNT_MS }],
  // One message in 6 s to one person, a burst of 45 on credit; the wait is 4^X s (Meta, "Pair rate limits").
  [131056, { outcome: "retry", scope: "pair", reason: "pair_rate", after_ms: null }],
  ...[0, 190].map((code) => [code, { ...STOP_LINE, reason: "token" }] as const),
  ...[3, 10].map((code) => [code, STOP_LINE] as const),
  ...[368, 131031].map((code) => [code, { ...STOP_LINE, reason: "account_locked" }] as const),
  [131042, { ...STOP_LINE, reason: "payment" }],
  ...[131037, 131045, 133010].map((code) => [code, { ...STOP_LINE, reason: "line_not_ready" }] as const),
  [131047, { outcome: "refused", reason: "window_closed" }],
  [131050, { outcome: "refused", reason: "opted_out" }],
  ...[130472, 131048, 131049, 131064].map((code) => [code, { outcome: "refused", reason: "quality" }] as const),
  [130497, { outcome: "refused", reason: "country_restricted" }],
  [137000, { outcome: "refused", reason: "identity_changed" }],
  ...[131021, 131026, 131030, 131062].map((code) => [code, { outcome: "refused", reason: "undeliverable" }] as const),
  ...[131052, 131053].map((code) => [code, { outcome: "refused", reason: "media" }] as const),
  ...[132015, 132016, 132068, 132069].map((code) => [code, { outcome: "refused", reason: "template_off" }] as const),
  ...[33, 100, 131008, 131009, 131051, 132000, 132001, 132005, 132007, 132008, 132012, 135000].map(
    (code) => [code, { outcome: "refused", reason: "our_defect" }] as const,
  ),
]);

/** `Retry-After` in seconds; Meta does not send it today, what stands before Meta may. */
function waitOf(retryAfter: string | null): number | null {
  if (retryAfter === null || !/^\d{1,5}$/.test(retryAfter)) return null;
  return Number(retryAfter) * SECOND_MS;
}

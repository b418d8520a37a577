// Graph errors in Meta's shape, with the HTTP status that Meta documents for each code.
import { traceId } from "./ids.ts";

export type Refusal = { code: number; details: string };

type Kind = { status: number; title: string; type?: string; transient?: true };

const KINDS: Readonly<Record<number, Kind>> = {
  0: { status: 401, title: "AuthException" },
  1: { status: 400, title: "API Unknown", transient: true },
  2: { status: 503, title: "API Service", transient: true },
  3: { status: 500, title: "API Method" },
  4: { status: 429, title: "API Too Many Calls" },
  10: { status: 403, title: "Permission Denied" },
  33: { status: 400, title: "Parameter value is not valid", type: "GraphMethodException" },
  100: { status: 400, title: "Invalid parameter" },
  190: { status: 401, title: "Access token has expired" },
  368: { status: 403, title: "Temporarily blocked for policies violations" },
  80007: { status: 429, title: "Rate limit issues" },
  130429: { status: 429, title: "Rate limit hit" },
  130472: { status: 400, title: "User's number is part of an experiment" },
  130497: { status: 403, title: "Business account is restricted from messaging users in this country" },
  131000: { status: 500, title: "Something went wrong", transient: true },
  131008: { status: 400, title: "Required parameter is missing" },
  131009: { status: 400, title: "Parameter value is not valid" },
  131016: { status: 500, title: "Service unavailable", transient: true },
  131021: { status: 400, title: "Recipient cannot be sender" },
  131026: { status: 400, title: "Message undeliverable" },
  131030: { status: 400, title: "Recipient phone number not in allowed list" },
  131031: { status: 403, title: "Account has been locked" },
  131042: { status: 400, title: "Business eligibility payment issue" },
  131047: { status: 400, title: "Re-engagement message" },
  131048: { status: 429, title: "Spam rate limit hit" },
  131049: { status: 400, title: "This message was not delivered to maintain healthy ecosystem engagement" },
  131050: { status: 400, title: "User has stopped receiving marketing messages" },
  131051: { status: 400, title: "Unsupported message type" },
  131052: { status: 400, title: "Media download error" },
  131053: { status: 400, title: "Media upload error" },
  131056: { status: 429, title: "(Business Account, Consumer Account) pair rate limit hit" },
  131057: { status: 500, title: "Account in maintenance mode", transient: true },
  131062: { status: 400, title: "Business-scoped user id is not supported for this message" },
  132000: { status: 400, title: "Number of parameters does not match the expected number of params" },
  132001: { status: 404, title: "Template name does not exist in the translation" },
  132015: { status: 400, title: "Template is paused" },
  133010: { status: 400, title: "Phone number not registered" },
  137000: { status: 400, title: "Recipient identity key hash mismatch" },
};

const DETAILS: Readonly<Record<number, string>> = {
  130429:
    "Message failed to send because there were too many messages sent from this phone number in a short period of time",
  131000: "Message failed to send due to an unknown error.",
  131026: "Message Undeliverable.",
  131047:
    "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  131056:
    "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  190: "Error validating access token: the session is invalid or has expired.",
};

const GENERIC: Kind = { status: 400, title: "Something went wrong" };

export type GraphError = { status: number; body: { error: Record<string, unknown> } };

/** What Meta would answer for a code; `details` is what a developer reads. */
export function graphError(code: number, details?: string): GraphError {
  const kind = KINDS[code] ?? GENERIC;
  return {
    status: kind.status,
    body: {
      error: {
        message: code === 190 ? (details ?? DETAILS[190]) : `(#${code}) ${kind.title}`,
        type: kind.type ?? "OAuthException",
        code,
        ...(kind.transient === true ? { is_transient: true } : {}),
        ...(code === 190
          ? {}
          : { error_data: { messaging_product: "whatsapp", details: details ?? DETAILS[code] ?? kind.title } }),
        fbtrace_id: traceId(),
      },
    },
  };
}

/** The same error as a status webhook tells it. */
export function statusError(code: number): Record<string, unknown> {
  const kind = KINDS[code] ?? GENERIC;
  return {
    code,
    title: kind.title,
    message: kind.title,
    error_data: { details: DETAILS[code] ?? kind.title },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
}

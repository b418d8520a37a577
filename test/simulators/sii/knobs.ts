// What can go wrong at the SII, as knobs: which fault, where it strikes, and how often.
import { z } from "zod";

const count = z.number().int().min(0);
const milliseconds = z.number().min(0).max(600_000);

/** The requests that a fault may strike. `export` is the direct one, the asking for a file (`async`) and the `file`. */
export const PLACES = [
  "any",
  "page",
  "login",
  "alive",
  "logout",
  "seed",
  "token",
  "status",
  "summary",
  "detail",
  "export",
  "async",
  "file",
  "claim",
  "proposal",
] as const;

export const FAULTS = {
  latency: "0.3 to 3 s, or `ms`, then as always",
  slow: "5 to 60 s, or `ms`, then as always",
  hang: "no answer until the client leaves",
  reset: "the connection is cut by a TCP reset",
  eproto: "bytes that are no HTTP, as of a broken TLS handshake, then the end",
  resteasy: "500 with RESTEASY001530",
  error_500: "200 whose body is «Error 500»",
  http_503: "503",
  http_429: "429 with Retry-After",
  maintenance: "200 with the page of an SII that is not available",
  rejected: "200 with F5's «Request Rejected»",
  queue: "200 with Queue-it's waiting room",
  rate_limit: "200 with a page that asks to come back in minutes",
  session_over: "the session ends now, whatever time it had left",
  sessions_full: "login: ten sessions are open",
  wrong_key: "login: the clave is not it, though it is; it counts as no attempt",
  locked: "login: the clave is blocked",
  code: "RCV: `respEstado.codRespuesta` is `code` and nothing else is said",
  null_data: "RCV: code 0 with `data: null`",
  captcha: "RCV: a real reCAPTCHA is asked for",
  empty_export: "direct export: no line at all, and no error",
  async_stuck: "the file that is asked for is never TERMINADO",
  truncated_gzip: "half of the file",
} as const;

export type FaultKind = keyof typeof FAULTS;

const fault = z.strictObject({
  kind: z.enum(Object.keys(FAULTS) as [FaultKind, ...FaultKind[]]),
  on: z.enum(PLACES).default("any").describe("where it strikes"),
  skip: count.default(0).describe("so many requests pass first"),
  next: count.nullable().default(null).describe("how many it strikes; null for ever"),
  probability: z.number().min(0).max(1).default(1),
  ms: milliseconds.nullable().default(null).describe("of latency and slow; null draws one"),
  code: z.number().int().default(2).describe("of code: 2, 98, 77 …"),
});

export const siiKnobs = z.strictObject({
  fault: z
    .enum(["404", "500", "garbage", "truncated", "redirect", "revised"])
    .nullable()
    .default(null)
    .describe(
      "of the public tables only. garbage: 200 with «no disponible» · truncated: half of the page · " +
        "redirect: 302 to another host · revised: days that have passed have other values",
    ),
  next: count.nullable().default(null),
  latency_ms: milliseconds.default(0).describe("before every answer of every host"),
  faults: z
    .array(fault)
    .max(50)
    .default([])
    .describe("of all other hosts; the first that strikes counts, waits add up"),
  firewall: z
    .boolean()
    .default(true)
    .describe("a login without the cookies of its page or a browser's User-Agent is «Request Rejected»"),
  recaptcha: z
    .enum(["placeholder", "required"])
    .default("placeholder")
    .describe("placeholder: the RCV's detail takes any text as the token · required: it takes none but `human`"),
  refusal: z
    .enum(["plain", "code", "words", "nothing", "redirect"])
    .default("plain")
    .describe(
      "how a login with a wrong clave is answered. plain: a page with its code · code: far down, behind the portal's own frame · " +
        "words: without it · nothing: only the way back to the form · redirect: 302 to it",
    ),
  logged_out: z
    .enum(["page", "redirect"])
    .default("page")
    .describe("how www4 answers without a session: 200 with the login page, or 302 to zeusr"),
  body_first: z.boolean().default(false).describe("RESP_BODY stands before RESP_HDR"),
  export_rows_max: count.default(500).describe("a direct export of more rows is silently empty"),
  async_ms: milliseconds.default(5_000).describe("a file that is asked for is TERMINADO after this"),
});

export type SiiFault = z.output<typeof fault>;
export type SiiKnobs = z.output<typeof siiKnobs>;
export type Place = Exclude<(typeof PLACES)[number], "any">;

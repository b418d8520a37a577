// Strikes: decides whether a request meets a fault, waits where it says so, and gives the answers that are the same on
// every host.
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { takeTurn } from "../knobs.ts";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import type { FaultKind, Place, SiiFault } from "./knobs.ts";
import { htmlPage, MAINTENANCE_PAGE, QUEUE_PAGE, RATE_LIMIT_PAGE, rejectedPage } from "./pages.ts";
import { close } from "./state/sessions.ts";

/** `fault`: one that this very route has to act on. `method` and `rut`: what the log says of the call. */
export type SiiEnv = {
  Bindings: HttpBindings;
  Variables: { fault: SiiFault | null; struck: FaultKind | null; method: string; rut: string | null };
};

/** A hanging answer is cut after this, longer than any client waits. */
const HANG_MS_MAX = 120_000;

const DRAWN_MS: Readonly<Record<"latency" | "slow", readonly [number, number]>> = {
  latency: [300, 3_000],
  slow: [5_000, 60_000],
};

const LOGIN: readonly Place[] = ["login"];
const RCV: readonly Place[] = ["summary", "detail", "export", "async", "claim"];
/** Kinds that mean something on some routes only; all others strike anywhere. */
const ONLY_ON: Partial<Record<FaultKind, readonly Place[]>> = {
  sessions_full: LOGIN,
  wrong_key: LOGIN,
  locked: LOGIN,
  session_over: ["alive", "status", "file", "proposal", ...RCV],
  code: RCV,
  null_data: RCV,
  captcha: ["detail", "export", "async"],
  empty_export: ["export"],
  async_stuck: ["async"],
  truncated_gzip: ["file"],
};

/** @param named the place, and what the request is called in the log and by the service */
export function at(
  rig: Rig,
  named: (c: Context<SiiEnv>) => { place: Place; method: string },
): MiddlewareHandler<SiiEnv> {
  return async (c, next) => {
    const { place, method } = named(c);
    c.set("method", method);
    const fault = await strike(rig, place);
    c.set("struck", fault?.kind ?? null);
    if (fault?.kind === "session_over") close(rig.sii, tokenOf(c));
    const answer = fault === null ? null : await anywhere(rig, c, fault);
    if (answer !== null) return answer;
    c.set("fault", fault);
    return next();
  };
}

/** The value of the cookie `TOKEN`. */
export function tokenOf(c: Context): string | undefined {
  return /(?:^|;\s*)TOKEN=([^;]+)/i.exec(c.req.header("cookie") ?? "")?.[1];
}

async function strike(rig: Rig, place: Place): Promise<SiiFault | null> {
  for (const fault of rig.knobs.sii.faults) {
    if (!reaches(fault, place) || !hits(fault, rig.random)) continue;
    if (fault.kind !== "latency" && fault.kind !== "slow") return fault;
    const [least, most] = DRAWN_MS[fault.kind];
    await pause(fault.ms ?? least + rig.random() * (most - least));
  }
  return null;
}

function reaches({ on, kind }: SiiFault, place: Place): boolean {
  const isThere = on === "any" || on === place || (on === "export" && (place === "async" || place === "file"));
  return isThere && (ONLY_ON[kind]?.includes(place) ?? true);
}

function hits(fault: SiiFault, random: () => number): boolean {
  if (fault.skip > 0) {
    fault.skip -= 1;
    return false;
  }
  if (fault.probability < 1 && random() >= fault.probability) return false;
  return takeTurn(fault);
}

const RETRY_AFTER_S = 60;

/** Null where it is for the route to act on. */
async function anywhere(rig: Rig, c: Context<SiiEnv>, { kind }: SiiFault): Promise<Response | null> {
  switch (kind) {
    case "hang":
      return hang(c);
    case "reset":
      c.env.incoming.socket.resetAndDestroy();
      return gone();
    case "eproto":
      c.env.incoming.socket.end(TLS_ALERT);
      return gone();
    case "resteasy":
      return resteasy();
    case "error_500":
      return new Response("Error 500", { headers: { "content-type": "text/plain" } });
    case "http_503":
      return htmlPage("<html><body><h1>503 Service Unavailable</h1></body></html>\n", { status: 503 });
    case "http_429":
      return new Response("", { status: 429, headers: { "retry-after": String(RETRY_AFTER_S) } });
    case "maintenance":
      return htmlPage(MAINTENANCE_PAGE);
    case "rejected":
      return htmlPage(rejectedPage(rig.sii.next()));
    case "queue":
      return htmlPage(QUEUE_PAGE);
    case "rate_limit":
      return htmlPage(RATE_LIMIT_PAGE);
    default:
      return null;
  }
}

/** `handshake_failure`, as a server of TLS says it to somebody who speaks something else. */
const TLS_ALERT = Uint8Array.of(0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28);

/** The client sees nothing of it: its connection has gone. */
function gone(): Response {
  return new Response(null, { headers: { "x-hono-already-sent": "1" } });
}

/** What RESTEasy says of an `Accept` that it can't serve, and of much else. */
export function resteasy(): Response {
  const words = "RESTEASY001530: No match for accept header";
  return htmlPage(
    `<html><head><title>JBWEB000065: HTTP Status 500 - org.jboss.resteasy.spi.NotAcceptableException: ${words}</title></head>` +
      `<body><h1>JBWEB000065: HTTP Status 500 - org.jboss.resteasy.spi.NotAcceptableException: ${words}</h1></body></html>\n`,
    { status: 500 },
  );
}

/** Waits until the client gives up. */
async function hang(c: Context<SiiEnv>): Promise<Response> {
  const { socket } = c.env.incoming;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, HANG_MS_MAX);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  socket.destroy();
  return gone();
}

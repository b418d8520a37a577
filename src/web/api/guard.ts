import type { RouteConfig } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { SECOND_MS } from "#kernel";
import { readApiKey } from "#security";
import { count } from "#telemetry";
import { readToken, type TokenHolder } from "#tenants";
import { fileBody, jsonBody } from "./body.ts";
import { bearerOf, isOperator, type Caller } from "./caller.ts";
import { refusal } from "./errors.ts";
import {
  LOOKUPS_PER_MINUTE,
  requestLimiter,
  STRANGER_REQUESTS_PER_MINUTE,
  strangerKey,
  TOKEN_REQUESTS_PER_MINUTE,
  type Limiter,
} from "./limiter.ts";
import type { ApiPorts } from "./ports.ts";
import { covers, type Entrance } from "./scope.ts";

/** What a guarded route's handler finds: who asks. Routes without an entrance have none. */
export type ApiEnv = { Variables: { caller: Caller } };

export type Guard = {
  /** The route behind its own description: entrance, limits and size of the body are what `security` and `request` say. */
  guarded: <R extends RouteConfig>(route: R) => R & { middleware: MiddlewareHandler<ApiEnv>[] };
  /** For what has no description. */
  stranger: MiddlewareHandler<ApiEnv>;
};

export function guardOf(ports: ApiPorts): Guard {
  const limiter = requestLimiter();
  const stranger: MiddlewareHandler<ApiEnv> = async (c, next) => {
    countStranger(c, ports, limiter);
    await next();
  };
  return {
    stranger,
    guarded: (route) => {
      const entrance = entranceOf(route);
      const admit = entrance === null ? stranger : admitBy(entrance, ports, limiter);
      return { ...route, middleware: [admit, ...bodyOf(route)] };
    },
  };
}

/** How a route's description names who may enter, `null` for everybody. */
export function entranceOf({ security }: RouteConfig): Entrance | null {
  return (security?.[0]?.["bearer"]?.[0] ?? null) as Entrance | null;
}

function bodyOf({ request }: RouteConfig): MiddlewareHandler[] {
  const types = Object.keys(request?.body?.content ?? {});
  if (types.includes("application/json")) return [jsonBody];
  return types.includes("multipart/form-data") ? [fileBody] : [];
}

function admitBy(entrance: Entrance, ports: ApiPorts, limiter: Limiter): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (entrance === "operator" && ports.operator_token === null) throw refusal("operator_not_configured");
    const caller = await callerOf(c, ports, limiter);
    if (caller.kind === "token") admitToken(caller, entrance);
    c.set("caller", caller);
    await next();
  };
}

/** The operator is never counted; a token by its id; everybody else by address, so that guessing is slow. */
async function callerOf(c: Context<ApiEnv>, ports: ApiPorts, limiter: Limiter): Promise<Caller> {
  const bearer = bearerOf(c.req.header("Authorization"));
  const tenantId = c.req.header("X-Tenant-Id") ?? null;
  if (bearer !== null && (await isOperator(bearer, ports.operator_token)))
    return { kind: "operator", tenant_id: tenantId };
  const holder = bearer === null ? null : await holderOf(c, bearer, { ports, limiter });
  if (!holder) {
    countStranger(c, ports, limiter);
    count("api_unauthorized_total");
    throw refusal("unauthorized");
  }
  hold(limiter.take(`token:${holder.token_id}`, TOKEN_REQUESTS_PER_MINUTE, ports.clock.now()));
  if (tenantId !== null && tenantId !== holder.tenant_id) throw refusal("unknown_tenant");
  return { kind: "token", ...holder };
}

type Desk = { ports: ApiPorts; limiter: Limiter };

/** Whose token it is, or null. Text without the form of a token costs no look-up, and guesses are few. */
async function holderOf(c: Context<ApiEnv>, bearer: string, { ports, limiter }: Desk): Promise<TokenHolder | null> {
  const key = readApiKey(bearer);
  if (!key) return null;
  const guesses = `guess:${strangerKey(c.req.header("CF-Connecting-IP"))}`;
  if (!limiter.knows(`token:${key.id}`)) hold(limiter.take(guesses, LOOKUPS_PER_MINUTE, ports.clock.now()));
  return readToken(await ports.archive(), bearer);
}

function admitToken({ scopes }: { scopes: readonly string[] }, entrance: Entrance): void {
  if (entrance === "operator") throw refusal("operator_only");
  if (!covers(scopes, entrance)) throw refusal("out_of_scope", { scope: entrance });
}

function countStranger(c: Context<ApiEnv>, ports: ApiPorts, limiter: Limiter): void {
  const key = strangerKey(c.req.header("CF-Connecting-IP"));
  hold(limiter.take(key, STRANGER_REQUESTS_PER_MINUTE, ports.clock.now()));
}

function hold(waitMs: number): void {
  if (waitMs === 0) return;
  count("api_limited_total");
  throw refusal("too_many_requests", { retry_after_s: Math.ceil(waitMs / SECOND_MS) });
}

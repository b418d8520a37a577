import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv, Guard } from "./guard.ts";
import type { ApiPorts } from "./ports.ts";

/** What each group of routes is given to stand on. */
export type Api = { app: OpenAPIHono<ApiEnv>; ports: ApiPorts; guarded: Guard["guarded"] };

import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { routePath } from "hono/route";
import { count, faultFields, logProblem } from "#telemetry";
import type { Api } from "./api.ts";
import { reviewRoutes } from "./documents/review/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { answerOf, refusal } from "./errors.ts";
import { guardOf, type ApiEnv, type Guard } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { healthRoutes } from "./health/routes.ts";
import { languageRoutes } from "./language/routes.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { messageRoutes } from "./messages/routes.ts";
import { methodsAt, type Routed } from "./methods.ts";
import { operatorRoutes } from "./operator/routes.ts";
import type { ApiPorts } from "./ports.ts";
import { problemsIn, type Misfit } from "./problems.ts";
import { referenceRoutes } from "./reference/routes.ts";
import { scanRoutes } from "./scan/routes.ts";
import { siiDocumentRoutes } from "./sii/documents/routes.ts";
import { siiReportRoutes } from "./sii/report/routes.ts";
import { siiRoutes } from "./sii/routes.ts";
import { validateRoutes } from "./sii/validate/routes.ts";
import { siiTaxRoutes } from "./sii/taxes/routes.ts";
import { tenantRoutes } from "./tenant/routes.ts";

/**
 * Every route for programs and people, to be mounted at `/` after what must come before it: the last one answers 404.
 * @param around what it is mounted in, whose paths and their methods are known as well
 */
export function apiRoutes(ports: ApiPorts, around: Routed | null = null): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const guard = guardOf(ports);
  app.use("*", securityHeaders);
  app.use("*", takenMethods(around ?? app, guard.stranger));
  app.onError((fault, c) => answerOf(fault) ?? failed(fault, c));
  const api: Api = { app, ports, guarded: guard.guarded };
  for (const add of GROUPS) add(api);
  app.all("*", guard.stranger, () => {
    throw refusal("not_found");
  });
  return app;
}

/** Lets a request through whose method its path takes, and one of an unknown path, which the last route answers. */
function takenMethods(routed: Routed, stranger: Guard["stranger"]): Guard["stranger"] {
  return (c, next) => {
    const allow = methodsAt(routed, c.req.path);
    if (allow.length === 0 || allow.includes(c.req.method)) return next();
    return stranger(c, () => {
      throw refusal("method_not_allowed", { allow });
    });
  };
}

/** In the order in which the reference shows them. */
const GROUPS: readonly ((api: Api) => void)[] = [
  languageRoutes,
  documentRoutes,
  reviewRoutes,
  ledgerRoutes,
  tenantRoutes,
  messageRoutes,
  scanRoutes,
  siiRoutes,
  validateRoutes,
  siiDocumentRoutes,
  siiTaxRoutes,
  siiReportRoutes,
  operatorRoutes,
  healthRoutes,
  referenceRoutes,
];

type Judged = { success: true } | ({ success: false } & Misfit);

function refuseInvalid(judged: Judged): undefined {
  if (judged.success) return;
  if (judged.target === "param") throw refusal("not_found");
  throw refusal("invalid", problemsIn(judged));
}

function failed(fault: unknown, c: Context): Response {
  count("api_faults_total");
  logProblem("api.fault", { method: c.req.method, route: routePath(c), ...faultFields(fault) });
  return answerOf(refusal("internal")) ?? new Response(null, { status: 500 });
}

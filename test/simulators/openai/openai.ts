// A stand-in for an OpenAI-compatible service. It has no model and says so: it repeats the words given with a
// voice note, and answers every schema with nothing.
import { Hono } from "hono";
import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { takeTurn } from "../knobs.ts";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import { answerRoutes } from "./answer-routes.ts";
import { STAND_IN } from "./stand-in.ts";
import { transcriptionRoutes } from "./transcription-routes.ts";

const CONFESSION =
  "lucas-stand-in: this is no model. Transcriptions are the words somebody typed beside the voice note; answers to a schema are empty.";

export function openAiApp(rig: Rig): Hono {
  const app = new Hono();
  app.use("*", nameItself);
  app.get("/", (c) => c.text(`${CONFESSION}\n`));
  app.use("/*", demandKey);
  app.use("/*", failAsTold(rig));
  app.get("/models", (c) => c.json({ object: "list", data: MODELS }));
  app.route("/", transcriptionRoutes(rig));
  app.route("/", answerRoutes(rig));
  return app;
}

const MODELS = ["text", "vision", "speech"].map((kind) => ({
  id: `${STAND_IN}-${kind}`,
  object: "model",
  created: 0,
  owned_by: STAND_IN,
}));

const nameItself: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("x-stand-in", STAND_IN);
};

const demandKey: MiddlewareHandler = (c, next) => {
  if (/^Bearer \S+$/.test(c.req.header("authorization") ?? "")) return next();
  const error = { message: "You didn't provide an API key.", type: "invalid_request_error", code: null };
  return Promise.resolve(refuse(c, 401, error));
};

function failAsTold(rig: Rig): MiddlewareHandler {
  return async (c, next) => {
    await pause(rig.knobs.openai.stall_ms);
    const { fault } = rig.knobs.openai;
    if (fault === null || fault === "malformed" || !takeTurn(rig.knobs.openai)) return next();
    rig.log("openai fault", { fault, left: rig.knobs.openai.next });
    return refuse(c, Number(fault), FAULTS[fault]);
  };
}

const FAULTS = {
  "400": { message: "Invalid request.", type: "invalid_request_error", code: null },
  "401": { message: "Incorrect API key provided.", type: "invalid_request_error", code: "invalid_api_key" },
  "429": { message: "Rate limit reached for requests.", type: "requests", code: "rate_limit_exceeded" },
  "500": { message: "The server had an error while processing your request.", type: "server_error", code: null },
} as const;

type OpenAiError = { message: string; type: string; code: string | null; param?: string };

function refuse(c: Context, status: number, error: OpenAiError): Response {
  const headers: Record<string, string> = status === 429 ? { "retry-after": "1" } : {};
  return c.json({ error: { param: null, ...error } }, status as ContentfulStatusCode, headers);
}

// Chat completions and responses without a model: the empty instance of the wanted schema.
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { fieldsOf, textOf } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { takeTurn } from "../knobs.ts";
import type { Rig } from "../rig.ts";
import { hostileAnswer } from "./hostile-answer.ts";
import { emptyAnswer } from "./schema-answer.ts";
import { recordCall, STAND_IN } from "./stand-in.ts";

export function answerRoutes(rig: Rig): Hono {
  const app = new Hono();
  app.post("/chat/completions", async (c) => {
    const body = fieldsOf(await c.req.json().catch(() => null));
    const format = fieldsOf(body["response_format"]);
    const content = say(rig, wantedSchema(format, fieldsOf(format["json_schema"])["schema"]));
    record(rig, "chat/completions", body);
    const { hostile } = rig.knobs.openai;
    if (hostile !== null) return hostileAnswer(hostile);
    return c.json({
      id: `chatcmpl-${randomUUID()}`,
      object: "chat.completion",
      created: Math.floor(rig.now() / 1000),
      model: STAND_IN,
      choices: [
        { index: 0, message: { role: "assistant", content, refusal: null }, logprobs: null, finish_reason: "stop" },
      ],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    });
  });
  app.post("/responses", async (c) => {
    const body = fieldsOf(await c.req.json().catch(() => null));
    const format = fieldsOf(fieldsOf(body["text"])["format"]);
    const text = say(rig, wantedSchema(format, format["schema"]));
    record(rig, "responses", body);
    return c.json({
      id: `resp_${randomUUID()}`,
      object: "response",
      created_at: Math.floor(rig.now() / 1000),
      status: "completed",
      error: null,
      incomplete_details: null,
      model: STAND_IN,
      output: [outputMessage(text)],
      usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
    });
  });
  return app;
}

/** Null when the caller wants free text. */
function wantedSchema(format: Fields, schema: unknown): unknown {
  if (format["type"] === "json_schema") return schema;
  return format["type"] === "json_object" ? {} : null;
}

function say(rig: Rig, schema: unknown): string {
  const { fault, lie, content } = rig.knobs.openai;
  if (fault === "malformed" && takeTurn(rig.knobs.openai)) return '{"amount_minor": 12, "conc';
  if (content !== null) return content;
  if (schema === null) return "No lo sé: soy un reemplazo local, sin modelo.";
  return JSON.stringify(emptyAnswer(schema, lie));
}

function outputMessage(text: string): Record<string, unknown> {
  const content = [{ type: "output_text", text, annotations: [] }];
  return { type: "message", id: `msg_${randomUUID()}`, status: "completed", role: "assistant", content };
}

function record(rig: Rig, route: string, body: Fields): void {
  const bytes = JSON.stringify(body).length;
  recordCall(rig, { route, model: textOf(body["model"]), filename: null, bytes, status: 200 });
}

// Speech to text without a model: the words registered for these very bytes, or none.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { textOf } from "../fields.ts";
import type { Rig } from "../rig.ts";
import { recordCall } from "./stand-in.ts";

/** Extensions the real service takes. Identical bytes named .oga or .opus are refused. */
const AUDIO_EXTENSIONS = ["flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm"];

export function transcriptionRoutes(rig: Rig): Hono {
  const app = new Hono();
  app.post("/audio/transcriptions", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const { file, model, response_format } = form;
    if (!(file instanceof File)) return wrongRequest(c, "Field required: file", null);
    const extension = file.name.split(".").at(-1)?.toLowerCase() ?? "";
    const isTaken = AUDIO_EXTENSIONS.includes(extension);
    const call = { route: "audio/transcriptions", model: textOf(model), filename: file.name, bytes: file.size };
    recordCall(rig, { ...call, status: isTaken ? 200 : 400 });
    const foreign = foreignParameter(textOf(model) ?? "", form);
    if (foreign !== null) return wrongRequest(c, `Unsupported parameter: '${foreign}'`, "unsupported_parameter");
    if (!isTaken) return wrongRequest(c, `Unsupported file format ${extension}`, "unsupported_value");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = rig.words.get(createHash("sha256").update(bytes).digest("hex")) ?? "";
    const logprob = rig.knobs.openai.mumble ? -1.4 : -0.05;
    return transcription(
      c,
      { text, logprob, tokens: form["include[]"] !== undefined },
      textOf(response_format) ?? "json",
    );
  });
  return app;
}

/** A parameter that the real service takes from other models only; names that are none of its own take none of them. */
function foreignParameter(model: string, form: Record<string, unknown>): string | null {
  const has = (name: string): boolean => Object.keys(form).some((key) => key === name || key.startsWith(`${name}[`));
  const knows = {
    keywords: /^gpt-transcribe/,
    languages: /^gpt-transcribe/,
    include: /^gpt-4o(-mini)?-transcribe(?!-d)/,
  };
  const foreign = Object.entries(knows).find(([name, models]) => has(name) && !models.test(model));
  if (foreign) return foreign[0];
  return form["response_format"] === "verbose_json" && model.startsWith("gpt-") ? "response_format" : null;
}

type Heard = { text: string; logprob: number; tokens: boolean };

function wrongRequest(c: Context, message: string, code: string | null): Response {
  return c.json({ error: { message, type: "invalid_request_error", param: "file", code } }, 400);
}

function transcription(c: Context, { text, logprob, tokens }: Heard, format: string): Response {
  if (format === "text" || format === "srt" || format === "vtt") return c.text(text);
  if (format === "verbose_json") {
    return c.json({
      task: "transcribe",
      language: "spanish",
      duration: 0,
      text,
      segments: [{ id: 0, text, avg_logprob: logprob, no_speech_prob: 0.01 }],
    });
  }
  return c.json(tokens ? { text, logprobs: text.split(" ").map((token) => ({ token, logprob })) } : { text });
}

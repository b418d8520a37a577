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
    const { file, model, response_format } = await c.req.parseBody();
    if (!(file instanceof File)) return wrongRequest(c, "Field required: file", null);
    const extension = file.name.split(".").at(-1)?.toLowerCase() ?? "";
    const isTaken = AUDIO_EXTENSIONS.includes(extension);
    const call = { route: "audio/transcriptions", model: textOf(model), filename: file.name, bytes: file.size };
    recordCall(rig, { ...call, status: isTaken ? 200 : 400 });
    if (!isTaken) return wrongRequest(c, `Unsupported file format ${extension}`, "unsupported_value");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = rig.words.get(createHash("sha256").update(bytes).digest("hex")) ?? "";
    return transcription(c, text, textOf(response_format) ?? "json");
  });
  return app;
}

function wrongRequest(c: Context, message: string, code: string | null): Response {
  return c.json({ error: { message, type: "invalid_request_error", param: "file", code } }, 400);
}

function transcription(c: Context, text: string, format: string): Response {
  if (format === "text" || format === "srt" || format === "vtt") return c.text(text);
  if (format === "verbose_json") {
    return c.json({ task: "transcribe", language: "spanish", duration: 0, text, segments: [] });
  }
  return c.json({ text });
}

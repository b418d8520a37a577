import OpenAI, { APIError, toFile } from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { toBase64 } from "#kernel";
import { Sight, SIGHT_PROMPT, type Picture, type Vision } from "./vision.ts";
import type { Heard, Speech } from "./speech.ts";

// The one client of any OpenAI-compatible service. No tools, no history: a picture or a sound in, words out.

const SPEECH_TIMEOUT_MS = 20_000;
const VISION_TIMEOUT_MS = 20_000;
/** One more try within the call; beyond it the outbox decides. */
const RETRIES_MAX = 1;

export type AiSettings = {
  api_key: string;
  base_url: string | null;
  speech_model: string;
  vision_model: string;
  fetch: typeof fetch;
};

export type Ai = { hear: Speech; see: Vision };

export function openAi(settings: AiSettings): Ai {
  const client = new OpenAI({
    apiKey: settings.api_key,
    baseURL: settings.base_url,
    maxRetries: RETRIES_MAX,
    fetch: settings.fetch,
    logLevel: "off",
  });
  return {
    hear: (bytes, mimeType) => hear(client, settings.speech_model, { bytes, mimeType }),
    see: (picture) => see(client, settings.vision_model, picture),
  };
}

type Sound = { bytes: Uint8Array<ArrayBuffer>; mimeType: string };

/** The name decides, not the bytes: `.opus` and `.oga` are refused where `.ogg` is taken. */
async function hear(client: OpenAI, model: string, { bytes, mimeType }: Sound): Promise<Heard> {
  const type = mimeType.split(";")[0]?.trim() ?? "audio/ogg";
  const file = await toFile(bytes, `voice.${EXTENSIONS[type] ?? "ogg"}`, { type });
  try {
    const { text } = await client.audio.transcriptions.create(
      { file, model, language: "es" },
      { timeout: SPEECH_TIMEOUT_MS },
    );
    return { outcome: "text", text };
  } catch (fault) {
    const outcome = fault instanceof APIError ? REFUSALS.get(Number(fault.status)) : undefined;
    if (!outcome) throw fault;
    return { outcome, reason: `status_${(fault as APIError).status}` };
  }
}

/** Answers that no further try will change; everything else is tried again by the outbox. */
const REFUSALS: ReadonlyMap<number, "locked" | "refused"> = new Map([
  [400, "refused"],
  [401, "locked"],
  [403, "locked"],
  [413, "refused"],
  [415, "refused"],
]);

const EXTENSIONS: Readonly<Record<string, string>> = {
  "audio/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/aac": "m4a",
  "audio/wav": "wav",
  "audio/webm": "webm",
};

async function see(client: OpenAI, model: string, { bytes, mime_type, country }: Picture): Promise<Sight | null> {
  const url = `data:${mime_type};base64,${toBase64(bytes)}`;
  const paper =
    mime_type === "application/pdf"
      ? ({ type: "file", file: { filename: "paper.pdf", file_data: url } } as const)
      : ({ type: "image_url", image_url: { url, detail: "high" } } as const);
  const completion = await client.chat.completions.parse(
    {
      model,
      messages: [
        { role: "system", content: SIGHT_PROMPT },
        { role: "user", content: [{ type: "text", text: `Country: ${country}` }, paper] },
      ],
      response_format: zodResponseFormat(Sight, "paper"),
    },
    { timeout: VISION_TIMEOUT_MS },
  );
  const parsed = Sight.safeParse(completion.choices[0]?.message.parsed);
  return parsed.success ? parsed.data : null;
}

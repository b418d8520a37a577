import OpenAI, { APIError, toFile } from "openai";
import type { TranscriptionCreateParamsNonStreaming } from "openai/resources/audio/transcriptions";
import { zodResponseFormat } from "openai/helpers/zod";
import { readBody, toBase64 } from "#kernel";
import { besidePicture, Sight, SIGHT_PROMPT, sightIn, type Picture, type Vision } from "./vision.ts";
import { type Heard, isUnsure, KEYWORDS, type Segment, type Speech } from "./speech.ts";
import { guessIn, guessShape, questionOf, TELL_PROMPT, type Asked, type Guess, type Tell } from "./text.ts";

// The one client of any OpenAI-compatible service. No tools, no history: a picture, a sound or a text in, words out.

const SPEECH_TIMEOUT_MS = 20_000;
/** A try, and both together: a document may take 30 s in all, and the reader comes first. */
const VISION_TRY_MS = 15_000;
const VISION_DEADLINE_MS = 20_000;
/** A long receipt's items are some kilobytes. */
const VISION_ANSWER_BYTES_MAX = 256 * 1_024;
/** A person waits meanwhile: one try, and both together with the pause between them. */
const TEXT_TRY_MS = 3_500;
const TEXT_DEADLINE_MS = 8_000;
/** A guess is a few hundred bytes; what is larger is none. */
const TEXT_ANSWER_BYTES_MAX = 64 * 1_024;
/** One more try within the call; beyond it the outbox decides. */
const RETRIES_MAX = 1;

export type AiSettings = {
  api_key: string;
  base_url: string | null;
  speech_model: string;
  text_model: string;
  vision_model: string;
  fetch: typeof fetch;
};

export type Ai = { hear: Speech; see: Vision; tell: Tell };

/** The models of one OpenAI-compatible service. Each throws where a later try may go better. */
export function openAi(settings: AiSettings): Ai {
  const client = new OpenAI({
    apiKey: settings.api_key,
    baseURL: settings.base_url,
    maxRetries: RETRIES_MAX,
    fetch: settings.fetch,
    logLevel: "off",
  });
  const sighted = client.withOptions({ fetch: cutOff(settings.fetch, VISION_ANSWER_BYTES_MAX) });
  const brief = client.withOptions({ fetch: cutOff(settings.fetch, TEXT_ANSWER_BYTES_MAX) });
  return {
    hear: (bytes, mimeType) => hear(client, settings.speech_model, { bytes, mimeType }),
    see: (picture) => see(sighted, settings.vision_model, picture),
    tell: (asked) => tell(brief, settings.text_model, asked),
  };
}

type Sound = { bytes: Uint8Array<ArrayBuffer>; mimeType: string };

/** The name decides, not the bytes: `.opus` and `.oga` are refused where `.ogg` is taken. */
async function hear(client: OpenAI, model: string, { bytes, mimeType }: Sound): Promise<Heard> {
  const type = mimeType.split(";")[0]?.trim() ?? "audio/ogg";
  const extension = EXTENSIONS[type] ?? "ogg";
  const file = await toFile(bytes, `voice.${extension}`, { type: extension === "ogg" ? "audio/ogg" : type });
  try {
    const told: Told = await client.audio.transcriptions.create(
      { file, model, ...asksOf(model) },
      { timeout: SPEECH_TIMEOUT_MS },
    );
    return { outcome: "text", text: told.text, unsure: isUnsure(told) };
  } catch (fault) {
    const outcome = fault instanceof APIError ? REFUSALS.get(Number(fault.status)) : undefined;
    if (!outcome) throw fault;
    return { outcome, reason: `status_${(fault as APIError).status}` };
  }
}

type Told = { text: string; logprobs?: { logprob?: number }[]; segments?: Segment[] };

/** What may be asked of which model: a parameter of another one is refused with 400. */
function asksOf(model: string): Partial<TranscriptionCreateParamsNonStreaming> {
  if (model.startsWith("gpt-transcribe")) return { languages: ["es"], keywords: [...KEYWORDS] };
  if (/^gpt-4o(?:-mini)?-transcribe(?!-diarize)/.test(model)) return { language: "es", include: ["logprobs"] };
  if (model === "whisper-1") return { language: "es", response_format: "verbose_json" };
  return { language: "es" };
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

async function see(client: OpenAI, model: string, picture: Picture): Promise<Sight | null> {
  const url = `data:${picture.mime_type};base64,${toBase64(picture.bytes)}`;
  const paper =
    picture.mime_type === "application/pdf"
      ? ({ type: "file", file: { filename: "paper.pdf", file_data: url } } as const)
      : ({ type: "image_url", image_url: { url, detail: "high" } } as const);
  const signal = AbortSignal.timeout(VISION_DEADLINE_MS);
  const completion = client.chat.completions.create(
    {
      model,
      messages: [
        { role: "system", content: SIGHT_PROMPT },
        { role: "user", content: [{ type: "text", text: besidePicture(picture) }, paper] },
      ],
      response_format: zodResponseFormat(Sight, "paper"),
    },
    { timeout: VISION_TRY_MS, signal },
  );
  return orNothing(async () => sightIn(await Promise.race([completion, ended(signal)])));
}

async function tell(client: OpenAI, model: string, asked: Asked): Promise<Guess | null> {
  const { categories } = asked.open;
  const signal = AbortSignal.timeout(TEXT_DEADLINE_MS);
  const completion = client.chat.completions.create(
    {
      model,
      messages: [
        { role: "system", content: TELL_PROMPT },
        { role: "user", content: questionOf(asked) },
      ],
      response_format: zodResponseFormat(guessShape(categories), "guess"),
    },
    { timeout: TEXT_TRY_MS, signal },
  );
  return orNothing(async () => guessIn(await Promise.race([completion, ended(signal)]), categories));
}

/** What is no JSON is no answer; any other fault is thrown in words of ours. */
async function orNothing<T>(answer: () => Promise<T | null>): Promise<T | null> {
  try {
    return await answer();
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    // oxlint-disable-next-line preserve-caught-error -- the cause may quote what was sent, and logs read errors
    throw new Error(reasonOf(fault));
  }
}

/** Why there is no answer, in our words: what a service says may repeat what it was told. */
function reasonOf(fault: unknown): string {
  if (fault instanceof APIError && fault.status !== undefined) return `status_${fault.status}`;
  return fault instanceof Error ? fault.name : "unknown";
}

/**
 * A `fetch` whose answers are read whole within the call's own time, and not beyond `max` bytes: the client's time-out
 * ends with the headers. A body that is too large is no JSON; no header of it is believed but its type.
 */
function cutOff(fetch: AiSettings["fetch"], max: number): AiSettings["fetch"] {
  return async (input, init) => {
    const response = await fetch(input, init);
    const signal = init?.signal;
    const body = await (signal ? Promise.race([readBody(response, max), ended(signal)]) : readBody(response, max));
    return new Response(body ?? "", { status: response.status, headers: { "content-type": "application/json" } });
  };
}

/** Never resolves; rejects when the signal says that time is over. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(new DOMException("it took too long", "AbortError"));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

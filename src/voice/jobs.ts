import { AUDIO_BYTES_MAX, type Speech } from "#ai";
import type { Channel, MediaRef } from "#channels";
import { logEvent } from "#telemetry";
import { soundOf } from "./duration.ts";
import type { VoiceOutcome } from "./outcome.ts";

export type VoiceJob = { tenant_id: string; media: MediaRef; line: string };

export type VoicePorts = {
  media: Channel["media"];
  bucket: R2Bucket;
  /** Null where no transcription service is configured. */
  speech: Speech | null;
};

/**
 * A voice note: fetched once and kept, then heard. Throws where a later try may go better; the conversation's outbox
 * dispatches it again.
 */
export async function transcribe(job: VoiceJob, ports: VoicePorts): Promise<VoiceOutcome> {
  const audio = await keptAudio(job, ports);
  if (!audio) return { outcome: "failed", reason: "media_lost" };
  if (!ports.speech) return { outcome: "parked" };
  const { container, seconds } = soundOf(audio.bytes);
  if (seconds !== null && seconds > VOICE_SECONDS_MAX) {
    logEvent("voice.too_long", { seconds: Math.round(seconds) });
    return { outcome: "too_long" };
  }
  const heard = await ports.speech(audio.bytes, TYPES[container] ?? audio.mime_type);
  if (heard.outcome === "text") return { outcome: "transcript", text: heard.text, unsure: heard.unsure };
  logEvent("voice.refused", { outcome: heard.outcome, reason: heard.reason });
  return heard.outcome === "locked" ? { outcome: "parked" } : { outcome: "failed", reason: heard.reason };
}

/** A movement is told in ten seconds, a whole day in two minutes. */
export const VOICE_SECONDS_MAX = 300;

/** The type of what it is, not of what it is said to be. */
const TYPES: Readonly<Record<string, string>> = {
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  wav: "audio/wav",
  webm: "audio/webm",
};

type Audio = { bytes: Uint8Array<ArrayBuffer>; mime_type: string };

/** From our own store where it was kept before (Meta keeps media about a week), else from the channel. */
async function keptAudio(
  { tenant_id, media, line }: VoiceJob,
  { bucket, media: fetchMedia }: VoicePorts,
): Promise<Audio | null> {
  const key = `t/${tenant_id}/voice/${media.id}`;
  const kept = await bucket.get(key);
  if (kept) {
    return {
      bytes: new Uint8Array(await kept.arrayBuffer()),
      mime_type: kept.httpMetadata?.contentType ?? DEFAULT_TYPE,
    };
  }
  const fetched = await fetchMedia(media, line);
  if (!fetched.ok) {
    if (fetched.error.reason === "unavailable") throw new Error(`voice media unavailable: ${fetched.error.reason}`);
    logEvent("voice.media_lost", { reason: fetched.error.reason });
    return null;
  }
  const { bytes, sha256 } = fetched.value;
  if (bytes.length > AUDIO_BYTES_MAX) return null;
  const mime_type = fetched.value.mime_type ?? media.mime_type ?? DEFAULT_TYPE;
  await bucket.put(key, bytes, { sha256, httpMetadata: { contentType: mime_type } });
  return { bytes, mime_type };
}

const DEFAULT_TYPE = "audio/ogg";

/** Spoken words of a voice note, as a service heard them. */
export type Heard =
  /** `unsure`: the service itself hardly believes in its words. */
  | { outcome: "text"; text: string; unsure: boolean }
  /** The service refuses these bytes and always will (400). */
  | { outcome: "refused"; reason: string }
  /** The key does not open the service (401, 403): as good as none. */
  | { outcome: "locked"; reason: string };

/** What shopkeepers say and a general ear mishears; for the services that take a list of words. */
export const KEYWORDS: readonly string[] = (
  "luca, lucas, palo, gamba, quina, boleta, factura, IVA, bencina, fiado, abono, transferencia, RUT, vendí, gasté, " +
  "pagué, compré, me deben, le debo, arriendo, saldo"
).split(", ");

/** Mean log probability of the tokens: below it more than every third word is a guess. */
const TOKEN_LOGPROB_MIN = -0.5;
/** Whisper's own thresholds are -1 and 0.6; beyond both of them it throws a segment away. These ask a little earlier. */
const SEGMENT_LOGPROB_MIN = -0.8;
const NO_SPEECH_MAX = 0.5;

/** Times in seconds from the beginning. */
export type Segment = { start?: number; end?: number; avg_logprob?: number; no_speech_prob?: number };

/**
 * Whether what a service says of its own words is too little to book on: few of them believed, over all that was said,
 * or some heard where nobody spoke. One that says nothing is believed. Pure.
 */
export function isUnsure(told: { logprobs?: readonly { logprob?: number }[]; segments?: readonly Segment[] }): boolean {
  const tokens = (told.logprobs ?? []).flatMap(({ logprob }) => logprob ?? []);
  const mean = tokens.reduce((sum, logprob) => sum + logprob, 0) / tokens.length;
  if (mean < TOKEN_LOGPROB_MIN) return true;
  const segments = told.segments ?? [];
  return meanLogprob(segments) < SEGMENT_LOGPROB_MIN || segments.some(isSilence);
}

/** A segment that is likely silence and whose words are guesses: what a model writes then was said by nobody. */
function isSilence({ avg_logprob = 0, no_speech_prob = 0 }: Segment): boolean {
  return no_speech_prob > NO_SPEECH_MAX && avg_logprob < SEGMENT_LOGPROB_MIN;
}

/** Over the seconds of the segments: an «eh» at the end is not half of what was said. 0 where nothing is told. */
function meanLogprob(segments: readonly Segment[]): number {
  let [sum, seconds] = [0, 0];
  for (const segment of segments) {
    const length = secondsOf(segment);
    sum += (segment.avg_logprob ?? 0) * length;
    seconds += length;
  }
  return seconds === 0 ? 0 : sum / seconds;
}

/** A segment of unknown length counts as one second. */
function secondsOf({ start, end }: Segment): number {
  return start !== undefined && end !== undefined && end > start ? end - start : 1;
}

/** Throws where a later try may go better (429, 5xx, network). @param bytes an Ogg/Opus file, or another audio of WhatsApp */
export type Speech = (bytes: Uint8Array<ArrayBuffer>, mimeType: string) => Promise<Heard>;

/** WhatsApp's own limit for audio. */
export const AUDIO_BYTES_MAX = 16 * 1024 * 1024;

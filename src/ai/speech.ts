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
/** Whisper's own thresholds are -1 and 0.6, beyond which it throws a segment away; these ask a little earlier. */
const SEGMENT_LOGPROB_MIN = -0.8;
const NO_SPEECH_MAX = 0.5;

export type Segment = { avg_logprob?: number; no_speech_prob?: number };

/** Whether what a service says of its own words is too little to book on. One that says nothing is believed. Pure. */
export function isUnsure(told: { logprobs?: readonly { logprob?: number }[]; segments?: readonly Segment[] }): boolean {
  const tokens = (told.logprobs ?? []).flatMap(({ logprob }) => logprob ?? []);
  const mean = tokens.reduce((sum, logprob) => sum + logprob, 0) / tokens.length;
  if (mean < TOKEN_LOGPROB_MIN) return true;
  return (told.segments ?? []).some(
    ({ avg_logprob = 0, no_speech_prob = 0 }) => avg_logprob < SEGMENT_LOGPROB_MIN || no_speech_prob > NO_SPEECH_MAX,
  );
}

/** Throws where a later try may go better (429, 5xx, network). @param bytes an Ogg/Opus file, or another audio of WhatsApp */
export type Speech = (bytes: Uint8Array<ArrayBuffer>, mimeType: string) => Promise<Heard>;

/** WhatsApp's own limit for audio. */
export const AUDIO_BYTES_MAX = 16 * 1024 * 1024;

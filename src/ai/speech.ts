/** Spoken words of a voice note, as a service heard them. */
export type Heard =
  | { outcome: "text"; text: string }
  /** The service refuses these bytes and always will (400). */
  | { outcome: "refused"; reason: string }
  /** The key does not open the service (401, 403): as good as none. */
  | { outcome: "locked"; reason: string };

/** Throws where a later try may go better (429, 5xx, network). @param bytes an Ogg/Opus file, or another audio of WhatsApp */
export type Speech = (bytes: Uint8Array<ArrayBuffer>, mimeType: string) => Promise<Heard>;

/** WhatsApp's own limit for audio. */
export const AUDIO_BYTES_MAX = 16 * 1024 * 1024;

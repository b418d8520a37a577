// What came of a voice note, as the conversation hears it.

export type VoiceOutcome =
  | { outcome: "transcript"; text: string }
  /** Kept, and tried again when a transcription service is configured. */
  | { outcome: "parked" }
  | { outcome: "failed"; reason: string };

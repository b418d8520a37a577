// What came of a voice note, as the conversation hears it.

export type VoiceOutcome =
  /** `unsure`: hardly understood; shown and confirmed before anything is booked. */
  | { outcome: "transcript"; text: string; unsure?: boolean }
  /** Kept, and tried again when a transcription service is configured. */
  | { outcome: "parked" }
  /** Longer than anybody pays to hear. */
  | { outcome: "too_long" }
  | { outcome: "failed"; reason: string };

import type { Extraction, UnreadableCode } from "./extraction.ts";

// What came of a document that somebody sent, as the conversation hears it.

export type DocumentTrouble = UnreadableCode | "timeout" | "media_lost";

export type DocumentOutcome =
  | { outcome: "read"; document_id: string; extraction: Extraction }
  /** The same file, or the same folio of the same issuer, came before. */
  | { outcome: "duplicate"; document_id: string }
  | { outcome: "trouble"; document_id: string | null; trouble: DocumentTrouble };

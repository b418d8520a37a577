import type { Guess } from "#ai";
import type { DocumentState, PaperOutcome } from "#documents";
import type { MediaRef } from "#channels";
import type { Entry } from "#ledger";
import type { Reminder } from "#reminders";
import type { ClaimLine, FileFaults, FileTold, RunTrouble, SiiNews, TriedOut, ValidationTold } from "#sii";

// What a turn hears: a person's message, or the end of a job that an earlier message started.

export type Said =
  /** `unsure`: spoken words that were hardly understood. */
  | { kind: "text"; text: string; voice: boolean; unsure?: true }
  | { kind: "choice"; id: string; title: string }
  | { kind: "paper"; media: MediaRef; line: string; caption: string | null }
  /** `scanned`: its code was read by the scan page, for the document that it replaces where it does. */
  | { kind: "document"; caption: string | null; result: PaperOutcome; scanned?: { replaces: string | null } }
  | { kind: "voice_trouble"; trouble: "parked" | "failed" | "empty" | "too_long" }
  | { kind: "sii"; told: SiiTold }
  | { kind: "reaction" }
  | { kind: "edit"; text: string | null }
  | { kind: "revoke" }
  | { kind: "address"; phone: string | null; user_id: string | null }
  | { kind: "other"; what: "sticker" | "location" | "contacts" | "order" | "video" | "empty" | "other" };

/** What the tax service's room has to tell: what came of connecting, or what a sync brought. */
export type SiiTold =
  | { about: "connected"; rut: string; tried: TriedOut }
  | { about: "news"; news: SiiNews; file?: { documents: number; faults: FileFaults } }
  /** A sync that somebody waits for goes on at `resumes_at`, epoch ms. */
  | { about: "waiting"; reason: RunTrouble; resumes_at: number }
  | { about: "validation"; told: ValidationTold }
  | { about: "reminder"; reminder: Extract<Reminder, { what: "f29" }> }
  | { about: "reminder"; reminder: Extract<Reminder, { what: "acceptance" }>; line: ClaimLine }
  | FileTold;

/** A button that takes back all that these messages of the person booked: `undo_of:<message id>,<message id>`. */
export const UNDO_OF = "undo_of:";

/** The message that is replied to, and the papers that it brought or shows, as the books have them. */
export type Quoted = { message_id: string; papers: { document_id: string; state: DocumentState }[] };

/** The words are a reply to a message that brought a paper or shows one. */
export function quotesPaper({ quoted }: Heard): boolean {
  return quoted !== undefined && quoted.papers.length > 0;
}

/** The words are of a message that tells of an entry, be it one that was taken back: that is meant, and nothing that is open. */
export function quotesEntry({ about, gone }: Heard): boolean {
  return about !== null || gone;
}

export type Heard = {
  /** The person's message; a job's end carries the id of the message that started it. */
  id: string;
  /** When the person sent it, epoch ms. */
  at: number;
  said: Said;
  /** The live entry that the replied-to, edited or deleted message speaks of. */
  about: Entry | null;
  /** It speaks of an entry that was taken back before. */
  gone: boolean;
  /** Of words that reply to a message. */
  quoted?: Quoted;
  /** What a model makes of a text that the rules leave open. Never kept. */
  guess?: Guess;
};

import type { Extraction, QualityProblem, Unreadable, UnreadableCode } from "./extraction.ts";
import type { Earlier } from "./twins/store.ts";

// What came of a document that somebody sent, as the conversation hears it.

/** `too_many_pages`, `too_many_documents`: what is `too_large` by them, whatever its bytes. */
export type DocumentTrouble = UnreadableCode | "timeout" | "media_lost" | "too_many_pages" | "too_many_documents";

/** Why a file could not be read, as its sender is told. */
export function troubleOf({
  code,
  pages,
  documents,
}: Pick<Unreadable, "code" | "pages" | "documents">): DocumentTrouble {
  if (documents !== undefined) return "too_many_documents";
  return pages === undefined ? code : "too_many_pages";
}

/** What came of a file: of the document it is, or of each that it holds. */
export type PaperOutcome = DocumentOutcome | { outcome: "several"; documents: DocumentOutcome[] };

export type FileOutcome = PaperOutcome | ListTaken;

/** It is no paper but a list that another room knows; what that room has to tell, in its own words. */
export type ListTaken = { outcome: "list"; told: unknown };

export function outcomesIn(outcome: PaperOutcome): DocumentOutcome[] {
  return outcome.outcome === "several" ? outcome.documents : [outcome];
}

export type DocumentOutcome =
  /** `maybe`: it looks like this earlier one, and somebody must say whether it is. */
  | { outcome: "read"; document_id: string; extraction: Extraction; maybe?: Earlier | undefined }
  /** The tax service listed it before, and it was booked then; that entry has its paper now. */
  | { outcome: "listed"; document_id: string; extraction: Extraction; entry_id: string }
  /** The same file, stamp, or folio of the same issuer, came before. `altered`: and this copy is not what was issued. */
  | { outcome: "duplicate"; document_id: string; earlier?: Earlier | undefined; altered?: true }
  /** `problems`: what a better picture would not have. */
  | {
      outcome: "trouble";
      document_id: string | null;
      trouble: DocumentTrouble;
      problems?: QualityProblem[] | undefined;
      /** Nothing on the picture looks like a paper: a camera that looks again finds none. */
      blank?: true | undefined;
    };

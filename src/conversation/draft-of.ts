import {
  answered,
  conceptOfPaper,
  creditOf,
  termAnswered,
  termOf,
  wayOf,
  type Extraction,
  type KeptDocument,
} from "#documents";
import type { Draft } from "./dialogue.ts";

export type PaperAtHand = {
  document_id: string;
  message_id: string;
  extraction: Extraction;
  /** The business's own: what it issued itself is a sale. */
  own_tax_id: string | null;
};

/** A paper as it is shown and confirmed. */
export function draftOf({ document_id, message_id, extraction, own_tax_id }: PaperAtHand): Draft {
  const credit = creditOf(extraction);
  return {
    document_id,
    message_id,
    extraction,
    concept: conceptOfPaper(extraction),
    type: wayOf(extraction, own_tax_id),
    ...(credit && { credit }),
  };
}

/** A paper as it is kept, with what was answered of it; `blank` stands for one of which nothing was read. */
export function draftOfKept(
  document: KeptDocument,
  { message_id, own_tax_id, blank }: { message_id: string; own_tax_id: string | null; blank: Extraction },
): Draft {
  const read = document.extraction ?? blank;
  const extraction = answered(read, document.answers);
  const { credit: _, ...draft } = draftOf({ document_id: document.id, message_id, extraction, own_tax_id });
  const credit = termOf(extraction, document.answers);
  const term = termAnswered(document.answers) !== undefined && { term: true as const };
  return {
    ...draft,
    ...(credit && { credit }),
    ...term,
    read: structuredClone(extraction.fields),
    declined: document.declined,
  };
}

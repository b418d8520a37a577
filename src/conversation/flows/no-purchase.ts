import type { ClassifyRequest } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { closeDocument, newestPaper } from "./draft.ts";
import { filePaper } from "./paper.ts";
import { plainly } from "./plainly.ts";
import { whyUnbooked } from "./unbooked.ts";

/**
 * «anotar gasto», «la compré» under a paper with which nothing was sold (a test stamp, a dispatch guide, a quotation):
 * the money was spent all the same, and no tax comes back of it.
 */
export function answerNoPurchase(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  if (!open || !whyUnbooked(open.draft) || !ANYWAY.test(plainly(request.text))) return false;
  if (open.draft.extraction.fields.total_minor === null) {
    open.editing = true;
    mind.parts.push({ part: "document_missing_total" });
    return true;
  }
  closeDocument(mind, open);
  // Whatever is printed on it, and whoever issued it: nothing was sold, and nobody is owed.
  const { credit: _, ...draft } = open.draft;
  filePaper(mind, item, { draft: { ...draft, type: "egreso" }, verdict: null });
  return true;
}

const ANYWAY = new RegExp(
  [
    "^(?:(?:si|yes|sim) )?(?:anotar|anota|anote|anotalo|registrar|record)(?: (?:el|como|o|the|it as|un|an))? (?:gasto|despesa|expense)$",
    "^(?:(?:si|sim) )?(?:(?:ya|ja|igual) )*(?:(?:la|lo|a|o) )?(?:compre|compramos|pague|pagamos|comprei|paguei)(?: (?:ya|igual))*$",
    "^(?:yes )?i (?:bought|paid for) it$",
  ].join("|"),
);

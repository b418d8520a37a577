import type { ClassifyRequest } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { closeDocument, newestPaper } from "./draft.ts";
import { filePaper } from "./paper.ts";
import { plainly } from "./plainly.ts";
import { whyUnbooked } from "./unbooked.ts";
import { hearYesOrNo } from "./yes-or-no.ts";

/**
 * «anotar gasto», «la compré» under a paper with which nothing was sold (a test stamp, a dispatch guide, a quotation):
 * the money was spent all the same, and no tax comes back of it.
 */
export function answerNoPurchase(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const said = plainly(request.text);
  if (!open) return false;
  const why = whyUnbooked(open.draft);
  if (!why) return open.draft.type === "egreso" && RECORD.test(said) && agree(mind, item);
  if (!RECORD.test(said) && !BOUGHT.test(said)) return false;
  if (open.draft.extraction.fields.total_minor === null) {
    open.editing = true;
    mind.parts.push({ part: "document_missing_total" });
    return true;
  }
  closeDocument(mind, open);
  const { credit, ...draft } = open.draft;
  // A test stamp proves no sale, and what is printed beside it still tells when it is paid; of the others, and of what
  // somebody says to have paid, nobody is owed.
  const isOwed = why === "test" && draft.type === "egreso" && !BOUGHT.test(said);
  filePaper(mind, item, {
    draft: { ...draft, type: "egreso", ...(isOwed && credit && { credit }) },
    verdict: null,
  });
  return true;
}

/** Under a paper that proves a purchase the same words are «sí». */
function agree(mind: Mind, item: Heard): true {
  hearYesOrNo(mind, item, "si");
  return true;
}

const RECORD =
  /^(?:(?:si|yes|sim|dale|ok) )?(?:anotar|anota|anote|anotalo|anotala|registrar|registra|record|book)(?: (?:el|la|como|o|the|it as|un|una|an|este|ese|esta|mi))? (?:gasto|egreso|compra|despesa|expense)(?: (?:porfa|por favor|gracias|please|po))*$/;

const BOUGHT = new RegExp(
  [
    "^(?:(?:si|sim) )?(?:(?:ya|ja|igual) )*(?:(?:la|lo|a|o) )?(?:compre|compramos|pague|pagamos|comprei|paguei)(?: (?:ya|igual))*$",
    "^(?:yes )?i (?:bought|paid for) it$",
  ].join("|"),
);

import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { discardDocument, newestPaper } from "./draft.ts";
import { isNamed, removalNamed } from "./undo.ts";

/**
 * «borra la boleta», «elimina esa foto» under a card: the paper that waits goes, and nothing that was booked before it
 * was shown. False where the words name something else.
 */
export function discardNamed(mind: Mind, item: Heard, text: string): boolean {
  const named = removalNamed(text);
  const open = named === null ? null : newestPaper(mind, item);
  if (named === null || !open || open.at < (mind.dialogue.last?.at ?? 0)) return false;
  const { type, concept, extraction } = open.draft;
  const paper = { type, concept, counterparty: extraction.fields.merchant };
  if (!PAPER.test(named) && !isNamed(paper, named)) return false;
  discardDocument(mind, open);
  mind.dialogue.undone = true;
  return true;
}

/** Whatever kind of paper it is: a person names the photo as well as what is on it. */
const PAPER =
  /^(?:foto(?:grafia)?|imagen|imagem|pdf|archivo|arquivo|documento?|papel|boleta|factura|fatura|nota fiscal|cupom|recibo|comprobante|ticket|tique|photo|picture|image|file|paper|receipt|invoice|bill|document)s?$/;

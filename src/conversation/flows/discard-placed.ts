import type { ClassifyRequest } from "#language";
import { newestOf, type WaitingPaper } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { discardDocument } from "./draft.ts";
import { dropPaper } from "./paper.ts";
import { removalPlaced } from "./place.ts";
import { closeQueue, holdsPaper, known, listOpen, listPapers } from "./queue.ts";
import { openDocuments } from "./which.ts";

/**
 * «borra la 1», «la segunda bórrala»: that one of the list goes. Where none was shown nobody knows which is meant, unless
 * one paper waits alone: they are listed. False where no paper waits, and for all other words.
 */
export function discardPlaced(mind: Mind, item: Heard, { text }: ClassifyRequest): boolean {
  const named = quotesEntry(item) ? null : removalPlaced(text);
  const queue = mind.dialogue.open.find((each) => each.kind === "queue");
  // «borra el último» is what came last, unless the list did.
  if (!named || (named.place < 0 && newestOf(mind.dialogue.open) !== queue)) return false;
  const documents = openDocuments(mind);
  const paper = queue?.papers.at(named.place < 0 ? named.place : named.place - 1);
  const [only, ...more] = documents;
  if (paper) discardListed(mind, item, paper);
  else if (!only) return false;
  else if (more.length === 0 && named.place === 1) discardDocument(mind, only);
  else listOpen(mind, item);
  return true;
}

function discardListed(mind: Mind, item: Heard, { draft }: WaitingPaper): void {
  const { document_id } = draft;
  const open = mind.dialogue.open.find((each) => holdsPaper(each, document_id));
  const left = mind.books.waiting.filter((paper) => paper.draft.document_id !== document_id);
  if (open?.kind === "document") discardDocument(mind, open);
  else if (open?.kind === "paper") dropPaper(mind, open);
  else if (left.length === mind.books.waiting.length) mind.parts.push({ part: "document_settled" });
  else {
    mind.effects.push({ kind: "settle_document", document_id, state: "discarded" });
    mind.parts.push({ part: "discarded" });
  }
  // The others have other numbers from now on.
  closeQueue(mind);
  if (left.length > 1)
    listPapers(
      mind,
      item,
      left.map((paper) => known(mind, paper)),
    );
}

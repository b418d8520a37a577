import type { ClassifyRequest } from "#language";
import { newestOf, type Open, type WaitingPaper } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { openDraft } from "./draft-entry.ts";
import { askPaper } from "./paper.ts";
import { placeNamed } from "./place.ts";
import { plainly } from "./plainly.ts";
import { tellReading } from "./still-reading.ts";
import { chooseDocument, openDocuments } from "./which.ts";

// «pendientes»: the papers that wait, numbered; a number takes one up again.

/** What stands for the message of a paper that is taken up from the queue: whoever brought it, it has one of its own. */
export const QUEUED = "doc-";

/** As many as are listed; the rest are counted. */
export const QUEUE_SHOWN_MAX = 9;

/** The words as the command that lists what waits. */
export function isQueueCommand(text: string): boolean {
  return COMMAND.test(plainly(text));
}

const COMMAND = new RegExp(
  [
    "^(?:(?:ver|muestrame|mostrame|mostrar|dime|decime|lista(?:r|do)?|cuales son|que) )?(?:de )?(?:mis |los |las )?" +
      "(?:(?:documentos|papeles|boletas|facturas|comprobantes|fotos) )?(?:pendientes|por confirmar|por revisar|sin confirmar)(?: por confirmar| de confirmar| hay| tengo)?$",
    "^(?:que|cuales)(?: \\w+)? (?:esta|estan|tengo|hay|falta|faltan|queda|quedan) (?:pendientes?|por confirmar|por revisar)$",
    "^(?:(?:ver|mostra|mostre|quais sao|lista de) )?(?:os |meus )?(?:documentos |papeis )?(?:pendentes|a confirmar)$",
    "^(?:(?:show|list|see|what are) )?(?:my |the )?(?:pending|waiting)(?: (?:documents|papers|receipts|invoices))?$|^what is (?:pending|waiting)$",
  ].join("|"),
);

/** Lists what waits. False where the words are no such command. */
export function hearQueueCommand(mind: Mind, item: Heard, text: string): boolean {
  if (!isQueueCommand(text)) return false;
  const papers = mind.books.waiting.map((paper) => known(mind, paper));
  const isReading = tellReading(mind, item);
  if (!isReading || papers.length > 0) listPapers(mind, item, papers);
  else closeQueue(mind);
  return true;
}

/** Shows papers with their numbers, by which they are named from then on. */
export function listPapers(mind: Mind, item: Heard, papers: WaitingPaper[]): void {
  closeQueue(mind);
  if (papers.length > 0)
    mind.dialogue.open.push({ kind: "queue", papers: papers.slice(0, QUEUE_SHOWN_MAX), at: item.at });
  mind.parts.push({ part: "waiting_documents", papers });
}

/** The papers that were shown in this conversation, with numbers. */
export function listOpen(mind: Mind, item: Heard): void {
  const papers = openDocuments(mind).map(({ draft }): WaitingPaper => ({ draft, waits: "confirm", earlier: null }));
  listPapers(mind, item, structuredClone(papers));
}

export function closeQueue({ dialogue }: Mind): void {
  dialogue.open = dialogue.open.filter(({ kind }) => kind !== "queue");
}

/** As this conversation has it, where it is shown here already: with its corrections and its own message. */
export function known(mind: Mind, paper: WaitingPaper): WaitingPaper {
  const { document_id } = paper.draft;
  const open = mind.dialogue.open.find((each) => holdsPaper(each, document_id));
  return open && "draft" in open ? { ...paper, draft: open.draft } : paper;
}

export function holdsPaper(open: Open, documentId: string): boolean {
  return (open.kind === "document" || open.kind === "paper") && open.draft.document_id === documentId;
}

/** «2» to the list: that paper, asked about again. */
export function answerQueue(mind: Mind, item: Heard, { text }: ClassifyRequest): boolean {
  const open = newestOf(mind.dialogue.open);
  if (open?.kind !== "queue" || quotesEntry(item)) return false;
  const place = placeNamed(text)?.place ?? null;
  const paper = place === null ? undefined : open.papers.at(place < 0 ? place : place - 1);
  if (!paper) return false;
  takeUp(mind, item, paper);
  return true;
}

/** «sí» to the list: the one that stands first. False where no list was shown last. */
export function takeUpFirst(mind: Mind, item: Heard): boolean {
  const open = newestOf(mind.dialogue.open);
  const [first] = open?.kind === "queue" ? open.papers : [];
  if (first) takeUp(mind, item, first);
  return first !== undefined;
}

/** One that was settled since the list was shown (a button of its card, the API) is offered no more. */
function takeUp(mind: Mind, item: Heard, { draft, earlier }: WaitingPaper): void {
  const { document_id } = draft;
  mind.dialogue.open = mind.dialogue.open.filter((each) => each.kind !== "queue" && !holdsPaper(each, document_id));
  const waits = mind.books.waiting.some((each) => each.draft.document_id === document_id);
  if (!waits) return void mind.parts.push({ part: "document_settled" });
  if (earlier) return askPaper(mind, item, { draft, asked: { about: "twin", earlier } });
  mind.effects.push({ kind: "settle_document", document_id, state: "needs_confirmation" });
  openDraft(mind, item, draft);
  const opened = mind.dialogue.open.at(-1);
  if (opened?.kind === "document") chooseDocument(mind, opened);
}

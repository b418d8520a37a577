import {
  blankExtraction,
  completedBy,
  isForOther,
  isProvenPurchase,
  seemsTwoPapers,
  type Credit,
  type DocumentOutcome,
  type DocumentTrouble,
  type Extraction,
} from "#documents";
import { fold } from "#kernel";
import { classify, type Movement } from "#language";
import { categoryTaughtFor } from "#match";
import { shownAt, type Draft } from "../dialogue.ts";
import type { Heard, Said } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { draftOf } from "../draft-of.ts";
import { offerDiscard, showAgain } from "./draft.ts";
import { holdDraft, openDraft } from "./draft-entry.ts";
import { disownedIn } from "./not-mine.ts";
import { askAgain, askPaper, filePaper } from "./paper.ts";
import { bookMovements } from "./plan.ts";
import { holdsPaper } from "./queue.ts";
import { requestOf } from "./request.ts";
import { offerScanFor, offerScanInstead, photoOf, takePlace } from "./scan.ts";
import { tellTerm, termOfCaption } from "./term.ts";
import { whyUnbooked } from "./unbooked.ts";
import { wayOfCaption } from "./way.ts";

type DocumentSaid = Extract<Said, { kind: "document" }> & { result: DocumentOutcome };

/** A photo or PDF was read, or could not be: what its code proves is booked at once, anything else is confirmed. */
export function hearDocument(mind: Mind, item: Heard, said: DocumentSaid): void {
  const { result } = said;
  mind.reply_to = item.id;
  if (result.outcome === "read") {
    return hearRead(mind, item, { result, caption: said.caption, replaces: said.scanned?.replaces ?? null });
  }
  const caption = said.caption ? captionMovements(mind, item, said.caption) : [];
  if (result.outcome === "duplicate") return tellDuplicate(mind, item, { result, caption, text: said.caption });
  if (result.outcome === "listed") return void mind.parts.push({ part: "documents_before", count: 1, how: "listed" });
  if (caption.length > 0) return bookInstead(mind, item, { caption, document_id: result.document_id });
  if (result.blank) return void mind.parts.push({ part: "no_paper" });
  mind.parts.push({ part: "trouble", trouble: result.trouble, problem: result.problems?.[0] });
  if (result.document_id !== null && ASKS_TOTAL.has(result.trouble)) awaitTotal(mind, item, result.document_id);
  if (!said.scanned) offerScanInstead(mind, result);
}

type Repeated = {
  result: Extract<DocumentOutcome, { outcome: "duplicate" }>;
  caption: readonly Movement[];
  text: string | null;
};

/** What came before is not booked again, and one that still waits is shown again; what was written with it may be something else, and is named. */
function tellDuplicate(mind: Mind, item: Heard, { result: { earlier, altered }, caption, text }: Repeated): void {
  // It may be of a debt that was paid otherwise since: nobody guesses, and the words for it are told.
  const unheard = text !== null && OF_PAYING.test(fold(text)) ? { unheard: text.trim() } : {};
  const open = mind.dialogue.open.find((each) => earlier !== undefined && holdsPaper(each, earlier.id));
  const waits = open ? "here" : earlier?.waits && "elsewhere";
  mind.parts.push({
    part: "document_duplicate",
    earlier: earlier ?? null,
    ...unheard,
    ...(waits && { waits }),
    ...(altered && { altered }),
  });
  const of = caption.flatMap(({ amount_minor, currency }) =>
    amount_minor === null ? [] : [{ about: "amount" as const, money: { amount_minor, currency } }],
  );
  if (of.length > 0) mind.parts.push({ part: "dropped", of });
  if (open?.kind === "document") showAgain(mind, item, open);
  else if (open?.kind === "paper") askAgain(mind, item, open);
}

const OF_PAYING =
  /\b(?:pag(?:o|ue|ad[oa]s?|amos|aron|uei|a)|abon\w+|deb(?:o|emos)|devo|fiad[oa]|credito|prazo|paid|owe|credit)\b/;

/** The words tell what the picture did not, which is then waited for no more. */
function bookInstead(
  mind: Mind,
  item: Heard,
  { caption, document_id }: { caption: readonly Movement[]; document_id: string | null },
): void {
  if (document_id !== null) mind.effects.push({ kind: "settle_document", document_id, state: "discarded" });
  bookMovements(mind, item, caption);
}

/** Troubles whose answer asks for the amount. */
const ASKS_TOTAL: ReadonlySet<DocumentTrouble> = new Set<DocumentTrouble>(["unreadable", "timeout"]);

/** A paper that nobody could read waits for its amount, as one of which only the total is missing. */
function awaitTotal({ dialogue }: Mind, item: Heard, document_id: string): void {
  const { country = "CL", tax_id: own_tax_id = null } = dialogue.membership ?? {};
  const draft = draftOf({ document_id, message_id: item.id, extraction: blankExtraction(country), own_tax_id });
  for (const each of dialogue.open) if (each.kind === "document") each.editing = false;
  // Many a photo is of no paper at all: whoever does not answer is not reminded.
  dialogue.open.push({ kind: "document", draft, editing: true, at: shownAt(dialogue, item.at), mentioned: true });
}

type Read = {
  result: Extract<DocumentOutcome, { outcome: "read" }>;
  caption: string | null;
  /** The document for which its code was scanned. */
  replaces: string | null;
};

function hearRead(mind: Mind, item: Heard, { result, caption, replaces }: Read): void {
  const photo = photoOf(mind, replaces, result.extraction);
  // What a code says of the paper, and its photo what the code leaves out.
  const extraction = photo ? completedBy(result.extraction, photo.extraction) : result.extraction;
  const place = takePlace(mind, replaces, extraction);
  if (place === "booked") {
    mind.effects.push({ kind: "settle_document", document_id: result.document_id, state: "discarded" });
    return void mind.parts.push({ part: "document_duplicate", earlier: null });
  }
  const ownTaxId = mind.dialogue.membership?.tax_id ?? null;
  const { document_id, maybe } = result;
  const draft = draftOfReading(mind, { document_id, message_id: item.id, extraction });
  if (caption !== null) hearCaption(mind, item, { draft, caption });
  if (photo?.term) keepTerm(mind, item, { draft, credit: photo.credit });
  if (maybe) return askPaper(mind, item, { draft, asked: { about: "twin", earlier: maybe } });
  // «lo compré pa la casa» beside it: it is asked at once, whatever a stamp proves.
  if (caption !== null && disownedIn(caption)) return offerDiscard(mind, item, holdDraft(mind, item, draft));
  if (place !== "doubted" && isProven(draft, ownTaxId)) return fileProven(mind, item, draft);
  openDraft(mind, item, draft);
  offerScanFor(mind, draft);
}

/** A paper as it was read, under the category that was learnt for its shop. */
export function draftOfReading(
  mind: Mind,
  read: { document_id: string; message_id: string; extraction: Extraction },
): Draft {
  const draft = draftOf({ ...read, own_tax_id: mind.dialogue.membership?.tax_id ?? null });
  const { fields } = draft.extraction;
  const seller = { name: fields.merchant, tax_id: fields.merchant_tax_id };
  fields.category = categoryTaughtFor(seller, { rules: mind.books.rules, side: "expense" }) ?? fields.category;
  draft.read = structuredClone(fields);
  return draft;
}

/** «la emití yo» beside it says another thing than the stamp seems to prove. */
export function isProven({ extraction, type }: Draft, ownTaxId: string | null): boolean {
  return type === "egreso" && isProvenPurchase(extraction, ownTaxId) && !isForOther(extraction, ownTaxId);
}

/** Filed at once, without a card; of another paper in the picture a word is said all the same. */
function fileProven(mind: Mind, item: Heard, draft: Draft): void {
  filePaper(mind, item, { draft, verdict: "authentic" });
  if (seemsTwoPapers(draft.extraction)) mind.parts.push({ part: "two_papers" });
}

/** How the photo is paid, as it was said under its card. */
function keepTerm(mind: Mind, item: Heard, { draft, credit }: { draft: Draft; credit: Credit | undefined }): void {
  if (credit) draft.credit = credit;
  else delete draft.credit;
  tellTerm(mind, item, draft);
}

/** The sender's words with a picture tell which way its money went or how it is paid, or fill what the paper leaves open. */
function hearCaption(mind: Mind, item: Heard, { draft, caption }: { draft: Draft; caption: string }): void {
  const request = requestOf(mind, { ...item, about: null }, { text: caption.trim(), voice: false });
  const told = { draft, request };
  if (!wayOfCaption(mind, item, told) && !termOfCaption(mind, item, told))
    addCaption(draft, captionMovements(mind, item, caption)[0]);
}

/** The movement that a caption states by itself («bencina 20 lucas»), if it does. */
function captionMovements(mind: Mind, item: Heard, caption: string): Movement[] {
  const reading = classify(requestOf(mind, { ...item, about: null }, { text: caption, voice: false }));
  const states = reading.type === "ingreso" || reading.type === "egreso";
  return states && !reading.needs_clarification ? reading.movements.slice(0, 1) : [];
}

/** The sender's own words fill what the paper left open; they never override what it proves. */
function addCaption(draft: Draft, movement: Movement | undefined): void {
  if (!movement) return;
  const { fields } = draft.extraction;
  if (movement.type === "ingreso" || movement.type === "egreso") draft.type = movement.type;
  if (whyUnbooked(draft) === "way" && movement.evidence.some(({ field }) => field === "type")) draft.way = "said";
  if (movement.type === "ingreso" && movement.counterparty !== null) draft.customer = movement.counterparty;
  fields.total_minor ??= movement.amount_minor;
  if (movement.amount_minor !== null && movement.amount_minor !== fields.total_minor) {
    draft.told_minor = movement.amount_minor;
  }
  fields.category ??= movement.category;
  draft.concept = movement.concept ?? draft.concept;
}

import { conceptOfPaper, doubtsOf } from "#documents";
import { addDays, fold, type CivilDate } from "#kernel";
import { classify, type ClassifyRequest, type Patch } from "#language";
import { likeness } from "#match";
import { draftAsLast, newestOf, shownAt, type Draft, type Open } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { barePatch } from "./bare.ts";
import { cardOf, settlesAnother } from "./draft-entry.ts";
import { learnCategory } from "./learn.ts";
import { isHalfOfFiled } from "./match-of.ts";
import { QUEUED } from "./queue.ts";
import { filePaper } from "./paper.ts";
import { localDate } from "./request.ts";
import { chooseDocument, openDocuments } from "./which.ts";
import { whyUnbooked } from "./unbooked.ts";

export type OpenDocument = Extract<Open, { kind: "document" }>;

/** Books a document as it stands, or asks for the total where none was read. */
export function confirmDocument(mind: Mind, item: Heard, open: OpenDocument): void {
  const { draft } = open;
  if (open.discards) return discardDocument(mind, open);
  // What was never sold is not booked because somebody says «sí» to whatever waits.
  if (whyUnbooked(draft)) {
    const of = [{ part: "waiting_document" as const, draft: structuredClone(draft) }];
    return void mind.parts.push({ part: "pending", how: "again", of });
  }
  if (draft.extraction.fields.total_minor === null) return askTotal(mind, open);
  if (settlesAnother(mind, draft) || isHalfOfFiled(mind, draft)) return showAgain(mind, item, open);
  closeDocument(mind, open);
  filePaper(mind, item, { draft, verdict: null });
}

/** Of one of several papers it is said which: its picture is quoted, and its shop named. */
function askTotal(mind: Mind, open: OpenDocument): void {
  open.editing = true;
  if (openDocuments(mind).length === 1) return void mind.parts.push({ part: "document_missing_total" });
  quote(mind, open.draft);
  const of = [{ part: "waiting_document" as const, draft: structuredClone(open.draft) }];
  mind.parts.push({ part: "pending", how: "again", of });
}

/**
 * «todos»: books those that were asked about in the same words. One with a question of its own is shown again, for «todos»
 * is no answer to it; said once more it is.
 */
export function confirmAll(mind: Mind, item: Heard, documents: readonly OpenDocument[]): void {
  for (const open of documents) {
    // Of a boleta and its voucher the second is asked about once the first is booked.
    const isHalf = isHalfOfFiled(mind, open.draft);
    // «todos» lets nothing go.
    if (!open.discards && !isHalf && (!asksOwn(open.draft) || open.apart)) confirmDocument(mind, item, open);
    else {
      showAgain(mind, item, open);
      open.apart = true;
    }
  }
}

/** Whether the total, the day or the year that was read is right. */
function asksOwn({ extraction, told_minor, last_year }: Draft): boolean {
  return told_minor !== undefined || last_year === true || doubtsOf(extraction).length > 0;
}

/** «no» to a document: the next words correct it. */
export function editDocument(mind: Mind, item: Heard, open: OpenDocument): void {
  // «no» to whether it is to go: then it is shown again.
  if (open.discards) return showAgain(mind, item, open);
  open.editing = true;
  open.at = shownAt(mind.dialogue, item.at);
  quote(mind, open.draft);
  mind.parts.push({ part: "document_edit" });
}

/** Asks whether a paper is to be let go: what was said of it leaves that open. */
export function offerDiscard(mind: Mind, item: Heard, open: OpenDocument): void {
  open.editing = false;
  open.discards = true;
  open.at = shownAt(mind.dialogue, item.at);
  chooseDocument(mind, open);
  quote(mind, open.draft);
  mind.parts.push({ part: "ask_discard", draft: structuredClone(open.draft) });
}

/** Lets a document go unbooked; its file is kept. */
export function discardDocument(mind: Mind, open: OpenDocument): void {
  closeDocument(mind, open);
  mind.effects.push({ kind: "settle_document", document_id: open.draft.document_id, state: "discarded" });
  mind.parts.push({ part: "discarded" });
}

/** Words that change a document under correction. False where they say something of their own. */
export function correctDraft(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = mind.dialogue.open.findLast((each) => each.kind === "document" && each.editing);
  if (open?.kind !== "document") return false;
  if (DISCARDING.test(fold(request.text))) {
    discardDocument(mind, open);
    return true;
  }
  const reading = classify(request);
  const bare = barePatch(request, open.draft);
  if (reading.type === "correccion" && reading.patch) amend(mind, item, { open, patch: reading.patch });
  else if (bare !== null) amend(mind, item, { open, patch: bare });
  else return false;
  if (reading.patch?.delete === true) {
    discardDocument(mind, open);
    return true;
  }
  showAgain(mind, item, open);
  return true;
}

/** «sí, pero eran 32»: the paper that was shown is right but for that, and is booked so. False for all other words. */
export function agreeWithChange(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  if (open === null || !YES_BUT.test(fold(request.text))) return false;
  const { type, patch, needs_clarification } = classify({ ...request, last: draftAsLast(open.draft) });
  if (type !== "correccion" || !patch || patch.delete || needs_clarification) return false;
  amend(mind, item, { open, patch });
  if (open.draft.last_year) showAgain(mind, item, open);
  else confirmDocument(mind, item, open);
  return true;
}

/** The paper that was shown last, where nothing else was asked since and no other message is meant. */
export function newestPaper({ dialogue }: Mind, item: Heard): OpenDocument | null {
  const open = newestOf(dialogue.open.filter((each) => CLAIMING.has(each.kind)));
  return open?.kind === "document" && !quotesEntry(item) ? open : null;
}

const YES_BUT =
  /^\s*(?:si|sip|ok|okey|ya|dale|claro|correcto|yes|sim)\b.*\b(?:pero|mas|but|salvo que|solo que|so que)\b/;

const CLAIMING: ReadonlySet<Open["kind"]> = new Set(["question", "asking", "document", "editing", "edited", "deleted"]);

/** «no, eran 45» after a paper was shown changes the paper; it is shown again. */
export function amendDocument(mind: Mind, item: Heard, { open, patch }: { open: OpenDocument; patch: Patch }): void {
  amend(mind, item, { open, patch });
  showAgain(mind, item, open);
}

/** An amount that may be the paper's, and is hardly like it: which of them is right is asked. */
export function askTold(
  mind: Mind,
  item: Heard,
  { open, amount_minor }: { open: OpenDocument; amount_minor: number },
): void {
  open.draft.told_minor = amount_minor;
  showAgain(mind, item, open);
}

/** «el folio es 2232». */
export function renumber(mind: Mind, item: Heard, { open, number }: { open: OpenDocument; number: string }): void {
  const { draft } = open;
  const isOwnConcept = draft.concept === conceptOfPaper(draft.extraction);
  draft.extraction.fields.number = number;
  if (isOwnConcept) draft.concept = conceptOfPaper(draft.extraction);
  showAgain(mind, item, open);
}

/** Whether a discount that was told is off the total already: «sí» to it is one to the paper. */
export function askDiscount(mind: Mind, item: Heard, open: OpenDocument): void {
  const { total_minor, currency } = open.draft.extraction.fields;
  if (total_minor === null) return;
  open.at = shownAt(mind.dialogue, item.at);
  chooseDocument(mind, open);
  quote(mind, open.draft);
  mind.parts.push({ part: "document_discount", total: { amount_minor: total_minor, currency } });
}

/** Another category for what a shop sells is kept for its next paper. */
function amend(mind: Mind, item: Heard, { open, patch }: { open: OpenDocument; patch: Patch }): void {
  const { category, merchant, merchant_tax_id } = open.draft.extraction.fields;
  const counterparty = merchant ?? merchant_tax_id;
  delete open.apart;
  delete open.discards;
  applyPatch(open.draft, patch);
  if (patch.date !== undefined) markYear(open.draft, { date: patch.date, today: localDate(mind, item.at), item });
  const { type } = open.draft;
  if (patch.category === undefined || type === "ingreso") return;
  const paper = { type, direction: null, loan: false, category, concept: null, counterparty };
  learnCategory(mind, item, { entry: paper, category: patch.category });
}

/** «fue el 3 de diciembre» in November: last year's is far away, and nobody sends a paper of tomorrow. */
function markYear(draft: Draft, { date, today, item }: { date: CivilDate; today: CivilDate; item: Heard }): void {
  const text = item.said.kind === "text" ? item.said.text : "";
  const isToCome = `${today.slice(0, YEAR_DIGITS)}${date.slice(YEAR_DIGITS)}` > today;
  if (isToCome && date < addDays(today, -FAR_DAYS) && !WITH_YEAR.test(text)) draft.last_year = true;
  else delete draft.last_year;
}

const YEAR_DIGITS = 4;
/** In January a day of December is meant; longer ago it may be a slip. */
const FAR_DAYS = 60;
const WITH_YEAR = /\b20\d{2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b|a[ñn]o pasado|ano passado|last year/i;

/** A paper that was corrected, or is right after all. */
export function showAgain(mind: Mind, item: Heard, open: OpenDocument): void {
  open.editing = false;
  delete open.discards;
  open.at = shownAt(mind.dialogue, item.at);
  chooseDocument(mind, open);
  quote(mind, open.draft);
  mind.parts.push(cardOf(mind, open.draft));
}

/** The message that brought it; one that was taken up from the queue has none at hand. */
function quote(mind: Mind, { message_id }: Draft): void {
  if (!message_id.startsWith(QUEUED)) mind.reply_to = message_id;
}

const DISCARDING = /^(descart\w*|cancel\w*|olvidalo|olvida|discard|esquec\w*)[.! ]*$/;

function applyPatch(draft: Draft, patch: Patch): void {
  const { fields, confidence } = draft.extraction;
  if (patch.amount_minor !== undefined) {
    // «el total es 12.500», as it was read: its tax is right as well.
    if (patch.amount_minor !== fields.total_minor) Object.assign(fields, { net_minor: null, tax_minor: null });
    fields.total_minor = patch.amount_minor;
    confidence.total = 1;
    delete draft.told_minor;
    delete draft.part_minor;
  }
  if (patch.date !== undefined) {
    fields.date = patch.date;
    confidence.date = 1;
  }
  if (patch.category !== undefined) fields.category = patch.category;
  if (patch.counterparty !== undefined) renameShop(draft, patch.counterparty);
  if (patch.type === "ingreso" || patch.type === "egreso") draft.type = patch.type;
}

/** Another seller has another tax id than the one that was read, unless a code proves it. */
function renameShop(draft: Draft, shop: string): void {
  const { extraction, concept } = draft;
  const { fields, authenticity } = extraction;
  const isOwnConcept = concept === conceptOfPaper(extraction);
  const isOther = fields.merchant !== null && likeness(fields.merchant, shop, []) === "other";
  if (isOther && authenticity.verdict !== "authentic") fields.merchant_tax_id = null;
  fields.merchant = shop;
  if (isOwnConcept) draft.concept = conceptOfPaper(extraction);
}

/** Nothing is asked of it any more; what becomes of it is the caller's to say. */
export function closeDocument(mind: Mind, open: OpenDocument): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open && each.kind !== "which");
}

import { conceptOfPaper, isOwnPaper, isProvenPurchase, type DocumentOutcome } from "#documents";
import { classify, type Movement } from "#language";
import type { Draft } from "../dialogue.ts";
import type { Heard, Said } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { entryOfDraft } from "./draft.ts";
import { categoryForShop } from "./learn.ts";
import { bookMovements } from "./plan.ts";
import { localDate, requestOf } from "./request.ts";
import { offerScanFor, offerScanInstead, takePlace } from "./scan.ts";

type DocumentSaid = Extract<Said, { kind: "document" }>;

/** A photo or PDF was read, or could not be: what its code proves is booked at once, anything else is confirmed. */
export function hearDocument(mind: Mind, item: Heard, said: DocumentSaid): void {
  const { result } = said;
  mind.reply_to = item.id;
  if (result.outcome === "duplicate") return void mind.parts.push({ part: "document_duplicate" });
  const caption = said.caption ? captionMovements(mind, item, said.caption) : [];
  if (result.outcome === "read")
    return hearRead(mind, item, { result, caption, replaces: said.scanned?.replaces ?? null });
  if (caption.length > 0) return bookMovements(mind, item, caption);
  mind.parts.push({ part: "trouble", trouble: result.trouble });
  if (!said.scanned) offerScanInstead(mind, result);
}

type Read = {
  result: Extract<DocumentOutcome, { outcome: "read" }>;
  caption: Movement[];
  /** The document for which its code was scanned. */
  replaces: string | null;
};

function hearRead(mind: Mind, item: Heard, { result, caption, replaces }: Read): void {
  const place = takePlace(mind, replaces, result.extraction);
  if (place === "booked") {
    mind.effects.push({ kind: "settle_document", document_id: result.document_id, state: "discarded" });
    return void mind.parts.push({ part: "document_duplicate" });
  }
  const ownTaxId = mind.dialogue.membership?.tax_id ?? null;
  const draft: Draft = {
    document_id: result.document_id,
    message_id: item.id,
    extraction: result.extraction,
    concept: conceptOfPaper(result.extraction),
    type: isOwnPaper(result.extraction.fields, ownTaxId) ? "ingreso" : "egreso",
  };
  const { fields } = draft.extraction;
  fields.category = categoryForShop(fields.merchant, mind.books.rules) ?? fields.category;
  addCaption(draft, caption[0]);
  if (place !== "doubted" && isProvenPurchase(draft.extraction, ownTaxId)) return bookAtOnce(mind, item, draft);
  for (const each of mind.dialogue.open) if (each.kind === "document") each.editing = false;
  mind.dialogue.open.push({
    kind: "document",
    draft,
    editing: draft.extraction.fields.total_minor === null,
    at: item.at,
  });
  mind.parts.push({ part: "draft", draft: structuredClone(draft) });
  offerScanFor(mind, draft);
}

function bookAtOnce(mind: Mind, item: Heard, draft: Draft): void {
  const entry = entryOfDraft(draft, localDate(mind, item.at));
  const ref =
    mind.effects.push({ kind: "book_document", document_id: draft.document_id, entry, message_id: item.id }) - 1;
  mind.parts.push({ part: "booked", ref, evidence: [], verdict: "authentic" });
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
  fields.total_minor ??= movement.amount_minor;
  fields.category ??= movement.category;
  draft.concept = movement.concept ?? draft.concept;
}

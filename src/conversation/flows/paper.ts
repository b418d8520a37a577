import { answersBetween, placeOfHalf, type FieldAnswer, type Papered } from "#documents";
import type { CivilDate } from "#kernel";
import type { ClassifyRequest } from "#language";
import { isSettlement, type Entry, type NewEntry, type NewRule } from "#ledger";
import { newestOf, shownAt, type Draft, type Open, type PaperAsked } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { recognise } from "../names.ts";
import { sourceRef } from "./book.ts";
import { entryOfDraft, openDraft, settlesAnother } from "./draft-entry.ts";
import { companionFor, isHalfOfFiled, matchOf } from "./match-of.ts";
import { asksAgain } from "./pending.ts";
import { payMore } from "./pay-more.ts";
import { payLinked, payPart } from "./pay-paper.ts";
import { placeNamed } from "./place.ts";
import { plainly } from "./plainly.ts";

// Which entry a paper is of, and whether it came before: linked where it is plain, asked where it may be.

export type PaperQuestion = Extract<Open, { kind: "paper" }>;

/** Books a paper, or makes it that of an entry that was told before it; asks where that may be. */
export function filePaper(
  mind: Mind,
  item: Heard,
  { draft, verdict }: { draft: Draft; verdict: "authentic" | null },
): void {
  const match = matchOf(mind, draft);
  if (match.verdict === "ask") {
    const entries = match.candidates.map(({ entry }) => entry);
    return askPaper(mind, item, { draft, asked: { about: "match", entries } });
  }
  const of = match.verdict === "create" ? companionFor(mind, draft) : null;
  if (of) return askPaper(mind, item, { draft, asked: { about: "companion", of } });
  if (isHalfOfFiled(mind, draft)) return openDraft(mind, item, draft);
  const entry = entryOfDraft(mind, item, draft);
  const paper = { document_id: draft.document_id, message_id: draft.message_id, entry, ...saidOf(mind, item, draft) };
  if (match.verdict === "create") {
    const ref = mind.effects.push({ kind: "book_document", ...paper }) - 1;
    mind.parts.push({ part: "booked", ref, evidence: [], verdict });
    holdFiled(mind, { draft, entry });
    payMore(mind, item, { draft, entry });
    return payPart(mind, item, { draft, debt: entry });
  }
  linkTo(mind, { entry: match.best.entry, draft, paper, verdict });
  payLinked(mind, item, { draft, debt: match.best.entry });
}

type Linking = {
  entry: Entry;
  draft: Draft;
  paper: Omit<Extract<Mind["effects"][number], { kind: "link_document" }>, "kind" | "entry_id" | "day">;
  verdict: "authentic" | null;
};

/** An entry takes one paper: what follows in this turn finds it taken. */
function linkTo(mind: Mind, { entry, draft, paper, verdict }: Linking): void {
  const { id: entry_id } = entry;
  const { unpapered, papered = [] } = mind.books;
  mind.books = {
    ...mind.books,
    unpapered: unpapered.filter(({ id }) => id !== entry_id),
    papered: papered.filter((each) => each.entry.id !== entry_id),
  };
  holdFiled(mind, { draft, entry });
  const day = dayTold(mind, { entry, draft });
  const ref = mind.effects.push({ kind: "link_document", entry_id, ...paper, ...(day !== null && { day }) }) - 1;
  mind.parts.push({ part: "linked", ref, verdict });
}

/** A purchase that was paid, of which another paper of this turn may be the other half. */
function holdFiled(mind: Mind, { draft, entry }: { draft: Draft; entry: Entry | NewEntry }): void {
  const isPaid = (entry.type === "ingreso" || entry.type === "egreso") && !isSettlement(entry);
  if (isPaid) mind.filed.push(draft);
}

/** On which day it was, where the person has said so: under the card of the paper, or when they told of it. */
function dayTold({ dialogue }: Mind, { entry, draft }: Pick<Linking, "entry" | "draft">): CivilDate | null {
  if (draft.paid_on !== undefined && entry.type !== "deuda") return draft.paid_on;
  return dialogue.dated?.includes(entry.source_ref) ? entry.date : null;
}

/** What the person has said of a paper's fields, and of the entries that were offered for it. */
function saidOf(mind: Mind, item: Heard, draft: Draft): { answers: FieldAnswer[]; declined: string[] } {
  const teller = tellerOf(mind, item);
  const { read, extraction, declined = [] } = draft;
  return { answers: read ? answersBetween(read, extraction.fields, teller) : [], declined };
}

/** Who says something of a paper, and when. */
export function tellerOf({ dialogue }: Mind, { at }: Heard): { by: string; at: string } {
  return { by: `contact:${dialogue.membership?.contact_id ?? ""}`, at: new Date(at).toISOString() };
}

/** Asks about a paper; it waits in the queue as well. */
export function askPaper(mind: Mind, item: Heard, { draft, asked }: { draft: Draft; asked: PaperAsked }): void {
  mind.dialogue.open.push({ kind: "paper", draft, asked, at: shownAt(mind.dialogue, item.at) });
  if (asked.about === "twin") {
    return void mind.parts.push({ part: "ask_twin", draft, earlier: asked.earlier });
  }
  const { document_id } = draft;
  const settled = { document_id, state: "needs_answer", reason: "which_entry", ...saidOf(mind, item, draft) } as const;
  mind.effects.push({ kind: "settle_document", ...settled });
  const shown = structuredClone(draft);
  if (asked.about === "match") mind.parts.push({ part: "ask_match", draft: shown, entries: asked.entries });
  else mind.parts.push({ part: "ask_companion", draft: shown, of: asked.of });
}

/** What is asked about a paper, told once more. */
export function askAgain(mind: Mind, item: Heard, open: PaperQuestion): void {
  open.at = shownAt(mind.dialogue, item.at);
  mind.parts.push(asksAgain(open));
}

/** A tapped answer: `is:<document>:<place of the entry>`, `isnt:<document>`, `sent:<document>`, `unsent:<document>`. */
export function choosePaper(mind: Mind, item: Heard, { verb, argument }: { verb: string; argument: string }): void {
  const [document_id = "", place = "0"] = argument.split(":");
  const open = mind.dialogue.open.find((each) => each.kind === "paper" && each.draft.document_id === document_id);
  const isOfMatch = verb === "is" || verb === "isnt";
  if (open?.kind !== "paper" || isOfMatch !== (open.asked.about !== "twin")) {
    return void mind.parts.push({ part: "nothing_pending" });
  }
  settlePaper(mind, item, { open, yes: verb === "is" || verb === "sent", place: Number(place) });
}

/** «sí, es ese», «el 2», «no, es otro», «es la misma»: an answer to what was asked last about a paper. */
export function answerPaper(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestOf(mind.dialogue.open);
  if (open?.kind !== "paper" || quotesEntry(item)) return false;
  const count = open.asked.about === "match" ? open.asked.entries.length : 1;
  const said = saidOfPaper(request.text, count);
  if (said === null) return false;
  if (open.behind && said.bare) askAgain(mind, item, open);
  else settlePaper(mind, item, { open, ...said });
  return true;
}

/** @param count of the entries that were offered; behind the last stands that it is none */
function saidOfPaper(text: string, count: number): { yes: boolean; place: number; bare: boolean } | null {
  const said = plainly(text);
  if (said === "") return null;
  const place = placeNamed(text)?.place ?? null;
  if (place !== null && place >= 1 && place <= count + 1) return { yes: place <= count, place: place - 1, bare: true };
  const yes = YES.test(said) && count === 1;
  return yes || NO.test(said) ? { yes, place: 0, bare: BARE.test(said) } : null;
}

/** It names nothing: what it answers is what was said last. */
const BARE =
  /^(?:si+|sip|ya|claro|dale|ok|correcto|exacto|yes|yep|sim|isso|no+|nop|nao)(?: (?:po|pues|gracias|porfa|por favor))*$/;

const YES =
  /^(?:si+|sip|ya|claro|dale|ok|correcto|exacto|yes|yep|sim|isso)?(?: ?(?:es|e|it is|its|that is|thats|ya) ?)?(?:es[ea]|est[ea]|ese mismo|el mismo|la misma|mism[oa]|o mesmo|mesmo|same|the same|that one|the same one|la envie|lo envie|enviei)?$/;
const NO =
  /^(?:(?:no+|nop|nao)(?: (?:po|pues|gracias))?)?(?: ?(?:es|e|it is|its|that is) ?)?(?:otr[oa]|outr[oa]|another|other|another one|ningun[oa]|nenhum[a]?|none|nueva|nuevo)?(?: (?:compra|gasto|boleta|factura|documento|one))?$/;

function settlePaper(
  mind: Mind,
  item: Heard,
  { open, yes, place }: { open: PaperQuestion; yes: boolean; place: number },
): void {
  const { draft, asked } = open;
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
  if (asked.about === "twin") return yes ? dropTwin(mind, draft) : openDraft(mind, item, draft);
  if (asked.about === "companion" && yes) return keepBeside(mind, item, { draft, of: asked.of });
  const offered = asked.about === "match" ? asked.entries : [asked.of.entry];
  const entry = yes ? offered[place] : undefined;
  if (!entry) {
    const declined = [...(draft.declined ?? []), ...offered.map(({ id }) => id)];
    const other = { ...draft, declined };
    return settlesAnother(mind, other)
      ? openDraft(mind, item, other)
      : filePaper(mind, item, { draft: other, verdict: null });
  }
  const { document_id, message_id } = draft;
  const paper = { document_id, message_id, entry: entryOfDraft(mind, item, draft) };
  linkTo(mind, { entry, draft, paper: { ...paper, ...saidOf(mind, item, draft) }, verdict: null });
  payLinked(mind, item, { draft, debt: entry });
  learnAlias(mind, { draft, entry, item });
}

/** The other half of a purchase that stands in the books. An invoice brings tax: then the entry takes it for its paper. */
function keepBeside(mind: Mind, item: Heard, { draft, of: { entry } }: { draft: Draft; of: Papered }): void {
  const { document_id, message_id, extraction } = draft;
  const said = saidOf(mind, item, draft);
  if (placeOfHalf(entry, extraction, mind.dialogue.membership?.tax_id ?? null) === "takes_its_place") {
    const paper = { document_id, message_id, entry: entryOfDraft(mind, item, draft), ...said };
    return linkTo(mind, { entry, draft, paper, verdict: null });
  }
  mind.effects.push({ kind: "settle_document", document_id, state: "discarded", reason: "same_purchase", ...said });
  mind.parts.push({ part: "kept_beside", draft: structuredClone(draft), entry });
}

function dropTwin(mind: Mind, { document_id }: Draft): void {
  mind.effects.push({ kind: "settle_document", document_id, state: "discarded" });
  mind.parts.push({ part: "twin_same" });
}

/** «la vulca» is «VULCANIZACION EL RAPIDO»: said once, known from then on. */
function learnAlias(mind: Mind, { draft, entry, item }: { draft: Draft; entry: Entry; item: Heard }): void {
  const { merchant } = draft.extraction.fields;
  if (merchant === null || entry.counterparty === null || recognise(merchant, mind.books).kind === "known") return;
  const rule: NewRule = { kind: "same", match: merchant, name: entry.counterparty };
  const ref = mind.effects.push({ kind: "learn", rule, source_ref: sourceRef(item.id, "alias") }) - 1;
  mind.parts.push({ part: "learned", ref });
}

/** Lets go of a paper that was asked about; it was not wanted. */
export function dropPaper(mind: Mind, open: PaperQuestion): void {
  const { document_id } = open.draft;
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
  mind.effects.push({ kind: "settle_document", document_id, state: "discarded" });
  mind.parts.push({ part: "discarded" });
}

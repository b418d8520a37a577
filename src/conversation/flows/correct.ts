import type { Entry } from "#ledger";
import { amend, readConcept, type Patch, type Reading } from "#language";
import type { Books } from "../books.ts";
import type { Asking, Open } from "../dialogue.ts";
import { quotesPaper, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { recognise } from "../names.ts";
import { amendAsking } from "./asking.ts";
import { isFarGuess } from "./bare.ts";
import { sourceRef } from "./book.ts";
import { amendDocument, discardDocument, type OpenDocument } from "./draft.ts";
import { learnCategory } from "./learn.ts";
import { editingMeant } from "./editing.ts";
import { dropPaper, type PaperQuestion } from "./paper.ts";
import { drop } from "./refuse.ts";
import { settleSecondThought } from "./second-thoughts.ts";
import { correctTaxTold } from "./tax-profile.ts";
import { sayUndone, undoEntries } from "./undo.ts";
import { removeOf } from "./which-entry.ts";
import { worded } from "./worded.ts";

/** What a correction says, by whatever words. */
type Correction = Pick<Reading, "patch" | "needs_clarification" | "thing">;

/** «no, eran 45», «bórralo», «fue ayer»: of the quoted entry, else of what was said last. */
export function hearCorrection(mind: Mind, item: Heard, reading: Correction): void {
  const { patch } = reading;
  if (item.gone) return void mind.parts.push({ part: "already_undone" });
  if (correctTaxTold(mind, item, patch)) return;
  if (patch?.delete === true) return removeMeant(mind, item);
  if (reading.needs_clarification || !patch || Object.keys(patch).length === 0) {
    return void mind.parts.push({ part: "what_to_correct" });
  }
  const thought = mind.dialogue.open.at(-1);
  if (thought?.kind === "edited" && !item.about) {
    const open = { ...thought, patch: { ...thought.patch, ...patch } };
    mind.dialogue.open = mind.dialogue.open.filter((each) => each !== thought);
    return settleSecondThought(mind, item, { open, agreed: true });
  }
  if (!editingMeant(mind, item) && amendOpen(mind, item, patch)) return;
  correctEntry(mind, item, { patch, thing: reading.thing ?? null });
}

/** What is asked or shown and was not booked yet changes, and is asked or shown again. */
function amendOpen(mind: Mind, item: Heard, patch: Patch): boolean {
  const asking = newerAsking(mind, item);
  if (asking) {
    amendAsking(mind, item, { open: asking, patch });
    return true;
  }
  if (amendQuestion(mind, item, patch) || amendAsked(mind, item, patch)) return true;
  const waiting = newerDraft(mind, item);
  if (waiting) amendDocument(mind, item, { open: waiting, patch });
  return waiting !== null;
}

/** Of a paper that is quoted while it is asked which one it is, what is wrong on it is mended first. */
function amendAsked(mind: Mind, item: Heard, patch: Patch): boolean {
  const paper = quotesPaper(item) ? newerPaper(mind, item) : null;
  if (!paper) return false;
  const open: OpenDocument = { kind: "document", draft: paper.draft, editing: false, at: paper.at };
  mind.dialogue.open = mind.dialogue.open.map((each) => (each === paper ? open : each));
  const { document_id } = paper.draft;
  mind.effects.push({ kind: "settle_document", document_id, state: "needs_confirmation" });
  amendDocument(mind, item, { open, patch });
  return true;
}

function correctEntry(mind: Mind, item: Heard, { patch, thing }: { patch: Patch; thing: string | null }): void {
  const entry = meantEntry(mind, item);
  if (!entry) return void mind.parts.push({ part: "nothing_to_correct" });
  if (isDoubtful(mind, item, { entry, patch })) return void mind.parts.push({ part: "what_to_correct" });
  endEditing(mind, entry);
  const source_ref = sourceRef(item.id, 0);
  const instead = thing !== null && isAnotherThing(mind, entry, patch) ? { concept: thing } : {};
  const known = withKnownName(patch, mind.books);
  const changed = { ...renamedPaper(entry, known), ...instead };
  const asked = {
    entry_id: entry.id,
    patch: { ...keptOf(entry, known), ...known, ...changed },
    source_ref,
    message_id: item.id,
  };
  const ref = mind.effects.push({ kind: "correct", ...asked }) - 1;
  mind.parts.push({ part: "corrected", ref });
  if (patch.category !== undefined && patch.type === undefined && !("concept" in instead))
    learnCategory(mind, item, { entry, category: patch.category });
}

/** What turns out to be owed, or paid after all, is of the category that it was: only a change of side brings another. */
function keptOf({ type, direction, category }: Entry, patch: Patch): Pick<Patch, "category"> {
  if (patch.type === undefined || category === null || type === "transferencia") return {};
  const isOut = type === "egreso" || (type === "deuda" && direction === "por_pagar");
  return patch.type === "deuda" || (patch.type === "egreso") === isOut ? { category } : {};
}

/** «son 3» once a paper of 12.500 was booked: nobody changes what a paper proves by a number that may count. */
function isDoubtful({ dialogue }: Mind, { said }: Heard, { entry, patch }: { entry: Entry; patch: Patch }): boolean {
  const { membership } = dialogue;
  if (entry.document_id === null || patch.amount_minor === undefined || said.kind !== "text" || !membership)
    return false;
  return isFarGuess(patch.amount_minor, { text: said.text, country: membership.country }, entry);
}

/**
 * «pan», then «no, fue en bencina»: the thing was wrong, and its category only with it, so that nothing is learned of
 * bread. A category that we chose without knowing the thing, or for a shop, is another matter.
 */
function isAnotherThing({ dialogue }: Mind, entry: Entry, { category }: Patch): boolean {
  const { concept, counterparty } = entry;
  if (concept === null || counterparty !== null || !dialogue.membership || category === entry.category) return false;
  const known = readConcept(concept, { country: dialogue.membership.country, today: entry.date });
  return known?.category !== null && known?.category === entry.category;
}

/** «Boleta 10482, ALMACEN DOÑA ROSA» of another shop is named by that one. */
function renamedPaper({ concept, counterparty, document_id }: Entry, patch: Patch): { concept?: string } {
  const name = patch.counterparty;
  if (document_id === null || name === undefined || counterparty === null || !concept?.includes(counterparty))
    return {};
  return { concept: concept.replace(counterparty, () => name) };
}

/** The right party is written as the books know it. */
function withKnownName(patch: Patch, books: Books): Patch {
  if (patch.counterparty === undefined) return patch;
  const who = recognise(patch.counterparty, books);
  return who.kind === "known" ? { ...patch, counterparty: who.name } : patch;
}

/** What was said last goes: an open question, a document that waits, else the entry that is meant. */
function removeMeant(mind: Mind, item: Heard): void {
  const editing = editingMeant(mind, item);
  if (editing) {
    endEditing(mind, editing.entry);
    return undoEntries(mind, item, [editing.entry.id]);
  }
  const question = newerAsking(mind, item) ?? newerQuestion(mind, item);
  if (question) return drop(mind, question);
  const paper = newerPaper(mind, item);
  if (paper) return dropAsked(mind, paper);
  const waiting = newerDraft(mind, item);
  if (waiting) return dropDocument(mind, waiting);
  if (item.about) return removeOf(mind, item, item.about);
  const { last } = mind.dialogue;
  if (last && !mind.undone) return removeOf(mind, item, last.entry);
  sayUndone(mind);
}

/** Let go by «deshacer»: a second one takes nothing that was booked before. */
function dropDocument(mind: Mind, waiting: OpenDocument): void {
  discardDocument(mind, waiting);
  mind.dialogue.undone = true;
}

function dropAsked(mind: Mind, paper: PaperQuestion): void {
  dropPaper(mind, paper);
  mind.dialogue.undone = true;
}

function endEditing(mind: Mind, entry: Entry): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each.kind !== "editing" || each.entry.id !== entry.id);
}

/** «no, eran 45» while we ask what the money was for: the question stays, its movement changes. */
function amendQuestion(mind: Mind, item: Heard, patch: Patch): boolean {
  const { membership } = mind.dialogue;
  const question = newerQuestion(mind, item);
  if (!question || !membership) return false;
  const amended = amend(question.reading, patch, membership.country);
  if (!amended?.question) return false;
  const reading = worded(amended, membership);
  Object.assign(question, { reading, at: item.at });
  const labels = reading.options.map((option) => option.label);
  mind.parts.push({ part: "question", id: question.id, text: reading.question ?? "", labels });
  return true;
}

function meantEntry(mind: Mind, item: Heard): Entry | null {
  return item.about ?? editingMeant(mind, item)?.entry ?? mind.dialogue.last?.entry ?? null;
}

type OpenQuestion = Extract<Open, { kind: "question" }>;

/** A question asked after the last entry was booked is what a correction means, unless an entry is quoted. */
function newerQuestion(mind: Mind, item: Heard): OpenQuestion | null {
  if (item.about) return null;
  const { last, open } = mind.dialogue;
  const question = open.findLast((each) => each.kind === "question");
  return question && question.at >= (last?.at ?? 0) ? question : null;
}

/** The same of what the books leave open about a movement. */
function newerAsking(mind: Mind, item: Heard): Asking | null {
  if (item.about) return null;
  const { last, open } = mind.dialogue;
  const asking = open.findLast((each) => each.kind === "asking" || each.kind === "question");
  return asking?.kind === "asking" && asking.at >= (last?.at ?? 0) ? asking : null;
}

/** The same of what is asked about a paper. */
function newerPaper(mind: Mind, item: Heard): PaperQuestion | null {
  if (item.about) return null;
  const { last, open } = mind.dialogue;
  const paper = open.findLast((each) => each.kind === "paper" || each.kind === "document");
  return paper?.kind === "paper" && paper.at >= (last?.at ?? 0) ? paper : null;
}

/** The same of a document that was shown. */
function newerDraft(mind: Mind, item: Heard): OpenDocument | null {
  if (item.about) return null;
  const { last, open } = mind.dialogue;
  const waiting = open.findLast((each) => each.kind === "document");
  return waiting && waiting.at >= (last?.at ?? 0) ? waiting : null;
}

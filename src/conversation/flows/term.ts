import { creditOf, creditOwed, termAnswer } from "#documents";
import type { ClassifyRequest } from "#language";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { amendDocument, confirmDocument, newestPaper, showAgain, type OpenDocument } from "./draft.ts";
import { tellerOf } from "./paper.ts";
import { leftIn, paidIn, type Paid } from "./part-said.ts";
import { asPayer } from "./as-payer.ts";
import { openDocuments } from "./which.ts";
import { isAgreed, termIn, type Term } from "./term-said.ts";

/** «pagada», «a 30 días», «pagué la mitad» under a paper: how that one is paid. False for all other words. */
export function answerTerm(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  if (open === null) return false;
  const said = saidUnder(mind, open, request);
  if (said === null) return false;
  if (said.how === "total") {
    amendDocument(mind, item, { open, patch: { amount_minor: said.amount_minor } });
    return true;
  }
  keepSaid(mind, item, { draft: open.draft, said });
  if (isAgreed(request.text)) confirmDocument(mind, item, open);
  else showAgain(mind, item, open);
  return true;
}

/** How a paper is paid, said in the words that came with its picture. False for all other words. */
export function termOfCaption(mind: Mind, item: Heard, { draft, request }: Captioned): boolean {
  const said = saidOf(draft, { request, corrected: false });
  if (said === null || said.how === "total") return false;
  keepSaid(mind, item, { draft, said });
  return true;
}

type Captioned = { draft: Draft; request: ClassifyRequest };

/** What was said of how it is paid stays with the document, whoever takes it up again. */
export function tellTerm(mind: Mind, item: Heard, draft: Draft): void {
  draft.term = true;
  const { document_id, extraction, credit = null } = draft;
  const answer = termAnswer(creditOf(extraction), { ...tellerOf(mind, item), said: credit });
  mind.effects.push({ kind: "settle_document", document_id, answers: [answer] });
}

/**
 * «la debo», «50 lucas»: of the paper only while nothing was booked since it was shown; «sí, pagada» says that it is.
 */
function saidUnder(mind: Mind, open: OpenDocument, request: ClassifyRequest): Term | Paid | null {
  const said = saidOf(open.draft, { request, corrected: open.editing });
  if (said === null || open.at >= (mind.dialogue.last?.at ?? 0)) return said;
  if (said.how === "part") return isOnlyOwed(mind) ? said : null;
  return isAgreed(request.text) && !("amount_minor" in said) ? said : null;
}

/** «pagué 100 lucas y el resto a fin de mes» once bread was booked: nothing but the paper is left to be owed. */
function isOnlyOwed(mind: Mind): boolean {
  return openDocuments(mind).length === 1 && mind.books.debts.length === 0;
}

function saidOf({ extraction, credit, type }: Draft, { request, corrected }: Asked): Term | Paid | null {
  const { date: issued_on, total_minor, currency } = extraction.fields;
  const text = type === "ingreso" ? asPayer(request.text) : request.text;
  const term = termIn(text, { request, issued_on });
  if (term || total_minor === null) return term;
  // «pagué 50 lucas» is of no paper that somebody else pays.
  if (type === "ingreso" && text === request.text) return null;
  const card = { request, issued_on, total_minor, currency, corrected, on_credit: credit !== undefined };
  return paidIn(text, card) ?? leftIn(text, card);
}

/** `corrected`: the person was asked what to change. */
type Asked = { request: ClassifyRequest; corrected: boolean };

type Kept = { draft: Draft; said: Term | Exclude<Paid, { how: "total" }> };

export function keepSaid(mind: Mind, item: Heard, { draft, said }: Kept): void {
  delete draft.paid_on;
  delete draft.part_minor;
  if (said.how === "paid") {
    delete draft.credit;
    if (said.on !== null) draft.paid_on = said.on;
  } else {
    draft.credit = said.credit ?? draft.credit ?? creditOwed(draft.extraction);
    if (said.how === "part") draft.part_minor = said.amount_minor;
  }
  tellTerm(mind, item, draft);
}

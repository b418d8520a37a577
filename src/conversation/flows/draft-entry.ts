import { bookedUnder, debtLowered, deductibleTax, isMoneySlip, loweringOf, movementOf } from "#documents";
import { assert } from "#kernel";
import { afterPayment, type NewEntry, type OpenDebt } from "#ledger";
import { customerOf, isOurSale } from "../customer.ts";
import { shownAt, type Draft, type Open } from "../dialogue.ts";
import type { Part } from "../effect.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { recognise } from "../names.ts";
import { sourceRef } from "./book.ts";
import { paymentBy, settledBy, told } from "./pays-debts.ts";
import { localDate } from "./request.ts";
import { chooseDocument } from "./which.ts";
import { whyUnbooked } from "./unbooked.ts";

/** A document with its total as the entry that it books; dated as the message where it shows no date. */
export function entryOfDraft(mind: Mind, item: Heard, draft: Draft): NewEntry {
  const { fields } = draft.extraction;
  assert(fields.total_minor !== null, "a document is booked only with its total");
  const own_tax_id = mind.dialogue.membership?.tax_id ?? null;
  const { category, seller } = bookedUnder(draft.extraction, { type: draft.type, own_tax_id });
  const { type, credit = null } = draft;
  const printed = fields.date ?? localDate(mind, item.at);
  const date = credit === null ? (draft.paid_on ?? printed) : printed;
  const { debtor, ...movement } = movementOf(draft.extraction, { type, date, credit });
  const debt = loweredBy(mind, draft);
  const [share] = paymentBy(mind, draft)?.shares ?? [];
  const paper = {
    amount_minor: fields.total_minor,
    currency: fields.currency,
    date,
    concept: draft.concept,
    source: "whatsapp",
    source_ref: sourceRef(draft.message_id, 0),
    document_id: draft.document_id,
  } as const;
  if (draft.way === "own") return { ...paper, ...PAID_IN };
  if (share) return { ...paper, ...settledBy(mind, draft, share) };
  return {
    ...paper,
    ...movement,
    // An invoice of ours is made out to somebody else.
    ...deductibleTax(draft.extraction, isOurSale(draft) ? null : own_tax_id),
    category,
    counterparty: sellerOf(mind, seller ?? customerOf(draft, own_tax_id) ?? debtor),
    ...(debt && loweringOf(draft.extraction, debt)),
  };
}

/** Own money from the till into the bank: neither spent nor earned. */
const PAID_IN = {
  type: "transferencia",
  transfer: { from: "caja", to: "banco" },
  direction: null,
  due_date: null,
  net_minor: null,
  tax_minor: null,
  category: null,
  counterparty: null,
} as const satisfies Partial<NewEntry>;

/** The debt that a credit note lowers, unless the money came back. */
function loweredBy({ books }: Mind, { extraction, type, credit, term }: Draft): OpenDebt | null {
  return term && !credit ? null : debtLowered(extraction, { type, debts: books.debts });
}

/** A paper as it is shown now, and what would become of it, which is what «sí» agrees to. */
export function cardOf(mind: Mind, draft: Draft): Extract<Part, { part: "draft" }> {
  const debt = loweredBy(mind, draft);
  const payment = paymentBy(mind, draft);
  if (draft.extraction.kind === "nota_credito") draft.lowers_id = debt?.entry_id ?? null;
  if (isMoneySlip(draft.extraction)) draft.pays = told(payment);
  const of = { ...(debt && { lowers: debt }), ...(payment && { pays: payment }) };
  return { part: "draft", draft: structuredClone(draft), ...of };
}

/** The debt that was shown was paid or lowered meanwhile, or is another one now. */
export function settlesAnother(mind: Mind, draft: Draft): boolean {
  if ((draft.pays ?? null) !== told(paymentBy(mind, draft))) return true;
  return draft.lowers_id !== undefined && draft.lowers_id !== (loweredBy(mind, draft)?.entry_id ?? null);
}

/** What a paper of this turn has settled of a debt is open no more to the next one. */
export function lowerDebts(mind: Mind, settled: readonly NewEntry[]): void {
  const shares = mind.books.debts.flatMap((debt) =>
    settled
      .filter(({ settles_id }) => settles_id === debt.entry_id)
      .map(({ amount_minor }) => ({ debt, amount_minor })),
  );
  mind.books = { ...mind.books, debts: afterPayment(mind.books.debts, { shares }) };
}

/** The seller as the books write them, where they are known under this name. */
function sellerOf({ books }: Mind, merchant: string | null): string | null {
  const who = merchant === null ? null : recognise(merchant, books);
  return who?.kind === "known" ? who.name : merchant;
}

/** Shows a paper, to be confirmed or corrected. */
export function openDraft(mind: Mind, item: Heard, draft: Draft): void {
  holdDraft(mind, item, draft);
  mind.parts.push(cardOf(mind, draft));
}

/** A paper that waits from now on; what is asked of it is the caller's to say. */
export function holdDraft(mind: Mind, item: Heard, draft: Draft): Extract<Open, { kind: "document" }> {
  for (const each of mind.dialogue.open) if (each.kind === "document") each.editing = false;
  // Of a new one beside others it must be asked which is meant.
  chooseDocument(mind, null);
  const editing = draft.extraction.fields.total_minor === null && !whyUnbooked(draft);
  const open = { kind: "document" as const, draft, editing, at: shownAt(mind.dialogue, item.at) };
  mind.dialogue.open.push(open);
  return open;
}

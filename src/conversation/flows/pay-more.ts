import { entriesPaid } from "#documents";
import type { NewEntry } from "#ledger";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { entryOfDraft, lowerDebts } from "./draft-entry.ts";
import { paymentBy, settledBy } from "./pays-debts.ts";

/**
 * Books what of a paper's money its own entry does not hold: the other debts that it paid, oldest first, and what was paid
 * beyond them, which is a sale or an expense. What was settled is open no more to the next paper of this turn.
 */
export function payMore(mind: Mind, item: Heard, { draft, entry }: { draft: Draft; entry: NewEntry }): void {
  const more = moreOf(mind, item, draft);
  const { message_id, document_id } = draft;
  const beside = { document_id, source_ref: entry.source_ref };
  for (const [place, each] of more.entries()) {
    const apart = { ...each, document_id: null, source_ref: sourceRef(message_id, `paid.${place + 1}`) };
    const ref = mind.effects.push({ kind: "record", entry: apart, message_id, beside }) - 1;
    mind.parts.push({ part: "booked", ref, evidence: [], verdict: null });
  }
  lowerDebts(mind, [entry, ...more]);
}

function moreOf(mind: Mind, item: Heard, draft: Draft): NewEntry[] {
  const payment = paymentBy(mind, draft);
  if (!payment) return [];
  const whole = entryOfDraft(mind, item, { ...draft, pays_none: true });
  return entriesPaid(whole, payment, (share) => settledBy(mind, draft, share)).slice(1);
}

import type { NewEntry } from "#ledger";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { entryOfDraft, lowerDebts } from "./draft-entry.ts";
import { paymentBy, settlementOf } from "./pays-debts.ts";

/**
 * Books what of a paper's money its own entry does not hold: the other debts that it paid, oldest first, and what was paid
 * beyond them, which is a sale or an expense. What was settled is open no more to the next paper of this turn.
 */
export function payMore(mind: Mind, item: Heard, { draft, entry }: { draft: Draft; entry: NewEntry }): void {
  const more = moreOf(mind, item, { draft, entry });
  const { message_id, document_id } = draft;
  const beside = { document_id, source_ref: entry.source_ref };
  for (const [place, each] of more.entries()) {
    const apart = { ...each, document_id: null, source_ref: sourceRef(message_id, `paid.${place + 1}`) };
    const ref = mind.effects.push({ kind: "record", entry: apart, message_id, beside }) - 1;
    mind.parts.push({ part: "booked", ref, evidence: [], verdict: null });
  }
  lowerDebts(mind, [entry, ...more]);
}

function moreOf(mind: Mind, item: Heard, { draft, entry }: { draft: Draft; entry: NewEntry }): NewEntry[] {
  const { shares = [], rest_minor = 0 } = paymentBy(mind, draft) ?? {};
  const others = shares.slice(1).map((share) => ({ ...entry, ...settlementOf(mind, draft, share) }));
  if (rest_minor === 0) return others;
  const whole = entryOfDraft(mind, item, { ...draft, pays_none: true });
  return [...others, { ...whole, amount_minor: rest_minor, net_minor: null, tax_minor: null }];
}

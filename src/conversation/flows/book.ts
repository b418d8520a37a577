import { assert } from "#kernel";
import type { Movement } from "#language";
import type { NewEntry } from "#ledger";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";

/** Books the movements of one message; each one's natural key is the message and its place in it. */
export function bookMovements(mind: Mind, item: Heard, movements: readonly Movement[]): void {
  movements.forEach((movement, index) => {
    const entry = entryOf(movement, sourceRef(item.id, index));
    const ref = mind.effects.push({ kind: "record", entry, message_id: item.id }) - 1;
    mind.parts.push({ part: "booked", ref, evidence: movement.evidence, verdict: null });
  });
}

/** `<channel>:<message id>:<index>`: the same words of the same message are the same entry. */
export function sourceRef(messageId: string, index: number | string): string {
  return `whatsapp:${messageId}:${index}`;
}

function entryOf(movement: Movement, source_ref: string): NewEntry {
  assert(movement.amount_minor !== null, "only a movement with its amount is booked");
  return {
    type: movement.type,
    direction: movement.direction,
    amount_minor: movement.amount_minor,
    net_minor: movement.net_minor,
    tax_minor: movement.tax_minor,
    currency: movement.currency,
    date: movement.date,
    due_date: movement.due_date,
    concept: movement.concept,
    category: movement.category,
    counterparty: movement.counterparty,
    source: "whatsapp",
    source_ref,
    document_id: null,
    ...(movement.loan ? { loan: true } : {}),
  };
}

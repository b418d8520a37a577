import { assert } from "#kernel";
import type { Movement } from "#language";
import type { NewEntry } from "#ledger";
import { DATED_MAX } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";

/** A movement with nothing left to ask. */
export type Ready = {
  movement: Movement;
  /** Of a payment: the debt that it pays. */
  settles_id: string | null;
  /** It pays a debt, and no open one was found. */
  unmatched: boolean;
};

/** Books what one message comes to; each entry's natural key is the message and its place in it. */
export function bookReady(mind: Mind, item: Heard, ready: readonly Ready[]): void {
  ready.forEach(({ movement, settles_id, unmatched }, index) => {
    const entry = { ...entryOf(movement, sourceRef(item.id, index)), ...(settles_id === null ? {} : { settles_id }) };
    const ref = mind.effects.push({ kind: "record", entry, message_id: item.id }) - 1;
    const { evidence } = movement;
    // Of a debt it may be the day on which it is due.
    if (entry.due_date === null && evidence.some(({ field }) => field === "date")) keepDay(mind, entry.source_ref);
    mind.parts.push({ part: "booked", ref, evidence, verdict: null, ...(unmatched ? { unmatched } : {}) });
  });
}

function keepDay({ dialogue }: Mind, source_ref: string): void {
  dialogue.dated = [...(dialogue.dated ?? []), source_ref].slice(-DATED_MAX);
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
    ...(movement.transfer ? { transfer: movement.transfer } : {}),
  };
}

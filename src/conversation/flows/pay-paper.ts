import { assert } from "#kernel";
import type { Entry, NewEntry } from "#ledger";
import { wordsOf } from "#locales";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { localDate } from "./request.ts";

// What was said to be paid of a paper goes to its debt, whichever way the paper was filed.

/** What was paid of it already goes to the debt that was booked right before. */
export function payPart(mind: Mind, item: Heard, { draft, debt }: { draft: Draft; debt: NewEntry }): void {
  const { part_minor } = draft;
  if (debt.type !== "deuda" || part_minor === undefined || part_minor >= debt.amount_minor) return;
  payDebt(mind, item, { draft, debt, amount_minor: part_minor });
}

/** The debt was told before its paper: it stays one, and what the paper was said to be paid settles it. */
export function payLinked(mind: Mind, item: Heard, { draft, debt }: { draft: Draft; debt: Entry }): void {
  if (debt.type !== "deuda") return;
  const { credit, term, part_minor, extraction } = draft;
  const { total_minor } = extraction.fields;
  assert(total_minor !== null, "a paper is filed only with its total");
  const open = mind.books.debts.find(({ entry_id }) => entry_id === debt.id);
  const paid_minor = debt.amount_minor - (open?.amount_minor ?? 0);
  const isPaid = term === true && !credit;
  const amount_minor = isPaid ? total_minor - paid_minor : part_minor;
  // Told as a payment before, and said again under the card: the books have it.
  if (amount_minor === undefined || amount_minor <= 0 || (!isPaid && amount_minor === paid_minor)) return;
  payDebt(mind, item, { draft, debt, amount_minor });
}

type Paying = { draft: Draft; debt: NewEntry | Entry; amount_minor: number };

function payDebt(mind: Mind, item: Heard, { draft, debt, amount_minor }: Paying): void {
  const { message_id, document_id, paid_on } = draft;
  const { direction, currency, counterparty } = debt;
  if (!direction) return;
  const words = wordsOf(mind.dialogue.membership?.locale ?? "");
  const entry: NewEntry = {
    type: direction === "por_cobrar" ? "ingreso" : "egreso",
    direction,
    amount_minor,
    net_minor: null,
    tax_minor: null,
    currency,
    date: paid_on ?? localDate(mind, item.at),
    due_date: null,
    concept: words.payment(direction, counterparty),
    category: null,
    counterparty,
    source: "whatsapp",
    source_ref: sourceRef(message_id, "part"),
    document_id: null,
  };
  const ref = mind.effects.push({ kind: "record", entry, message_id, pays_paper: document_id }) - 1;
  mind.parts.push({ part: "booked", ref, evidence: [], verdict: null });
}

import type { ClassifyRequest, Movement } from "#language";
import type { OpenDebt } from "#ledger";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { paidIn } from "./part-said.ts";
import { bookMovements } from "./plan.ts";

/**
 * «pagué 100 lucas y el resto a fin de mes», «pagué 50 lucas y debo el resto» once what is owed was booked: it pays part
 * of that debt, and makes no other. Of several the one that was spoken of last is meant, or it is asked. False where
 * nothing is owed, and for all other words.
 */
export function answerBookedPart(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const debts = mind.books.debts.filter(({ direction }) => direction === "por_pagar");
  const last = debts.find(({ entry_id }) => entry_id === mind.dialogue.last?.entry.id);
  const debt = last ?? debts[0];
  if (!debt || quotesEntry(item)) return false;
  const { date: issued_on, amount_minor: total_minor, currency } = debt;
  const paid = paidIn(request.text, { request, issued_on, total_minor, currency, on_credit: true, corrected: false });
  if (paid?.how !== "part" || !paid.said) return false;
  bookMovements(mind, item, [paymentOf(request, { debt, amount_minor: paid.amount_minor, named: last !== undefined })]);
  return true;
}

type Part = { debt: OpenDebt; amount_minor: number; named: boolean };

/** Money that pays what is owed: to that party where it was spoken of last, else to whom must be asked. */
function paymentOf({ text, today }: ClassifyRequest, { debt, amount_minor, named }: Part): Movement {
  return {
    type: "egreso",
    direction: "por_pagar",
    amount_minor,
    currency: debt.currency,
    concept: null,
    category: null,
    counterparty: named ? debt.counterparty : null,
    date: today,
    due_date: null,
    net_minor: null,
    tax_minor: null,
    evidence: [
      { field: "type", text },
      { field: "amount", text },
    ],
  };
}

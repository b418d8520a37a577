import type { Evidence, Movement } from "#language";
import { payOff, type OpenDebt, type Payment, type Share } from "#ledger";
import type { Words } from "#locales";
import { bareName } from "../names.ts";
import type { Asked, Planned } from "../dialogue.ts";
import type { Ready } from "./book.ts";
import { isBooked, isWhole, ownPurpose, portionOf, totalOf } from "./settle.ts";

type Owed = { debts: readonly OpenDebt[]; text: string };

/** How a payment falls on the debts it may pay, or the one question before that is known. */
export function payingOf(planned: Planned, { debts, text }: Owed): { payment: Payment } | { asked: Asked } | "unknown" {
  const order = orderOf(planned, { debts, text });
  if (!order) return { asked: { about: "debt", debts: debts.slice(0, DEBTS_ASKED_MAX) } };
  const amount = planned.movement.amount_minor;
  if (amount === null) {
    const part = partPaid(order, text);
    return part === "unknown" ? part : { payment: payOff(part, order) };
  }
  const payment = payOff(amount, order);
  if (payment.rest_minor > 0 && !planned.rest) {
    return { asked: { about: "rest", debts: order, rest_minor: payment.rest_minor } };
  }
  return { payment };
}

/** Minor units of what was paid where the debts tell it: all of them, or the part that the words name. */
function partPaid(debts: readonly OpenDebt[], text: string): number | "unknown" {
  const [open, part] = [totalOf(debts), portionOf(text)];
  if (part === null) return open;
  const whole = debts.reduce((sum, debt) => sum + debt.original_minor, 0);
  if (part === "some") return "unknown";
  const paid = Math.round(whole * part.share);
  if (part.other) return Math.abs(open - (whole - paid)) <= 1 ? open : "unknown";
  return open === whole && paid > 0 ? paid : "unknown";
}

/** More are no question that anybody reads on a phone; these are the oldest. */
const DEBTS_ASKED_MAX = 9;

/** The debts in the order in which they are paid; null where several are open and nobody said which. */
function orderOf({ movement, pays }: Planned, { debts, text }: Owed): OpenDebt[] | null {
  const amount = movement.amount_minor;
  if (pays !== null && typeof pays === "object") {
    const chosen = debts.filter((debt) => debt.entry_id === pays.entry_id);
    if (chosen.length === 0) return debts.length === 1 ? [...debts] : null;
    return amount === null ? chosen : [...chosen, ...debts.filter((debt) => !chosen.includes(debt))];
  }
  const all = debts.length === 1 || pays === "all" || (amount === null ? isWhole(text) : amount >= totalOf(debts));
  return all ? [...debts] : null;
}

type Telling = { words: Words; text: string };

/** A payment as it is booked: money that settles what was owed, neither earned nor spent. */
export function settled(movement: Movement, { debt, amount_minor }: Share, { words, text }: Telling): Ready {
  const { loan: _, ...facts } = movement;
  const evidence = evidenceOf(movement, amount_minor, text);
  return {
    movement: {
      ...facts,
      direction: debt.direction,
      amount_minor,
      category: null,
      net_minor: null,
      tax_minor: null,
      counterparty: debt.counterparty ?? movement.counterparty,
      concept: conceptOf(movement, debt, words),
      evidence,
      ...(debt.loan ? { loan: true } : {}),
    },
    settles_id: isBooked(debt) ? debt.entry_id : null,
    unmatched: false,
  };
}

/** Where the debt told the amount, the whole message stood for it; where several are paid, no words say how much each. */
function evidenceOf({ amount_minor, evidence }: Movement, shareMinor: number, text: string): Evidence[] {
  if (amount_minor === null) return [...evidence, { field: "amount", text }];
  return amount_minor === shareMinor ? evidence : evidence.filter(({ field }) => field !== "amount");
}

function conceptOf(movement: Movement, debt: OpenDebt, words: Words): string {
  const { concept, counterparty } = movement;
  const own = ownPurpose(movement) ?? (counterparty !== null && concept?.includes(counterparty) ? concept : null);
  const isName = own !== null && debt.counterparty !== null && bareName(own) === bareName(debt.counterparty);
  return own !== null && !isName ? own : words.payment(debt.direction, debt.counterparty ?? counterparty);
}

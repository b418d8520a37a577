import { tame } from "#kernel";
import type { Payment } from "#ledger";
import type { Draft } from "./dialogue.ts";
import { showMoney, type Eyes } from "./show.ts";

/** Which debts the money of a slip settles, what is left of them, and what was paid beyond. */
export function sayPayment({ shares, rest_minor }: Payment, { extraction, type }: Draft, eyes: Eyes): string {
  const { currency } = extraction.fields;
  const money = (amount_minor: number): string => showMoney({ amount_minor, currency }, eyes);
  const open = shares.reduce((sum, { debt }) => sum + debt.amount_minor, 0);
  const left = shares.reduce((sum, { amount_minor }) => sum - amount_minor, open);
  const who = shares[0]?.debt.counterparty ?? null;
  return eyes.words.pays_debt(type === "ingreso" ? "por_cobrar" : "por_pagar", {
    who: who === null ? null : tame(who),
    debts: shares.length,
    open: money(open),
    left: left === 0 ? null : money(left),
    rest: rest_minor === 0 ? null : money(rest_minor),
  });
}

import type { CivilDate } from "#kernel";
import type { Debt, OpenDebt } from "#ledger";
import type { NamedAmount } from "./effect.ts";

/** What is open with each party; where nobody is named, each debt by what it was made for, such as its paper. */
export function debtsNamed(parties: readonly Debt[], debts: readonly OpenDebt[]): NamedAmount[] {
  return parties.flatMap(({ counterparty, direction, currency, amount_minor, due_date }) => {
    if (counterparty !== null) return [{ name: counterparty, money: { amount_minor, currency }, ...dueOf(due_date) }];
    const nameless = debts.filter(
      (debt) => debt.counterparty === null && debt.direction === direction && debt.currency === currency,
    );
    const named = nameless.filter((debt) => debt.concept !== null);
    const rest_minor = named.reduce((rest, debt) => rest - debt.amount_minor, amount_minor);
    const rest = rest_minor > 0 ? [{ name: "—", money: { amount_minor: rest_minor, currency } }] : [];
    return [
      ...named.map((debt) => ({
        name: debt.concept ?? "—",
        money: { amount_minor: debt.amount_minor, currency },
        ...dueOf(debt.due_date),
      })),
      ...rest,
    ];
  });
}

function dueOf(due: CivilDate | null): Pick<NamedAmount, "due"> {
  return due === null ? {} : { due };
}

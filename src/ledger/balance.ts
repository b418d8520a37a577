import type { Currency, Money } from "#kernel";
import type { Viewer } from "#tenants";
import { isLiquid, kindOf, sideOf, type AccountKind } from "./account.ts";
import { pairSums, type PairSum } from "./store.ts";
import { exactTotal } from "./sum.ts";

/** Positive is the account's own side: what an asset or expense holds, what a liability or income amounts to. */
export type AccountBalance = { account: string; kind: AccountKind; amount_minor: number; currency: Currency };

export type Balance = {
  /** Own money at hand and in banks, in the tenant's currency. */
  cash: Money;
  /** The same in every currency of the books. */
  cash_by_currency: Money[];
  accounts: AccountBalance[];
};

/** What every account holds now, and the cash among it. */
export async function balance(viewer: Viewer): Promise<Balance> {
  return balanceOf(await pairSums(viewer), viewer.tenant.currency);
}

export function balanceOf(sums: readonly PairSum[], currency: Currency): Balance {
  const held = heldBy(sums);
  const liquid = held.filter((sum) => isLiquid(sum.account));
  const currencies = [...new Set([currency, ...liquid.map((sum) => sum.currency)])];
  const cashIn = (code: Currency): Money => ({
    amount_minor: exactTotal(liquid.filter((sum) => sum.currency === code).flatMap((sum) => sum.amounts)),
    currency: code,
  });
  return {
    cash: cashIn(currency),
    cash_by_currency: currencies.map(cashIn),
    accounts: held.map((sum) => ({
      account: sum.account,
      kind: kindOf(sum.account),
      amount_minor: sideOf(sum.account) * exactTotal(sum.amounts) + 0,
      currency: sum.currency,
    })),
  };
}

/** The signed sums of one account in one currency, debits positive. */
type Held = { account: string; currency: Currency; amounts: string[] };

function heldBy(sums: readonly PairSum[]): Held[] {
  const found = new Map<string, Held>();
  for (const { debit, credit, currency, amount } of sums) {
    for (const [account, signed] of [
      [debit, amount],
      [credit, `-${amount}`],
    ] as const) {
      const key = `${account}|${currency}`;
      const held = found.get(key) ?? { account, currency, amounts: [] };
      found.set(key, { ...held, amounts: [...held.amounts, signed] });
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
}

import type { Currency } from "#kernel";
import type { AccountBalance, Debt } from "#ledger";
import type { NamedAmount } from "./effect.ts";

// What is owed as it is told: a payment that found no debt lowers nobody else's, and makes none negative. Pure.

type Side = { direction: Debt["direction"]; accounts: readonly string[]; advance: string };

const SIDES: readonly Side[] = [
  { direction: "por_cobrar", accounts: ["por_cobrar"], advance: "recibido_antes" },
  { direction: "por_pagar", accounts: ["prestamos", "por_pagar"], advance: "pagado_antes" },
];

/** The accounts by their short names, with what was paid beyond all debts apart. None of them is 0. */
export function withAdvances(held: readonly AccountBalance[], debts: readonly Debt[]): NamedAmount[] {
  const named = held.map(({ account, amount_minor, currency }) => ({
    name: account.slice(account.indexOf(":") + 1),
    money: { amount_minor, currency },
  }));
  const currencies = [...new Set(named.map(({ money }) => money.currency))];
  const advances = SIDES.flatMap((side) => currencies.flatMap((code) => setApart(named, debts, { side, code })));
  return [...named, ...advances].filter(({ money }) => money.amount_minor !== 0);
}

/** Gives back to the accounts of one side what was paid in advance, and names it. */
function setApart(
  named: NamedAmount[],
  debts: readonly Debt[],
  { side, code }: { side: Side; code: Currency },
): NamedAmount[] {
  const own = side.accounts.flatMap((name) =>
    named.filter((each) => each.name === name && each.money.currency === code),
  );
  const open = debts.filter(({ direction, currency }) => direction === side.direction && currency === code);
  const advance = sum(open.map(({ amount_minor }) => amount_minor)) - sum(own.map(({ money }) => money.amount_minor));
  const last = own.at(-1);
  if (advance <= 0 || !last) return [];
  let left = advance;
  for (const { money } of own) {
    const back = money === last.money ? left : Math.min(left, Math.max(0, -money.amount_minor));
    money.amount_minor += back;
    left -= back;
  }
  return [{ name: side.advance, money: { amount_minor: advance, currency: code } }];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, each) => total + each, 0);
}

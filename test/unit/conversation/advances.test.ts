import { expect, test } from "vitest";
import type { AccountBalance, Debt } from "#ledger";
import { withAdvances } from "#src/conversation/advances.ts";
import { actsOf, say, talkIn } from "./talking.ts";

const held = (account: string, amount_minor: number): AccountBalance => ({
  account,
  kind: "pasivo",
  amount_minor,
  currency: "CLP",
});
const debt = (direction: Debt["direction"], amount_minor: number): Debt => ({
  direction,
  counterparty: null,
  currency: "CLP",
  amount_minor,
  due_date: null,
  entries: 1,
});

test.each<[AccountBalance[], Debt[], Record<string, number>]>([
  [[held("pasivo:por_pagar", 40_000)], [debt("por_pagar", 40_000)], { por_pagar: 40_000 }],
  [[held("pasivo:por_pagar", -50_000)], [], { pagado_antes: 50_000 }],
  [[held("activo:por_cobrar", -50_000)], [], { recibido_antes: 50_000 }],
  [[held("pasivo:por_pagar", 60_000)], [debt("por_pagar", 100_000)], { por_pagar: 100_000, pagado_antes: 40_000 }],
  [
    [held("pasivo:por_pagar", 30_000), held("pasivo:prestamos", -10_000)],
    [debt("por_pagar", 30_000)],
    { por_pagar: 30_000, pagado_antes: 10_000 },
  ],
  [[held("activo:banco", -5_000)], [], { banco: -5_000 }],
])("%j with the debts %j", (accounts, debts, shown) => {
  expect(
    Object.fromEntries(withAdvances(accounts, debts).map(({ name, money }) => [name, money.amount_minor])),
  ).toEqual(shown);
});

test.each([
  ["aboné 50 lucas", "egreso"],
  ["di 50 lucas de abono", "egreso"],
  ["me abonaron 50 lucas", "ingreso"],
])("«%s» of nobody's debt, where none is open, is no payment of one", (text, type) => {
  const talk = talkIn();
  expect(actsOf(say(talk, text))).toMatchObject([{ entry: { type, direction: null, amount_minor: 50_000 } }]);
});

test("what is paid to somebody stays on their account", () => {
  const talk = talkIn();
  expect(actsOf(say(talk, "le aboné 50 lucas a Pedro"))).toMatchObject([{ entry: { direction: "por_pagar" } }]);
});

import { expect, test } from "vitest";
import { balanceOf } from "#src/ledger/balance.ts";
import { exact, exactTotal } from "#src/ledger/sum.ts";

test.each([
  ["0", 0],
  ["-0", 0],
  ["-5000", -5_000],
  ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ["9007199254740993", Number.MAX_SAFE_INTEGER],
  ["-9223372036854775808", -Number.MAX_SAFE_INTEGER],
])("the sum %s is %d", (text, value) => {
  expect(exact(text)).toBe(value);
});

test("sums beyond an exact integer that cancel out are exact", () => {
  expect(exactTotal(["9007199254740993", "-9007199254740991"])).toBe(2);
});

test("an account is told on its own side, and cash holds every liquid one", () => {
  const sums = [
    { debit: "activo:caja", credit: "ingreso:ventas", currency: "CLP", amount: "100" },
    { debit: "activo:banco", credit: "activo:caja", currency: "CLP", amount: "40" },
    { debit: "activo:por_cobrar", credit: "ingreso:ventas", currency: "CLP", amount: "7" },
    { debit: "activo:iva_credito", credit: "activo:caja", currency: "CLP", amount: "3" },
  ];
  const { cash, accounts } = balanceOf(sums, "CLP");
  expect(cash.amount_minor).toBe(97);
  expect(Object.fromEntries(accounts.map(({ account, amount_minor }) => [account, amount_minor]))).toEqual({
    "activo:caja": 57,
    "activo:banco": 40,
    "activo:por_cobrar": 7,
    "activo:iva_credito": 3,
    "ingreso:ventas": 107,
  });
});

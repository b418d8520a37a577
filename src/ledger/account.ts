// The chart of accounts: a code is `<kind>:<name>`, and income and expense have one account per category.

export type AccountKind = "activo" | "pasivo" | "patrimonio" | "ingreso" | "gasto";

export const CASH = "activo:caja";
export const RECEIVABLE = "activo:por_cobrar";
export const TAX_CREDIT = "activo:iva_credito";
export const PAYABLE = "pasivo:por_pagar";
export const LOANS = "pasivo:prestamos";
export const TAX_DEBIT = "pasivo:iva_debito";
export const WITHDRAWALS = "patrimonio:retiros";

/** The category whose spending is no expense: the owner takes out what is theirs. */
export const WITHDRAWAL_CATEGORY = "retiros";

const OTHER_INCOME = "otros_ingresos";
const OTHER_EXPENSE = "otros_gastos";

export function incomeAccount(category: string | null): string {
  return `ingreso:${category ?? OTHER_INCOME}`;
}

export function expenseAccount(category: string | null): string {
  return `gasto:${category ?? OTHER_EXPENSE}`;
}

/** The category under which an entry without one is counted. */
export function categoryOrOther(category: string | null, kind: "income" | "expense"): string {
  return category ?? (kind === "income" ? OTHER_INCOME : OTHER_EXPENSE);
}

/** An account that holds own money, such as `caja` or `banco`. */
export function liquidAccount(name: string): string {
  return `activo:${name}`;
}

export function kindOf(account: string): AccountKind {
  return account.slice(0, account.indexOf(":")) as AccountKind;
}

/** True for own money at hand or in a bank: every asset but what others and the treasury owe. */
export function isLiquid(account: string): boolean {
  return kindOf(account) === "activo" && account !== RECEIVABLE && account !== TAX_CREDIT;
}

/** 1 where a debit makes the account larger, −1 where a credit does. */
export function sideOf(account: string): 1 | -1 {
  const kind = kindOf(account);
  return kind === "activo" || kind === "gasto" ? 1 : -1;
}

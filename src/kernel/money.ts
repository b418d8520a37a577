// Whole minor units with their currency; never a float.

export type Currency = string;

export type Money = {
  /** An integer in the currency's minor unit, |amount| ≤ 2^53 − 1 (D1 rounds beyond it in silence). */
  amount_minor: number;
  currency: Currency;
};

/** Digits after the decimal mark (ISO 4217), where they are not 2. `UF` is ISO's CLF. */
const DECIMALS: Readonly<Record<string, number>> = {
  UF: 4,
  CLP: 0,
  PYG: 0,
  JPY: 0,
  KRW: 0,
  VND: 0,
  ISK: 0,
  UGX: 0,
  RWF: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BIF: 0,
  DJF: 0,
  GNF: 0,
  KMF: 0,
  VUV: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

const DECIMALS_DEFAULT = 2;

/** How many digits of the currency stand after its decimal mark. */
export function decimalsOf(currency: Currency): number {
  return DECIMALS[currency] ?? DECIMALS_DEFAULT;
}

/** Minor units in one unit of the currency: 1 for CLP, 100 for PEN, 10 000 for UF. */
export function minorPerUnit(currency: Currency): number {
  return 10 ** decimalsOf(currency);
}

/** True for an integer that every store we use keeps exactly. */
export function isExact(amountMinor: number): boolean {
  return Number.isSafeInteger(amountMinor);
}

/** How a country writes numbers: `group` between thousands, `decimal` before the fraction. */
export type NumberFormat = { group: "." | "," | " " | "'"; decimal: "." | "," };

/**
 * An amount as the country writes it, without its sign of currency: `45.670`, `1,234.50`.
 * A fraction of zeros is left out only where the currency has none of its own.
 */
export function writeAmount(money: Money, format: NumberFormat): string {
  const decimals = decimalsOf(money.currency);
  const digits = String(Math.abs(money.amount_minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, format.group);
  const fraction = decimals === 0 ? "" : format.decimal + digits.slice(-decimals);
  return (money.amount_minor < 0 ? "-" : "") + whole + fraction;
}

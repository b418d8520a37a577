// How a country prints its documents: currency, number format, rates of its value-added tax.

import type { Currency, NumberFormat } from "#kernel";

export type Country = {
  code: string;
  currency: Currency;
  format: NumberFormat;
  /** Usual rates of value-added tax, in percent; they prove a net and a tax amount, they never make one. */
  taxRates: readonly number[];
};

const POINT: NumberFormat = { group: ",", decimal: "." };
const COMMA: NumberFormat = { group: ".", decimal: "," };

const COUNTRIES: Readonly<Record<string, Omit<Country, "code">>> = {
  CL: { currency: "CLP", format: COMMA, taxRates: [19] },
  // 10.5 %: restaurants and hotels of small firms.
  PE: { currency: "PEN", format: POINT, taxRates: [18, 10.5, 10] },
  AR: { currency: "ARS", format: COMMA, taxRates: [21, 10.5, 27] },
  MX: { currency: "MXN", format: POINT, taxRates: [16, 8] },
  CO: { currency: "COP", format: COMMA, taxRates: [19, 5, 8] },
  BR: { currency: "BRL", format: COMMA, taxRates: [] },
  UY: { currency: "UYU", format: COMMA, taxRates: [22, 10] },
  PY: { currency: "PYG", format: COMMA, taxRates: [10, 5] },
  BO: { currency: "BOB", format: COMMA, taxRates: [13] },
  MY: { currency: "MYR", format: POINT, taxRates: [6] },
  EC: { currency: "USD", format: POINT, taxRates: [15, 12, 5] },
};

const ELSEWHERE: Omit<Country, "code"> = { currency: "USD", format: POINT, taxRates: [] };

/** @param code ISO 3166-1 alpha-2; an unknown one counts in dollars with a decimal point */
export function countryOf(code: string): Country {
  return { code, ...(COUNTRIES[code] ?? ELSEWHERE) };
}

/** The country whose own money it is, for ISO 4217 begins with its code; null of money that many use: `USD`, `UF`. */
export function countryOfMoney(currency: Currency): string | null {
  const code = currency.slice(0, 2);
  return COUNTRIES[code]?.currency === currency ? code : null;
}

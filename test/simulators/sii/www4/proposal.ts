// The SII's proposal of the monthly form 29, as it reckons it from the documents of its own register.
import type { SiiDocument } from "../state/document.ts";
import { CREDIT_NOTES } from "../state/document.ts";
import type { SiiOffice } from "../state/office.ts";
import type { Taxpayer } from "../state/taxpayer.ts";
import { documentsOf } from "./register.ts";
import type { Operation } from "./register.ts";

/** Values are texts; the rate of 115 has a fraction. Codes without a value are left out. */
export type Code = { codigo: string; valor: string };

export function proposalOf(office: SiiOffice, taxpayer: Taxpayer, period: string): Code[] {
  const of = (operation: Operation): SiiDocument[] =>
    documentsOf(office, { rut: taxpayer.rut, period, operation, list: "REGISTRO" });
  const codes = new Map<number, number>();
  const debit = debitOf(codes, of("VENTA"));
  const credit = creditOf(codes, of("COMPRA"), taxpayer);
  const due = debit - credit;
  codes.set(due > 0 ? 89 : 77, Math.abs(due));
  const base = incomeOf(of("VENTA"));
  const ppm = Math.round((base * taxpayer.ppm_percent) / 100);
  for (const [code, value] of [
    [563, base],
    [115, taxpayer.ppm_percent],
    [62, ppm],
  ] as const)
    codes.set(code, value);
  const total = Math.max(due, 0) + ppm;
  for (const code of [595, 547, 91]) codes.set(code, total);
  return [...codes]
    .filter(([, value]) => value !== 0)
    .toSorted(([a], [b]) => a - b)
    .map(([code, value]) => ({ codigo: String(code), valor: String(value) }));
}

type Sums = Map<number, number>;

function add(sums: Sums, code: number, value: number): void {
  sums.set(code, (sums.get(code) ?? 0) + value);
}

/** Codes of a type on the side of sales: how many, and their tax. */
const SALES: Readonly<Record<number, readonly [count: number, tax: number]>> = {
  33: [503, 502],
  39: [110, 111],
  43: [500, 501],
  48: [758, 759],
  56: [512, 513],
  61: [509, 510],
};

function debitOf(sums: Sums, sales: readonly SiiDocument[]): number {
  let total = 0;
  for (const { type, count, tax, exempt } of sales) {
    const codes = SALES[type];
    if (exempt > 0) {
      add(sums, 586, count);
      add(sums, 142, exempt);
    }
    // Of an exempt one nothing else is told.
    if (codes === undefined || (exempt > 0 && tax === 0)) continue;
    add(sums, codes[0], count);
    add(sums, codes[1], tax);
    total += CREDIT_NOTES.has(type) ? -tax : tax;
  }
  sums.set(538, total);
  return total;
}

const COMMON_USE = 5;
/** Codes of a kind of purchase (its `transaction`), invoices only. */
const PURCHASES: Readonly<Record<number, readonly [count: number, tax: number]>> = { 2: [761, 762], 4: [524, 525] };
const NOTES: Readonly<Record<number, readonly [count: number, tax: number]>> = { 56: [531, 532], 61: [527, 528] };
const OWN_TRADE = [519, 520] as const;

function creditOf(sums: Sums, purchases: readonly SiiDocument[], taxpayer: Taxpayer): number {
  let total = taxpayer.remainder;
  sums.set(504, taxpayer.remainder);
  for (const document of purchases) {
    const { type, transaction, tax, unrecoverable, common_use_tax, exempt, net } = document;
    if (exempt > 0) {
      add(sums, 584, 1);
      add(sums, 562, exempt);
    }
    if (unrecoverable !== null) {
      add(sums, 564, 1);
      add(sums, 521, net);
    }
    const shared = Math.round((common_use_tax * taxpayer.common_use_percent) / 100);
    const credit = transaction === COMMON_USE ? shared : tax;
    if (credit === 0) continue;
    const [counts, taxes] = NOTES[type] ?? PURCHASES[transaction] ?? OWN_TRADE;
    add(sums, 511, CREDIT_NOTES.has(type) ? -credit : credit);
    add(sums, counts, 1);
    add(sums, taxes, credit);
    total += CREDIT_NOTES.has(type) ? -credit : credit;
  }
  sums.set(537, total);
  return total;
}

/** Net and exempt of what was sold, less what was taken back. */
function incomeOf(sales: readonly SiiDocument[]): number {
  return sales.reduce((sum, { type, net, exempt }) => sum + (net + exempt) * (CREDIT_NOTES.has(type) ? -1 : 1), 0);
}

// Printed amounts as whole minor units; what could be read two ways is not read.

import { decimalsOf, isExact } from "#kernel";
import type { Country } from "./country.ts";

export type PrintedAmount = {
  minor: number;
  /** Where it stands in its line. */
  start: number;
  end: number;
  /** A sign of currency stands before it. */
  signed: boolean;
};

/** The amounts of a line from left to right. Tax ids, dates, times and percentages are not amounts. */
export function amountsIn(line: string, country: Country): PrintedAmount[] {
  const masked = maskOthers(healed(line));
  const found: PrintedAmount[] = [];
  for (const match of masked.matchAll(AMOUNT)) {
    const [whole, sign = "", minus = "", digits = ""] = match;
    const minor = minorOf(digits, country);
    if (minor === null || (sign === "" && lacksCents(digits, country))) continue;
    if (isTorn(digits, masked.slice(match.index + whole.length), country)) continue;
    found.push({
      minor: minus === "" ? minor : -minor,
      start: match.index,
      end: match.index + whole.length,
      signed: sign !== "",
    });
  }
  return found;
}

/** Where money has cents a number without them is a count, a code or a misreading, unless a sign says otherwise. */
function lacksCents(digits: string, { currency }: Country): boolean {
  return decimalsOf(currency) > 0 && !/[.,]\d{2}$/.test(digits);
}

/** A mark of thousands whose digits were lost: `48.€`, and `48.` where no amount is as small. */
function isTorn(digits: string, behind: string, { currency }: Country): boolean {
  if (decimalsOf(currency) > 0 || !/^\d{1,3}$/.test(digits)) return false;
  return digits.length < 3 ? /^[.,]/.test(behind) : /^[.,][^\s\d]/.test(behind);
}

/** OCR takes a peso sign for a capital S: before digits with a group of three it can be nothing else. */
const SIGN = "\\$|S\\/\\.?|US\\$|U\\$S|R\\$|\\b(?:USD|CLP|PEN|ARS|MXN|COP|RM)|\\bS(?=\\s?\\d{1,3}[.,]\\d{3})";
const AMOUNT = new RegExp(`(?:(${SIGN})\\s?\\$?\\s?|(?<![\\w.,/-]))(-\\s?)?(\\d[\\d.,']*\\d|\\d)(?![\\w/])`, "gi");

/** `45. 670` and `39 .90` are one number that the printer or the OCR tore apart. */
function healed(line: string): string {
  return line.replace(/(?<=\d) ?([.,]) ?(?=\d{2,3}(?!\d))/g, "$1");
}

const OTHERS = [
  /\b\d{1,2}\.?\d{3}\.?\d{3}\s?[-‐–]\s?[\dkK]\b/g,
  /\b\d{2}-\d{8}-\d\b/g,
  /\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
  /\b\d{1,2}:\d{2}(:\d{2})?\b/g,
  /\b\d{1,3}([.,]\d{1,2})?\s?%/g,
];

function maskOthers(line: string): string {
  return OTHERS.reduce((text, pattern) => text.replace(pattern, blank), line);
}

/** `12.345.678` looks like a date of two-digit parts to no pattern here, `1.234.56` to one: groups of three stay. */
function blank(match: string): string {
  return /^\d{1,3}(\.\d{3})+$/.test(match) ? match : " ".repeat(match.length);
}

/** One printed number in minor units, or null where its marks do not fit the country's format. */
export function minorOf(printed: string, country: Country): number | null {
  const digits = printed.replace(/[.,']+$/, "");
  const minor = decimalsOf(country.currency) === 0 ? wholeUnits(digits) : withDecimals(digits, country);
  return minor !== null && isExact(minor) && minor <= AMOUNT_MINOR_MAX ? minor : null;
}

/** Ten billion pesos: no receipt, but many a folio or barcode number. */
const AMOUNT_MINOR_MAX = 10_000_000_000;

function wholeUnits(digits: string): number | null {
  const plain = digits.replace(/[.,]00$/, "");
  // Nobody prints a zero before thousands: it was an eight or a nine.
  if (/^0\d/.test(plain)) return null;
  if (/^\d{1,3}([.,']\d{3})+$/.test(plain) || /^\d{1,9}$/.test(plain)) return Number(plain.replace(/[.,']/g, ""));
  return null;
}

function withDecimals(digits: string, { currency, format }: Country): number | null {
  const match = /^(\d{1,3}(?:[.,']\d{3})+|\d+)(?:([.,])(\d{1,2}))?$/.exec(digits);
  if (!match) return null;
  const [, whole = "", mark = "", fraction = ""] = match;
  const groups = whole.replace(/\d/g, "");
  // One group and no fraction: `1.234` is a thousand only where the country groups so.
  if (mark === "" && groups === format.decimal) return null;
  if (mark !== "" && groups.includes(mark)) return null;
  const decimals = decimalsOf(currency);
  return Number(whole.replace(/[.,']/g, "")) * 10 ** decimals + Number(fraction.padEnd(decimals, "0"));
}

import type { NumberFormat } from "#kernel";
import type { Quantity } from "./quantity.ts";

const DIGITS_MAX = 15;
const FRACTION_DIGITS_MAX = 4;

/**
 * What a number written in digits may stand for, the country's own convention first: «1.234» is [1234, 1.234] in Chile,
 * [1.234, 1234] in Peru. Empty for what is a number in neither («1.23.4»).
 */
export function readDigits(raw: string, format: NumberFormat): Quantity[] {
  if (raw.length > DIGITS_MAX + 5) return [];
  if (!raw.includes(".") && !raw.includes(",")) return raw.length <= DIGITS_MAX ? [{ n: Number(raw), pow: 0 }] : [];
  const local = readAs(raw, format.decimal === "," ? "." : ",", format.decimal);
  const foreign = readAs(raw, format.decimal, format.decimal === "," ? "." : ",");
  const readings = [local, foreign].filter((reading) => reading !== null);
  const [first, second] = readings;
  return first && second && first.n === second.n && first.pow === second.pow ? [first] : readings;
}

/** True where the number carries marks between its thousands, as only amounts do: «45.670», not «45670» or «4,5». */
export function isGrouped(raw: string): boolean {
  return /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?$/.test(raw);
}

function readAs(raw: string, group: string, decimal: string): Quantity | null {
  const point = raw.indexOf(decimal);
  const whole = point < 0 ? raw : raw.slice(0, point);
  const fraction = point < 0 ? "" : raw.slice(point + 1);
  if (fraction.includes(decimal) || fraction.includes(group) || fraction.length > FRACTION_DIGITS_MAX) return null;
  const digits = whole.includes(group) ? ungrouped(whole.split(group)) : whole;
  return digits === null || digits.length + fraction.length > DIGITS_MAX ? null : withoutZeros(digits, fraction);
}

/** `["45", "670"]` is 45670; null for what are no groups. */
function ungrouped([head = "", ...rest]: readonly string[]): string | null {
  return areGroups(head, rest) ? head + rest.join("") : null;
}

function areGroups(head: string, rest: readonly string[]): boolean {
  return head.length <= 3 && head !== "0" && rest.every((part) => part.length === 3);
}

function withoutZeros(whole: string, fraction: string): Quantity {
  let end = fraction.length;
  while (end > 0 && fraction.charAt(end - 1) === "0") end--;
  return { n: Number(whole + fraction.slice(0, end)), pow: end };
}

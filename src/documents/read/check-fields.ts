// The checks any reading passes, whoever read it: rules, a code or a model. What fails becomes null.

import { addDays, type CivilDate, isCivilDate, isExact, isPlaceholderRut, readTaxId, tame } from "#kernel";
import type { Fields, Item } from "../extraction.ts";
import { type Country, countryOf } from "./country.ts";
import { DAYS_OLD_MAX } from "./dates.ts";
import { partsOfTotal } from "./tax-parts.ts";

export type CheckContext = { country: string; today: CivilDate };

/** The fields with everything that fails its check set to null, and the names of those. */
export function checkFields(read: Fields, context: CheckContext): { fields: Fields; dropped: string[] } {
  const country = countryOf(context.country);
  const fields: Fields = {
    ...read,
    merchant: textOf(read.merchant),
    merchant_tax_id: taxIdOf(read.merchant_tax_id, country),
    receiver_tax_id: taxIdOf(read.receiver_tax_id, country),
    series: shortOf(read.series, 10),
    number: shortOf(read.number, 40),
    date: dateOf(read.date, context.today),
    currency: /^[A-Z]{2,3}$/.test(read.currency) ? read.currency : country.currency,
    total_minor: amountOf(read.total_minor),
    ...partsOf(read, country),
    category: read.category !== null && /^[a-z_]{3,40}$/.test(read.category) ? read.category : null,
  };
  fields.items = itemsOf(read.items, fields);
  if (fields.receiver_tax_id === fields.merchant_tax_id) fields.receiver_tax_id = null;
  return { fields, dropped: droppedBetween(read, fields) };
}

function dateOf(date: CivilDate | null, today: CivilDate): CivilDate | null {
  if (date === null || !isCivilDate(date)) return null;
  return date <= addDays(today, 1) && date >= addDays(today, -DAYS_OLD_MAX) ? date : null;
}

function taxIdOf(text: string | null, country: Country): string | null {
  const taxId = text === null ? null : readTaxId(text, country.code);
  return taxId !== null && !isPlaceholderRut(taxId) ? taxId : null;
}

function textOf(text: string | null): string | null {
  const plain = text === null ? "" : tame(text, 80);
  return /\p{L}/u.test(plain) ? plain : null;
}

function shortOf(text: string | null, max: number): string | null {
  const plain = text?.trim() ?? "";
  return plain.length <= max && /^[A-Z0-9][A-Z0-9-]*$/i.test(plain) ? plain : null;
}

function amountOf(minor: number | null): number | null {
  return minor !== null && isExact(minor) && minor > 0 ? minor : null;
}

type Parts = Pick<Fields, "net_minor" | "tax_minor" | "exempt_minor">;

function partsOf(read: Fields, country: Country): Parts {
  const total = amountOf(read.total_minor);
  const parts = { net: wholeOf(read.net_minor), tax: wholeOf(read.tax_minor), exempt: wholeOf(read.exempt_minor) };
  const { net, tax, exempt } = total === null ? NO_PARTS : partsOfTotal(total, parts, country);
  return { net_minor: net, tax_minor: tax, exempt_minor: exempt };
}

const NO_PARTS = { net: null, tax: null, exempt: null };

function wholeOf(minor: number | null): number | null {
  return minor !== null && isExact(minor) && minor >= 0 ? minor : null;
}

const ITEMS_MAX = 100;

/** Items count where they add up to the total or the net; a single one may come without amount (as in a stamp). */
function itemsOf(items: Item[], fields: Fields): Item[] {
  const tamed = items.slice(0, ITEMS_MAX).map((item) => ({ ...item, description: tame(item.description, 80) }));
  const known = tamed.filter((item) => item.description !== "");
  if (known.length === 1 && known[0]?.amount_minor === null) return known;
  if (known.some((item) => item.amount_minor === null || !isExact(item.amount_minor))) return [];
  const sum = known.reduce((total, item) => total + (item.amount_minor ?? 0), 0);
  return sum === fields.total_minor || sum === fields.net_minor ? known : [];
}

function droppedBetween(before: Fields, after: Fields): string[] {
  const names = Object.keys(before) as (keyof Fields)[];
  return names.filter((name) =>
    name === "items" ? after.items.length < before.items.length : before[name] !== null && after[name] === null,
  );
}

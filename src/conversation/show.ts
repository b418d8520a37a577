import type { Button } from "#channels";
import {
  addDays,
  decimalsOf,
  fold,
  tame,
  weekdayOf,
  writeAmount,
  type CivilDate,
  type Currency,
  type Money,
} from "#kernel";
import { issuedIn, partyNamed } from "#documents";
import type { Evidence } from "#language";
import { isReturn, type Entry } from "#ledger";
import type { ShownDocument, ShownEntry, Words } from "#locales";
import { customerOf } from "./customer.ts";
import type { Draft, Membership } from "./dialogue.ts";
import { whyUnbooked } from "./flows/unbooked.ts";

// Entries and documents as a country's people read them.

/** A piece of a reply; `entry` is what quoting it means. */
export type Saying = { text: string; buttons: Button[]; entry: Entry | null };

/** Words with nothing to tap. */
export function plain(text: string): Saying {
  return { text, buttons: [], entry: null };
}

/** Words with their buttons, which speak of no entry. */
export function asking(text: string, buttons: Button[]): Saying {
  return { text, buttons, entry: null };
}

/** Meta takes no more of them; what would have more is asked in words. */
export const BUTTONS_MAX = 3;

/** … and no longer text above them, in code points: a longer one is sent with its choices as numbered words. */
export const BUTTONED_CHARS_MAX = 1_024;

export type Eyes = {
  membership: Membership;
  words: Words;
  today: CivilDate;
  /** How many items of a paper are listed; the rest are counted. */
  items?: number;
};

/** A longer list is nobody's to check on a phone. */
export const ITEMS_SHOWN_MAX = 10;

/** `$150.000`, `S/ 450.00`, `UF 3,5`, `US$ 1.200,50`: the country's format, its own symbol for its own currency. */
export function showMoney({ amount_minor, currency }: Money, { membership }: Eyes): string {
  return showAmount(amount_minor, currency, membership);
}

export function showAmount(amountMinor: number, currency: Currency, membership: Membership): string {
  const sign = amountMinor < 0 ? "-" : "";
  const amount = writeAmount({ amount_minor: Math.abs(amountMinor), currency }, membership.number_format);
  if (currency === membership.currency) return `${sign}${membership.currency_symbol}${amount}`;
  return `${sign}${FOREIGN[currency] ?? `${currency} `}${currency === "UF" ? amount.replace(UNSAID_ZEROS, "") : amount}`;
}

/** Nobody writes all four decimals of a UF. */
const UNSAID_ZEROS = /[.,]?0+$/;

const FOREIGN: Readonly<Record<string, string>> = { USD: "US$", EUR: "€", UF: "UF " };

/** `hoy`, `ayer`, `mañana`, else `mar 17-11-2026`. */
export function showDate(date: CivilDate, { words, today }: Eyes): string {
  if (date === today) return words.days.today;
  if (date === addDays(today, -1)) return words.days.yesterday;
  if (date === addDays(today, -2)) return words.days.before_yesterday;
  if (date === addDays(today, 1)) return words.days.tomorrow;
  return `${words.weekdays[weekdayOf(date) - 1]} ${showDay(date)}`;
}

/** `17-11-2026`, as papers print it. */
export function showDay(date: CivilDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

export function showEntry(entry: Entry, eyes: Eyes, evidence: readonly Evidence[] = []): ShownEntry {
  const money = (amount_minor: number): string => showMoney({ amount_minor, currency: entry.currency }, eyes);
  return {
    type: entry.type === "reversa" ? "egreso" : entry.type,
    direction: entry.direction,
    amount: money(entry.amount_minor),
    concept: entry.concept ? tame(entry.concept) : null,
    category: entry.category ? (eyes.words.categories[entry.category] ?? entry.category) : null,
    counterparty: entry.counterparty ? tame(entry.counterparty) : null,
    date: showDate(entry.date, eyes),
    due_date: entry.due_date ? showDate(entry.due_date, eyes) : null,
    tax: entry.tax_minor ? money(entry.tax_minor) : null,
    country: issuedIn({ currency: entry.currency, merchant_tax_id: null }, eyes.membership.country),
    evidence: evidence.flatMap((each) => showEvidence(each, entry, eyes)),
    ...(isReturn(entry) && { lowers: true as const }),
  };
}

/** The wording beside what was understood, where it was not literally that. */
function showEvidence(evidence: Evidence, entry: Entry, eyes: Eyes): { words: string; meaning: string }[] {
  const words = tame(evidence.text, 40);
  if (evidence.field === "amount") {
    return isLiteral(words, entry) ? [] : [{ words, meaning: showMoney(entry, eyes) }];
  }
  // Of a debt the days that were named are its date and when it is due; each has a line of its own.
  if (evidence.field === "date" && entry.due_date === null) {
    const meaning = showDate(entry.date, eyes);
    return fold(words) === fold(meaning) ? [] : [{ words, meaning }];
  }
  return [];
}

/** «150» and «150,00» are 150.00; «150 lucas» is not. */
function isLiteral(words: string, { amount_minor, currency }: Entry): boolean {
  const decimals = decimalsOf(currency);
  const amount = amount_minor / 10 ** decimals;
  const digits = words.replace(/\D/g, "");
  return [String(amount), amount.toFixed(decimals)].some((literal) => literal.replace(/\D/g, "") === digits);
}

/** `3`, `1,5`: one of a thing is not counted. */
function showQuantity(quantity: number | null, { membership }: Eyes): string | null {
  if (quantity === null || quantity === 1) return null;
  return String(quantity).replace(".", membership.number_format.decimal);
}

export function showDraft(draft: Draft, eyes: Eyes): ShownDocument {
  const { kind, fields } = draft.extraction;
  const { items = ITEMS_SHOWN_MAX } = eyes;
  const money = (amount_minor: number | null): string | null =>
    amount_minor === null ? null : showMoney({ amount_minor, currency: fields.currency }, eyes);
  const customer = customerOf(draft, eyes.membership.tax_id);
  const merchant = customer ?? fields.merchant;
  return {
    kind,
    country: issuedIn(fields, eyes.membership.country),
    party: customer === null ? partyOf(draft, eyes) : "customer",
    merchant: merchant ? tame(merchant) : null,
    merchant_tax_id: customer === null ? fields.merchant_tax_id : fields.receiver_tax_id,
    series: fields.series ? tame(fields.series, 20) : null,
    number: fields.number ? tame(fields.number, 20) : null,
    date: fields.date ? showDay(fields.date) : null,
    total: money(fields.total_minor),
    net: money(fields.net_minor),
    tax: money(fields.tax_minor),
    items: fields.items.slice(0, items).map((item) => ({
      description: tame(item.description, 40),
      quantity: showQuantity(item.quantity, eyes),
      amount: money(item.amount_minor),
    })),
    items_left: Math.max(0, fields.items.length - items),
    category: categoryShown(draft, eyes.words),
  };
}

/** Until somebody has said whose money it was, a slip names nobody's supplier. */
function partyOf(draft: Draft, { membership }: Eyes): ShownDocument["party"] {
  const { extraction, type, way } = draft;
  if (way === "own" || way === "asked" || whyUnbooked(draft) === "way") return "named";
  return partyNamed(extraction, { type, own_tax_id: membership.tax_id });
}

/** What came in, pays a debt or only changed places is under no category of purchases. */
function categoryShown({ extraction, type, way, pays }: Draft, { categories }: Words): string | null {
  const { kind, fields } = extraction;
  if (way === "own" || way === "asked" || pays) return null;
  const category = type === "ingreso" && kind !== "nota_credito" ? "ventas" : fields.category;
  return category === null ? null : (categories[category] ?? category);
}

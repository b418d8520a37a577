import { assert } from "#kernel";
import type { NumberFormat } from "#kernel";
import { countryRow, dial } from "./dial-plan.ts";
import type { LocaleName, Profile, Tenant } from "./tenant.ts";

/** `certain` is false where the country can only be guessed and the person must be asked. */
export type Guess = { profile: Profile; certain: boolean };

/**
 * What a person's address tells of the business: country, currency, zone, language and how numbers are written.
 * The phone decides; where it can't, the country at the head of the business-scoped id (`CL.1349…`, Meta); where
 * neither can, the likeliest country, or Chile, and `certain` is false.
 * @param phone E.164 digits without `+`, or null
 * @param userId Meta's business-scoped user id, or null
 */
export function profileOf(phone: string | null, userId: string | null): Guess {
  const dialled = phone === null ? null : dial(phone);
  if (dialled?.certain) return { profile: profileIn(dialled.country, dialled.time_zone), certain: true };
  const named = countryOfUserId(userId);
  if (named !== null) return { profile: profileIn(named, null), certain: true };
  return { profile: profileIn(dialled?.country ?? HOME, null), certain: false };
}

/** Where nothing is known: the country we began in. */
const HOME = "CL";

/** The profile of a country that was told (an answer, a setting) rather than guessed; null for a code we don't know. */
export function profileOfCountry(country: string): Profile | null {
  return countryRow(country) === null ? null : profileIn(country, null);
}

/** The profile of a business on our books: its country's habits with what it has chosen for itself. */
export function profileOfTenant(tenant: Pick<Tenant, "country" | "currency" | "time_zone" | "language">): Profile {
  const { country, currency, time_zone, language } = tenant;
  const habits = profileOfCountry(country) ?? profileIn(HOME, null);
  const currency_symbol = currency === habits.currency ? habits.currency_symbol : symbolAbroad(currency);
  return { ...habits, country, currency, time_zone, language, locale: localeOf(language, country), currency_symbol };
}

function countryOfUserId(userId: string | null): string | null {
  const country = /^([A-Z]{2})\./.exec(userId ?? "")?.[1];
  return country !== undefined && countryRow(country) !== null ? country : null;
}

function profileIn(country: string, timeZone: string | null): Profile {
  const row = countryRow(country);
  assert(row !== null, "every prefix leads to a country of the table");
  return {
    country,
    currency: row.currency,
    time_zone: timeZone ?? row.time_zone,
    language: languageOf(row.locale, country),
    locale: row.locale as LocaleName,
    number_format: numberFormatOf(row.numbers),
    currency_symbol: symbolOf(row.currency),
  };
}

/** The language of the answers, as the country speaks it; English is English everywhere. */
function languageOf(locale: string, country: string): string {
  const language = locale.slice(0, 2);
  return language === "en" ? language : `${language}-${country}`;
}

/** The pack of a language of ours: its region's, else its country's when that speaks it, else the house's own. */
function localeOf(language: string, country: string): LocaleName {
  const [spoken = "", region = ""] = language.split("-");
  if (spoken === "en") return "en";
  if (spoken === "pt") return "pt-BR";
  const packs = [region, country].map((each) => countryRow(each)?.locale ?? "");
  return (packs.find((pack) => pack.startsWith("es")) ?? "es-CL") as LocaleName;
}

function symbolOf(currency: string): string {
  return SYMBOLS.get(currency) ?? `${currency} `;
}

/** A plain `$` abroad would be read as the country's own money. */
function symbolAbroad(currency: string): string {
  if (currency === "USD") return "US$";
  return symbolOf(currency) === "$" ? `${currency} ` : symbolOf(currency);
}

/** Reads `1.234,5`, `1,234.5`, `1_234,5`, `1'234.5`. */
function numberFormatOf(numbers: string): NumberFormat {
  const group = numbers.charAt(1).replace("_", " ") as NumberFormat["group"];
  return { group, decimal: numbers.charAt(5) as NumberFormat["decimal"] };
}

/** How an amount is prefixed at home. Where a sign would be read by few, the ISO code stands instead. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...["CLP", "ARS", "MXN", "COP", "UYU", "CUP", "USD", "CAD", "AUD", "NZD"].map((code) => [code, "$"] as const),
  ...["SGD", "BBD", "BSD", "BZD", "GYD", "FJD", "NAD"].map((code) => [code, "$"] as const),
  ["PEN", "S/ "],
  ["BRL", "R$ "],
  ["BOB", "Bs "],
  ["VES", "Bs "],
  ["PYG", "₲ "],
  ["CRC", "₡"],
  ["GTQ", "Q"],
  ["HNL", "L "],
  ["NIO", "C$"],
  ["PAB", "B/. "],
  ["DOP", "RD$"],
  ["JMD", "J$"],
  ["TTD", "TT$"],
  ["XCD", "EC$"],
  ["HKD", "HK$"],
  ["TWD", "NT$"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["JPY", "¥"],
  ["CNY", "¥"],
  ["INR", "₹"],
  ["KRW", "₩"],
  ["PHP", "₱"],
  ["NGN", "₦"],
  ["VND", "₫"],
  ["ILS", "₪"],
  ["TRY", "₺"],
  ["UAH", "₴"],
  ["RUB", "₽"],
  ["KZT", "₸"],
  ["ZAR", "R "],
]);

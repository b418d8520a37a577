import { z } from "@hono/zod-openapi";
import { isCivilDate } from "#kernel";
import { countryName } from "#locales";

// Values that several routes speak of.

export const CivilDay = z
  .string()
  .refine(isCivilDate, "must be a day of the calendar, YYYY-MM-DD")
  .openapi({ format: "date", example: "2026-11-18" });

export const CurrencyCode = z
  .string()
  .regex(/^([A-Z]{3}|UF)$/, "must be an ISO 4217 code, or UF")
  .openapi({ example: "CLP" });

export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be two capital letters")
  .refine((code) => !/^[A-Z]{2}$/.test(code) || isCountry(code), "must be a country of ISO 3166-1")
  .openapi({ description: "ISO 3166-1 alpha-2", example: "CL" });

/** `ZZ` is what stands where no country is known, and has a name all the same. */
function isCountry(code: string): boolean {
  return code !== "ZZ" && countryName(code, "en") !== code;
}

export const Minor = z.int().openapi({ description: "Whole minor units of the currency", example: 20000 });

export const MoneyShape = z.object({ amount_minor: Minor, currency: CurrencyCode }).openapi("Money");

export const Slug = z
  .string()
  .regex(/^[a-z0-9_]{1,40}$/, "must be a category such as combustible")
  .openapi({ example: "combustible" });

/** E.164, with or without `+`. */
export const Phone = z
  .string()
  .regex(/^\+?[1-9]\d{6,14}$/, "must be a phone number with its country, such as 56911111111")
  .openapi({ example: "56911111111" });

export function digitsOf(phone: string): string {
  return phone.replace("+", "");
}

const TOKEN_CHARS_MAX = 100;

/** Of a page that the chat gives a link to, once. */
export const LinkToken = z
  .string()
  .max(TOKEN_CHARS_MAX)
  .openapi({ description: "What stands behind `#` in the link of the chat" });

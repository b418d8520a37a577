import { expect, test } from "vitest";
import { decimalsOf, writeAmount } from "#kernel";
import { countryCodes } from "#src/tenants/dial-plan.ts";
import { profileOf, profileOfCountry, profileOfTenant } from "#src/tenants/profile.ts";

test("a Chilean number keeps books in pesos of Santiago", () => {
  expect(profileOf("56911111111", null)).toEqual({
    certain: true,
    profile: {
      country: "CL",
      currency: "CLP",
      time_zone: "America/Santiago",
      language: "es-CL",
      locale: "es-CL",
      number_format: { group: ".", decimal: "," },
      currency_symbol: "$",
    },
  });
});

test.each([
  ["56911111111", 12_345_600, "$12.345.600"],
  ["51987654321", 123_456, "S/ 1,234.56"],
  ["5491123456789", 123_456, "$1.234,56"],
  ["525512345678", 123_456, "$1,234.56"],
  ["573001234567", 123_456, "$1.234,56"],
  ["59171234567", 123_456, "Bs 1.234,56"],
  ["595981234567", 123_456, "₲ 123.456"],
  ["50688881234", 123_456, "₡1.234,56"],
  ["18095551234", 123_456, "RD$1,234.56"],
  ["5511999990000", 123_456, "R$ 1.234,56"],
  ["351912345678", 123_456, "€1 234,56"],
  ["12125551234", 123_456, "$1,234.56"],
  ["41791234567", 123_456, "CHF 1'234.56"],
  ["819012345678", 123_456, "¥123,456"],
  ["96512345678", 123_456, "KWD 123.456"],
  ["2348012345678", 123_456, "₦1,234.56"],
])("money at %s is written as the country writes it", (phone, amount_minor, written) => {
  const { currency, currency_symbol, number_format } = profileOf(phone, null).profile;
  expect(currency_symbol + writeAmount({ amount_minor, currency }, number_format)).toBe(written);
});

test.each([
  ["56911111111", "es-CL", "es-CL"],
  ["573001234567", "es-CO", "es-PE"],
  ["593991234567", "es-EC", "es-PE"],
  ["59171234567", "es-BO", "es-PE"],
  ["59891234567", "es-UY", "es-AR"],
  ["595981234567", "es-PY", "es-AR"],
  ["584121234567", "es-VE", "es-MX"],
  ["50251234567", "es-GT", "es-MX"],
  ["17875551234", "es-PR", "es-MX"],
  ["34612345678", "es-ES", "es-CL"],
  ["5511999990000", "pt-BR", "pt-BR"],
  ["244912345678", "pt-AO", "pt-BR"],
  ["258821234567", "pt-MZ", "pt-BR"],
  ["12125551234", "en", "en"],
  ["4915112345678", "en", "en"],
])("%s speaks %s and reads the pack %s", (phone, language, locale) => {
  expect(profileOf(phone, null).profile).toMatchObject({ language, locale });
});

test("a person without a phone is of the country at the head of the business-scoped id", () => {
  expect(profileOf(null, "PE.13491208655302741918")).toMatchObject({
    certain: true,
    profile: { country: "PE", currency: "PEN" },
  });
  expect(profileOf(null, "MX.ENT.11815799212886844830")).toMatchObject({ certain: true, profile: { country: "MX" } });
});

test("a phone that tells the country wins over the id, one that does not gives way to it", () => {
  expect(profileOf("56911111111", "PE.1").profile.country).toBe("CL");
  expect(profileOf("18005551234", "DO.1")).toMatchObject({ certain: true, profile: { country: "DO" } });
});

test.each([
  [null, null, "CL"],
  [null, "ZZ.1", "CL"],
  [null, "CL1349", "CL"],
  [null, "cl.1", "CL"],
  ["883510001234", null, "CL"],
  ["18005551234", null, "US"],
  ["75001234567", "??", "RU"],
])("phone %j with id %j is a guess: %s", (phone, userId, country) => {
  expect(profileOf(phone, userId)).toMatchObject({ certain: false, profile: { country } });
});

test("every country has a whole profile whose amounts can be written", () => {
  for (const country of countryCodes()) {
    const profile = profileOfCountry(country);
    expect(profile?.country).toBe(country);
    expect(profile?.number_format.group).not.toBe(profile?.number_format.decimal);
    expect(profile?.currency_symbol).not.toBe("");
  }
});

test("the currencies of the world that have no cents, or three digits of them, are those of ISO 4217", () => {
  const currencies = new Set(countryCodes().map((country) => profileOfCountry(country)?.currency ?? ""));
  const having = (digits: number) => [...currencies].filter((currency) => decimalsOf(currency) === digits).toSorted();
  expect(having(0).join(" ")).toBe("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
  expect(having(3).join(" ")).toBe("BHD IQD JOD KWD LYD OMR TND");
});

test("a code that is no country has no profile", () => {
  expect(profileOfCountry("ZZ")).toBeNull();
  expect(profileOfCountry("__proto__")).toBeNull();
});

test("a business keeps what it has chosen for itself", () => {
  const tenant = { country: "CL", currency: "USD", time_zone: "America/Punta_Arenas", language: "en" };
  expect(profileOfTenant(tenant)).toEqual({
    ...tenant,
    locale: "en",
    number_format: { group: ".", decimal: "," },
    currency_symbol: "US$",
  });
});

test.each([
  ["CL", "es-CL", "es-CL"],
  ["CL", "es-AR", "es-AR"],
  ["CO", "es-CO", "es-PE"],
  ["CL", "es", "es-CL"],
  ["MX", "es", "es-MX"],
  ["US", "es", "es-CL"],
  ["US", "es-US", "es-CL"],
  ["CL", "pt-BR", "pt-BR"],
  ["BR", "pt", "pt-BR"],
  ["DE", "en", "en"],
])("a business in %s that speaks %s reads the pack %s", (country, language, locale) => {
  expect(profileOfTenant({ country, currency: "USD", time_zone: "UTC", language }).locale).toBe(locale);
});

test("a plain peso sign abroad is written by its code", () => {
  const abroad = { country: "PE", currency: "CLP", time_zone: "America/Lima", language: "es-PE" };
  expect(profileOfTenant(abroad).currency_symbol).toBe("CLP ");
});

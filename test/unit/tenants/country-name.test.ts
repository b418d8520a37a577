import { expect, test } from "vitest";
import { countryNamed } from "#src/tenants/country-name.ts";

test.each([
  ["Chile", "CL"],
  ["chile.", "CL"],
  ["estoy en México!", "MX"],
  ["Mexico", "MX"],
  ["soy de la República Dominicana", "DO"],
  ["dominicana", "DO"],
  ["El Salvador", "SV"],
  ["EE.UU.", "US"],
  ["estados unidos", "US"],
  ["I'm in the United States", "US"],
  ["USA", "US"],
  ["Canadá", "CA"],
  ["Puerto Rico", "PR"],
  ["Jamaica", "JM"],
  ["Rusia", "RU"],
  ["Kazajistán", "KZ"],
  ["sou do Brasil", "BR"],
  ["Inglaterra", "GB"],
  ["Países Bajos", "NL"],
  ["costa de marfil", "CI"],
  ["🇵🇪", "PE"],
])("%j names %s", (words, country) => {
  expect(countryNamed(words)).toBe(country);
});

test.each([
  "no",
  "si",
  "sí",
  "hola",
  "",
  "es",
  "agua de jamaica 30 pesos",
  "chile y perú",
  "🇿🇿",
  "🧾",
  "__proto__",
  "5 lucas",
])("%j names no country", (words) => {
  expect(countryNamed(words)).toBeNull();
});

/**
 * A country in the words of a language: `Estados Unidos`, `United States`.
 * @param country ISO 3166-1 alpha-2; anything else comes back as it is
 */
export function countryName(country: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
}

// Every sentence a customer reads, a file a language; it refuses to decide which one to say.
import { en } from "./en.ts";
import { esAR } from "./es-AR.ts";
import { esCL } from "./es-CL.ts";
import { esMX } from "./es-MX.ts";
import { esPE } from "./es-PE.ts";
import { ptBR } from "./pt-BR.ts";
import type { Words } from "./words.ts";

export type * from "./asked-words.ts";
export { CLAIM_WORDS, type ClaimShown } from "./claim-words.ts";
export { countryName } from "./country-name.ts";
export { documentSaid } from "./document-types.ts";
export type * from "./scan-words.ts";
export { SII_DIFFERENCES, type ShownDifference } from "./sii-differences.ts";
export { SII_WORDS, type SiiLine } from "./sii-words.ts";
export { SPANISH_MONTHS } from "./spanish-months.ts";
export { TAX_PROFILE_WORDS } from "./tax-profile-words.ts";
export { TAX_WORDS, type TaxesShown } from "./tax-words.ts";
export { TAX_REPORT } from "./tax-report.ts";
export type * from "./words.ts";

const LOCALES: Readonly<Record<string, Words>> = {
  "es-CL": esCL,
  "es-PE": esPE,
  "es-AR": esAR,
  "es-MX": esMX,
  en,
  "pt-BR": ptBR,
};

/** The words of a locale; Chilean Spanish where it has none of its own. */
export function wordsOf(locale: string): Words {
  return LOCALES[locale] ?? esCL;
}

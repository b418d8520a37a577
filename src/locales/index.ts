// Every sentence a customer reads, a file a language; it refuses to decide which one to say.
import { esCL } from "./es-CL.ts";
import type { Words } from "./words.ts";

export type * from "./words.ts";

const LOCALES: Readonly<Record<string, Words>> = { "es-CL": esCL };

/** The words of a locale; Chilean Spanish where it has none of its own. */
export function wordsOf(locale: string): Words {
  return LOCALES[locale] ?? esCL;
}

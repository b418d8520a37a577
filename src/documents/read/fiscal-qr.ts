// The fiscal QR codes of Latin America: printed by law, unsigned but for a few, and never misread. One file a country.

import { readArgentine } from "./fiscal/argentina.ts";
import { readBrazilian } from "./fiscal/brazil.ts";
import type { FiscalQr } from "./fiscal/code.ts";
import { readColombian } from "./fiscal/colombia.ts";
import { readEcuadorian } from "./fiscal/ecuador.ts";
import { readMexican } from "./fiscal/mexico.ts";
import { readPeruvian } from "./fiscal/peru.ts";
import { readUruguayan } from "./fiscal/uruguay.ts";

const READERS = [
  readPeruvian,
  readArgentine,
  readUruguayan,
  readMexican,
  readColombian,
  readEcuadorian,
  readBrazilian,
] as const;

/** A QR holds 2,953 bytes at most. */
const QR_CHARS_MAX = 4_096;

/** Reads a fiscal QR, or null where the text is another kind of code or fails its checks. */
export function parseFiscalQr(text: string): FiscalQr | null {
  if (text.length > QR_CHARS_MAX) return null;
  const plain = text.replace(/^\uFEFF/, "").trim();
  for (const read of READERS) {
    const code = read(plain);
    if (code !== null) return code;
  }
  return null;
}

import type { HTTPException } from "hono/http-exception";
import type { UnreadableCode } from "#documents";
import { wordsOf } from "#locales";
import { refusalInWords } from "../errors.ts";

const CODES: ReadonlySet<string> = new Set<UnreadableCode>([
  "unreadable",
  "unsupported_type",
  "too_large",
  "encrypted",
  "corrupt",
  "bomb",
]);

/** 422 with its code, and a sentence that a shopkeeper understands. */
export function unreadable(reason: string | null, locale: string, details?: unknown): HTTPException {
  const isOfMany = reason === "too_many_pages" || reason === "too_many_documents";
  const known = isOfMany ? "too_large" : reason;
  const code = (CODES.has(known ?? "") ? known : "unreadable") as UnreadableCode;
  const message = wordsOf(locale).document_trouble(isOfMany ? reason : code);
  return refusalInWords(422, { code, message, details });
}

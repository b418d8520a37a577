// What the SII's public pages of values have in common.

import { err, ok, type Result } from "#kernel";
import { SPANISH_MONTHS } from "#locales";
import { EVIDENCE_CHARS_MAX, type PageProblem } from "./errors.ts";

/** The text of a page that has its end, and whose title names no other year. */
export function openPage(bytes: Uint8Array, year: number): Result<string, PageProblem> {
  const html = decode(bytes);
  if (!/<\/html>\s*$/i.test(html.slice(-TAIL_CHARS))) return refuse("truncated", html.slice(-EVIDENCE_CHARS_MAX));
  const title = /<title>([^<]{0,300})<\/title>/i.exec(html)?.[1] ?? "";
  const years: readonly string[] = title.match(/\b20\d{2}\b/g) ?? [];
  return years.length > 0 && !years.includes(`${year}`) ? refuse("other_year", title) : ok(html);
}

const TAIL_CHARS = 200;

/** UTF-8 where it is, else what the SII serves elsewhere. Every byte of windows-1252 is a character. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export function refuse(reason: PageProblem["reason"], evidence: string): Result<never, PageProblem> {
  return err({ reason, evidence: evidence.slice(0, EVIDENCE_CHARS_MAX) });
}

/** Empty, or the SII's «does not apply»: a day without value is no zero. */
export const NO_VALUE = /^(?:|-|-\.-)$/;

/** 1–12; null where the name is no month's. */
export function monthNamed(name: string): number | null {
  const index = SPANISH_MONTHS.indexOf(name.toLowerCase());
  return index === -1 ? null : index + 1;
}

export function trimmed(text: string): string {
  return text.replace(/&nbsp;|&#160;|\s+/gi, " ").trim();
}

/** Without comments and scripts, in which tags are words. One that has no end takes the rest with it. */
export function withoutAsides(html: string): string {
  return [ASIDE_COMMENT, ASIDE_SCRIPT, ASIDE_STYLE].reduce((text, aside) => without(text, aside), html);
}

const ASIDE_COMMENT = { begins: "<!--", ends: "-->" };
const ASIDE_SCRIPT = { begins: "<script", ends: "</script>" };
const ASIDE_STYLE = { begins: "<style", ends: "</style>" };

function without(text: string, { begins, ends }: { begins: string; ends: string }): string {
  // Letter by letter: lower case of all of Unicode is longer in places.
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const kept: string[] = [];
  let at = 0;
  for (let start = lower.indexOf(begins); start !== -1; start = lower.indexOf(begins, at)) {
    kept.push(text.slice(at, start));
    const end = lower.indexOf(ends, start);
    at = end === -1 ? text.length : end + ends.length;
  }
  return [...kept, text.slice(at)].join("");
}

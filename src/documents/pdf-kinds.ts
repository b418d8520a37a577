// What the streams of a PDF say they are, and which names stand for pictures alone.

import type { PdfDictionary, PdfStream } from "./pdf-syntax.ts";

/** Every subtype a stream states of itself; `indirect` for one that is no name. Which of several holds is the reader's choice. */
export function subtypesOf({ top }: PdfStream): string[] {
  return Array.from(top.matchAll(SUBTYPE), ([, name]) => name ?? "indirect");
}

const SUBTYPE = /\/Subtype(?![^\0\s()<>[\]{}/%])[\0\s]*(?:\/([^\0\s()<>[\]{}/%]*))?/g;

/** A picture and nothing else. */
export function isPicture(stream: PdfStream): boolean {
  const subtypes = subtypesOf(stream);
  return subtypes.length > 0 && subtypes.every((subtype) => subtype === "Image");
}

export function isForm(stream: PdfStream): boolean {
  return subtypesOf(stream).includes("Form");
}

/**
 * Names that refer to pictures wherever they stand as a key. One that refers to anything else somewhere, or in a way
 * not understood here, is none of them.
 * @param texts all that may hold references, names unescaped
 */
export function pictureNames(texts: readonly string[], streams: readonly PdfStream[]): ReadonlySet<string> {
  const [pictures, others] = [new Set<string>(), new Set<string>()];
  for (const stream of streams) {
    if (isPicture(stream)) pictures.add(stream.object ?? "");
    // A stream whose number can't be told may be what any name refers to.
    else if (stream.object === null) return new Set();
    else others.add(stream.object);
  }
  const [sure, doubted] = [new Set<string>(), new Set<string>()];
  for (const [, name = "", object, strange] of texts.flatMap((text) => Array.from(text.matchAll(USED)))) {
    if (object !== undefined && pictures.has(object) && !others.has(object)) sure.add(name);
    else if (object !== undefined || strange !== undefined) doubted.add(name);
  }
  return new Set([...sure].filter((name) => !doubted.has(name)));
}

/** A name with the plain reference behind it, or with the first sign of a strange one: a number or a comment. */
const USED =
  /\/([^\0\s()<>[\]{}/%]+)[\0\s]*(?:0*(\d{1,9})[\0\s]+\d{1,5}[\0\s]+R(?![^\0\s()<>[\]{}/%])|(?=([%+\-.\d]))|)/g;

/** Whether a form refers to itself by a name that it paints. */
export function paintsItself({ text, object }: PdfDictionary, painted: readonly string[]): boolean {
  const own = Array.from(text.matchAll(USED)).filter(([, , referred]) => referred !== undefined && referred === object);
  return own.some(([, name = ""]) => painted.includes(name));
}

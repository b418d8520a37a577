// Measures what a PDF would unfold to before a PDF library is let near it.

import { err, ok, type Result } from "#kernel";
import type { Unreadable, UnreadableCode } from "./extraction.ts";
import { decodeAscii85 } from "./ascii85.ts";
import { inflate } from "./inflate.ts";
import { asciiOf, dictionariesOf, filtersOf, lengthOf, type PdfDictionary } from "./pdf-syntax.ts";

export const PDF_PAGES_MAX = 10;
export const PDF_OBJECTS_MAX = 10_000;
/** One page of text or one font; a page of a real invoice unfolds to some tens of kilobytes. */
export const PDF_STREAM_BYTES_MAX = 4 * 1024 * 1024;
/** One scanned page at 300 dpi in three colours is 26 MB. */
export const PDF_IMAGE_BYTES_MAX = 32 * 1024 * 1024;
export const PDF_INFLATED_BYTES_MAX = 64 * 1024 * 1024;
/** A predictor allocates a row of this many samples. */
const PDF_COLUMNS_MAX = 30_000;

/** Names that make a reader act: no invoice needs them. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b/;

/**
 * Refuses what would cost more than it can be worth: encrypted files, active content, filters upon filters, streams
 * that unfold beyond their budget. A 2.3 kB file can cost pdf.js 36 s and 2.4 GiB otherwise.
 */
export async function guardPdf(bytes: Uint8Array): Promise<Result<null, Unreadable>> {
  const dictionaries = dictionariesOf(asciiOf(bytes), PDF_OBJECTS_MAX);
  if (dictionaries === null) return err(problem("bomb", "too many objects"));
  const refused = judgeNames(dictionaries.map((dictionary) => dictionary.text).join("\n"));
  return refused ? err(refused) : measure(bytes, dictionaries);
}

function judgeNames(text: string): Unreadable | null {
  if (/\/Encrypt\b/.test(text)) return problem("encrypted", "/Encrypt");
  const active = ACTIVE.exec(text);
  if (active) return problem("bomb", `active content ${active[0]}`);
  for (const [, columns] of text.matchAll(/\/Columns\s+(\d+)/g)) {
    if (Number(columns) > PDF_COLUMNS_MAX) return problem("bomb", `/Columns ${columns}`);
  }
  const pages = pagesIn(text);
  return pages > PDF_PAGES_MAX ? problem("too_large", `${pages} pages`) : null;
}

async function measure(bytes: Uint8Array, dictionaries: PdfDictionary[]): Promise<Result<null, Unreadable>> {
  let total = 0;
  for (const { text, streamAt } of dictionaries) {
    if (streamAt === null) continue;
    const filters = filtersOf(text);
    const refused = judgeFilters(filters);
    if (refused) return err(refused);
    if (!filters.includes("FlateDecode")) continue;
    const isObjects = /\/Type\s*\/ObjStm\b/.test(text);
    const encoded = encodedBytes(bytes, { text, streamAt }, filters);
    if (encoded === null) return err(problem("bomb", "base 85 of zeros"));
    const inflated = await inflate(encoded, {
      budget: Math.min(budgetOf(text), PDF_INFLATED_BYTES_MAX - total),
      keep: isObjects,
    });
    if (inflated.exceeded)
      return err(problem("bomb", `a stream of more than ${inflated.length} bytes, ${total} before it`));
    total += inflated.length;
    const hidden = isObjects ? judgeNames(asciiOf(inflated.bytes)) : null;
    if (hidden) return err(hidden);
  }
  return ok(null);
}

/** One inflating filter is compression, two are a bomb; LZW's tables and indirect filters are not worth their risk. */
function judgeFilters(filters: string[]): Unreadable | null {
  const chain = filters.join(" ");
  if (filters.includes("indirect")) return problem("bomb", "indirect filter");
  if (filters.filter((filter) => INFLATING.has(filter)).length > 1) return problem("bomb", `filters ${chain}`);
  if (filters.includes("LZWDecode")) return problem("unreadable", `filters ${chain}`);
  const before = filters.slice(0, Math.max(0, filters.indexOf("FlateDecode")));
  return before.every((filter) => filter === "ASCII85Decode") && before.length <= 1
    ? null
    : problem("bomb", `filters ${chain}`);
}

const INFLATING = new Set(["FlateDecode", "LZWDecode", "RunLengthDecode"]);

function budgetOf(dictionary: string): number {
  return /\/Subtype\s*\/Image\b/.test(dictionary) ? PDF_IMAGE_BYTES_MAX : PDF_STREAM_BYTES_MAX;
}

type Encoded = { text: string; streamAt: number };

/** The bytes to inflate; none where what stands before them unfolds too far. */
function encodedBytes(bytes: Uint8Array, { text, streamAt }: Encoded, filters: string[]): Uint8Array | null {
  // A zlib stream ends itself, so where /Length can't be trusted everything up to the end of the file is offered.
  const encoded = bytes.subarray(streamAt, streamAt + (lengthOf(bytes, text, streamAt) ?? bytes.length));
  return filters[0] === "ASCII85Decode" ? decodeAscii85(encoded, PDF_INFLATED_BYTES_MAX) : encoded;
}

function pagesIn(text: string): number {
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

function problem(code: UnreadableCode, detail: string): Unreadable {
  return { code, detail };
}

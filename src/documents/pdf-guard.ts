// Measures what a PDF would unfold to before a PDF library is let near it.

import { err, ok, type Result } from "#kernel";
import type { Unreadable, UnreadableCode } from "./extraction.ts";
import { decodeAscii85 } from "./ascii85.ts";
import { inflate } from "./inflate.ts";
import { looksWritten, noWork, tooMuch, withStream } from "./pdf-content.ts";
import { asciiOf, dictionariesOf, filtersOf, lengthOf, type PdfDictionary, unescapeNames } from "./pdf-syntax.ts";

export const PDF_PAGES_MAX = 10;
export const PDF_OBJECTS_MAX = 10_000;
/** One page of text or one font; a page of a real invoice unfolds to some tens of kilobytes. */
export const PDF_STREAM_BYTES_MAX = 4 * 1024 * 1024;
/** One scanned page at 300 dpi in three colours is 26 MB. */
export const PDF_IMAGE_BYTES_MAX = 32 * 1024 * 1024;
export const PDF_INFLATED_BYTES_MAX = 64 * 1024 * 1024;
/** All that is no picture: contents, fonts, maps. A real invoice has one or two megabytes of them. */
export const PDF_TEXT_BYTES_MAX = 16 * 1024 * 1024;
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
  let texts = 0;
  let work = noWork();
  for (const { text, streamAt } of dictionaries) {
    if (streamAt === null) continue;
    const left = Math.min(PDF_INFLATED_BYTES_MAX - total, isPicture(text) ? Infinity : PDF_TEXT_BYTES_MAX - texts);
    const stream = await unfold(bytes, { text, streamAt }, left);
    if (!stream.ok) return stream;
    const unfolded = stream.value;
    total += unfolded.length;
    if (!isPicture(text)) texts += unfolded.length;
    const hidden = isObjects(text) ? judgeNames(unescapeNames(asciiOf(unfolded.bytes))) : null;
    if (hidden) return err(hidden);
    if (isPicture(text) && !looksWritten(unfolded.bytes)) continue;
    work = withStream(work, unfolded.bytes, /\/Subtype\s*\/Form\b/.test(text));
    const excess = tooMuch(work);
    if (excess !== null) return err(problem("bomb", excess));
  }
  return ok(null);
}

/** What comes out of a stream, or why it is not taken out. Pictures in codecs of their own stay as they are. */
async function unfold(
  bytes: Uint8Array,
  { text, streamAt }: Encoded,
  left: number,
): Promise<Result<{ length: number; bytes: Uint8Array }, Unreadable>> {
  const filters = filtersOf(text);
  const refused = judgeFilters(filters) ?? judgeCodecs(filters, text);
  if (refused) return err(refused);
  if (filters.some((filter) => !MEASURED.has(filter))) return ok(NOTHING);
  const budget = Math.min(budgetOf(text), left);
  const encoded = encodedBytes(bytes, { text, streamAt }, { filters, budget });
  if (encoded === null) return err(problem("bomb", "base 85 of zeros"));
  if (!filters.includes("FlateDecode")) return ok({ length: 0, bytes: encoded });
  const inflated = await inflate(encoded, { budget, keep: true });
  if (!inflated.exceeded) return ok(inflated);
  return err(problem("bomb", `a stream of more than ${inflated.length} bytes`));
}

const NOTHING = { length: 0, bytes: new Uint8Array() };
const MEASURED: ReadonlySet<string> = new Set(["FlateDecode", "ASCII85Decode"]);

/** A reader takes objects out of whatever stream a reference names, and asks only where the first one stands. */
function isObjects(text: string): boolean {
  return /\/Type\s*\/ObjStm\b/.test(text) || (/\/First\b/.test(text) && /\/N\b/.test(text));
}

function isPicture(text: string): boolean {
  return /\/Subtype\s*\/Image\b/.test(text);
}

/** Only pictures have codecs of their own; orders or objects in one would pass unmeasured. */
function judgeCodecs(filters: string[], text: string): Unreadable | null {
  if (isPicture(text) && !isObjects(text)) return null;
  return filters.every((filter) => MEASURED.has(filter)) ? null : problem("bomb", `filters ${filters.join(" ")}`);
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
  return isPicture(dictionary) ? PDF_IMAGE_BYTES_MAX : PDF_STREAM_BYTES_MAX;
}

type Encoded = { text: string; streamAt: number };

/** The bytes to inflate; none where what stands before them unfolds too far. */
function encodedBytes(
  bytes: Uint8Array,
  { text, streamAt }: Encoded,
  { filters, budget }: { filters: string[]; budget: number },
): Uint8Array | null {
  // A zlib stream ends itself, so where /Length can't be trusted everything up to the end of the file is offered.
  const length = lengthOf(bytes, text, streamAt) ?? (filters.includes("FlateDecode") ? bytes.length : budget);
  const encoded = bytes.subarray(streamAt, streamAt + length);
  return filters[0] === "ASCII85Decode" ? decodeAscii85(encoded, budget + encoded.length) : encoded;
}

function pagesIn(text: string): number {
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

function problem(code: UnreadableCode, detail: string): Unreadable {
  return { code, detail };
}

// Measures what a PDF would unfold to before a PDF library is let near it.

import { err, ok, type Result } from "#kernel";
import type { Unreadable, UnreadableCode } from "./extraction.ts";
import { decodeAscii85 } from "./ascii85.ts";
import { inflate } from "./inflate.ts";
import { noWork, tooMuch, type Work, withContent, withForm, withPicture } from "./pdf-content.ts";
import { isForm, isPicture, paintsItself, pictureNames, subtypesOf } from "./pdf-kinds.ts";
import {
  asciiOf,
  dictionariesOf,
  filtersOf,
  lengthOf,
  numbersIn,
  numbersOf,
  type PdfStream,
  type StatedNumbers,
  unescapeNames,
} from "./pdf-syntax.ts";
import { jpegPixels } from "./picture-size.ts";

export const PDF_PAGES_MAX = 10;
export const PDF_OBJECTS_MAX = 10_000;
/** One page of text or one font; a page of a real invoice unfolds to some tens of kilobytes. */
export const PDF_STREAM_BYTES_MAX = 4 * 1024 * 1024;
/** One scanned page at 300 dpi in three colours is 26 MB. */
export const PDF_IMAGE_BYTES_MAX = 32 * 1024 * 1024;
/** Larger pictures are left out; a page scanned at 300 dpi is 8.7 million. */
export const PDF_IMAGE_PIXELS_MAX = 12_000_000;
/** Everything unfolded: a large scan in a codec without loss, and all the text. */
export const PDF_INFLATED_BYTES_MAX = 48 * 1024 * 1024;
/** What stands in base 85, walked over digit by digit; few still write it. */
const PDF_BASE85_BYTES_MAX = 6 * 1024 * 1024;
/** Blocks of compressed streams: one a stream, and one for every sixteen kilobytes or so. */
const PDF_BLOCKS_MAX = 20_000;
/** Pictures that will be decoded, all together: ten pages at 200 dpi, four at 300. */
const PDF_PIXELS_MAX = 40_000_000;
/** All that is no picture: contents, fonts, maps. A real invoice has one or two megabytes of them. */
export const PDF_TEXT_BYTES_MAX = 8 * 1024 * 1024;
/** A predictor allocates a row of this many samples. */
const PDF_COLUMNS_MAX = 30_000;

/** Names that make a reader act: no invoice needs them. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b/;

/**
 * Refuses what would cost more than it can be worth: encrypted files, active content, filters upon filters, streams
 * that unfold beyond their budget. A 2.3 kB file can cost pdf.js 36 s and 2.4 GiB otherwise.
 */
export function guardPdf(bytes: Uint8Array): Result<null, Unreadable> {
  const text = asciiOf(bytes);
  const dictionaries = dictionariesOf(text, PDF_OBJECTS_MAX);
  if (dictionaries === null) return err(problem("bomb", "too many objects"));
  const refused = judgeNames(dictionaries.map((dictionary) => dictionary.text).join("\n"));
  if (refused) return err(refused);
  const streams = dictionaries.filter((dictionary): dictionary is PdfStream => dictionary.streamAt !== null);
  return measure(
    { bytes, numbers: numbersIn(text) },
    streams,
    dictionaries.map((dictionary) => dictionary.text),
  );
}

function judgeNames(text: string): Unreadable | null {
  if (/\/Encrypt\b/.test(text)) return problem("encrypted", "/Encrypt");
  const active = ACTIVE.exec(text);
  if (active) return problem("bomb", `active content ${active[0]}`);
  for (const [, columns] of text.matchAll(/\/Columns\s+(\d+)/g)) {
    if (Number(columns) > PDF_COLUMNS_MAX) return problem("bomb", `/Columns ${columns}`);
  }
  const pages = pagesIn(text);
  return pages > PDF_PAGES_MAX ? { ...problem("too_large", `${pages} pages`), pages } : null;
}

type File = { bytes: Uint8Array; numbers: StatedNumbers };

/** What the streams of one file cost so far. */
type Spent = { bytes: number; texts: number; base85: number; blocks: number; pixels: number };

function measure(file: File, streams: readonly PdfStream[], texts: readonly string[]): Result<null, Unreadable> {
  const spent: Spent = { bytes: 0, texts: 0, base85: 0, blocks: 0, pixels: 0 };
  const objects: string[] = [];
  let work = noWork();
  for (const stream of streams) {
    const unfolded = unfold(file, stream, spent);
    if (!unfolded.ok) return unfolded;
    spent.bytes += unfolded.value.length;
    if (isPicture(stream)) spent.pixels += pixelsOf(file, stream, unfolded.value);
    else spent.texts += unfolded.value.length;
    if (spent.pixels > PDF_PIXELS_MAX) return err(problem("too_large", `${spent.pixels} pixels`));
    if (isObjects(stream.text)) objects.push(unescapeNames(asciiOf(unfolded.value)));
    const hidden = isObjects(stream.text) ? judgeNames(objects.at(-1) ?? "") : null;
    if (hidden) return err(hidden);
    work = withStream(work, stream, unfolded.value);
    const excess = excessOf(work, stream);
    if (excess !== null) return err(problem("bomb", excess));
  }
  // Which names stand for pictures alone is asked only where it matters.
  if (tooMuch(work, NO_NAMES) === null) return ok(null);
  const excess = tooMuch(work, pictureNames([...texts, ...objects], streams));
  return excess === null ? ok(null) : err(problem("bomb", excess));
}

/** What is too much already, whatever the names in forms stand for. */
function excessOf(work: Work, stream: PdfStream): string | null {
  const latest = isForm(stream) ? work.forms.at(-1) : undefined;
  if (latest && paintsItself(stream, latest.painted)) return "a form that paints itself";
  return tooMuch({ ...work, paints: 0 }, NO_NAMES);
}

const NO_NAMES: ReadonlySet<string> = new Set();

function withStream(work: Work, stream: PdfStream, unfolded: Uint8Array): Work {
  if (isPicture(stream)) return withPicture(work, unfolded);
  return isForm(stream) ? withForm(work, unfolded) : withContent(work, unfolded);
}

/** What comes out of a stream, or why it is not taken out. Pictures in codecs of their own stay as they are. */
function unfold(file: File, stream: PdfStream, spent: Spent): Result<Uint8Array, Unreadable> {
  const { text } = stream;
  const filters = filtersOf(text);
  const refused = judgeFilters(filters) ?? judgeKind(stream) ?? judgeCodecs(filters, stream);
  if (refused) return err(refused);
  // Only a measured filter before a codec can unfold; a codec alone keeps what it has.
  if (!MEASURED.has(filters[0] ?? "FlateDecode")) return ok(NOTHING);
  const budget = budgetOf(file, stream, spent);
  const offered = offeredBytes(file, stream, { filters, budget });
  const isBase85 = filters[0] === "ASCII85Decode";
  spent.base85 += isBase85 ? offered.length : 0;
  if (spent.base85 > PDF_BASE85_BYTES_MAX) return err(problem("bomb", `${spent.base85} bytes of base 85`));
  const encoded = isBase85 ? decodeAscii85(offered, budget + offered.length) : offered;
  if (encoded === null) return err(problem("bomb", "base 85 of zeros"));
  if (!filters.includes("FlateDecode")) {
    return encoded.length > budget ? err(problem("bomb", `a stream of ${encoded.length} bytes`)) : ok(encoded);
  }
  const inflated = inflate(encoded, { bytes: budget, blocks: PDF_BLOCKS_MAX - spent.blocks });
  spent.blocks += inflated.blocks;
  return inflated.exceeded ? err(problem("bomb", `a stream of more than ${budget} bytes`)) : ok(inflated.bytes);
}

const NOTHING = new Uint8Array();
const MEASURED: ReadonlySet<string> = new Set(["FlateDecode", "ASCII85Decode"]);

/** A reader takes objects out of whatever stream a reference names, and asks only where the first one stands. */
function isObjects(text: string): boolean {
  return /\/Type\s*\/ObjStm\b/.test(text) || (/\/First\b/.test(text) && /\/N\b/.test(text));
}

/** A form under a subtype that stands elsewhere would be taken for a page. */
function judgeKind(stream: PdfStream): Unreadable | null {
  return subtypesOf(stream).includes("indirect") ? problem("bomb", "indirect subtype") : null;
}

/** Only pictures have codecs of their own; orders or objects in one would pass unmeasured. Nothing follows a codec. */
function judgeCodecs(filters: string[], stream: PdfStream): Unreadable | null {
  const mayEndSo = isPicture(stream) && !isObjects(stream.text);
  const measured = mayEndSo ? filters.slice(0, -1) : filters;
  return measured.every((filter) => MEASURED.has(filter)) ? null : problem("bomb", `filters ${filters.join(" ")}`);
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

function budgetOf(file: File, stream: PdfStream, { bytes, texts }: Spent): number {
  const left = PDF_INFLATED_BYTES_MAX - bytes;
  return isPicture(stream)
    ? Math.min(PDF_IMAGE_BYTES_MAX, left, samplesOf(file, stream))
    : Math.min(PDF_STREAM_BYTES_MAX, left, PDF_TEXT_BYTES_MAX - texts);
}

/** Bytes that a picture of its size can need, four colours of sixteen bits each; more is no picture. */
function samplesOf(file: File, stream: PdfStream): number {
  const pixels = statedPixels(file, stream);
  return pixels === 0 ? PDF_IMAGE_BYTES_MAX : pixels * PDF_PIXEL_BYTES_MAX + PDF_PADDING_BYTES_MAX;
}

const PDF_PIXEL_BYTES_MAX = 8;
/** Predictors add a byte to each row, writers round up. */
const PDF_PADDING_BYTES_MAX = 64 * 1024;

/**
 * The bytes of a stream. A zlib stream ends itself, so where no stated length can be trusted everything up to the end of
 * the file is offered; of others so much that it is too much.
 */
function offeredBytes(
  { bytes, numbers }: File,
  stream: PdfStream,
  { filters, budget }: { filters: string[]; budget: number },
): Uint8Array {
  const { streamAt } = stream;
  const untold = filters.includes("FlateDecode") ? bytes.length : budget + 1;
  const length = lengthOf(bytes, stream, numbers);
  const isBase85 = filters[0] === "ASCII85Decode";
  return bytes.subarray(streamAt, streamAt + (length ?? (isBase85 ? base85End(bytes, streamAt) : untold)));
}

function base85End(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x7e, start);
  return (end < 0 ? bytes.length : end + 2) - start;
}

/** Pixels that a picture will be decoded to: by what it says, or by what the JPEG in it says where that is more. */
function pixelsOf(file: File, stream: PdfStream, unfolded: Uint8Array): number {
  const { text, streamAt } = stream;
  const stated = statedPixels(file, stream);
  const pixels = stated > PDF_IMAGE_PIXELS_MAX ? 0 : stated;
  const filters = filtersOf(text);
  if (!filters.includes("DCTDecode")) return pixels;
  return Math.max(pixels, jpegPixels(filters.length === 1 ? file.bytes.subarray(streamAt) : unfolded));
}

function statedPixels({ numbers }: File, { text }: PdfStream): number {
  const side = (names: string): number => Math.max(0, ...numbersOf(text, names, numbers));
  return side("Width|W") * side("Height|H");
}

function pagesIn(text: string): number {
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

function problem(code: UnreadableCode, detail: string): Unreadable {
  return { code, detail };
}

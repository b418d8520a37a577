// A picture without what its camera says beside it: where it was taken, by whom, on which telephone, its preview, and
// whatever hangs behind its end. Its pixels and their colours stay byte by byte, and so does which side is up.

import { jpegParts, type JpegPart } from "./jpeg-parts.ts";
import { type Orientation, orientationAlone, orientationIn } from "./orientation.ts";
import type { PictureType } from "./picture-size.ts";

/** One part of a file, its frame included, as places in it. `exifAt`: where what a camera wrote begins, if it did. */
type Part = { start: number; end: number; keeps: boolean; exifAt: number | null };

/** How the picture must be turned to stand upright. */
export function orientationOf(type: PictureType, bytes: Uint8Array): Orientation {
  for (const part of partsOf(type, bytes)) if (part.exifAt !== null) return turnOf(part, bytes);
  return 1;
}

/** The picture as it may be kept, its parts walked once. A GIF, which no camera writes, stays as it is. */
export function barePicture(type: PictureType, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (type === "gif") return bytes.slice();
  const kept: Uint8Array[] = [];
  let said: Part | null = null;
  for (const part of partsOf(type, bytes)) {
    if (part.exifAt !== null) said ??= part;
    if (part.keeps) kept.push(bytes.subarray(part.start, part.end));
  }
  const orientation = said ? turnOf(said, bytes) : 1;
  if (type === "webp") return riffOf(kept, orientation);
  if (orientation === 1) return joined(kept);
  const turned = type === "jpeg" ? jpegExif(orientation) : pngExif(orientation);
  // Behind the first mark of a JPEG, behind signature and header of a PNG.
  return joined(kept.toSpliced(type === "jpeg" ? 1 : 2, 0, turned));
}

/** How many parts a picture has, counted no further than one too many. */
export function partsUpTo(max: number, type: PictureType, bytes: Uint8Array): number {
  let count = 0;
  for (const _ of partsOf(type, bytes)) if (++count > max) break;
  return count;
}

function partsOf(type: PictureType, bytes: Uint8Array): Iterable<Part> {
  if (type === "jpeg") return keptOfJpeg(bytes);
  if (type === "png") return pngParts(bytes);
  return type === "webp" ? webpParts(bytes) : [];
}

function turnOf({ exifAt, end }: Part, bytes: Uint8Array): Orientation {
  return exifAt === null ? 1 : orientationIn(bytes.subarray(exifAt, end));
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  return lettersOf(text).every((letter, i) => bytes[at + i] === letter);
}

function* keptOfJpeg(bytes: Uint8Array): Generator<Part> {
  yield plain(0, Math.min(2, bytes.length));
  for (const part of jpegParts(bytes)) yield keptOf(part, bytes);
}

/** Tables, frames and scans stay; of what programs add only what decides colours. */
function keptOf({ marker, start, body, end }: JpegPart, bytes: Uint8Array): Part {
  if (marker === 0xe1 && says(bytes, body, "Exif\0\0")) return { start, end, keeps: false, exifAt: body + 6 };
  const isAdded = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  const colours =
    (marker === 0xe0 && says(bytes, body, "JFIF\0")) ||
    (marker === 0xe2 && says(bytes, body, "ICC_PROFILE\0")) ||
    (marker === 0xee && says(bytes, body, "Adobe"));
  return { start, end, keeps: !isAdded || colours, exifAt: null };
}

function jpegExif(orientation: Orientation): Uint8Array {
  const tiff = orientationAlone(orientation);
  return joined([Uint8Array.of(0xff, 0xe1, 0, tiff.length + 8), lettersOf("Exif\0\0"), tiff]);
}

/** What decides pixels and their colours (W3C PNG §11); profiles too, but never in text that may unfold. */
const PNG_KEPT = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|cICP|bKGD|pHYs)$/;

function* pngParts(bytes: Uint8Array): Generator<Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  yield plain(0, Math.min(8, bytes.length));
  for (let start = 8; start + 12 <= bytes.length;) {
    const end = start + 12 + view.getUint32(start);
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    yield { start, end, keeps: PNG_KEPT.test(type), exifAt: type === "eXIf" ? start + 8 : null };
    if (type === "IEND") return;
    start = end;
  }
}

function pngExif(orientation: Orientation): Uint8Array {
  const tiff = orientationAlone(orientation);
  const body = joined([lettersOf("eXIf"), tiff]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, tiff.length);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return joined([length, body, sum]);
}

/** W3C PNG annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function* webpParts(bytes: Uint8Array): Generator<Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 12; start + 8 <= bytes.length;) {
    const size = view.getUint32(start + 4, true);
    const end = start + 8 + size + (size % 2);
    const type = String.fromCharCode(...bytes.subarray(start, start + 4));
    const exifAt = start + 8 + (says(bytes, start + 8, "Exif\0\0") ? 6 : 0);
    yield { start, end, keeps: WEBP_KEPT.has(type), exifAt: type === "EXIF" ? exifAt : null };
    start = end;
  }
}

const WEBP_KEPT: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

/** Put together anew, its header saying what is still there (RFC 9649 §2.7). */
function riffOf(kept: readonly Uint8Array[], orientation: Orientation): Uint8Array<ArrayBuffer> {
  const chunks = kept.map((chunk) => chunk.slice());
  const header = chunks.find((chunk) => says(chunk, 0, "VP8X"));
  // A file without that header has no room for EXIF, so no orientation was read from it.
  const turned = header !== undefined && orientation !== 1;
  if (header) header[8] = ((header[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (turned ? HAS_EXIF : 0);
  if (turned) {
    const tiff = orientationAlone(orientation);
    chunks.push(joined([lettersOf("EXIF"), Uint8Array.of(tiff.length, 0, 0, 0), tiff]));
  }
  const body = joined([lettersOf("WEBP"), ...chunks]);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, body.length, true);
  return joined([lettersOf("RIFF"), size, body]);
}

function plain(start: number, end: number): Part {
  return { start, end, keeps: true, exifAt: null };
}

function lettersOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

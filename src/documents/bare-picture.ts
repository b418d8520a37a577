// A picture without what its camera says beside it: where it was taken, by whom, on which telephone, its preview, and
// whatever hangs behind its end. Its pixels and their colours stay byte by byte, and so does which side is up.

import { type Orientation, orientationAlone, orientationIn } from "./orientation.ts";
import type { PictureType } from "./picture-size.ts";

/** One part of a file, its frame included. `exif` holds what a camera wrote, from its byte order mark on. */
type Part = { bytes: Uint8Array; keeps: boolean; exif: Uint8Array | null };

/** How the picture must be turned to stand upright. */
export function orientationOf(type: PictureType, bytes: Uint8Array): Orientation {
  const said = partsOf(type, bytes).find(({ exif }) => exif !== null);
  return said?.exif ? orientationIn(said.exif) : 1;
}

/** The picture as it may be kept. A GIF, which no camera writes, stays as it is. */
export function barePicture(type: PictureType, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = partsOf(type, bytes);
  const orientation = orientationOf(type, bytes);
  const kept = parts.filter(({ keeps }) => keeps).map((part) => part.bytes);
  if (type === "gif") return bytes.slice();
  if (type === "webp") return riffOf(kept, orientation);
  if (orientation === 1) return joined(kept);
  const turned = type === "jpeg" ? jpegExif(orientation) : pngExif(orientation);
  // Behind the first mark of a JPEG, behind signature and header of a PNG.
  return joined(kept.toSpliced(type === "jpeg" ? 1 : 2, 0, turned));
}

function partsOf(type: PictureType, bytes: Uint8Array): Part[] {
  if (type === "jpeg") return jpegParts(bytes);
  if (type === "png") return pngParts(bytes);
  return type === "webp" ? webpParts(bytes) : [];
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  return lettersOf(text).every((letter, i) => bytes[at + i] === letter);
}

const [SCAN, END] = [0xda, 0xd9];

function jpegParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = [plain(bytes.subarray(0, 2))];
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Between parts only fill bytes are allowed; a decoder passes over others, so they are no part of the picture.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker === END) return [...parts, plain(bytes.subarray(at, at + 2))];
    else {
      const end = at + 2 + Math.max(2, word(bytes, at + 2));
      const behind = marker === SCAN ? nextMarker(bytes, end) : end;
      parts.push(jpegPart(marker, bytes.subarray(at, behind)));
      at = behind;
    }
  }
  return parts;
}

/** Tables, frames and scans stay; of what programs add only what decides colours. */
function jpegPart(marker: number, bytes: Uint8Array): Part {
  if (marker === 0xe1 && says(bytes, 4, "Exif\0\0")) return { bytes, keeps: false, exif: bytes.subarray(10) };
  const isAdded = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  const colours =
    (marker === 0xe0 && says(bytes, 4, "JFIF\0")) ||
    (marker === 0xe2 && says(bytes, 4, "ICC_PROFILE\0")) ||
    (marker === 0xee && says(bytes, 4, "Adobe"));
  return { bytes, keeps: !isAdded || colours, exif: null };
}

/** Where the data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function nextMarker(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function jpegExif(orientation: Orientation): Uint8Array {
  const tiff = orientationAlone(orientation);
  return joined([Uint8Array.of(0xff, 0xe1, 0, tiff.length + 8), lettersOf("Exif\0\0"), tiff]);
}

/** What decides pixels and their colours (W3C PNG §11); profiles too, but never in text that may unfold. */
const PNG_KEPT = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|cICP|bKGD|pHYs)$/;

function pngParts(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [plain(bytes.subarray(0, 8))];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const exif = type === "eXIf" ? bytes.subarray(at + 8, end - 4) : null;
    parts.push({ bytes: bytes.subarray(at, end), keeps: PNG_KEPT.test(type), exif });
    if (type === "IEND") break;
    at = end;
  }
  return parts;
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

function webpParts(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const body = bytes.subarray(at + 8, at + 8 + size);
    const exif = type === "EXIF" ? body.subarray(says(body, 0, "Exif\0\0") ? 6 : 0) : null;
    parts.push({ bytes: bytes.subarray(at, end), keeps: WEBP_KEPT.has(type), exif });
    at = end;
  }
  return parts;
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

function plain(bytes: Uint8Array): Part {
  return { bytes, keeps: true, exif: null };
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

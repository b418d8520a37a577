// The size of a picture, read from its header before anything is decoded.

import { END, isFrame, jpegParts, SCAN, standsAlone, word } from "./jpeg-parts.ts";

export type PictureType = "jpeg" | "png" | "webp" | "gif";

export type Size = { width: number; height: number };

/** Width and height as the header states them, or null where the header is broken. */
export function pictureSizeOf(type: PictureType, bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = SIZE_OF[type](view);
  return size && size.width > 0 && size.height > 0 ? { width: size.width, height: size.height } : null;
}

const SIZE_OF: Readonly<Record<PictureType, (view: DataView) => Size | null>> = {
  jpeg: (view) => jpegFrame(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)),
  png: pngSize,
  webp: webpSize,
  gif: (view) =>
    view.byteLength < GIF_BYTES_MIN ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
};

/** A header, a frame, its first pixel and the end: what is shorter holds no picture, whatever size it states. */
const GIF_BYTES_MIN = 26;

type JpegFrame = Size & { marker: number };

/**
 * The frame of a JPEG. Null where anything but fill bytes stands between the parts before it, or a marker that has no
 * length: no encoder writes that, and readers differ in what they make of it.
 */
function jpegFrame(bytes: Uint8Array): JpegFrame | null {
  let previousEnd = 2;
  for (const { marker, start, body, bodyEnd, end } of jpegParts(bytes)) {
    const isStraight = start === previousEnd || bytes.subarray(previousEnd, start).every((byte) => byte === 0xff);
    if (!isStraight || marker === SCAN || marker === END || standsAlone(marker)) return null;
    previousEnd = end;
    if (!isFrame(marker)) continue;
    if (bodyEnd - body < FRAME_BYTES_MIN) return null;
    return { marker, height: word(bytes, body + 1), width: word(bytes, body + 3) };
  }
  return null;
}

/** Its precision, its two sides and the number of its components. */
const FRAME_BYTES_MIN = 6;

/** Whether the details of a JPEG come in several scans. */
export function isProgressive(bytes: Uint8Array): boolean {
  // Kinds of frames come in fours, differential and arithmetic ones too, of which the third is progressive (table B.1).
  return (jpegFrame(bytes)?.marker ?? 0) % 4 === 2;
}

/** How many scans a JPEG has up to its end. */
export function jpegScans(bytes: Uint8Array): number {
  let scans = 0;
  for (const { marker } of jpegParts(bytes)) if (marker === SCAN) scans += 1;
  return scans;
}

/** How many pixels a JPEG inside of another file states; where its parts can't be followed, the most that any place states. */
export function jpegPixels(bytes: Uint8Array): number {
  const start = startOfJpeg(bytes);
  const size = pictureSizeOf("jpeg", bytes.subarray(start));
  if (size) return size.width * size.height;
  let most = 0;
  for (let at = bytes.indexOf(0xff, start); at >= 0 && at + 9 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    if (!isFrame(bytes[at + 1] ?? 0)) continue;
    most = Math.max(most, word(bytes, at + 5) * word(bytes, at + 7));
  }
  return most;
}

/** Some write a line before it, which readers pass over. */
function startOfJpeg(bytes: Uint8Array): number {
  let at = bytes.indexOf(0xff);
  while (at >= 0 && bytes[at + 1] !== 0xd8) at = bytes.indexOf(0xff, at + 1);
  return Math.max(0, at);
}

function pngSize(view: DataView): Size | null {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Three layouts (RFC 9649): lossy `VP8 `, lossless `VP8L`, extended `VP8X`. */
function webpSize(view: DataView): Size | null {
  if (view.byteLength < 30) return null;
  const said = webpChunkSize(view, 12);
  if (!said || view.getUint32(12) !== 0x56503858) return said;
  // The canvas is a claim; the pictures on it are what is decoded.
  let { width, height } = said;
  for (let at = 30, chunks = 0; at + 30 <= view.byteLength && chunks < WEBP_CHUNKS_MAX; chunks++) {
    // A frame of an animation holds the picture behind sixteen bytes of its own.
    const inner = view.getUint32(at) === 0x414e4d46 ? webpChunkSize(view, at + 24) : webpChunkSize(view, at);
    width = Math.max(width, inner?.width ?? 0);
    height = Math.max(height, inner?.height ?? 0);
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return { width, height };
}

const WEBP_CHUNKS_MAX = 4_096;

/** What the chunk at this place says of its size; null where it holds no picture. */
function webpChunkSize(view: DataView, start: number): Size | null {
  if (start + 18 > view.byteLength) return null;
  const chunk = view.getUint32(start);
  if (chunk === 0x56503820) {
    return { width: view.getUint16(start + 14, true) & 0x3fff, height: view.getUint16(start + 16, true) & 0x3fff };
  }
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(start + 9, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 0x56503858) return { width: uint24(view, start + 12) + 1, height: uint24(view, start + 15) + 1 };
  return null;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

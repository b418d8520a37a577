// A large JPEG as a small gray picture, without ever holding the large one: only brightness is decoded, and each block
// of 8 × 8 pixels comes out as n × n, from as many of its frequencies (what libjpeg calls DCT scaling). A photo of
// twelve megapixels costs three megabytes so, where the usual decoder takes a hundred.

import { jpegParts, type JpegPart, SCAN, word } from "../../jpeg-parts.ts";
import type { Picture } from "../picture.ts";
import { type Codes, codesOf } from "./huffman.ts";
import { painter } from "./paint.ts";
import { type Component, type Frame, readScan, type Scan, unitsOf, type Wanted } from "./scans.ts";

type Heard = {
  frame: Frame | null;
  quantities: Int32Array[];
  dc: Codes[];
  ac: Codes[];
  restart: number;
  /** Adobe's mark: 0 says that the components are red, green and blue. */
  transform: number | null;
  canvas: Canvas | null;
};

type Canvas = { wanted: Wanted; finish(): Picture };

/**
 * The caller has checked the size: the coefficients of a progressive picture are held at two bytes a pixel.
 * Decodes the brightness of a JPEG at the largest n/8 of its size that has at most `pixelsMax` pixels.
 * A file that is cut off gives what it has. Throws on what is no JPEG of 8 bits and one or three components.
 */
export function shrunkenJpeg(bytes: Uint8Array, pixelsMax: number): Picture {
  const heard: Heard = { frame: null, quantities: [], dc: [], ac: [], restart: 0, transform: null, canvas: null };
  for (const part of jpegParts(bytes)) {
    if (part.marker === SCAN) scanned(heard, { bytes, part, pixelsMax });
    else hear(heard, part.marker, bytes.subarray(part.body, part.bodyEnd));
  }
  if (!heard.canvas) throw new Error("jpeg: no scan");
  return heard.canvas.finish();
}

function hear(heard: Heard, marker: number, body: Uint8Array): void {
  if (marker === 0xdb) hearQuantities(heard, body);
  else if (marker === 0xc4) hearCodes(heard, body);
  else if (marker === 0xdd) heard.restart = word(body, 0);
  else if (marker === 0xee && body.length >= 12) heard.transform = body[11] ?? null;
  else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) hearFrame(heard, marker, body);
}

function hearFrame(heard: Heard, marker: number, body: Uint8Array): void {
  if (heard.frame || marker > 0xc2 || body[0] !== 8) throw new Error("jpeg: not of this kind");
  const components = Array.from({ length: body[5] ?? 0 }, (_, i): Component => {
    const [id = 0, sampling = 0, table = 0] = body.subarray(6 + 3 * i, 9 + 3 * i);
    return { id, across: sampling >> 4, down: sampling & 15, table: table & 3 };
  });
  const fair = components.every(({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4);
  if ((components.length !== 1 && components.length !== 3) || !fair) throw new Error("jpeg: components");
  heard.frame = { progressive: marker === 0xc2, height: word(body, 1), width: word(body, 3), components };
}

function hearQuantities(heard: Heard, body: Uint8Array): void {
  for (let at = 0; at < body.length;) {
    const wide = (body[at] ?? 0) >> 4 > 0;
    const table = new Int32Array(64);
    for (let i = 0; i < 64; i++) table[i] = wide ? word(body, at + 1 + 2 * i) : (body[at + 1 + i] ?? 0);
    heard.quantities[(body[at] ?? 0) & 3] = table;
    at += wide ? 129 : 65;
  }
}

function hearCodes(heard: Heard, body: Uint8Array): void {
  for (let at = 0; at + 17 <= body.length;) {
    const counts = body.slice(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const codes = codesOf(counts, body.slice(at + 17, at + 17 + total));
    const tables = (body[at] ?? 0) >> 4 === 0 ? heard.dc : heard.ac;
    tables[(body[at] ?? 0) & 3] = codes;
    at += 17 + total;
  }
}

type Coming = { bytes: Uint8Array; part: JpegPart; pixelsMax: number };

/** Reads a scan where it has brightness. */
function scanned(heard: Heard, { bytes, part, pixelsMax }: Coming): void {
  const { frame } = heard;
  if (!frame) throw new Error("jpeg: a scan before its frame");
  const scan = scanOf(heard, frame, bytes.subarray(part.body, part.bodyEnd));
  heard.canvas ??= canvasOf(heard, frame, pixelsMax);
  const { wanted } = heard.canvas;
  if (!scan.parts.some(({ component }) => component === wanted.component)) return;
  try {
    readScan(bytes.subarray(part.bodyEnd, part.end), frame, { scan, wanted });
  } catch {
    // What came before the fault is shown, as every viewer does.
  }
}

/** T.81 §B.2.3: one to four components, none of them twice. */
function scanOf(heard: Heard, frame: Frame, body: Uint8Array): Scan {
  const count = body[0] ?? 0;
  if (count < 1 || count > SCAN_PARTS_MAX || body.length < 4 + 2 * count) throw new Error("jpeg: a scan of no kind");
  const parts = Array.from({ length: count }, (_, i) => {
    const [id = 0, tables = 0] = body.subarray(1 + 2 * i, 3 + 2 * i);
    const component = frame.components.findIndex((each) => each.id === id);
    if (component < 0) throw new Error("jpeg: a scan of nothing");
    return { component, dc: heard.dc[(tables >> 4) & 3], ac: heard.ac[tables & 3] };
  });
  if (new Set(parts.map(({ component }) => component)).size < count) throw new Error("jpeg: a component twice");
  const [first = 0, last = 63, approximation = 0] = body.subarray(1 + 2 * count, 4 + 2 * count);
  const [high, low] = [approximation >> 4, approximation & 15];
  if (first > last || last > 63 || low > 13) throw new Error("jpeg: band");
  return { parts, first, last, high, low, restart: heard.restart };
}

const SCAN_PARTS_MAX = 4;

/** Where the wanted blocks are gathered: as pixels at once, or as coefficients until the last scan. */
function canvasOf({ quantities, transform }: Heard, frame: Frame, pixelsMax: number): Canvas {
  const component = frame.components.length === 3 && transform === 0 ? 1 : 0;
  const { across, down, table } = frame.components[component] ?? { across: 1, down: 1, table: 0 };
  const units = unitsOf(frame);
  const wide = Math.ceil((frame.width * across) / units.across);
  const high = Math.ceil((frame.height * down) / units.down);
  const size = Math.max(1, Math.min(8, Math.floor(8 * Math.sqrt(pixelsMax / (wide * high)))));
  const picture = blankPicture(Math.ceil((wide * size) / 8), Math.ceil((high * size) / 8));
  const paint = painter(picture, size, () => quantities[table] ?? new Int32Array(64).fill(1));
  const blocksAcross = units.wide * across;
  if (!frame.progressive) {
    const block = new Int16Array(64);
    const done = (row: number, column: number): void => paint(block, row, column);
    return { wanted: { component, blocksAcross, block: () => block, done }, finish: () => picture };
  }
  const all = new Int16Array(blocksAcross * units.high * down * 64);
  const block = (row: number, column: number): Int16Array => {
    const place = (row * blocksAcross + column) * 64;
    return all.subarray(place, place + 64);
  };
  const finish = (): Picture => {
    for (let row = 0; row < units.high * down; row++) {
      for (let column = 0; column < blocksAcross; column++) paint(block(row, column), row, column);
    }
    return picture;
  };
  return { wanted: { component, blocksAcross, block, done: () => undefined }, finish };
}

function blankPicture(width: number, height: number): Picture {
  return { width, height, gray: new Uint8Array(width * height).fill(128) };
}

// The first frame of a GIF (GIF89a specification, 1990): a palette and an LZW stream, nothing that moves.

import type { Picture } from "./picture.ts";

/** Decodes the first frame onto white paper. Throws on a broken file. The caller has checked the size. */
export function gifFrame(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  const gray = new Uint8Array(width * height).fill(255);
  const frame = frameOf(bytes, view);
  for (let y = 0; y < frame.height; y++) {
    const row = (frame.top + (frame.rows?.[y] ?? y)) * width + frame.left;
    for (let x = 0; x < frame.width; x++) {
      const index = frame.indexes[y * frame.width + x] ?? 0;
      if (index !== frame.transparent) gray[row + x] = frame.palette[index] ?? 255;
    }
  }
  return { width, height, gray };
}

type Frame = {
  left: number;
  top: number;
  width: number;
  height: number;
  palette: Uint8Array;
  transparent: number;
  indexes: Uint8Array;
  /** Where each row belongs, in an interlaced frame. */
  rows: number[] | null;
};

function frameOf(bytes: Uint8Array, view: DataView): Frame {
  const pageFlags = view.getUint8(10);
  let at = 13 + paletteBytes(pageFlags);
  let transparent = -1;
  for (; view.getUint8(at) !== 0x2c; at = afterBlocks(bytes, at + 2)) {
    if (view.getUint8(at) !== 0x21) throw new Error("gif: no frame");
    if (view.getUint8(at + 1) === 0xf9 && view.getUint8(at + 3) & 1) transparent = view.getUint8(at + 6);
  }
  const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
  const [width, height, flags] = [view.getUint16(at + 5, true), view.getUint16(at + 7, true), view.getUint8(at + 9)];
  // Before its pixels are made room for: of the page alone is known that it fits.
  const outside = left + width > view.getUint16(6, true) || top + height > view.getUint16(8, true);
  if (outside) throw new Error("gif: frame outside");
  const packedAt = at + 10 + paletteBytes(flags);
  return {
    left,
    top,
    width,
    height,
    palette: flags & 0x80 ? paletteAt(bytes, at + 10, flags) : paletteAt(bytes, 13, pageFlags),
    transparent,
    indexes: unpack(blocksAt(bytes, packedAt + 1), view.getUint8(packedAt), width * height),
    rows: flags & 0x40 ? interlacedRows(height) : null,
  };
}

function paletteBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function paletteAt(bytes: Uint8Array, at: number, flags: number): Uint8Array {
  const palette = new Uint8Array(paletteBytes(flags) / 3);
  for (let i = 0; i < palette.length; i++) {
    const [red = 0, green = 0, blue = 0] = bytes.subarray(at + i * 3, at + i * 3 + 3);
    palette[i] = (77 * red + 150 * green + 29 * blue) >> 8;
  }
  return palette;
}

function afterBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let size = bytes[at]; size; size = bytes[at]) at += size + 1;
  if (at >= bytes.length) throw new Error("gif: cut off");
  return at + 1;
}

function blocksAt(bytes: Uint8Array, start: number): Uint8Array {
  const joined = new Uint8Array(Math.max(0, bytes.length - start));
  let length = 0;
  for (let at = start, size = bytes[at]; size; at += size + 1, size = bytes[at]) {
    joined.set(bytes.subarray(at + 1, at + 1 + size), length);
    length += size;
  }
  return joined.subarray(0, length);
}

function interlacedRows(height: number): number[] {
  const rows: number[] = [];
  for (const [first, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const) {
    for (let y = first; y < height; y += step) rows.push(y);
  }
  return rows;
}

const CODES_MAX = 4096;
const CODE_BITS_MAX = 12;
/** More clear codes in a row than any encoder writes: three million of them cost seconds and draw nothing. */
const CLEARS_IN_A_ROW_MAX = 100;

type Table = {
  clear: number;
  prefix: Int16Array;
  suffix: Uint8Array;
  /** Letters that each code stands for. */
  lengths: Uint16Array;
  /** Bits of the next code, and the code that is learnt next. */
  width: number;
  next: number;
  previous: number;
  first: number;
};

/** LZW with variable code width, as GIF packs it: least significant bit first, at most 12 bits. */
function unpack(packed: Uint8Array, minimumBits: number, pixels: number): Uint8Array {
  if (minimumBits < 1 || minimumBits > 8) throw new Error("gif: code size");
  const table = emptyTable(minimumBits);
  const out = new Uint8Array(pixels);
  let length = 0;
  let clears = 0;
  for (const code of codesOf(packed, table)) {
    if (code === table.clear + 1 || length >= pixels) break;
    clears = code === table.clear ? clears + 1 : 0;
    if (clears > CLEARS_IN_A_ROW_MAX) throw new Error("gif: clears without end");
    if (clears > 0) reset(table, minimumBits);
    else length = emit(table, code, { out, length });
  }
  return out;
}

function emptyTable(minimumBits: number): Table {
  const clear = 1 << minimumBits;
  const suffix = new Uint8Array(CODES_MAX);
  for (let i = 0; i < clear; i++) suffix[i] = i;
  return {
    clear,
    prefix: new Int16Array(CODES_MAX),
    suffix,
    lengths: new Uint16Array(CODES_MAX).fill(1),
    width: minimumBits + 1,
    next: clear + 2,
    previous: -1,
    first: 0,
  };
}

function reset(table: Table, minimumBits: number): void {
  table.width = minimumBits + 1;
  table.next = table.clear + 2;
  table.previous = -1;
}

function* codesOf(packed: Uint8Array, table: Table): Generator<number> {
  let bits = 0;
  let held = 0;
  for (const byte of packed) {
    bits |= byte << held;
    held += 8;
    while (held >= table.width) {
      const code = bits & ((1 << table.width) - 1);
      bits >>= table.width;
      held -= table.width;
      yield code;
    }
  }
}

/** Writes what a code stands for, learns the next one, and says how long the picture is now. */
function emit(table: Table, code: number, { out, length }: { out: Uint8Array; length: number }): number {
  if (code > table.next || (table.previous === -1 && code >= table.clear)) throw new Error("gif: broken code");
  // The code being learnt right now is the previous one with its own first letter behind it.
  const repeats = code === table.next;
  let walk = repeats ? table.previous : code;
  const end = length + (table.lengths[walk] ?? 1);
  // From its last letter to its first; what stands past the picture's end is dropped by the array.
  let at = end - 1;
  for (; walk >= table.clear; walk = table.prefix[walk] ?? 0) out[at--] = table.suffix[walk] ?? 0;
  table.first = table.suffix[walk] ?? 0;
  out[at] = table.first;
  if (repeats) out[end] = table.first;
  learn(table);
  table.previous = code;
  return repeats ? end + 1 : end;
}

function learn(table: Table): void {
  if (table.previous === -1 || table.next >= CODES_MAX) return;
  table.prefix[table.next] = table.previous;
  table.suffix[table.next] = table.first;
  table.lengths[table.next] = (table.lengths[table.previous] ?? 0) + 1;
  table.next += 1;
  if (table.next === 1 << table.width && table.width < CODE_BITS_MAX) table.width += 1;
}

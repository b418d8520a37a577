// The first frame of a GIF (GIF89a specification, 1990): a palette and an LZW stream, nothing that moves.

import type { Picture } from "./picture.ts";

/** Decodes the first frame onto white paper. Throws on a broken file. The caller has checked the size. */
export function gifFrame(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const page = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const gray = new Uint8Array(page.width * page.height).fill(255);
  const flags = view.getUint8(10);
  let at = 13;
  let palette = paletteAt(bytes, at, flags);
  at += paletteBytes(flags);
  let transparent = -1;
  for (; view.getUint8(at) !== 0x2c; at = afterBlocks(bytes, at + 2)) {
    if (view.getUint8(at) !== 0x21) throw new Error("gif: no frame");
    if (view.getUint8(at + 1) === 0xf9 && view.getUint8(at + 3) & 1) transparent = view.getUint8(at + 6);
  }
  const frame = {
    left: view.getUint16(at + 1, true),
    top: view.getUint16(at + 3, true),
    width: view.getUint16(at + 5, true),
    height: view.getUint16(at + 7, true),
  };
  const frameFlags = view.getUint8(at + 9);
  at += 10;
  if (frameFlags & 0x80) palette = paletteAt(bytes, at, frameFlags);
  at += paletteBytes(frameFlags);
  if (frame.left + frame.width > page.width || frame.top + frame.height > page.height)
    throw new Error("gif: frame outside");
  const indexes = unpack(blocksAt(bytes, at + 1), view.getUint8(at), frame.width * frame.height);
  const rows = (frameFlags & 0x40) === 0 ? null : interlacedRows(frame.height);
  for (let y = 0; y < frame.height; y++) {
    const row = (frame.top + (rows?.[y] ?? y)) * page.width + frame.left;
    for (let x = 0; x < frame.width; x++) {
      const index = indexes[y * frame.width + x] ?? 0;
      if (index !== transparent) gray[row + x] = palette[index] ?? 255;
    }
  }
  return { ...page, gray };
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

/** LZW with variable code width, as GIF packs it: least significant bit first, at most 12 bits. */
function unpack(packed: Uint8Array, minimumBits: number, pixels: number): Uint8Array {
  if (minimumBits < 1 || minimumBits > 8) throw new Error("gif: code size");
  const clear = 1 << minimumBits;
  const prefix = new Int16Array(CODES_MAX);
  const suffix = new Uint8Array(CODES_MAX);
  const stack = new Uint8Array(CODES_MAX + 1);
  const out = new Uint8Array(pixels);
  for (let i = 0; i < clear; i++) suffix[i] = i;
  let width = minimumBits + 1;
  let next = clear + 2;
  let previous = -1;
  let first = 0;
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of packed) {
    bits |= byte << held;
    held += 8;
    while (held >= width) {
      const code = bits & ((1 << width) - 1);
      bits >>= width;
      held -= width;
      if (code === clear + 1 || length >= pixels) return out;
      if (code === clear) {
        width = minimumBits + 1;
        next = clear + 2;
        previous = -1;
        continue;
      }
      if (code > next || (previous === -1 && code >= clear)) throw new Error("gif: broken code");
      let depth = 0;
      let walk = code;
      if (code === next) {
        stack[depth++] = first;
        walk = previous;
      }
      for (; walk >= clear; walk = prefix[walk] ?? 0) stack[depth++] = suffix[walk] ?? 0;
      first = suffix[walk] ?? 0;
      stack[depth++] = first;
      while (depth > 0 && length < pixels) out[length++] = stack[--depth] ?? 0;
      if (previous !== -1 && next < CODES_MAX) {
        prefix[next] = previous;
        suffix[next] = first;
        next += 1;
        if (next === 1 << width && width < 12) width += 1;
      }
      previous = code;
    }
  }
  return out;
}

// Huffman codes of a JPEG's entropy-coded data (ITU-T T.81 §F.2.2).

/** A reader of bits; behind the end of the data, or before a marker, it reads zeros, which `lent` counts. */
export type Bits = { bytes: Uint8Array; at: number; held: number; count: number; lent: number };

export function bitsAt(bytes: Uint8Array, at: number): Bits {
  return { bytes, at, held: 0, count: 0, lent: 0 };
}

/** Whether more was read than the data had. */
export function isOver(bits: Bits): boolean {
  return bits.count < bits.lent;
}

/** Codes of up to this many bits are looked up at once; longer ones, which are rare, are searched. */
const LOOKUP_BITS = 9;
const CODE_BITS_MAX = 16;

export type Codes = {
  /** By the next bits: length in the high byte, value in the low one; 0 where the code is longer. */
  lookup: Uint16Array;
  /** By length: the largest code, and what to add to a code for the place of its value. */
  largest: Int32Array;
  offset: Int32Array;
  values: Uint8Array;
};

/** @param counts how many codes there are of each length, from 1 to 16 bits */
export function codesOf(counts: Uint8Array, values: Uint8Array): Codes {
  const lookup = new Uint16Array(1 << LOOKUP_BITS);
  const largest = new Int32Array(CODE_BITS_MAX + 2).fill(-1);
  const offset = new Int32Array(CODE_BITS_MAX + 2);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++, code <<= 1) {
    const count = counts[length - 1] ?? 0;
    offset[length] = place - code;
    if (count > 0) largest[length] = code + count - 1;
    for (let i = 0; i < count; i++, code++, place++) {
      if (length > LOOKUP_BITS) continue;
      const first = code << (LOOKUP_BITS - length);
      lookup.fill((length << 8) | (values[place] ?? 0), first, first + (1 << (LOOKUP_BITS - length)));
    }
  }
  return { lookup, largest, offset, values };
}

function fill(bits: Bits): void {
  while (bits.count <= 16) {
    const byte = bits.bytes[bits.at];
    // A stuffed zero follows each 0xff that is no marker; at a marker the data is over.
    const over = byte === undefined || (byte === 0xff && bits.bytes[bits.at + 1] !== 0);
    if (over) bits.lent += 8;
    else bits.at += byte === 0xff ? 2 : 1;
    bits.held = (bits.held << 8) | (over ? 0 : byte);
    bits.count += 8;
  }
}

/** The next value. Throws where no code begins like this. */
export function decode(bits: Bits, codes: Codes): number {
  if (bits.count < CODE_BITS_MAX) fill(bits);
  const found = codes.lookup[(bits.held >>> (bits.count - LOOKUP_BITS)) & ((1 << LOOKUP_BITS) - 1)] ?? 0;
  if (found !== 0) {
    bits.count -= found >> 8;
    return found & 0xff;
  }
  for (let length = LOOKUP_BITS + 1; length <= CODE_BITS_MAX; length++) {
    const code = (bits.held >>> (bits.count - length)) & ((1 << length) - 1);
    if (code > (codes.largest[length] ?? -1)) continue;
    bits.count -= length;
    return codes.values[code + (codes.offset[length] ?? 0)] ?? 0;
  }
  throw new Error("jpeg: broken code");
}

/** So many bits as a number; at most 16. */
export function receive(bits: Bits, length: number): number {
  if (length === 0) return 0;
  if (bits.count < length) fill(bits);
  bits.count -= length;
  return (bits.held >>> bits.count) & ((1 << length) - 1);
}

/** So many bits as a number with its sign, as JPEG writes it: a leading zero means negative. */
export function receiveSigned(bits: Bits, length: number): number {
  const value = receive(bits, length);
  return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
}

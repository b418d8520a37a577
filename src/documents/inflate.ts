// Unfolds a zlib stream (RFC 1950, 1951) up to a budget, and not a byte beyond. The platform's own streams hand on a
// whole piece of input at once: sixteen kilobytes of zeros are sixteen megabytes before anyone can say stop.

export type Inflated = {
  /** What came out, at most the budget. */
  bytes: Uint8Array;
  /** Blocks it stood in: each may bring tables of its own, and nothing else. */
  blocks: number;
  /** More would have come out, or more blocks. */
  exceeded: boolean;
};

/** Never throws: a broken stream yields what came out before its fault, as it would in a PDF library. */
export function inflate(encoded: Uint8Array, budget: { bytes: number; blocks: number }): Inflated {
  const out: Out = { bytes: new Uint8Array(Math.min(budget.bytes, FIRST_BYTES)), length: 0, blocks: 0, budget };
  let exceeded = false;
  try {
    unfold({ bytes: encoded, at: headerEnd(encoded), bits: 0, count: 0 }, out);
  } catch (fault) {
    // A fault ends the stream; what came out before it counts.
    exceeded = fault instanceof Exceeded;
  }
  return { bytes: out.bytes.subarray(0, out.length), blocks: out.blocks, exceeded };
}

const FIRST_BYTES = 64 * 1024;

type In = { bytes: Uint8Array; at: number; bits: number; count: number };
type Out = { bytes: Uint8Array; length: number; blocks: number; budget: { bytes: number; blocks: number } };

class Exceeded extends Error {}
class Broken extends Error {}

/** The same conditions as in pdf.js: method 8, a sum that divides by 31, no dictionary. */
function headerEnd([method = 0, flags = 0]: Uint8Array): number {
  if ((method & 15) !== 8 || ((method << 8) | flags) % 31 !== 0 || (flags & 0x20) !== 0) throw new Broken();
  return 2;
}

function unfold(input: In, out: Out): void {
  for (let isLast = false; !isLast;) {
    if (++out.blocks > out.budget.blocks) throw new Exceeded();
    isLast = take(input, 1) === 1;
    const kind = take(input, 2);
    if (kind === 0) copyStored(input, out);
    else if (kind === 1) copyCoded(input, out, FIXED);
    else if (kind === 2) copyCoded(input, out, codesIn(input));
    else throw new Broken();
  }
}

/** Makes room for so many more bytes; what is beyond the budget is never written. */
function grow(out: Out, more: number): void {
  const needed = out.length + more;
  if (needed > out.budget.bytes) throw new Exceeded();
  if (needed <= out.bytes.length) return;
  const larger = new Uint8Array(Math.min(out.budget.bytes, Math.max(needed, 2 * out.bytes.length)));
  larger.set(out.bytes.subarray(0, out.length));
  out.bytes = larger;
}

function copyStored(input: In, out: Out): void {
  // Whole bytes that were already taken into the bits go back.
  input.at -= input.count >> 3;
  input.bits = 0;
  input.count = 0;
  const { bytes, at } = input;
  if (at + 4 > bytes.length) throw new Broken();
  const stated = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const stored = bytes.subarray(at + 4, at + 4 + stated);
  grow(out, stored.length);
  out.bytes.set(stored, out.length);
  out.length += stored.length;
  input.at = at + 4 + stated;
  if (stored.length < stated) throw new Broken();
}

type Codes = { literals: Table; distances: Table };

const END = 256;

function copyCoded(input: In, out: Out, { literals, distances }: Codes): void {
  for (;;) {
    const symbol = decode(input, literals);
    if (symbol === END) return;
    if (symbol < END) {
      if (out.length === out.bytes.length) grow(out, 1);
      out.bytes[out.length++] = symbol;
      continue;
    }
    const length = (LENGTH_BASE[symbol - 257] ?? broken()) + take(input, LENGTH_BITS[symbol - 257] ?? 0);
    const far = decode(input, distances);
    const distance = (DISTANCE_BASE[far] ?? broken()) + take(input, DISTANCE_BITS[far] ?? 0);
    repeat(out, length, distance);
  }
}

function repeat(out: Out, length: number, distance: number): void {
  if (distance > out.length) throw new Broken();
  grow(out, length);
  const { bytes } = out;
  const from = out.length - distance;
  if (distance === 1) bytes.fill(bytes[from] ?? 0, out.length, out.length + length);
  else if (distance >= length) bytes.copyWithin(out.length, from, from + length);
  else for (let i = 0; i < length; i++) bytes[out.length + i] = bytes[from + i] ?? 0;
  out.length += length;
}

function broken(): never {
  throw new Broken();
}

/** RFC 1951 §3.2.5. */
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTH_BASE = [...basesOf(LENGTH_BITS.slice(0, 28), 3), 258];
const DISTANCE_BITS = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));
const DISTANCE_BASE = basesOf(DISTANCE_BITS, 1);

function basesOf(bits: readonly number[], first: number): number[] {
  let base = first;
  return bits.map((count) => {
    base += 2 ** count;
    return base - 2 ** count;
  });
}

function take(input: In, count: number): number {
  while (input.count < count) feed(input);
  const value = input.bits & ((1 << count) - 1);
  input.bits >>>= count;
  input.count -= count;
  return value;
}

function feed(input: In): void {
  if (input.at >= input.bytes.length) throw new Broken();
  input.bits |= (input.bytes[input.at++] ?? 0) << input.count;
  input.count += 8;
}

const CODE_BITS_MAX = 15;
/** Codes up to here are looked up at once; longer ones, which are rare, bit by bit: so a table costs little to make. */
const LOOKED_UP_BITS = 10;

type Table = {
  /** For every pattern of `LOOKED_UP_BITS` bits the symbol that it begins with and how many bits that has, or 0. */
  symbols: Uint16Array;
  lengths: Uint8Array;
  /** Symbols in the order of their codes, and how many codes there are of each length. */
  sorted: Uint16Array;
  counts: Uint16Array;
};

function decode(input: In, table: Table): number {
  // At the end of the input a code may be shorter than what is looked at.
  while (input.count < CODE_BITS_MAX && input.at < input.bytes.length) feed(input);
  const pattern = input.bits & ((1 << LOOKED_UP_BITS) - 1);
  const length = table.lengths[pattern] ?? 0;
  if (length === 0) return decodeLong(input, table);
  if (length > input.count) throw new Broken();
  input.bits >>>= length;
  input.count -= length;
  return table.symbols[pattern] ?? 0;
}

/** The codes of a length follow each other, behind twice the last of the length before (RFC 1951 §3.2.2). */
function decodeLong(input: In, { sorted, counts }: Table): number {
  let [code, first, place] = [0, 0, 0];
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    code = (code << 1) | take(input, 1);
    first <<= 1;
    const count = counts[length] ?? 0;
    if (code - first < count) return sorted[place + code - first] ?? 0;
    first += count;
    place += count;
  }
  throw new Broken();
}

function tableOf(codeLengths: readonly number[]): Table {
  const counts = new Uint16Array(CODE_BITS_MAX + 1);
  for (const length of codeLengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const [codes, places] = [new Uint16Array(CODE_BITS_MAX + 2), new Uint16Array(CODE_BITS_MAX + 2)];
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    const behind = (codes[length] ?? 0) + (counts[length] ?? 0);
    if (behind > 1 << length) throw new Broken();
    codes[length + 1] = behind << 1;
    places[length + 1] = (places[length] ?? 0) + (counts[length] ?? 0);
  }
  const symbols = new Uint16Array(1 << LOOKED_UP_BITS);
  const lengths = new Uint8Array(1 << LOOKED_UP_BITS);
  const sorted = new Uint16Array(codeLengths.length);
  for (const [symbol, length] of codeLengths.entries()) {
    if (length === 0) continue;
    const place = places[length] ?? 0;
    sorted[place] = symbol;
    places[length] = place + 1;
    const code = codes[length] ?? 0;
    codes[length] = code + 1;
    if (length > LOOKED_UP_BITS) continue;
    for (let pattern = backwards(code, length); pattern < 1 << LOOKED_UP_BITS; pattern += 1 << length) {
      symbols[pattern] = symbol;
      lengths[pattern] = length;
    }
  }
  return { symbols, lengths, sorted, counts };
}

/** Codes stand in the stream with their first bit last. */
function backwards(code: number, length: number): number {
  let turned = 0;
  for (let i = 0; i < length; i++) turned |= ((code >> i) & 1) << (length - 1 - i);
  return turned;
}

const FIXED: Codes = {
  literals: tableOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: tableOf(Array.from({ length: 30 }, () => 5)),
};

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** RFC 1951 §3.2.7. */
function codesIn(input: In): Codes {
  const literalCount = take(input, 5) + 257;
  const distanceCount = take(input, 5) + 1;
  const ownCount = take(input, 4) + 4;
  const own = Array.from({ length: ORDER.length }, () => 0);
  for (const place of ORDER.slice(0, ownCount)) own[place] = take(input, 3);
  const table = tableOf(own);
  const lengths: number[] = [];
  while (lengths.length < literalCount + distanceCount) {
    const symbol = decode(input, table);
    if (symbol <= CODE_BITS_MAX) lengths.push(symbol);
    else if (symbol === 16) push(lengths, 3 + take(input, 2), lengths.at(-1) ?? broken());
    else push(lengths, symbol === 17 ? 3 + take(input, 3) : 11 + take(input, 7), 0);
  }
  return {
    literals: tableOf(lengths.slice(0, literalCount)),
    distances: tableOf(lengths.slice(literalCount, literalCount + distanceCount)),
  };
}

function push(lengths: number[], times: number, value: number): void {
  for (let i = 0; i < times; i++) lengths.push(value);
}

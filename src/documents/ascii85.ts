/**
 * Adobe's base 85: five characters are four bytes, `z` is four zeros, `~>` is the end.
 * @returns null where more than `max` bytes would come out
 */
export function decodeAscii85(encoded: Uint8Array, max: number): Uint8Array | null {
  const end = encoded.indexOf(END);
  const written = end < 0 ? encoded : encoded.subarray(0, end);
  let room = written.length + 4;
  for (let at = 0; at < written.length && room <= max; at++) if (written[at] === ZERO_GROUP) room += 4;
  if (room > max) return null;
  const out = new Uint8Array(room);
  let [length, value, digits] = [0, 0, 0];
  for (const byte of written) {
    if (byte === ZERO_GROUP && digits === 0) length += 4;
    if (byte < FIRST || byte > LAST) continue;
    value = value * 85 + byte - FIRST;
    digits += 1;
    if (digits < 5) continue;
    // A stranger's file may have a million groups: no call and no object for each.
    out[length] = value >>> 24;
    out[length + 1] = value >>> 16;
    out[length + 2] = value >>> 8;
    out[length + 3] = value;
    length += 4;
    [value, digits] = [0, 0];
  }
  return out.subarray(0, digits > 1 ? write(out, length, filledUp(value, digits)) : length);
}

const FIRST = 0x21;
const LAST = 0x75;
const ZERO_GROUP = 0x7a;
const END = 0x7e;

/** A short last group is filled up with the highest digit and gives one byte less than it has digits. */
function filledUp(value: number, digits: number): { value: number; count: number } {
  let filled = value;
  for (let i = digits; i < 5; i++) filled = filled * 85 + 84;
  return { value: filled, count: digits - 1 };
}

function write(out: Uint8Array, at: number, { value, count }: { value: number; count: number }): number {
  for (let i = 0; i < count; i++) out[at + i] = value >>> (24 - 8 * i);
  return at + count;
}

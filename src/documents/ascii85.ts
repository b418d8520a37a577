/**
 * Adobe's base 85: five characters are four bytes, `z` is four zeros, `~>` is the end.
 * @returns null where more than `max` bytes would come out
 */
export function decodeAscii85(encoded: Uint8Array, max: number): Uint8Array | null {
  let room = encoded.length + 4;
  for (let at = 0; at < encoded.length && room <= max; at++) if (encoded[at] === ZERO_GROUP) room += 4;
  if (room > max) return null;
  const out = new Uint8Array(room);
  let length = 0;
  let group: number[] = [];
  for (const byte of encoded) {
    if (byte === END) break;
    if (byte === ZERO_GROUP && group.length === 0) length += 4;
    if (byte < FIRST || byte > LAST) continue;
    group.push(byte - FIRST);
    if (group.length < 5) continue;
    length = write(out, length, group);
    group = [];
  }
  return out.subarray(0, group.length > 1 ? write(out, length, group) : length);
}

const FIRST = 0x21;
const LAST = 0x75;
const ZERO_GROUP = 0x7a;
const END = 0x7e;

/** A short last group is filled up with the highest digit and gives one byte less than it has digits. */
function write(out: Uint8Array, at: number, group: number[]): number {
  const padded = [...group, 84, 84, 84, 84].slice(0, 5);
  const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
  for (let i = 0; i < group.length - 1; i++) out[at + i] = Math.floor(value / 256 ** (3 - i)) & 0xff;
  return at + group.length - 1;
}

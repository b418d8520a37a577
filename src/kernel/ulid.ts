const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_CHARS = 10;
const RANDOM_BYTES = 16;

/**
 * A ULID (github.com/ulid/spec): 48 bits of epoch milliseconds, then 80 bits of randomness.
 * @param random at least 16 random bytes; 5 bits of each are used
 */
export function ulid(now: number, random: Uint8Array): string {
  let time = "";
  for (let rest = now, i = 0; i < TIME_CHARS; i++, rest = Math.floor(rest / 32)) {
    time = ALPHABET.charAt(rest % 32) + time;
  }
  let tail = "";
  for (const byte of random.subarray(0, RANDOM_BYTES)) tail += ALPHABET.charAt(byte & 31);
  return time + tail;
}

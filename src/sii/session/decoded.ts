// What the SII writes under a header that says UTF-8: UTF-8, ISO-8859-1, or one inside of the other.

const LATIN = new TextDecoder("windows-1252");
/** What stands behind the first byte of a letter in UTF-8, as Windows shows it: 0x80 to 0xBF. */
const BEHIND_FIRST = 0x80;
const BEHIND = LATIN.decode(Uint8Array.from({ length: 64 }, (_, nth) => BEHIND_FIRST + nth));
const LETTER = new RegExp(`[\u00c2-\u00df][${BEHIND}]|[\u00e0-\u00ef][${BEHIND}]{2}`, "g");

/** The text of an answer. A letter that is none in UTF-8 spoils no other: each is read as what it is. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return LATIN.decode(bytes).replace(LETTER, (shown) => new TextDecoder().decode(bytesOf(shown)));
  }
}

function bytesOf(shown: string): Uint8Array {
  return Uint8Array.from(shown, (letter) => {
    const place = BEHIND.indexOf(letter);
    return place === -1 ? letter.charCodeAt(0) : BEHIND_FIRST + place;
  });
}

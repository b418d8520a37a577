// The parts a JPEG is made of (ITU-T T.81 §B.1). Whoever looks into one goes through here, so that what is measured,
// what is kept and what is decoded are the same parts.

/** One marker with what belongs to it, as places in the file. */
export type JpegPart = {
  marker: number;
  /** Where its 0xff stands. */
  start: number;
  /** What it says, behind its length. */
  body: number;
  bodyEnd: number;
  /** Behind the data too that follows the header of a scan. */
  end: number;
};

export const [SCAN, END] = [0xda, 0xd9];

/**
 * The parts in their order, the first mark left out, each found only when it is asked for. What stands between them is
 * passed over, as decoders do; at a part that is cut off or states a length of less than its own two bytes it ends.
 */
export function* jpegParts(bytes: Uint8Array): Generator<JpegPart, void> {
  for (let start = markerFrom(bytes, 2); start < bytes.length;) {
    const part = partAt(bytes, start);
    if (part === null) return;
    yield part;
    if (part.marker === END) return;
    start = markerFrom(bytes, part.end);
  }
}

function partAt(bytes: Uint8Array, start: number): JpegPart | null {
  const marker = bytes[start + 1] ?? 0;
  const body = start + 2;
  if (marker === END || standsAlone(marker)) return { marker, start, body, bodyEnd: body, end: body };
  const length = word(bytes, body);
  const bodyEnd = body + length;
  if (length < 2 || bodyEnd > bytes.length) return null;
  return { marker, start, body: body + 2, bodyEnd, end: marker === SCAN ? endOfScan(bytes, bodyEnd) : bodyEnd };
}

/** The next 0xff that a marker follows; of several in a row the last, for the others fill. The end where none comes. */
function markerFrom(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

/** Where the data of a scan ends: at the next marker that is no restart; a stuffed zero makes none. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = markerFrom(bytes, from);
  while (at < bytes.length && isRestart(bytes[at + 1] ?? 0)) at = markerFrom(bytes, at + 2);
  return at;
}

export function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Restarts, the mark of the beginning and TEM have no length (table B.1): what follows is a part of its own. */
export function standsAlone(marker: number): boolean {
  return isRestart(marker) || marker === 0xd8 || marker === 0x01;
}

/** SOF0–SOF15 without DHT, JPG and DAC, which stand among them (table B.1). */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Two bytes as a number; zero behind the end. */
export function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

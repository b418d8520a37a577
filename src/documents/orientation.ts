// Which side of a picture is up, as its camera wrote it down (EXIF 2.32 §4.6.4, tag 0x0112): 1 is upright, 2–8 are
// turned or mirrored. The tag stands in a TIFF structure inside the file; nothing else of it is read.

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
/** A camera writes about thirty. */
const ENTRIES_MAX = 200;

/** The orientation that EXIF data states; upright where it states none or is broken. @param tiff from its byte order mark on */
export function orientationIn(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return 1;
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return 1;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return 1;
  const count = Math.min(view.getUint16(start, little), ENTRIES_MAX);
  for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= tiff.length; at += 12) {
    if (view.getUint16(at, little) === TAG) return known(view.getUint16(at + 8, little));
  }
  return 1;
}

function known(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** EXIF data that states an orientation and nothing else. */
export function orientationAlone(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, TAG);
  view.setUint16(12, 3);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

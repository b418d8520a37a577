// How long a recording is, told by its container before anybody is paid to hear it. Nothing is decoded.

export type Sound = {
  /** The container by its own bytes: names and MIME types are claims. */
  container: "ogg" | "mp3" | "m4a" | "wav" | "webm" | "unknown";
  /** Null where the container doesn't tell cheaply and surely. */
  seconds: number | null;
};

/** The container and the length of a recording. Broken bytes have no length; never throws. */
export function soundOf(bytes: Uint8Array): Sound {
  const container = containerOf(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seconds = SECONDS_OF[container](view);
  return { container, seconds: seconds !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds : null };
}

const SECONDS_OF: Readonly<Record<Sound["container"], (view: DataView) => number | null>> = {
  ogg: oggSeconds,
  mp3: mp3Seconds,
  m4a: m4aSeconds,
  wav: wavSeconds,
  // A recorder that streams leaves the length of a WebM open.
  webm: () => null,
  unknown: () => null,
};

function containerOf(bytes: Uint8Array): Sound["container"] {
  const says = (at: number, text: string): boolean =>
    String.fromCharCode(...bytes.subarray(at, at + text.length)) === text;
  if (says(0, "OggS")) return "ogg";
  if (says(0, "RIFF") && says(8, "WAVE")) return "wav";
  if (says(4, "ftyp")) return "m4a";
  if (says(0, "\x1a\x45\xdf\xa3")) return "webm";
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;
  return says(0, "ID3") || isFrame ? "mp3" : "unknown";
}

const [OGG_PAGE, OPUS_HEAD_LOW] = [0x4f676753, 0x4f707573];
/** Opus counts samples at 48 kHz whatever it was recorded at (RFC 7845 §4). */
const OPUS_RATE = 48_000;

/** The largest granule position of the first stream, less what the decoder drops at the start. */
function oggSeconds(view: DataView): number | null {
  const head = 28 + (view.byteLength > 26 ? view.getUint8(26) - 1 : 0);
  if (head + 16 > view.byteLength || view.getUint32(head) !== OPUS_HEAD_LOW) return null;
  const serial = view.getUint32(14);
  const skipped = view.getUint16(head + 10, true);
  let last = 0n;
  for (let at = 0; at + 27 <= view.byteLength;) {
    // Pages stand behind one another; where one is broken the next is looked for.
    const size = view.getUint32(at) === OGG_PAGE ? pageBytes(view, at) : 1;
    if (size > 1 && view.getUint32(at + 14) === serial) {
      const granule = view.getBigInt64(at + 6, true);
      if (granule > last) last = granule;
    }
    at += size;
  }
  return Math.max(0, Number(last) - skipped) / OPUS_RATE;
}

function pageBytes(view: DataView, at: number): number {
  const segments = view.getUint8(at + 26);
  let size = 27 + segments;
  for (let i = 0; i < segments && at + 27 + i < view.byteLength; i++) size += view.getUint8(at + 27 + i);
  return size;
}

/** Bytes of sound by bytes a second; a stream of unknown size claims four gigabytes. */
function wavSeconds(view: DataView): number | null {
  let perSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const type = view.getUint32(at);
    const size = view.getUint32(at + 4, true);
    if (type === 0x666d7420 && at + 20 <= view.byteLength) perSecond = view.getUint32(at + 16, true);
    if (type === 0x64617461) return perSecond > 0 ? Math.min(size, view.byteLength - at - 8) / perSecond : null;
    at += 8 + size + (size % 2);
  }
  return null;
}

const [MOOV, MVHD] = [0x6d6f6f76, 0x6d766864];

/** The movie header's own statement (ISO/IEC 14496-12 §8.2.2). */
function m4aSeconds(view: DataView): number | null {
  const movie = boxIn(view, { from: 0, to: view.byteLength, type: MOOV });
  const header = movie && boxIn(view, { ...movie, type: MVHD });
  if (!header || header.from + 32 > view.byteLength) return null;
  const { from } = header;
  if (view.getUint8(from) === 0) return view.getUint32(from + 16) / view.getUint32(from + 12);
  return Number(view.getBigUint64(from + 24)) / view.getUint32(from + 20);
}

type Box = { from: number; to: number };

function boxIn(view: DataView, { from, to, type }: Box & { type: number }): Box | null {
  for (let at = from; at + 8 <= Math.min(to, view.byteLength);) {
    const size = view.getUint32(at);
    if (size < 8) return null;
    if (view.getUint32(at + 4) === type) return { from: at + 8, to: at + size };
    at += size;
  }
  return null;
}

/** kbit/s of MPEG-1 and MPEG-2 layer III, by the index in the frame's header. */
const KILOBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0] as const;
const KILOBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0] as const;

/** By the rate of its first frame: sure where the rate is constant, as recorders of voices have it. */
function mp3Seconds(view: DataView): number | null {
  const start = view.byteLength > 10 && view.getUint8(0) === 0x49 ? tagBytes(view) : 0;
  if (start + 4 > view.byteLength || view.getUint8(start) !== 0xff) return null;
  const isFirst = ((view.getUint8(start + 1) >> 3) & 3) === 3;
  const kilobits = (isFirst ? KILOBITS_1 : KILOBITS_2)[view.getUint8(start + 2) >> 4] ?? 0;
  return kilobits === 0 ? null : ((view.byteLength - start) * 8) / (kilobits * 1_000);
}

/** An ID3 tag writes its length in seven bits a byte. */
function tagBytes(view: DataView): number {
  let size = 0;
  for (let i = 6; i < 10; i++) size = size * 128 + (view.getUint8(i) & 0x7f);
  return size + 10;
}

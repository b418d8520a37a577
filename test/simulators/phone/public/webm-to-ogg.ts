// Rewraps the Opus sound of a browser's WebM recording into Ogg, the container of WhatsApp's voice notes.
// Nothing is decoded: packets are taken out of the one container and laid into the other. Runs in browsers and Node.

export type Rewrapped =
  | { ok: true; value: { ogg: Uint8Array<ArrayBuffer>; milliseconds: number } }
  | { ok: false; error: { reason: "not_webm" | "no_opus" | "laced" | "empty" } };

/** @param serial number of the Ogg stream; any 32 bits */
export function webmToOgg(webm: Uint8Array, serial: number): Rewrapped {
  if (readId(webm, 0)?.value !== EBML) return { ok: false, error: { reason: "not_webm" } };
  const found = scan(webm);
  if (found === "laced") return { ok: false, error: { reason: "laced" } };
  if (!found.isOpus) return { ok: false, error: { reason: "no_opus" } };
  if (found.packets.length === 0) return { ok: false, error: { reason: "empty" } };
  const samples = found.packets.reduce((sum, packet) => sum + packetSamples(packet), 0);
  return { ok: true, value: { ogg: writeOgg(found, serial >>> 0), milliseconds: Math.round(samples / 48) } };
}

// Element ids of Matroska (RFC 9559) that matter here; containers are entered, all else is stepped over.
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const CODEC_ID = 0x86;
const CODEC_PRIVATE = 0x63a2;
const CLUSTER = 0x1f43b675;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const SIMPLE_BLOCK = 0xa3;
const CONTAINERS = new Set([SEGMENT, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP]);
const LACING_BITS = 0x06;

type Found = { isOpus: boolean; head: Uint8Array | null; packets: Uint8Array[] };

/** Flat walk: live recordings leave the sizes of Segment and Cluster unknown, so containers are simply entered. */
function scan(webm: Uint8Array): Found | "laced" {
  const found: Found = { isOpus: false, head: null, packets: [] };
  for (let at = 0; at < webm.length;) {
    const id = readId(webm, at);
    const size = id === null ? null : readSize(webm, id.next);
    if (id === null || size === null) break;
    at = size.next;
    if (CONTAINERS.has(id.value)) continue;
    const body = webm.subarray(at, at + size.value);
    at += size.value;
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) {
      const packet = packetOf(body);
      if (packet === "laced") return "laced";
      if (packet.length > 0) found.packets.push(packet);
    } else takeTrackFact(found, id.value, body);
  }
  return found;
}

function takeTrackFact(found: Found, id: number, body: Uint8Array): void {
  if (id === CODEC_ID) found.isOpus = new TextDecoder().decode(body).startsWith("A_OPUS");
  if (id === CODEC_PRIVATE) found.head = body;
}

/** In a block, the packet comes after the track number, two bytes of time and one of flags. */
function packetOf(block: Uint8Array): Uint8Array | "laced" {
  const track = readSize(block, 0);
  if (track === null) return new Uint8Array();
  const flags = block[track.next + 2] ?? 0;
  return (flags & LACING_BITS) === 0 ? block.subarray(track.next + 3) : "laced";
}

type Numeral = { value: number; next: number };

/** An element id keeps its length marker. */
function readId(bytes: Uint8Array, at: number): Numeral | null {
  const length = widthOf(bytes[at]);
  if (length === 0 || length > 4 || at + length > bytes.length) return null;
  let value = 0;
  for (let i = 0; i < length; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, next: at + length };
}

/** A size drops its length marker. An unknown one (all ones) is only met on containers, where it is not used. */
function readSize(bytes: Uint8Array, at: number): Numeral | null {
  const length = widthOf(bytes[at]);
  if (length === 0 || at + length > bytes.length) return null;
  let value = (bytes[at] ?? 0) & (0xff >> length);
  for (let i = 1; i < length; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, next: at + length };
}

/** Bytes of a variable-length number, from the leading zeros of its first byte. */
function widthOf(first: number | undefined): number {
  return first === undefined || first === 0 ? 0 : Math.clz32(first) - 23;
}

/** Samples of a packet at 48 kHz, from its table-of-contents byte (RFC 6716 §3.1). */
function packetSamples(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const config = toc >> 3;
  const perFrame =
    config < 12 ? SILK_SAMPLES[config & 3] : config < 16 ? HYBRID_SAMPLES[config & 1] : CELT_SAMPLES[config & 3];
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 0x3f : 2;
  return (perFrame ?? 0) * frames;
}

const SILK_SAMPLES = [480, 960, 1920, 2880];
const HYBRID_SAMPLES = [480, 960];
const CELT_SAMPLES = [120, 240, 480, 960];

const PAGE_PACKETS_MAX = 50;
const PAGE_SEGMENTS_MAX = 255;
const FIRST_PAGE = 0x02;
const LAST_PAGE = 0x04;

/** Ogg encapsulation of Opus (RFC 7845): head, tags, then pages of about a second. */
function writeOgg(found: Found, serial: number): Uint8Array<ArrayBuffer> {
  const head = found.head ?? defaultHead();
  const pages = [page([head], { flags: FIRST_PAGE, granule: 0, serial, number: 0 })];
  pages.push(page([tags()], { flags: 0, granule: 0, serial, number: 1 }));
  let granule = 0;
  let packets: Uint8Array[] = [];
  let segments = 0;
  for (const [index, packet] of found.packets.entries()) {
    packets.push(packet);
    segments += lacesOf(packet);
    granule += packetSamples(packet);
    const next = found.packets[index + 1];
    const isFull = packets.length >= PAGE_PACKETS_MAX || segments + lacesOf(next) > PAGE_SEGMENTS_MAX;
    if (next !== undefined && !isFull) continue;
    pages.push(page(packets, { flags: next === undefined ? LAST_PAGE : 0, granule, serial, number: pages.length }));
    packets = [];
    segments = 0;
  }
  return concat(pages);
}

function lacesOf(packet: Uint8Array | undefined): number {
  return packet === undefined ? 0 : Math.floor(packet.length / 255) + 1;
}

function defaultHead(): Uint8Array {
  const head = new Uint8Array(19);
  head.set(new TextEncoder().encode("OpusHead"));
  head.set([1, 1, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0], 8);
  return head;
}

function tags(): Uint8Array {
  const vendor = new TextEncoder().encode("lucas simulated phone");
  const bytes = new Uint8Array(8 + 4 + vendor.length + 4);
  bytes.set(new TextEncoder().encode("OpusTags"));
  new DataView(bytes.buffer).setUint32(8, vendor.length, true);
  bytes.set(vendor, 12);
  return bytes;
}

type PageHeader = { flags: number; granule: number; serial: number; number: number };

function page(packets: Uint8Array[], header: PageHeader): Uint8Array {
  const laces = packets.flatMap((packet) => [
    ...Array.from({ length: Math.floor(packet.length / 255) }, () => 255),
    packet.length % 255,
  ]);
  const bytes = concat([new Uint8Array(27), Uint8Array.from(laces), ...packets]);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("OggS"));
  bytes[5] = header.flags;
  view.setBigUint64(6, BigInt(header.granule), true);
  view.setUint32(14, header.serial, true);
  view.setUint32(18, header.number, true);
  bytes[26] = laces.length;
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

/** Ogg's CRC-32: polynomial 04c11db7, most significant bit first, no inversion; the field itself counts as zero. */
function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ (CRC_TABLE[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return crc;
}

const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 0x80000000) === 0 ? value << 1 : (value << 1) ^ 0x04c11db7;
  return value >>> 0;
});

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { webmToOgg } from "../../simulators/phone/public/webm-to-ogg.ts";

// The .ogg beside each .webm was made from it by ffmpeg (`-c copy`): an independent reading of the same packets.
function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url).pathname));
}

it.each(["tone", "chromium-note"])("takes the very packets of %s that ffmpeg takes", (name) => {
  const ours = webmToOgg(fixture(`${name}.webm`), 7);
  if (!ours.ok) throw new Error(ours.error.reason);
  const theirs = readOgg(fixture(`${name}.ogg`));
  const read = readOgg(ours.value.ogg);
  expect(read.packets.length).toBeGreaterThan(10);
  expect(read.packets.map(hex)).toEqual(theirs.packets.map(hex));
  expect(text(read.head).slice(0, 8)).toBe("OpusHead");
  expect(text(read.tags).slice(0, 8)).toBe("OpusTags");
});

it.each(["tone", "chromium-note"])("writes pages of %s with right checksums, numbers, ends and durations", (name) => {
  const ours = webmToOgg(fixture(`${name}.webm`), 0xdeadbeef);
  if (!ours.ok) throw new Error(ours.error.reason);
  const { pages } = readOgg(ours.value.ogg);
  expect(pages.every((page) => page.checksum === page.computed)).toBe(true);
  expect(pages.map((page) => page.number)).toEqual(pages.map((_, index) => index));
  expect(new Set(pages.map((page) => page.serial))).toEqual(new Set([0xdeadbeef]));
  expect(pages[0]?.flags).toBe(2);
  expect(pages.at(-1)?.flags).toBe(4);
  expect(Number(pages.at(-1)?.granule)).toBe(ours.value.milliseconds * 48);
  expect(ours.value.milliseconds).toBeGreaterThan(900);
  expect(ours.value.milliseconds).toBeLessThan(1500);
});

it("refuses what is no WebM", () => {
  expect(webmToOgg(new TextEncoder().encode("hello world"), 1)).toEqual({ ok: false, error: { reason: "not_webm" } });
  expect(webmToOgg(new Uint8Array(), 1)).toEqual({ ok: false, error: { reason: "not_webm" } });
});

it("refuses a WebM without sound", () => {
  expect(webmToOgg(fixture("tone.webm").subarray(0, 300), 1).ok).toBe(false);
});

it("gives sound or a reason for a recording that was cut anywhere", () => {
  const whole = fixture("tone.webm");
  const cuts = Array.from({ length: Math.floor(whole.length / 7) }, (_, index) =>
    webmToOgg(whole.subarray(0, index * 7), 1),
  );
  const sounds = cuts.flatMap((cut) => (cut.ok ? [readOgg(cut.value.ogg).packets.length] : []));
  expect(sounds.length).toBeGreaterThan(100);
  expect(sounds.every((packets) => packets > 0)).toBe(true);
});

type Page = { flags: number; granule: bigint; serial: number; number: number; checksum: number; computed: number };

/** A small Ogg reader, written from RFC 3533 apart from the writer. */
function readOgg(bytes: Uint8Array): { pages: Page[]; head: Uint8Array; tags: Uint8Array; packets: Uint8Array[] } {
  const pages: Page[] = [];
  const packets: Uint8Array[] = [];
  let partial: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    const count = view.getUint8(26);
    const laces = [...bytes.subarray(at + 27, at + 27 + count)];
    const end = at + 27 + count + laces.reduce((sum, lace) => sum + lace, 0);
    const zeroed = bytes.slice(at, end);
    zeroed.fill(0, 22, 26);
    pages.push({
      flags: view.getUint8(5),
      granule: view.getBigUint64(6, true),
      serial: view.getUint32(14, true),
      number: view.getUint32(18, true),
      checksum: view.getUint32(22, true),
      computed: crc(zeroed),
    });
    let from = at + 27 + count;
    for (const lace of laces) {
      partial.push(...bytes.subarray(from, from + lace));
      from += lace;
      if (lace === 255) continue;
      packets.push(Uint8Array.from(partial));
      partial = [];
    }
    at = end;
  }
  const [head = new Uint8Array(), tags = new Uint8Array(), ...sound] = packets;
  return { pages, head, tags, packets: sound };
}

function crc(bytes: Uint8Array): number {
  let value = 0n;
  for (const byte of bytes) {
    value ^= BigInt(byte) << 24n;
    for (let bit = 0; bit < 8; bit += 1) value = (value << 1n) ^ ((value >> 31n) & 1n ? 0x104c11db7n : 0n);
  }
  return Number(value);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

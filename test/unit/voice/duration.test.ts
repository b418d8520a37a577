import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { soundOf } from "#src/voice/duration.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../simulators/fixtures/${name}`, import.meta.url).pathname));

test.each(["tone.ogg", "chromium-note.ogg"])("tells how long %s is from its container", (name) => {
  const { container, seconds } = soundOf(fixture(name));
  expect(container).toBe("ogg");
  expect(seconds).toBeGreaterThan(0.9);
  expect(seconds).toBeLessThan(1.5);
});

test("tells how long a WAV is", () => {
  expect(soundOf(wav(16_000, 48_000))).toEqual({ container: "wav", seconds: 3 });
});

test("a WebM is known for what it is, and its length is not", () => {
  expect(soundOf(fixture("tone.webm"))).toEqual({ container: "webm", seconds: null });
});

test("broken bytes have no length and do no harm", () => {
  const ogg = fixture("tone.ogg");
  for (let length = 0; length < ogg.length; length += 3) soundOf(ogg.slice(0, length));
  for (const head of [
    "ID3\x04\x00\x00\x7f\x7f\x7f\x7f\xff\xfb",
    "RIFF\0\0\0\0WAVEdata\xff\xff\xff\xff",
    "\0\0\0\x01ftypM4A ",
  ]) {
    expect(soundOf(new Uint8Array(Buffer.from(head, "latin1"))).seconds).toBeNull();
  }
});

function wav(bytesPerSecond: number, bytes: number): Uint8Array {
  const file = Buffer.alloc(44 + bytes);
  file.write("RIFF\0\0\0\0WAVEfmt ", "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt32LE(bytesPerSecond, 28);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(bytes, 40);
  return new Uint8Array(file);
}

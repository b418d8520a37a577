import { constants, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { inflate } from "#src/documents/inflate.ts";
import { randomOf } from "../../golden/hostile/random.ts";

const WIDE = { bytes: 4_000_000, blocks: 1_000 };
const random = randomOf(7);
const TEXTS: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  "one byte": Buffer.from("a"),
  zeros: Buffer.alloc(300_000),
  noise: Buffer.from(random.bytes(50_000)),
  orders: Buffer.from("BT /F1 12 Tf 72 700 Td (Total $ 45.670) Tj ET\n".repeat(2_000)),
};
const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

test.each(Object.entries(TEXTS))("unfolds %s as it was, however it was packed", (_, text) => {
  for (const strategy of [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE]) {
    for (const level of [0, 1, 9]) {
      const { bytes, exceeded } = inflate(new Uint8Array(deflateSync(text, { level, strategy })), WIDE);
      expect([level, strategy, exceeded, Buffer.compare(bytes, text)]).toEqual([level, strategy, false, 0]);
    }
  }
});

test("stops at its budget, and hands on no byte beyond", () => {
  const packed = new Uint8Array(deflateSync(TEXTS["zeros"] ?? ""));
  const { bytes, exceeded } = inflate(packed, { ...WIDE, bytes: 1_000 });
  expect([exceeded, bytes.length <= 1_000]).toEqual([true, true]);
  expect(inflate(packed, { ...WIDE, bytes: 300_000 }).exceeded).toBe(false);
});

test("stops at blocks that bring nothing", () => {
  const empty = new Uint8Array([0x78, 0x9c, ...Array.from({ length: 2_000 }, () => [0, 0, 0, 0xff, 0xff]).flat()]);
  expect(inflate(empty, WIDE)).toMatchObject({ exceeded: true });
});

test("gives of a broken stream what came out before its fault", () => {
  const text = TEXTS["orders"] ?? Buffer.alloc(0);
  const packed = new Uint8Array(deflateSync(text));
  const { bytes, exceeded } = inflate(packed.subarray(0, packed.length >> 1), WIDE);
  expect([exceeded, bytes.length > 0, Buffer.compare(bytes, text.subarray(0, bytes.length))]).toEqual([false, true, 0]);
  for (const head of [[], [0x78], [0x79, 0x9c], [0x78, 0xbb, 0, 0, 0, 0]]) {
    expect(inflate(new Uint8Array(head), WIDE)).toMatchObject({ exceeded: false, bytes: new Uint8Array() });
  }
});

test("never throws, whatever the bytes", () => {
  for (let i = 0; i < 3_000; i++) {
    const noise = random.bytes(2 + random.below(90));
    noise.set([0x78, 0x9c]);
    expect(inflate(noise, WIDE).bytes.length).toBeLessThanOrEqual(WIDE.bytes);
  }
});

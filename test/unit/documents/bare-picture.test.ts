import { beforeAll, expect, test } from "vitest";
import { barePicture, orientationOf } from "#src/documents/bare-picture.ts";
import { intake } from "#src/documents/intake.ts";
import { type Orientation, orientationAlone } from "#src/documents/orientation.ts";
import { pictureSizeOf } from "#src/documents/picture-size.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { type Picture, upright } from "#src/documents/read/picture.ts";
import { joined } from "../../golden/hostile/broken.ts";
import { png, sequentialJpeg, webp } from "../../golden/hostile/genuine.ts";
import { pngHead, pngOf } from "../../golden/hostile/pictures.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";
import { bytesOf, jpegHeader } from "./files.ts";

const SECRET = "GPS 33.4489 S 70.6693 W, telephone of Rosa";
const PICTURE: Picture = {
  width: 48,
  height: 32,
  gray: new Uint8Array(48 * 32).map((_, i) => (i % 48 < 24 ? 20 : 220)),
};

let engines: Engines;

beforeAll(async () => {
  engines = await nodeEngines();
});

test.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
  "orientation %d of a JPEG is honoured, and all else of its EXIF is gone",
  async (orientation) => {
    const plain = await sequentialJpeg(PICTURE);
    const photo = withExif(plain, orientation);
    const bare = barePicture("jpeg", photo);
    expect(orientationOf("jpeg", bare)).toBe(orientation);
    expect(Buffer.from(bare).toString("latin1")).not.toContain("Rosa");
    expect(await engines.decode("jpeg", photo)).toEqual(upright(await engines.decode("jpeg", plain), orientation));
    expect(await engines.decode("jpeg", bare)).toEqual(await engines.decode("jpeg", photo));
  },
);

test("a JPEG without metadata stays as it is, and what hangs behind its end goes", async () => {
  const plain = await sequentialJpeg(PICTURE);
  expect(barePicture("jpeg", plain)).toEqual(plain);
  expect(barePicture("jpeg", joined(plain, bytesOf(`PK\x03\x04${SECRET}`)))).toEqual(plain);
});

test("a PNG loses its texts and keeps its pixels and its orientation", async () => {
  const plain = png(PICTURE);
  const told = joined(
    plain.subarray(0, 33),
    pngOf([
      ["tEXt", bytesOf(`Comment\0${SECRET}`)],
      ["eXIf", joined(orientationAlone(6), bytesOf(SECRET))],
    ]).subarray(8),
    plain.subarray(33),
  );
  const bare = barePicture("png", told);
  expect(Buffer.from(bare).toString("latin1")).not.toContain("Rosa");
  expect(await engines.decode("png", told)).toEqual(upright(PICTURE, 6));
  expect(await engines.decode("png", bare)).toEqual(upright(PICTURE, 6));
});

test("a WebP loses its metadata and keeps its pixels", async () => {
  const plain = await webp(PICTURE);
  const secret = bytesOf(SECRET);
  const told = joined(plain, bytesOf("XMP "), Uint8Array.of(secret.length, 0, 0, 0), secret);
  new DataView(told.buffer).setUint32(4, told.length - 8, true);
  expect(Buffer.from(barePicture("webp", told)).toString("latin1")).not.toContain("Rosa");
  expect(barePicture("webp", told)).toEqual(plain);
});

test.each(["jpeg", "png", "webp", "gif"] as const)("broken bytes called %s do no harm", (type) => {
  const head = type === "png" ? pngOf([pngHead({ width: 9, height: 9 })]) : bytesOf("\xff\xd8\xff\xe1\xff\xff");
  for (let length = 0; length < head.length; length++) {
    expect(barePicture(type, head.slice(0, length)).length).toBeLessThanOrEqual(head.length + 12);
    expect(orientationOf(type, head.slice(0, length))).toBe(1);
  }
});

test("a size is hidden from no one behind a marker that has no length", async () => {
  const plain = await sequentialJpeg(PICTURE);
  const decoy = joined(Uint8Array.of(0xff, 0xfe, 0, 23), jpegHeader(100, 100).subarray(20));
  for (const alone of [0xd0, 0xd7, 0x01]) {
    const photo = joined(plain.subarray(0, 2), Uint8Array.of(0xff, alone, 0, 6), decoy, plain.subarray(2));
    expect(pictureSizeOf("jpeg", photo)).toBeNull();
    expect(Buffer.from(barePicture("jpeg", photo)).indexOf(decoy)).toBe(-1);
    expect(await intake(photo)).toMatchObject({ ok: false, error: { code: "corrupt" } });
  }
});

test("a picture of too many parts is refused before they are taken apart", async () => {
  const comments = Buffer.from("\xff\xfe\x00\x02".repeat(9_000), "latin1");
  const jpeg = joined(Uint8Array.of(0xff, 0xd8), comments, jpegHeader(100, 100).subarray(2));
  const drawing = pngOf([
    pngHead({ width: 90, height: 90 }),
    ...Array.from({ length: 9_000 }, (): [string, Uint8Array] => ["tEXt", new Uint8Array()]),
  ]);
  expect(await intake(jpeg)).toMatchObject({ ok: false, error: { code: "bomb" } });
  expect(await intake(drawing)).toMatchObject({ ok: false, error: { code: "bomb" } });
});

function withExif(jpeg: Uint8Array, orientation: Orientation): Uint8Array {
  const body = joined(bytesOf("Exif\0\0"), orientationAlone(orientation), bytesOf(SECRET));
  const comment = joined(Uint8Array.of(0xff, 0xfe, 0, SECRET.length + 2), bytesOf(SECRET));
  return joined(jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xe1, 0, body.length + 2), body, comment, jpeg.subarray(2));
}

import { expect, test } from "vitest";
import { pictureSizeOf } from "#src/documents/picture-size.ts";
import { gifFrame } from "#src/documents/read/gif.ts";
import { blank, crop, grayOf, type Picture, quarterTurn, scale, shrinkTo, turn } from "#src/documents/read/picture.ts";
import { type PlacedText, printedLines } from "#src/documents/read/printed-lines.ts";
import { problemsOf } from "#src/documents/read/quality.ts";
import { gifOf } from "../../golden/hostile/pictures.ts";
import { bytesOf, jpegHeader, pngHeader } from "./files.ts";

// The sample of the GIF specification's best-known walk-through: 10 × 10 pixels in white, red and blue.
const SAMPLE_GIF = Uint8Array.from(
  Buffer.from(
    "474946383961 0a000a009100 00ffffffff 00000000ff 000000 21f90400000000 00 2c000000000a000a0000 0216 8c2d99872a1cdc33a00275ec95faa8de608c04914c01 00 3b".replaceAll(
      " ",
      "",
    ),
    "hex",
  ),
);

test("decodes the first frame of a GIF", () => {
  const { width, height, gray } = gifFrame(SAMPLE_GIF);
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(gray.subarray(y * width, (y + 1) * width), (level) => (level > 200 ? "." : level > 50 ? "r" : "b")).join(
      "",
    ),
  );
  const [top, upper, lower, bottom] = ["rrrrrbbbbb", "rrr....bbb", "bbb....rrr", "bbbbbrrrrr"];
  expect(rows).toEqual([top, top, top, upper, upper, lower, lower, bottom, bottom, bottom]);
});

test.each([10, 20, 30])("a GIF cut off within its header, after %d bytes, is refused", (bytes) => {
  expect(() => gifFrame(SAMPLE_GIF.slice(0, bytes))).toThrow(/bounds|gif/);
});

test.each([45, 60])("a GIF cut off within its frame, after %d bytes, gives what it has", (bytes) => {
  expect(gifFrame(SAMPLE_GIF.slice(0, bytes)).gray.length).toBe(100);
});

test("a frame of 65,000 × 65,000 pixels in a small GIF is refused before room is made for it", () => {
  const bytes = gifOf({ width: 99, height: 99 }, [
    { left: 90, width: 65_000, height: 65_000, packed: new Uint8Array() },
  ]);
  // Cut off behind the frame's place and size: whoever looks further finds nothing there.
  const cut = bytes.slice(0, bytes.indexOf(0x2c) + 10);
  expect(() => gifFrame(cut)).toThrow("gif: frame outside");
});

test("a GIF of nothing but clear codes is refused by the first of them", () => {
  // Three bits each, the least significant first: 001 001 001.
  const packed = Uint8Array.from({ length: 300 }, (_, at) => [0x24, 0x49, 0x92][at % 3] ?? 0);
  const size = { width: 50, height: 50 };
  expect(() => gifFrame(gifOf(size, [{ ...size, packed }]))).toThrow("gif: clears without end");
});

test.each([
  ["jpeg", jpegHeader(1_600, 1_200), { width: 1_600, height: 1_200 }],
  ["png", pngHeader(640, 480), { width: 640, height: 480 }],
  ["gif", SAMPLE_GIF, { width: 10, height: 10 }],
  [
    "webp",
    bytesOf("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x7f\x02\x00\xdf\x01\x00"),
    { width: 640, height: 480 },
  ],
  ["jpeg", bytesOf("\xff\xd8\xff\xe0\x00\x10JFIF"), null],
  ["png", bytesOf("\x89PNG\r\n\x1a\n"), null],
  ["webp", bytesOf("RIFF\x00\x00\x00\x00WEBPVP8?"), null],
] as const)("reads the size of a %s from its header", (type, bytes, size) => {
  expect(pictureSizeOf(type, bytes)).toEqual(size);
});

const PICTURE: Picture = { width: 3, height: 2, gray: Uint8Array.from([0, 50, 100, 150, 200, 250]) };

test("a quarter turn is clockwise, and four of them are none", () => {
  expect(quarterTurn(PICTURE)).toEqual({ width: 2, height: 3, gray: Uint8Array.from([150, 0, 200, 50, 250, 100]) });
  expect(quarterTurn(quarterTurn(quarterTurn(quarterTurn(PICTURE))))).toEqual(PICTURE);
});

test("a turn by nothing changes nothing", () => {
  expect(turn(PICTURE, 0)).toEqual(PICTURE);
});

test("a picture shrinks to its budget, by the mean of what it leaves out", () => {
  const board: Picture = {
    width: 100,
    height: 100,
    gray: new Uint8Array(10_000).map((_, i) => ((i + Math.floor(i / 100)) % 2) * 200),
  };
  expect(scale(board, 0.5).gray.every((level) => level === 100)).toBe(true);
  expect(shrinkTo(board, 2_500)).toMatchObject({ width: 50, height: 50 });
  expect(shrinkTo(board, 20_000)).toBe(board);
});

test("a part outside the picture is neither cut nor painted", () => {
  expect(crop(PICTURE, { left: -5, top: 1, right: 2, bottom: 9 })).toEqual({
    width: 2,
    height: 1,
    gray: Uint8Array.from([150, 200]),
  });
  expect(blank(PICTURE, { left: 1, top: -4, right: 9, bottom: 1 }).gray).toEqual(
    Uint8Array.from([0, 255, 255, 150, 200, 250]),
  );
});

test("transparent paper is white", () => {
  expect(grayOf([0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255], { width: 3, height: 1, channels: 4 }).gray).toEqual(
    Uint8Array.from([255, 0, 76]),
  );
});

/** Lines of print without an edge. */
function soft(width: number, height: number): Picture {
  const gray = Uint8Array.from({ length: width * height }, (_, at) => 170 + 50 * Math.sin(Math.floor(at / width) / 6));
  return { width, height, gray };
}

test("says what is wrong with a picture", () => {
  expect(problemsOf(soft(900, 900))).toEqual(["blur"]);
  expect(problemsOf(soft(300, 900))).toEqual(["too_small", "blur"]);
  // What has no edges cannot have lost them.
  expect(problemsOf(plain(900, 900))).toEqual([]);
  const glaring = plain(900, 900);
  glaring.gray.fill(255, 0, 90_000);
  expect(problemsOf(glaring)).toContain("glare");
  // A bank's screen is white all over, its head and its buttons are not.
  glaring.gray.fill(255, 0, 700_000);
  expect(problemsOf(glaring)).toEqual([]);
});

test("puts the pieces of a page back into its printed lines", () => {
  const pieces = [
    piece("$ 45.670", 300, 100),
    piece("To", 50, 101),
    piece("tal", 62, 101),
    piece("Gracias", 50, 80),
    piece(" ", 60, 90),
  ];
  expect(printedLines(pieces)).toEqual(["Total $ 45.670", "Gracias"]);
});

function plain(width: number, height: number): Picture {
  return { width, height, gray: new Uint8Array(width * height).fill(190) };
}

function piece(text: string, x: number, y: number): PlacedText {
  return { text, x, y, width: text.length * 6, height: 10 };
}

import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { intake } from "#src/documents/intake.ts";
import { fileTypeOf } from "#src/documents/magic.ts";
import { bytesOf, deflated, jpegHeader, pageOf, pdfOf, pngHeader } from "./files.ts";

test.each([
  ["a JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "jpeg"],
  ["a PNG", pngHeader(1, 1), "png"],
  ["a GIF", bytesOf("GIF89a...."), "gif"],
  ["a WebP", bytesOf("RIFF....WEBPVP8 "), "webp"],
  ["another RIFF file", bytesOf("RIFF....WAVEfmt "), "unknown"],
  ["a PDF", bytesOf("%PDF-1.4\n"), "pdf"],
  ["a PDF after a line feed and a byte order mark", bytesOf("\xef\xbb\xbf\n%PDF-1.4\n"), "pdf"],
  ["an XML declaration", bytesOf('<?xml version="1.0"?><DTE/>'), "xml"],
  ["a DTE without declaration", bytesOf('<DTE version="1.0">'), "xml"],
  ["a backup of the SII's portal without declaration", bytesOf("<SetDTE><DTE>"), "xml"],
  ["an envelope under a prefix", bytesOf('<ns2:EnvioDTE xmlns:ns2="u">'), "xml"],
  ["an envelope behind comments", bytesOf("<!-- a --> <!-- <b> -->\n<EnvioBOLETA>"), "xml"],
  ["another root behind a comment", bytesOf("<!-- <DTE> --><html>"), "unknown"],
  ["a root that only begins so", bytesOf("<DTES>"), "unknown"],
  ["comments without end", bytesOf("<!---->".repeat(500)), "unknown"],
  ["a Windows program", bytesOf("MZ\x90\x00\x03"), "unknown"],
  ["a web page", bytesOf("<!doctype html>"), "unknown"],
  ["an SVG", bytesOf("<svg xmlns='http://www.w3.org/2000/svg'>"), "unknown"],
  ["a HEIC", bytesOf("\x00\x00\x00\x18ftypheic"), "heif"],
  ["an AVIF", bytesOf("\x00\x00\x00\x1cftypavif"), "heif"],
  ["a video", bytesOf("\x00\x00\x00\x18ftypmp42"), "unknown"],
  ["nothing", new Uint8Array(), "unknown"],
])("tells %s by its bytes", (_, bytes, type) => {
  expect(fileTypeOf(bytes)).toBe(type);
});

const text = deflated("BT /F1 12 Tf 72 700 Td (Total $ 45.670) Tj ET");
const zeros = (bytes: number) => deflated(new Uint8Array(bytes));

test.each([
  ["an empty file", new Uint8Array(), "corrupt"],
  ["a program renamed to boleta.pdf", bytesOf(`MZ\x90\x00${"\x00".repeat(500)}`), "unsupported_type"],
  ["an XML of more than five megabytes", bytesOf(`<?xml version="1.0"?><DTE>${" ".repeat(5_000_000)}`), "too_large"],
  ["a JPEG of nothing but its magic", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 2]), "corrupt"],
  ["a PNG header claiming 20,000 × 20,000 pixels", pngHeader(20_000, 20_000), "too_large"],
  ["a JPEG header claiming 65,000 × 65,000 pixels", jpegHeader(65_000, 65_000), "too_large"],
  ["a JPEG header claiming 8,000 × 5,001 pixels", jpegHeader(8_000, 5_001), "too_large"],
  ["a picture of 8 × 8 pixels", jpegHeader(8, 8), "unreadable"],
  ["a PNG of no width", pngHeader(0, 100), "corrupt"],
  ["an encrypted PDF", pdfOf([{ dictionary: "/Type /Catalog" }], "/Encrypt 9 0 R"), "encrypted"],
  ["an encrypted PDF that hides the word", pdfOf([{ dictionary: "/Type /Catalog" }], "/#45ncrypt 9 0 R"), "encrypted"],
  [
    "a PDF that runs a script",
    pdfOf([{ dictionary: "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>" }]),
    "bomb",
  ],
  ["a PDF that hides its script", pdfOf([{ dictionary: "/Type /Catalog /OpenAction << /S /J#61vaScript >>" }]), "bomb"],
  [
    "a PDF that launches a program",
    pdfOf([{ dictionary: "/Type /Catalog /OpenAction << /S /Launch /F (cmd.exe) >>" }]),
    "bomb",
  ],
  ["a PDF with a file inside", pdfOf([{ dictionary: "/Type /Catalog /Names << /EmbeddedFiles 2 0 R >>" }]), "bomb"],
  [
    "a script in a compressed object",
    pageOf("/Filter /FlateDecode", text, [
      {
        dictionary: "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        stream: deflated("9 0 << /S /JavaScript /JS (x) >>"),
      },
    ]),
    "bomb",
  ],
  ["Flate upon Flate", pageOf("/Filter [/FlateDecode /FlateDecode]", deflated(zeros(1_000_000))), "bomb"],
  ["Flate upon Flate under escaped names", pageOf("/Filter [/Fl#61teDecode /Fl]", deflated(zeros(1_000_000))), "bomb"],
  [
    "a filter named twice",
    pageOf("/Filter /DCTDecode /Filter [/FlateDecode /FlateDecode]", deflated(zeros(100))),
    "bomb",
  ],
  ["a filter in another object", pageOf("/Filter 5 0 R", zeros(100)), "bomb"],
  ["a stream that unfolds to 64 MB", pageOf("/Filter /FlateDecode", zeros(64_000_000)), "bomb"],
  [
    "the same with a length that lies",
    pdfOf([
      { dictionary: "/Type /Catalog" },
      { dictionary: "/Length 10 /Filter /FlateDecode", stream: zeros(64_000_000) },
    ]),
    "bomb",
  ],
  [
    "twenty pictures of 5 MB each",
    pdfOf([
      { dictionary: "/Type /Catalog" },
      ...Array.from({ length: 20 }, () => ({
        dictionary: "/Subtype /Image /Filter /FlateDecode",
        stream: zeros(5_000_000),
      })),
    ]),
    "bomb",
  ],
  [
    "a predictor of two thousand million columns",
    pageOf("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>", text),
    "bomb",
  ],
  ["thirty pages", pdfOf(Array.from({ length: 30 }, () => ({ dictionary: "/Type /Page" }))), "too_large"],
  ["twenty thousand objects", pdfOf(Array.from({ length: 20_000 }, () => ({ dictionary: "/A 1" }))), "bomb"],
  [
    "dictionaries inside dictionaries without end",
    bytesOf(`%PDF-1.4\n${"1 0 obj << ".repeat(9_000)}${" ".repeat(9_000_000)}`),
    "bomb",
  ],
  [
    "a bomb behind a string that looks like an end",
    pageOf("/Filter [/Fl /Fl] /X (\\) >> endobj 9 0 obj <<) % >>\n", zeros(100)),
    "bomb",
  ],
  [
    "a bomb behind a long comment",
    pdfOf([{ dictionary: `/Filter [/Fl /Fl] >> % ${"x".repeat(9_000)}\n stream\n<<` }]),
    "bomb",
  ],
  ["an XML with entities", bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "bomb"],
  [
    "two hundred pictures of nine megapixels",
    pdfOf(
      Array.from({ length: 200 }, () => ({
        dictionary: "/Subtype /Image /Width 3000 /Height 3000 /Filter /DCTDecode",
        stream: jpegHeader(3_000, 3_000),
      })),
    ),
    "too_large",
  ],
  [
    "a small picture that holds a huge JPEG",
    pdfOf([
      { dictionary: "/Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode", stream: jpegHeader(65_000, 65_000) },
    ]),
    "too_large",
  ],
  [
    "a bomb before the codec of a picture",
    pdfOf([{ dictionary: "/Subtype /Image /Filter [/FlateDecode /DCTDecode]", stream: zeros(64_000_000) }]),
    "bomb",
  ],
  [
    "streams that all reach to the end of the file",
    bytesOf(`%PDF-1.7\n${"9 0 obj\n<< /Length 9 0 R >>\nstream\n".repeat(300)}${"q Q ".repeat(1_000_000)}`),
    "bomb",
  ],
  [
    "base 85 that reaches to the end of the file three hundred times",
    bytesOf(`%PDF-1.7\n${"9 0 obj\n<< /Filter [/A85 /Fl] >>\nstream\n".repeat(300)}${"!".repeat(1_000_000)}`),
    "bomb",
  ],
  ["a page that shows a megabyte", pageOf("/Filter /Fl", deflated(`BT (${"a".repeat(1_000_000)}) Tj ET`)), "bomb"],
  ["a page that paints without end", pageOf("/Filter /Fl", deflated("/G Do ".repeat(9_000))), "bomb"],
])("refuses %s", async (_, bytes, code) => {
  const answer = await intake(bytes);
  expect(answer).toMatchObject({ ok: false, error: { code } });
});

test("refuses a bomb of two kilobytes in under 200 ms", async () => {
  const bomb = pageOf("/Filter [/FlateDecode /FlateDecode]", deflated(zeros(256 * 1024 * 1024)));
  expect(bomb.byteLength).toBeLessThan(3_000);
  const start = performance.now();
  expect(await intake(bomb)).toMatchObject({ ok: false, error: { code: "bomb" } });
  expect(performance.now() - start).toBeLessThan(200);
});

test("stops a bomb of one stream at its budget, not at its end", async () => {
  const bomb = pageOf("/Filter /FlateDecode", zeros(256 * 1024 * 1024));
  const start = performance.now();
  expect(await intake(bomb)).toMatchObject({ ok: false, error: { code: "bomb" } });
  expect(performance.now() - start).toBeLessThan(500);
});

test("believes a length that stands in another object where the stream ends there", async () => {
  const pdf = (length: number) =>
    bytesOf(
      `%PDF-1.7\n3 0 obj\n${length}\nendobj\n2 0 obj\n<< /Length 3 0 R >>\nstream\nq Q\nendstream\n${" ".repeat(5_000_000)}`,
    );
  expect(await intake(pdf(3))).toMatchObject({ ok: true });
  expect(await intake(pdf(9))).toMatchObject({ ok: false, error: { code: "bomb" } });
});

test("looks through base 85 before it measures", async () => {
  const bomb = pageOf("/Filter [/ASCII85Decode /FlateDecode]", ascii85(zeros(64_000_000)));
  expect(await intake(bomb)).toMatchObject({ ok: false, error: { code: "bomb" } });
  const fair = pageOf("/Filter [/ASCII85Decode /FlateDecode]", ascii85(text));
  expect(await intake(fair)).toMatchObject({ ok: true });
});

test.each(["factura-texto.pdf", "factura-timbre.pdf", "boleta-sodimac.jpg"])("admits %s", async (name) => {
  const bytes = new Uint8Array(await readFile(new URL(`../../golden/receipts/${name}`, import.meta.url).pathname));
  expect(await intake(bytes)).toMatchObject({ ok: true });
});

test("reads the size of a picture before it is decoded", async () => {
  expect(await intake(jpegHeader(1_600, 1_200))).toMatchObject({
    ok: true,
    value: { size: { width: 1_600, height: 1_200 } },
  });
  expect(await intake(pngHeader(640, 480))).toMatchObject({ ok: true, value: { size: { width: 640, height: 480 } } });
});

function ascii85(bytes: Uint8Array): Uint8Array {
  let out = "";
  for (let i = 0; i < bytes.length; i += 4) {
    const group = Array.from({ length: 4 }, (_, j) => bytes[i + j] ?? 0);
    let number = group.reduce((sum, byte) => sum * 256 + byte, 0);
    let digits = "";
    for (let j = 0; j < 5; j++, number = Math.floor(number / 85))
      digits = String.fromCharCode(33 + (number % 85)) + digits;
    out += digits.slice(0, Math.min(4, bytes.length - i) + 1);
  }
  return bytesOf(`${out}~>`);
}

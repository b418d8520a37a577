// PDFs whose tables, lengths and pictures are not what they say.

import {
  bytesOf,
  deflated,
  jpegHeader,
  pageOf,
  pdfOf,
  type PdfObject,
  scannedPdf,
} from "../../unit/documents/files.ts";
import type { Hostile } from "./hostile.ts";
import { any, CONTENT } from "./papers.ts";
import type { Random } from "./random.ts";

/** Every lie once, its numbers of chance. */
export function* lyingPapers(random: Random): Iterable<Hostile> {
  yield* liars(random);
  yield* codecs(random);
  yield* piles(random);
}

/** Little that is to be walked, unpacked or painted again and again. */
function* piles(random: Random): Iterable<Hostile> {
  const times = 200 + random.below(400);
  const again = (object: PdfObject, count = times): PdfObject[] => Array.from({ length: count }, () => object);
  const root = { dictionary: "/Type /Catalog" };
  const large = jpegHeader(3_000, 3_000);
  const scans = { dictionary: "/Subtype /Image /Width 3000 /Height 3000 /Filter /DCTDecode", stream: large };
  yield refused(`${times} large pictures`, pdfOf([root, ...again(scans)]));
  const hiding = {
    dictionary: "/Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode",
    stream: jpegHeader(65_500, 65_500),
  };
  yield refused("a small picture that is a JPEG of 65,500 × 65,500", pdfOf([root, hiding]));
  const elsewhere = "/Subtype /Image /Width 3 0 R /Height 3 0 R /Filter /JPXDecode";
  yield any("a picture whose size is elsewhere", pdfOf([root, { dictionary: elsewhere, stream: random.bytes(90) }]));
  const zeros = deflated(new Uint8Array(31_000_000));
  const flat = { dictionary: "/Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode", stream: zeros };
  yield refused("three small pictures that unfold to 31 MB", pdfOf([root, ...again(flat, 3)]));
  const before = { dictionary: "/Subtype /Image /Width 9 /Height 9 /Filter [/FlateDecode /DCTDecode]", stream: zeros };
  yield refused("a small picture that unfolds to 31 MB before its codec", pdfOf([root, ...again(before, 3)]));
  // Without `endstream` each of them reaches to the end of the file.
  const open = "9 0 obj\n<< /Length 9 0 R >>\nstream\n";
  yield refused("streams that never end", bytesOf(`%PDF-1.7\n${open.repeat(times)}${"q Q ".repeat(1_000_000)}`));
  const ascii = "9 0 obj\n<< /Filter [/A85 /Fl] >>\nstream\n";
  yield refused("base 85 that never ends", bytesOf(`%PDF-1.7\n${ascii.repeat(times)}${"!".repeat(4_000_000)}`));
  const empty = new Uint8Array([0x78, 0x9c, ...Array.from({ length: 60_000 }, () => [0, 0, 0, 0xff, 0xff]).flat()]);
  yield refused("a stream of empty blocks", pdfOf([root, { dictionary: "/Filter /FlateDecode", stream: empty }]));
}

function refused(name: string, bytes: Uint8Array): Hostile {
  return { name: `a PDF: ${name}`, bytes, must: "bomb", codes: ["bomb", "too_large"] };
}

/** What a PDF says of itself and is not so. */
function* liars(random: Random): Iterable<Hostile> {
  const fair = pageOf("/Filter /FlateDecode", CONTENT);
  const text = Buffer.from(fair).toString("latin1");
  const swap = (from: RegExp, to: string): Uint8Array => bytesOf(text.replace(from, () => to));
  const number = random.below(2 ** 31);
  yield any("a start of references beyond the end", swap(/startxref\n\d+/, `startxref\n${number}`));
  yield any("a table of other offsets", swap(/\d{10} 00000 n/g, `${String(number).padStart(10, "0")} 00000 n`));
  yield any("a table of two thousand million entries", swap(/xref\n0 \d+/, "xref\n0 2000000000"));
  yield any(
    "tables that follow each other in a circle",
    swap(/\/Root 1 0 R/, `/Root 1 0 R /Prev ${text.indexOf("xref\n")}`),
  );
  yield any("a size that lies", swap(/\/Size \d+/, "/Size 4294967295"));
  yield any("a length that lies", swap(/\/Length \d+/, `/Length ${number}`));
  yield any("a length elsewhere, which is itself", swap(/\/Length \d+/, "/Length 4 0 R"));
  yield any("a page of boundless size", swap(/612 792/, "-1e308 1e308"));
  yield any("a root that is not there", swap(/\/Root 1 0 R/, "/Root 99 0 R"));
  yield any("no end", fair.slice(0, fair.length - 40));
  yield any("only a first line", bytesOf("%PDF-1.7\n"));
  yield any("a first line and noise", new Uint8Array(Buffer.concat([bytesOf("%PDF-1.4\n"), random.bytes(20_000)])));
  yield any("noise in an object", pdfOf([{ dictionary: Buffer.from(random.bytes(400)).toString("latin1") }]));
}

/** Pictures in a PDF, in codecs of their own. */
function* codecs(random: Random): Iterable<Hostile> {
  const side = random.pick([16, 3_000, 65_535, 2_000_000_000] as const);
  for (const filter of ["JBIG2Decode", "JPXDecode", "CCITTFaxDecode", "DCTDecode", "RunLengthDecode"]) {
    const image = imaged(
      `/Filter /${filter} /DecodeParms << /K -1 /Columns 1728 /Rows 3000 >>`,
      side,
      random.bytes(300),
    );
    yield any(`an image of ${side} pixels a side in ${filter}`, image);
  }
  yield { name: "an image in LZW", bytes: imaged("/Filter /LZWDecode", 999, random.bytes(300)), must: "refused" };
  yield any("a flat image whose samples lack", imaged("/Filter /FlateDecode", side, deflated("x")));
  yield any("a scan that is no JPEG", scannedPdf(random.bytes(2_000), { width: 900, height: 900 }));
  yield any("an image of 64 bits", imaged("/BitsPerComponent 64 /Filter /FlateDecode", 300, deflated("x")));
}

function imaged(filter: string, side: number, stream: Uint8Array): Uint8Array {
  return pdfOf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Kids [3 0 R] /Count 1" },
    {
      dictionary:
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >>",
    },
    { dictionary: "/Filter /FlateDecode", stream: deflated("q 612 0 0 792 0 0 cm /Im0 Do Q") },
    {
      dictionary: `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 ${filter}`,
      stream,
    },
  ]);
}

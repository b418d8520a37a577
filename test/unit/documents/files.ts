// Files made in memory for the tests: PDFs byte by byte, pictures by their headers.

import { deflateSync } from "node:zlib";

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

export type PdfObject = { dictionary: string; stream?: Uint8Array };

/** A PDF of the given objects; the first is its catalogue. `trailer` is added to the trailer's dictionary. */
export function pdfOf(objects: PdfObject[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach(({ dictionary, stream }, i) => {
    offsets.push(at);
    const length = stream ? `/Length ${stream.length} ` : "";
    add(Buffer.from(`${i + 1} 0 obj\n<< ${length}${dictionary} >>\n`, "latin1"));
    if (stream) add(Buffer.concat([Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n")]));
    add(Buffer.from("endobj\n"));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const start = at;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A one-page PDF whose content is this stream. */
export function pageOf(dictionary: string, stream: Uint8Array, extra: PdfObject[] = []): Uint8Array {
  return pdfOf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Kids [3 0 R] /Count 1" },
    {
      dictionary:
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>",
    },
    { dictionary, stream },
    { dictionary: "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding" },
    ...extra,
  ]);
}

type Scan = { jpeg: Uint8Array; size: { width: number; height: number } };

/** A PDF with one page that shows a JPEG and nothing else, as scanners write them. */
export function scannedPdf(jpeg: Uint8Array, size: Scan["size"]): Uint8Array {
  return scannedPages([{ jpeg, size }]);
}

/** The same with as many pages as there are scans: object 1 is the catalogue, 2 the pages, then three for each. */
export function scannedPages(scans: readonly Scan[]): Uint8Array {
  const first = (nth: number): number => 3 + 3 * nth;
  const kids = scans.map((_, nth) => `${first(nth)} 0 R`).join(" ");
  return pdfOf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: `/Type /Pages /Kids [${kids}] /Count ${scans.length}` },
    ...scans.flatMap(({ jpeg, size }, nth): PdfObject[] => [
      {
        dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first(nth) + 1} 0 R /Resources << /XObject << /Im0 ${first(nth) + 2} 0 R >> >>`,
      },
      { dictionary: "/Filter /FlateDecode", stream: deflated(`q 612 0 0 792 0 0 cm /Im0 Do Q`) },
      {
        dictionary:
          `/Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height} ` +
          "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
        stream: jpeg,
      },
    ]),
  ]);
}

export function deflated(text: string | Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(typeof text === "string" ? Buffer.from(text, "latin1") : text));
}

/** The header of a PNG of this size, with nothing behind it. */
export function pngHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([8, 0, 0, 0, 0], 24);
  return bytes;
}

/** A JPEG up to its frame header. */
export function jpegHeader(width: number, height: number): Uint8Array {
  const app0 = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    0,
    3,
    0x11,
    0,
  ];
  return new Uint8Array([0xff, 0xd8, ...app0, ...frame]);
}

// A file of pages (PDF 1.7, ISO 32000-1): text in two faces and nothing that runs, loads or asks.

import { zlibSync } from "fflate";
import { pdfString } from "./font.ts";

export type PdfPage = { width: number; height: number; content: string };

/** `content` of a page: operators in one character for each byte. The same pages give the same bytes. */
export function pdfFile(
  { title, language }: { title: string; language: string },
  pages: readonly PdfPage[],
): Uint8Array {
  const kids = pages.map((_, nth) => `${PAGES_FROM + 2 * nth} 0 R`).join(" ");
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang ${pdfString(language)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< /Title ${pdfString(title)} >>`,
    ...pages.flatMap((page, nth) => pageObjects(page, PAGES_FROM + 2 * nth)),
  ];
  return written(objects);
}

/** Catalog, pages, two fonts and the title stand before. */
const PAGES_FROM = 6;
const INFO = 5;

function pageObjects({ width, height, content }: PdfPage, number: number): string[] {
  const box = `/MediaBox [0 0 ${width} ${height}]`;
  const fonts = "/Resources << /Font << /regular 3 0 R /bold 4 0 R >> >>";
  const packed = characters(zlibSync(bytesOf(content), { level: 6 }));
  return [
    `<< /Type /Page /Parent 2 0 R ${box} ${fonts} /Contents ${number + 1} 0 R >>`,
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
  ];
}

function written(objects: readonly string[]): Uint8Array {
  // Four bytes above 127 tell whoever carries the file that it is no text.
  const parts = ["%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [nth, object] of objects.entries()) {
    const part = `${nth + 1} 0 obj\n${object}\nendobj\n`;
    places.push(at);
    parts.push(part);
    at += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  parts.push(
    `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R /Info ${INFO} 0 R >>\n`,
  );
  parts.push(`startxref\n${at}\n%%EOF\n`);
  return bytesOf(parts.join(""));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const CHUNK = 8_192;

/** In pieces: a call takes no more arguments than its stack holds. */
function characters(bytes: Uint8Array): string {
  const count = Math.ceil(bytes.length / CHUNK);
  return Array.from({ length: count }, (_, nth) =>
    String.fromCharCode(...bytes.subarray(nth * CHUNK, (nth + 1) * CHUNK)),
  ).join("");
}

// Reads the text layer and the pictures of a PDF (pdf.js as unpdf packs it).

import { extractImages, getDocumentProxy } from "unpdf";
import type { PdfPages } from "./engines.ts";
import { type PlacedText, printedLines } from "./printed-lines.ts";
import { grayOf, type Picture } from "./picture.ts";

/** Side × side of the largest picture worth unpacking; a page scanned at 300 dpi is 8.7 million. */
const IMAGE_PIXELS_MAX = 12_000_000;
const PICTURES_MAX = 6;

/** Opens a PDF that has passed the guard. Throws on a broken one. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  // verbosity 0: pdf.js would otherwise print a stranger's bytes into our log.
  const pdf = await getDocumentProxy(bytes.slice(), {
    verbosity: 0,
    maxImageSize: IMAGE_PIXELS_MAX,
    stopAtErrors: false,
  });
  return {
    count: pdf.numPages,
    async lines(number) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      return printedLines(content.items.flatMap((item) => ("str" in item ? [placed(item)] : [])));
    },
    async pictures(number) {
      const images = await extractImages(pdf, number);
      return images
        .filter((image) => image.width * image.height <= IMAGE_PIXELS_MAX)
        .toSorted((a, b) => b.width * b.height - a.width * a.height)
        .slice(0, PICTURES_MAX)
        .map((image): Picture => grayOf(image.data, image));
    },
    close: () => pdf.loadingTask.destroy(),
  };
}

function placed(item: { str: string; transform: number[]; width: number; height: number }): PlacedText {
  return {
    text: item.str,
    x: item.transform[4] ?? 0,
    y: item.transform[5] ?? 0,
    width: item.width,
    height: item.height,
  };
}

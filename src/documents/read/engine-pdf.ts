// Reads the text layer and the pictures of a PDF (pdf.js as unpdf packs it).

import { extractImages, getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { drawnCodes, type Stroke } from "./drawn-codes.ts";
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
      return printedLines(firstOf(content.items.flatMap((item) => ("str" in item ? [placed(item)] : []))));
    },
    async pictures(number) {
      const images = await extractImages(pdf, number);
      const shown = images
        .filter((image) => image.width * image.height <= IMAGE_PIXELS_MAX)
        .toSorted((a, b) => b.width * b.height - a.width * a.height)
        .slice(0, PICTURES_MAX)
        .map((image): Picture => grayOf(image.data, image));
      const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
      return [...shown, ...drawnCodes(strokesOf(fnArray, argsArray, await operators()))];
    },
    close: () => pdf.loadingTask.destroy(),
  };
}

/** A page of an invoice has three thousand; rules look at each line again and again. */
const PAGE_CHARS_MAX = 60_000;

/** The pieces of a page until there are enough of them; one that is too long alone is cut. */
function firstOf(pieces: PlacedText[]): PlacedText[] {
  let left = PAGE_CHARS_MAX;
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(0, left);
    left -= text.length;
    return text === "" ? [] : [{ ...piece, text }];
  });
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

type Operators = Readonly<Record<string, number>>;

async function operators(): Promise<Operators> {
  const { OPS } = await getResolvedPDFJS();
  return OPS;
}

function strokesOf(functions: readonly number[], parameters: readonly unknown[], ops: Operators): Stroke[] {
  return functions.map((operator, i) => strokeOf(operator, parameters[i], ops));
}

function strokeOf(operator: number, parameters: unknown, ops: Operators): Stroke {
  const values: readonly unknown[] = Array.isArray(parameters) ? parameters : [];
  if (operator === ops["save"]) return { paint: "save" };
  if (operator === ops["restore"]) return { paint: "restore" };
  if (operator === ops["transform"]) return { paint: "transform", matrix: values.map(Number) };
  if (operator === ops["setFillRGBColor"]) return { paint: "color", light: lightOf(values[0]) };
  if (operator !== ops["constructPath"]) return { paint: "other" };
  const path = Array.isArray(values[1]) ? (values[1][0] as ArrayLike<number> | null) : null;
  const fills = values[0] === ops["fill"] || values[0] === ops["eoFill"];
  return fills && path !== null ? { paint: "fill", path } : { paint: "other" };
}

/** The brightness of `#rrggbb`. */
function lightOf(color: unknown): number {
  const [red = 0, green = 0, blue = 0] = (/^#(..)(..)(..)$/.exec(String(color)) ?? [])
    .slice(1)
    .map((hex) => Number.parseInt(hex, 16));
  return (77 * red + 150 * green + 29 * blue) >> 8;
}

// Reads the text layer and the pictures of a PDF (pdf.js as unpdf packs it).

import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { PDF_IMAGE_PIXELS_MAX } from "../pdf-guard.ts";
import { drawnCodes, type Stroke } from "./drawn-codes.ts";
import type { PdfPages } from "./engines.ts";
import { type PlacedText, printedLines } from "./printed-lines.ts";
import { grayOf, type Picture } from "./picture.ts";

const PICTURES_MAX = 6;

/** Opens a PDF that has passed the guard. Throws on a broken one. @param wait for so many milliseconds */
export async function openPdf(bytes: Uint8Array, wait: (ms: number) => Promise<unknown>): Promise<PdfPages> {
  // verbosity 0: pdf.js would otherwise print a stranger's bytes into our log.
  const pdf = await getDocumentProxy(bytes.slice(), {
    verbosity: 0,
    maxImageSize: PDF_IMAGE_PIXELS_MAX,
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
      const page = await pdf.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const ops = await operators();
      const shown: Picture[] = [];
      for (const painted of largestOf(paintedOn(fnArray, argsArray, ops))) {
        const picture = await unpacked(page, painted, wait);
        if (picture) shown.push(picture);
      }
      // What was unpacked has four bytes a pixel and would stay until the end.
      page.cleanup();
      return [...shown, ...drawnCodes(strokesOf(fnArray, argsArray, ops))];
    },
    close: () => pdf.loadingTask.destroy(),
  };
}

type Painted = { name: string; width: number; height: number };

/** The pictures that a page paints, each once. */
function paintedOn(functions: readonly number[], parameters: readonly unknown[], ops: Operators): Painted[] {
  const painted = new Map<string, Painted>();
  functions.forEach((operator, i) => {
    const values = parameters[i];
    if (operator !== ops["paintImageXObject"] || !Array.isArray(values)) return;
    const [name, width, height] = [String(values[0]), Number(values[1]), Number(values[2])];
    painted.set(name, { name, width, height });
  });
  return [...painted.values()];
}

function largestOf(painted: Painted[]): Painted[] {
  return painted
    .filter(({ width, height }) => width * height <= PDF_IMAGE_PIXELS_MAX)
    .toSorted((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, PICTURES_MAX);
}

type Samples = { data?: ArrayLike<number>; width?: number; height?: number } | null;
type Shelf = { get(name: string, receive: (samples: Samples) => void): unknown };

/** A picture of a page; none where it does not come in time or holds other samples than bytes. */
async function unpacked(
  page: { objs: Shelf; commonObjs: Shelf },
  { name }: Painted,
  wait: (ms: number) => Promise<unknown>,
): Promise<Picture | null> {
  const shelf = name.startsWith("g_") ? page.commonObjs : page.objs;
  const come = new Promise<Samples>((resolve) => shelf.get(name, resolve));
  const samples = await Promise.race([come, wait(UNPACKING_MS_MAX).then(() => null)]);
  if (!samples?.data || !samples.width || !samples.height) return null;
  const { data, width, height } = samples;
  const channels = data.length / (width * height);
  return [1, 3, 4].includes(channels) ? grayOf(data, { width, height, channels }) : null;
}

/** A picture whose unpacking broke off may never come. */
const UNPACKING_MS_MAX = 1_000;

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

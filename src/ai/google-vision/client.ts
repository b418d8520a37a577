import { readBody, toBase64 } from "#kernel";
import { type Ocr, type SeenWord, WORDS_MAX } from "../ocr.ts";
import type { Picture } from "../vision.ts";
import { Annotated } from "./payload.ts";

// Google's Cloud Vision, or whatever answers as it does: DOCUMENT_TEXT_DETECTION, a picture in, words with boxes out.

const OCR_TIMEOUT_MS = 10_000;
/** Every letter comes with its box: a dense page is a few megabytes. */
const OCR_ANSWER_BYTES_MAX = 8 * 1024 * 1024;

/** PDFs need another method, which reads them from a bucket of Google's. */
const TAKEN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

export type GoogleVisionSettings = { api_key: string; base_url: string; fetch: typeof fetch };

/** The OCR of one such service. The key goes in a header: addresses are logged. */
export function googleVision({ api_key, base_url, fetch }: GoogleVisionSettings): Ocr {
  return async (picture) => {
    if (!TAKEN.has(picture.mime_type)) return null;
    const response = await fetch(`${base_url}/images:annotate`, {
      method: "POST",
      // What answers with another address is refused below: the key goes to no other host.
      redirect: "manual",
      headers: { "content-type": "application/json", "x-goog-api-key": api_key },
      body: JSON.stringify(requestOf(picture)),
      signal: AbortSignal.timeout(OCR_TIMEOUT_MS),
    });
    const body = await readBody(response, OCR_ANSWER_BYTES_MAX);
    if (!response.ok) throw new Error(`status_${response.status}`);
    return wordsIn(body === null ? null : jsonOf(body));
  };
}

function requestOf({ bytes }: Picture): unknown {
  return {
    requests: [
      {
        image: { content: toBase64(bytes) },
        features: [{ type: "DOCUMENT_TEXT_DETECTION" }],
        imageContext: { languageHints: ["es", "pt"] },
      },
    ],
  };
}

/** The words of an answer, turned so that their lines lie level, or null where it has none. Pure. */
export function wordsIn(answer: unknown): SeenWord[] | null {
  const annotated = Annotated.safeParse(answer);
  const [first] = annotated.success ? annotated.data.responses : [];
  if (!first || first.error) return null;
  const paragraphs = (first.fullTextAnnotation?.pages ?? []).flatMap(({ blocks }) =>
    blocks.flatMap((block) => block.paragraphs),
  );
  const words = paragraphs.flatMap((paragraph) => paragraph.words).slice(0, WORDS_MAX);
  const angle = slopeOf(words);
  return words.length === 0 ? null : words.map((word) => seen(word, angle));
}

type Corner = { x: number; y: number };
type Word = { boundingBox: { vertices: Corner[] }; symbols: { text: string }[]; confidence: number };

/** Shorter words lie too crooked in their boxes. */
const SLOPE_LETTERS_MIN = 4;

/** How the lines of a picture lie, in radians: the middle one of its longer words, whose corners go round from the upper left. */
function slopeOf(words: readonly Word[]): number {
  const slopes = words
    .filter(({ symbols }) => symbols.length >= SLOPE_LETTERS_MIN)
    .flatMap(({ boundingBox: { vertices } }) => {
      const [left, right] = vertices;
      return left && right ? [Math.atan2(right.y - left.y, right.x - left.x)] : [];
    })
    .toSorted((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

function seen({ boundingBox, symbols, confidence }: Word, angle: number): SeenWord {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const xs = boundingBox.vertices.map(({ x, y }) => cos * x + sin * y);
  const ys = boundingBox.vertices.map(({ x, y }) => cos * y - sin * x);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const text = symbols.map((symbol) => symbol.text).join("");
  return { text, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, confidence };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return null;
  }
}

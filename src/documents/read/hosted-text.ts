// Words that a service read stand where our own OCR's stand: the same rules read the fields off their lines.

import type { SeenWord } from "#ai";
import type { Extraction, Fields } from "../extraction.ts";
import { completedBy } from "./completed-by.ts";
import { blankExtraction, merge, type ReadContext } from "./merge.ts";
import { printedLines } from "./printed-lines.ts";
import { readFields } from "./text-fields.ts";

/**
 * The extraction with the service's words in the place of ours. What a code says stays; where the service reads no
 * total ours stays as well.
 * @param coded the fields that a fiscal code states; null where there is none
 */
export function withHostedText(
  local: Extraction,
  words: readonly SeenWord[],
  { coded, ...context }: ReadContext & { coded: readonly (keyof Fields)[] | null },
): Extraction {
  const lines = printedLines(words.map((word) => ({ ...word, y: -(word.y + word.height / 2) })));
  const reading = readFields(lines, context);
  const { total_minor } = reading.fields;
  if (total_minor === null) return local;
  const text = {
    ...reading,
    source: "ocr" as const,
    certainty: meanOf(words),
    agreed: total_minor === local.fields.total_minor,
    lines,
  };
  const read = merge({ stamp: null, qr: null, text, problems: local.quality.problems }, context);
  return coded === null ? read : completedBy(codeAlone(local, coded), read);
}

/** Each word counts by its letters. */
function meanOf(words: readonly SeenWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

function codeAlone(local: Extraction, coded: readonly (keyof Fields)[]): Extraction {
  const blank = blankExtraction("").fields;
  const said = Object.fromEntries(coded.map((name) => [name, local.fields[name]])) as Partial<Fields>;
  return { ...local, fields: { ...blank, currency: local.fields.currency, ...said } };
}

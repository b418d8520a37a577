// Words that a service read stand where our own OCR's stand: the same rules read the fields off their lines.

import type { SeenWord } from "#ai";
import type { Extraction, Fields } from "../extraction.ts";
import { completedBy } from "./completed-by.ts";
import { blankExtraction, merge, type ReadContext } from "./merge.ts";
import { printedRows } from "./printed-lines.ts";
import { agreement, evidenceOf, type Look } from "./text-evidence.ts";

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
  const alone = evidenceOf([lookOf(words)], context);
  const { total_minor, date } = alone.fields;
  if (total_minor === null) return local;
  const agreed = { total: agreement(total_minor, local.fields.total_minor), date: agreement(date, local.fields.date) };
  const text = { ...alone, agreed };
  const read = merge({ stamp: null, qr: null, text, problems: local.quality.problems }, context);
  return coded === null ? read : completedBy(codeAlone(local, coded), read);
}

/** The service's boxes count downwards, and its words end at every mark: «$», «45.670». */
function lookOf(words: readonly SeenWord[]): Look {
  const rows = printedRows(words.map((word) => ({ ...word, y: -(word.y + word.height / 2) })));
  return {
    lines: rows.map((row) => row.map((word) => word.map(({ text }) => text).join("")).join(" ")),
    beliefs: rows.map((row) => row.map(meanOf)),
    certainty: meanOf(words),
    boxes: [],
    of: "page",
  };
}

/** Each word counts by its letters. */
function meanOf(words: readonly Pick<SeenWord, "text" | "confidence">[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

function codeAlone(local: Extraction, coded: readonly (keyof Fields)[]): Extraction {
  const blank = blankExtraction("").fields;
  const said = Object.fromEntries(coded.map((name) => [name, local.fields[name]])) as Partial<Fields>;
  return { ...local, fields: { ...blank, currency: local.fields.currency, ...said } };
}

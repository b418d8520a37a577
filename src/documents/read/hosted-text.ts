// Words that a service read stand where our own OCR's stand: the same rules read the fields off their lines.

import type { SeenWord } from "#ai";
import type { Coded, Extraction, Fields } from "../extraction.ts";
import { completedBy } from "./completed-by.ts";
import { overallOf } from "./confidence.ts";
import { blankExtraction, merge, type ReadContext } from "./merge.ts";
import { printedRows } from "./printed-lines.ts";
import { agreement, evidenceOf, type Look } from "./text-evidence.ts";

/**
 * The extraction with the service's words in the place of ours. What a code says stays, and what we read where the
 * service lost it: a day or an id has passed its own checks. Where the service reads no total ours stays as a whole.
 */
export function withHostedText(
  local: Extraction,
  words: readonly SeenWord[],
  { coded, ...context }: ReadContext & { coded: Coded },
): Extraction {
  const alone = evidenceOf([lookOf(words)], context);
  const { total_minor, date } = alone.fields;
  if (total_minor === null) return local;
  const agreed = { total: agreement(total_minor, local.fields.total_minor), date: agreement(date, local.fields.date) };
  const text = { ...alone, agreed, fields: withOurs(alone.fields, local.fields) };
  const merged = merge({ stamp: null, qr: null, text, problems: local.quality.problems }, context);
  const read = date === null ? asSureOfDate(merged, local) : merged;
  return coded === null ? read : completedBy(codeAlone(local, coded), read);
}

function withOurs(theirs: Fields, ours: Fields): Fields {
  return {
    ...theirs,
    merchant: theirs.merchant ?? ours.merchant,
    merchant_tax_id: theirs.merchant_tax_id ?? ours.merchant_tax_id,
    ...(theirs.number === null ? { series: theirs.series ?? ours.series, number: ours.number } : {}),
    date: theirs.date ?? ours.date,
  };
}

/** A day that only we read is as sure as we were of it. */
function asSureOfDate(read: Extraction, { confidence }: Extraction): Extraction {
  const date = read.fields.date === null ? 0 : confidence.date;
  return { ...read, confidence: overallOf({ ...read.confidence, date }) };
}

/** The service's boxes count downwards, and its words end at every mark: «$», «45.670». */
function lookOf(words: readonly SeenWord[]): Look {
  const rows = printedRows(words.map((word) => ({ ...word, y: -(word.y + word.height / 2) })));
  return {
    lines: rows.map((row) => row.map((word) => word.map(({ text }) => text).join("")).join(" ")),
    beliefs: rows.map((row) => row.map(meanOf)),
    certainty: meanOf(words),
    boxes: [],
    cut: [],
    of: "page",
  };
}

/** Each word counts by its letters. */
function meanOf(words: readonly Pick<SeenWord, "text" | "confidence">[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

function codeAlone(local: Extraction, coded: NonNullable<Coded>): Extraction {
  const blank = blankExtraction("").fields;
  const said = Object.fromEntries(coded.map((name) => [name, local.fields[name]])) as Partial<Fields>;
  return { ...local, fields: { ...blank, currency: local.fields.currency, ...said } };
}

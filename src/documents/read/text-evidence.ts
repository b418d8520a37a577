// What a text layer says of a document, or one or two looks at its picture give together.

import type { CivilDate } from "#kernel";
import { amountsIn } from "./amounts.ts";
import { beliefInAmount } from "./beliefs.ts";
import { countryOf } from "./country.ts";
import { datesIn } from "./dates.ts";
import type { ReadContext, TextEvidence } from "./merge.ts";
import { linesToCount, numberOfBoth } from "./number-seen.ts";
import { printsTaxIds } from "./parties.ts";
import type { Box } from "./picture.ts";
import { readFields, type TextReading } from "./text-fields.ts";

/** A look at a page: its printed lines, and how much the engine believes each word of each, 0–1; `certainty` over all. */
export type Look = {
  lines: string[];
  beliefs: number[][];
  certainty: number;
  /** Where each line stands, in pixels of the page; none where nobody will look there again. */
  boxes: readonly Box[];
  /** The places of the lines that run into the edge of the photo. */
  cut: readonly number[];
  /** All of the page, all that the picture shows, the same untouched, a few lines that were seen before, or another page. */
  of: "page" | "picture" | "photo" | "lines" | "beside";
};

/** The reading of a PDF's own text, which nobody had to decipher. */
export function printedEvidence(lines: string[], context: ReadContext): TextEvidence {
  return {
    ...readFields(lines, context),
    source: "pdf-text",
    certainty: 1,
    belief: 1,
    agreed: { total: null, date: null },
    cut: { total: false, date: false },
    lines,
  };
}

/** The reading of a page from all looks at it, the first of which is of all of it; of a page beside it only the words. */
export function evidenceOf([first, ...more]: readonly [Look, ...Look[]], context: ReadContext): TextEvidence {
  const beside = more.filter(({ of }) => of === "beside").flatMap(({ lines }) => lines);
  const reading = evidenceOfPage([first, ...more.filter(({ of }) => of !== "beside")], context);
  return beside.length === 0 ? reading : { ...reading, lines: [...reading.lines, ...beside] };
}

function evidenceOfPage([first, ...others]: readonly [Look, ...Look[]], context: ReadContext): TextEvidence {
  const alone = readingOf(first, context);
  const whole = others.filter(({ of }) => of !== "lines");
  if (whole.length > 0) return whole.reduce((best, look) => better(best, readingOf(look, context)), alone);
  const [lines] = others;
  if (!lines) return alone;
  const again = readingOf(lines, context);
  const number = numberOfBoth(first, alone.fields.number, again.fields.number);
  return { ...alone, fields: { ...alone.fields, number }, agreed: agreementOf(alone, again) };
}

/** Below this a look is wrong in one of ten. */
const SURE = 0.75;

/** Words that are believed less than this say a figure by chance. */
const BELIEF_MIN = 0.5;

/**
 * What is looked at next: nothing more, the page again, all of the picture, the photo as it was taken, or these lines of
 * the first look.
 */
export type Wanted = "nothing" | "page" | "picture" | "photo" | readonly number[];

/**
 * What another look is worth. Where something is missing or contradicted it is the page, and where the total is missing
 * more than what was taken for the page; where all was read and nothing proves the total, only the lines that say it and
 * the day; where those then say otherwise, or all of the picture says none, the page after all. Where looks at the page
 * leave the total open, the photo as it was taken: what flattens a page may blot it.
 */
export function wantedAfter(looks: readonly [Look, ...Look[]], context: ReadContext): Wanted {
  const [first, ...others] = looks;
  const last = others.at(-1);
  if (!last) return wantedAfterFirst(first, context);
  if (last.of === "photo") return "nothing";
  const { agreed, totalSigns, fields, certainty } = evidenceOf(looks, context);
  if (last.of === "lines")
    return isProved(readingOf(first, context)) || (agreed.total === true && agreed.date !== false) ? "nothing" : "page";
  if (last.of === "picture" && fields.total_minor === null) return "page";
  const disputed = totalSigns.contested || (agreed.total === false && totalSigns.proof !== "sum");
  return certainty >= LEGIBLE && (disputed || fields.total_minor === null || fields.date === null)
    ? "photo"
    : "nothing";
}

/** Below this the words are noise, and one more look is only time. */
const LEGIBLE = 0.55;

function wantedAfterFirst(first: Look, context: ReadContext): Wanted {
  const reading = readingOf(first, context);
  const { certainty, country, totalSigns, fields } = reading;
  const { total_minor: total, date, merchant_tax_id } = fields;
  if (total === null) return "picture";
  const lost = date === null || (merchant_tax_id === null && printsTaxIds(country));
  if (lost || certainty < SURE || totalSigns.contested) return "page";
  const saying = isProved(reading) ? [] : linesSaying(first.lines, { total, date, country });
  const lines = [...new Set([...saying, ...linesToCount(first, fields.number)])].toSorted((a, b) => a - b);
  return lines.length === 0 ? "nothing" : lines;
}

function isProved({ totalSigns, belief }: TextEvidence): boolean {
  return totalSigns.proof !== null && belief >= BELIEF_MIN;
}

/** The lines with that amount or day, and where one has no word of its own the line before it, which may be its label. */
function linesSaying(
  lines: readonly string[],
  { total, date, country }: { total: number; date: CivilDate; country: string },
): number[] {
  const says = (line: string | undefined): boolean =>
    line !== undefined &&
    (amountsIn(line, countryOf(country)).some(({ minor }) => minor === total) || datesIn(line).includes(date));
  const isBare = (line: string | undefined): boolean => !/\p{L}{3}/u.test(line ?? "");
  return [...lines.keys()].filter((at) => says(lines[at]) || (says(lines[at + 1]) && isBare(lines[at + 1])));
}

function readingOf(look: Look, context: ReadContext): TextEvidence {
  const { lines, certainty } = look;
  const reading = readFields(lines, context);
  const { total_minor: total } = reading.fields;
  return {
    ...reading,
    source: "ocr",
    certainty,
    belief: total === null ? 0 : beliefInAmount(look, total, countryOf(reading.country)),
    agreed: { total: null, date: null },
    cut: cutOf(look, reading),
    lines,
  };
}

/** Every line that says the total, or the day, runs into the edge; or so many lines do that a side of the paper is gone. */
function cutOf({ lines, cut }: Look, { fields, country }: TextReading): TextEvidence["cut"] {
  const { total_minor: total, date } = fields;
  if (cut.length >= Math.max(CUT_LINES_MIN, CUT_SHARE_MIN * lines.length)) return { total: true, date: true };
  const allCut = (says: (line: string) => boolean): boolean => {
    const places = [...lines.keys()].filter((at) => says(lines[at] ?? ""));
    return places.length > 0 && places.every((at) => cut.includes(at));
  };
  return {
    total: allCut((line) => amountsIn(line, countryOf(country)).some(({ minor }) => minor === total)),
    date: allCut((line) => date !== null && datesIn(line).includes(date)),
  };
}

const CUT_LINES_MIN = 4;
const CUT_SHARE_MIN = 0.3;

function better(first: TextEvidence, second: TextEvidence): TextEvidence {
  const [best, other] = worth(second) > worth(first) ? [second, first] : [first, second];
  const fields = { ...best.fields };
  // A date or an id that one look lost is not in doubt because of it: each has passed its own checks.
  fields.date ??= other.fields.date;
  fields.merchant_tax_id ??= other.fields.merchant_tax_id;
  fields.receiver_tax_id ??= other.fields.receiver_tax_id;
  fields.number ??= other.fields.number;
  fields.merchant ??= other.fields.merchant;
  return {
    ...best,
    fields,
    totalSigns: {
      ...best.totalSigns,
      // What contradicts a total in one look is not unsaid by its being lost in the other.
      contested: best.totalSigns.contested || (other.totalSigns.contested && isSameTotal(best, other)),
    },
    dateContested: first.dateContested || second.dateContested,
    cut: { total: best.cut.total, date: (best.fields.date === null ? other : best).cut.date },
    agreed: stillAgreed(first.agreed, agreementOf(first, second)),
    certainty: Math.max(first.certainty, second.certainty),
  };
}

function isSameTotal(one: TextEvidence, other: TextEvidence): boolean {
  return one.fields.total_minor === other.fields.total_minor;
}

function agreementOf(first: TextEvidence, second: TextEvidence): TextEvidence["agreed"] {
  return {
    total: agreement(first.fields.total_minor, second.fields.total_minor),
    date: agreement(first.fields.date, second.fields.date),
  };
}

/** Looks that contradicted each other once are not at one because a third says the same as one of them. */
function stillAgreed(before: TextEvidence["agreed"], now: TextEvidence["agreed"]): TextEvidence["agreed"] {
  const both = (one: boolean | null, other: boolean | null): boolean | null =>
    one === false || other === false ? false : (one ?? other);
  return { total: both(before.total, now.total), date: both(before.date, now.date) };
}

/** Null where one of two looks says nothing. */
export function agreement<T>(first: T | null, second: T | null): boolean | null {
  return first === null || second === null ? null : first === second;
}

/** Taken off for a contradiction: less than a total is worth, for a contested one is still better than none. */
const CONTESTED_WORTH = 1.5;

/** Proof outweighs a total, a total a date, and all of them the engine's belief in its words. */
function worth({ totalSigns, fields, certainty, belief }: TextEvidence): number {
  const { total_minor: total, date, items } = fields;
  return (
    (totalSigns.proof === null ? 0 : totalSigns.proof === "sum" ? 5 : 4) -
    (totalSigns.contested ? CONTESTED_WORTH : 0) +
    (total === null ? 0 : 2) +
    (date === null ? 0 : 1) +
    (items.length > 1 ? 1 : 0) +
    certainty +
    2 * Math.min(belief, BELIEF_MIN)
  );
}

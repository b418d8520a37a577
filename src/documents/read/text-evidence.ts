// What a text layer says of a document, or one or two looks at its picture give together.

import { beliefInAmount, beliefInDate } from "./beliefs.ts";
import { countryOf } from "./country.ts";
import type { ReadContext, TextEvidence } from "./merge.ts";
import { printsTaxIds } from "./parties.ts";
import { readFields } from "./text-fields.ts";

/** A look at a page: its printed lines, and how much the engine believes each word of each, 0–1; `certainty` over all. */
export type Look = { lines: string[]; beliefs: number[][]; certainty: number };

/** The reading of a PDF's own text, which nobody had to decipher. */
export function printedEvidence(lines: string[], context: ReadContext): TextEvidence {
  return {
    ...readFields(lines, context),
    source: "pdf-text",
    certainty: 1,
    belief: { total: 1, date: 1 },
    agreed: { total: null, date: null },
    lines,
  };
}

/** The reading of a page from all looks at it. */
export function evidenceOf([first, second]: readonly [Look, ...Look[]], context: ReadContext): TextEvidence {
  const alone = readingOf(first, context);
  return second === undefined ? alone : better(alone, readingOf(second, context));
}

/** Above this one look is right in nine of ten; figures that add up are surer still. */
const SURE = 0.75;

/** True where a first look needs no second: what must be on such a paper was read, and nothing speaks against it. */
export function isEnough(look: Look, context: ReadContext): boolean {
  const { certainty, country, totalSigns, fields } = readingOf(look, context);
  const { proof, contested } = totalSigns;
  if (certainty < SURE || proof === null || contested || fields.date === null) return false;
  return fields.merchant_tax_id !== null || !printsTaxIds(country);
}

function readingOf(look: Look, context: ReadContext): TextEvidence {
  const { lines, certainty } = look;
  const reading = readFields(lines, context);
  const { total_minor: total, date } = reading.fields;
  return {
    ...reading,
    source: "ocr",
    certainty,
    belief: {
      total: total === null ? 0 : beliefInAmount(look, total, countryOf(reading.country)),
      date: date === null ? 0 : beliefInDate(look, date),
    },
    agreed: { total: null, date: null },
    lines,
  };
}

function better(first: TextEvidence, second: TextEvidence): TextEvidence {
  const [best, other] = worth(second) > worth(first) ? [second, first] : [first, second];
  const fields = { ...best.fields };
  // A date or an id that one look lost is not in doubt because of it: each has passed its own checks.
  fields.date ??= other.fields.date;
  fields.merchant_tax_id ??= other.fields.merchant_tax_id;
  fields.number ??= other.fields.number;
  fields.merchant ??= other.fields.merchant;
  return {
    ...best,
    fields,
    belief: { total: best.belief.total, date: best.fields.date === null ? other.belief.date : best.belief.date },
    agreed: {
      total: agreement(first.fields.total_minor, second.fields.total_minor),
      date: agreement(first.fields.date, second.fields.date),
    },
    certainty: Math.max(first.certainty, second.certainty),
  };
}

/** Null where one of two looks says nothing. */
function agreement<T>(first: T | null, second: T | null): boolean | null {
  return first === null || second === null ? null : first === second;
}

/** Proof outweighs a total, a total a date, and all of them the engine's belief in its words. */
function worth({ totalSigns, fields, certainty }: TextEvidence): number {
  const { total_minor: total, date, items } = fields;
  return (
    (totalSigns.proof === null ? 0 : totalSigns.proof === "sum" ? 5 : 4) -
    (totalSigns.contested ? 3 : 0) +
    (total === null ? 0 : 2) +
    (date === null ? 0 : 1) +
    (items.length > 1 ? 1 : 0) +
    certainty
  );
}

import type { Extraction, Fields } from "./extraction.ts";
import type { Credit } from "./read/term.ts";

// What a person says of a field stays with the document, beside what was read of it.

/** The fields that a person is asked about or may correct. */
export const ANSWERABLE = [
  "total_minor",
  "date",
  "merchant",
  "merchant_tax_id",
  "number",
  "category",
] as const satisfies readonly (keyof Fields)[];

export type AnswerField = (typeof ANSWERABLE)[number];

/** `term`: how it is paid, which is printed in many ways and is no field of a reading. */
export type FieldAnswer = {
  field: AnswerField | "term";
  read: string | number | null;
  said: string | number | null;
  /** Who said it: `contact:<id>`, `token:<id>`. */
  by: string;
  /** ISO 8601, UTC. */
  at: string;
};

type Teller = { by: string; at: string };

/** What differs between a reading and what was made of it with a person's words. */
export function answersBetween(read: Fields, said: Fields, { by, at }: Teller): FieldAnswer[] {
  return ANSWERABLE.filter((field) => read[field] !== said[field]).map((field) => ({
    field,
    read: read[field],
    said: said[field],
    by,
    at,
  }));
}

/** The reading as people have answered it: the last word on each field counts. A new total ends its old parts. */
export function answered(extraction: Extraction, answers: readonly FieldAnswer[]): Extraction {
  const fields = { ...extraction.fields };
  for (const { field, said } of answers) {
    if (field === "term") continue;
    Object.assign(fields, { [field]: said });
    if (field === "total_minor") Object.assign(fields, { net_minor: null, tax_minor: null });
  }
  return { ...extraction, fields };
}

/** How a paper is paid, as an answer: `paid`, the days until it is due, the day (`YYYY-MM-DD`), or `credit` without one. */
export function termAnswer(read: Credit | null, { said, by, at }: Teller & { said: Credit | null }): FieldAnswer {
  return { field: "term", read: termTold(read), said: termTold(said), by, at };
}

function termTold(credit: Credit | null): string | number {
  return credit === null ? PAID : (credit.due ?? credit.days ?? ON_CREDIT);
}

const PAID = "paid";
const ON_CREDIT = "credit";

/** The last word on how it is paid; undefined where nobody has said it. */
export function termAnswered(answers: readonly FieldAnswer[]): Credit | null | undefined {
  const said = answers.findLast(({ field }) => field === "term")?.said;
  if (said === undefined || said === null) return undefined;
  if (said === PAID) return null;
  if (typeof said === "number") return { due: null, days: said };
  return { due: said === ON_CREDIT ? null : said, days: null };
}

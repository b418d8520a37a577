import type { Extraction, Fields } from "./extraction.ts";

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

export type FieldAnswer = {
  field: AnswerField;
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
    Object.assign(fields, { [field]: said });
    if (field === "total_minor") Object.assign(fields, { net_minor: null, tax_minor: null });
  }
  return { ...extraction, fields };
}

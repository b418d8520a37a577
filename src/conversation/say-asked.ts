import type { Part } from "./effect.ts";
import { plain, type Eyes, type Saying } from "./show.ts";

// What is told of a paper that somebody asks about, or still speaks of.

export type AskedPart = Extract<Part, { part: (typeof ASKED)[number] }>;

const ASKED = ["paper_settled"] as const satisfies readonly Part["part"][];

export function isAsked(part: Part): part is AskedPart {
  const parts: readonly string[] = ASKED;
  return parts.includes(part.part);
}

export function sayAsked(part: AskedPart, { words }: Eyes): Saying {
  return plain(words.paper_settled(part.how));
}

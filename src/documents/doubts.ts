import type { Extraction } from "./extraction.ts";

/** From here on a field may be confirmed with one tap; below it, it is asked. Fitted so that one of a hundred is wrong at most. */
export const SURE_MIN = 0.9;

/** A field that was read, but not surely. */
export type Doubt = "total" | "date";

/** What must be asked before a paper is booked. A stamp's figures are exact even where nobody vouches for them. */
export function doubtsOf({ read_from, fields, confidence, authenticity }: Extraction): Doubt[] {
  if (read_from === "timbre" && !authenticity.reasons.includes("printed_total_differs")) return [];
  const doubts: Doubt[] = [];
  if (fields.total_minor !== null && confidence.total < SURE_MIN) doubts.push("total");
  if (fields.date !== null && confidence.date < SURE_MIN) doubts.push("date");
  return doubts;
}

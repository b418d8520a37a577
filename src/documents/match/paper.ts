import type { Extraction } from "../extraction.ts";
import type { Paper } from "./signs.ts";

/** A reading as the matcher sees it; null where there is no total to compare. */
export function paperOf({ fields }: Extraction, type: Paper["type"]): Paper | null {
  if (fields.total_minor === null) return null;
  const { total_minor, currency, date, merchant, number, category, items } = fields;
  const things = items.map(({ description }) => description);
  return { type, total_minor, currency, date, merchant, number, category, items: things };
}

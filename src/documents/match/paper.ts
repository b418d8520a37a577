import type { Evidence } from "#match";
import type { Extraction } from "../extraction.ts";
import { isMoneySlip } from "../money-way.ts";

/** A reading as the matcher sees it; null where there is no total to compare. */
export function paperOf(extraction: Extraction, type: Evidence["type"]): Evidence | null {
  const { fields } = extraction;
  if (fields.total_minor === null) return null;
  const { total_minor, currency, date, merchant, number, category, items } = fields;
  const things = items.map(({ description }) => description);
  const is_slip = isMoneySlip(extraction);
  return { type, is_slip, total_minor, currency, date, merchant, number, category, items: things };
}

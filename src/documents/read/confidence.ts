// How sure a reading is, field by field, from signals that were measured; 1 is certainty and never given.

import type { Extraction, Fields } from "../extraction.ts";
import type { TextEvidence } from "./merge.ts";

type Confidence = Extraction["confidence"];

/** The confidence of fields read from text. */
export function textConfidence(text: TextEvidence, fields: Fields): Confidence {
  const pdf = text.source === "pdf-text";
  return overallOf({
    total: fields.total_minor === null ? 0 : totalConfidence(text, fields),
    date: fields.date === null ? 0 : clamped(pdf ? 0.95 : 0.25 + 0.8 * text.certainty),
    merchant:
      fields.merchant === null ? 0 : clamped((pdf ? 0.75 : 0.8 * text.certainty) + (fields.merchant_tax_id ? 0.1 : 0)),
  });
}

/**
 * Measured on 120 scanned receipts: right at a mean word confidence of 0.75 in 90 %, where a second pass agrees as
 * well in 98 %, below 0.60 in 25 %. Figures that add up are the stronger proof: noise does not add up.
 */
function totalConfidence(text: TextEvidence, fields: Fields): number {
  if (text.source === "pdf-text") return text.totalProved ? 0.98 : 0.9;
  const adds = text.totalProved || fields.items.length > 1;
  if (adds && text.certainty >= 0.6) return text.agreed ? 0.97 : 0.93;
  const steps = text.agreed ? AGREED_STEPS : ALONE_STEPS;
  return steps.find(([certainty]) => text.certainty >= certainty)?.[1] ?? 0.3;
}

/** From this mean confidence of words on → confidence in the total. */
const AGREED_STEPS = [
  [0.75, 0.95],
  [0.7, 0.9],
  [0.6, 0.6],
] as const;
const ALONE_STEPS = [
  [0.75, 0.85],
  [0.7, 0.78],
  [0.6, 0.6],
] as const;

/** Overall: the total counts most, for it is what gets booked. */
export function overallOf(parts: Omit<Confidence, "overall">): Confidence {
  const overall = parts.total === 0 ? 0.2 * parts.date : 0.6 * parts.total + 0.25 * parts.date + 0.15 * parts.merchant;
  return {
    overall: clamped(overall),
    total: clamped(parts.total),
    date: clamped(parts.date),
    merchant: clamped(parts.merchant),
  };
}

/** Between 0 and 0.99, two digits. */
export function clamped(value: number): number {
  return Math.round(Math.min(Math.max(value, 0), 0.99) * 100) / 100;
}

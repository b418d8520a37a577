// How sure a reading is, field by field, from signals that were measured; 1 is certainty and never given.

import type { Extraction, Fields } from "../extraction.ts";
import type { TextEvidence } from "./merge.ts";

type Confidence = Extraction["confidence"];

/** The confidence of fields read from text. */
export function textConfidence(text: TextEvidence, fields: Fields): Confidence {
  return overallOf({
    total: fields.total_minor === null ? 0 : totalConfidence(text),
    date: fields.date === null ? 0 : dateConfidence(text),
    merchant: fields.merchant === null ? 0 : merchantConfidence(text, fields),
  });
}

/** A PDF's own text is not misread; which of its figures and days is meant may be. */
const PDF = { total: 0.95, proved: 0.98, date: 0.95, merchant: 0.75 } as const;

/**
 * Log-odds that what OCR read is right, by logistic regression over 1,100 readings of 360 pictures of known truth, ours
 * and scans of strangers. `belief`, in the words of the total, and `certainty`, over all words, count from where they
 * usually are, per whole unit. Belief in the words of a date says nothing more of it.
 */
const TOTAL_ODDS = {
  usual: 3.1,
  sum: 1.8,
  agreed: 0.5,
  belief: { from: 0.9, odds: 2.9 },
  certainty: { from: 0.85, odds: 5.4 },
} as const;
const DATE_ODDS = { usual: 5, agreed: 0.5, certainty: { from: 0.85, odds: 9.8 } } as const;
/** Other people's papers are not those by which this was fitted. */
const STRANGER_ODDS = -0.7;
/** Two looks that contradict each other where no sum decides, figures of one paper that do, and what the photo's edge cuts. */
const CONFLICT_MAX = 0.8;
function totalConfidence({ source, totalSigns, belief, certainty, agreed, cut }: TextEvidence): number {
  const { proof, contested } = totalSigns;
  if (source === "pdf-text" && contested) return CONFLICT_MAX;
  if (source === "pdf-text") return proof === null ? PDF.total : PDF.proved;
  const odds =
    TOTAL_ODDS.usual +
    STRANGER_ODDS +
    (proof === "sum" ? TOTAL_ODDS.sum : 0) +
    (agreed.total === true ? TOTAL_ODDS.agreed : 0) +
    beyondUsual(TOTAL_ODDS.belief, belief) +
    beyondUsual(TOTAL_ODDS.certainty, certainty);
  const disputed = contested || cut.total || (agreed.total === false && proof !== "sum");
  return disputed ? Math.min(CONFLICT_MAX, chanceOf(odds)) : chanceOf(odds);
}

function dateConfidence({ source, certainty, agreed, dateContested, cut }: TextEvidence): number {
  if (source === "pdf-text") return PDF.date;
  const odds =
    DATE_ODDS.usual +
    STRANGER_ODDS +
    (agreed.date === true ? DATE_ODDS.agreed : 0) +
    beyondUsual(DATE_ODDS.certainty, certainty);
  const disputed = agreed.date === false || dateContested || cut.date;
  return disputed ? Math.min(CONFLICT_MAX, chanceOf(odds)) : chanceOf(odds);
}

function beyondUsual({ from, odds }: { from: number; odds: number }, value: number): number {
  return odds * (value - from);
}

function chanceOf(logOdds: number): number {
  return clamped(1 / (1 + Math.exp(-logOdds)));
}

/** A name has nothing to be checked by: it is never sure by itself. */
const MERCHANT_MAX = 0.85;
const MERCHANT_PER_CERTAINTY = 0.8;
/** A tax id beside it says that this is where the seller stands. */
const MERCHANT_WITH_TAX_ID = 0.1;

function merchantConfidence({ source, certainty }: TextEvidence, { merchant_tax_id }: Fields): number {
  const read = source === "pdf-text" ? PDF.merchant : MERCHANT_PER_CERTAINTY * certainty;
  return clamped(Math.min(MERCHANT_MAX, read + (merchant_tax_id === null ? 0 : MERCHANT_WITH_TAX_ID)));
}

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

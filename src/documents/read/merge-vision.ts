// What a vision model read, laid beside what the reader read: a code is never overruled, a disagreement is told.

import type { DocumentKind, Extraction, Fields } from "../extraction.ts";
import { type CheckContext, checkFields } from "./check-fields.ts";
import { clamped, overallOf } from "./confidence.ts";

/** A model's fields; what it left out or could not see is absent or null. */
export type VisionReading = Partial<Fields> & { kind?: DocumentKind };

/** A model alone is right in about nine totals of ten; its own opinion of itself is not asked. */
const VISION_ALONE = 0.82;
const BOTH_AGREE = 0.96;
const DISAGREE = 0.5;
/** From here on the reader's own figures are proved by others on the paper, and stand against the model. */
const LOCAL_PROVED = 0.93;

/**
 * Merges a model's reading into the reader's. The model's fields pass the same checks as any others; where the reader
 * decoded a fiscal code only what the code does not say is filled in.
 * @param local the reader's extraction, or `blankExtraction(country)` where it could not read
 */
export function mergeVision(local: Extraction, vision: VisionReading, context: CheckContext): Extraction {
  const { kind, ...read } = vision;
  const blank = { ...emptied(local.fields), currency: local.fields.currency };
  const { fields: seen } = checkFields({ ...blank, ...read, items: read.items ?? [] }, context);
  return local.read_from === "timbre" || local.read_from === "qr" || local.read_from === "xml"
    ? besideCode(local, seen, context)
    : besideText(local, seen, { kind: kind ?? "unknown", context });
}

function emptied(fields: Fields): Fields {
  return {
    ...fields,
    merchant: null,
    merchant_tax_id: null,
    receiver_tax_id: null,
    series: null,
    number: null,
    date: null,
    total_minor: null,
    net_minor: null,
    tax_minor: null,
    exempt_minor: null,
    items: [],
    category: null,
  };
}

/** Figures of another total say nothing about the code's. */
function besideCode(local: Extraction, seen: Fields, context: CheckContext): Extraction {
  const own = local.fields;
  const sameTotal = own.total_minor !== null && seen.total_minor === own.total_minor;
  const filled: Fields = { ...own, merchant: own.merchant ?? seen.merchant, category: own.category ?? seen.category };
  filled.date ??= seen.date;
  if (sameTotal && own.net_minor === null) Object.assign(filled, partsOf(seen));
  if (sameTotal && own.items.every((item) => item.amount_minor === null) && seen.items.length > 0)
    filled.items = seen.items;
  // The code's own fields are not checked again: its date may be older than any window, its parties foreign.
  const { fields } = checkFields(filled, context);
  const merchant = own.merchant === null && seen.merchant !== null ? VISION_ALONE : local.confidence.merchant;
  return {
    ...local,
    fields: { ...filled, net_minor: fields.net_minor, tax_minor: fields.tax_minor, exempt_minor: fields.exempt_minor },
    confidence: { ...local.confidence, merchant },
  };
}

function partsOf(fields: Fields): Pick<Fields, "net_minor" | "tax_minor" | "exempt_minor"> {
  return { net_minor: fields.net_minor, tax_minor: fields.tax_minor, exempt_minor: fields.exempt_minor };
}

function besideText(
  local: Extraction,
  seen: Fields,
  { kind, context }: { kind: DocumentKind; context: CheckContext },
): Extraction {
  const own = local.fields;
  const keepsTotal = own.total_minor !== null && (seen.total_minor === null || local.confidence.total >= LOCAL_PROVED);
  const figures = keepsTotal ? own : seen;
  const { fields } = checkFields(
    {
      merchant: seen.merchant ?? own.merchant,
      merchant_tax_id: own.merchant_tax_id ?? seen.merchant_tax_id,
      receiver_tax_id: own.receiver_tax_id ?? seen.receiver_tax_id,
      series: seen.series ?? own.series,
      number: seen.number ?? own.number,
      date: seen.date ?? own.date,
      currency: figures.currency,
      total_minor: figures.total_minor,
      ...partsOf(figures),
      items: figures.items.length > 0 ? figures.items : seen.items,
      category: own.category ?? seen.category,
    },
    context,
  );
  const sure = { own: local.confidence.total, date: local.confidence.date, merchant: local.confidence.merchant };
  return {
    ...local,
    kind: local.kind === "unknown" ? kind : local.kind,
    read_from: "vision",
    fields,
    confidence: overallOf({
      total: togetherSure(own.total_minor, seen.total_minor, sure.own),
      date: togetherSure(own.date, seen.date, sure.date),
      merchant: fields.merchant === null ? 0 : Math.max(seen.merchant === null ? 0 : VISION_ALONE, sure.merchant),
    }),
    quality: { ...local.quality, readable: fields.total_minor !== null },
  };
}

function togetherSure(own: number | string | null, seen: number | string | null, ownSure: number): number {
  if (own === null) return seen === null ? 0 : VISION_ALONE;
  if (seen === null) return clamped(ownSure * 0.9);
  return own === seen ? Math.max(ownSure, BOTH_AGREE) : DISAGREE;
}

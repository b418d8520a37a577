// One extraction from all that was read: a code before the printed text, the printed text before a guess.

import { dealersOf, EXPORT_TYPES, isIssuedByBuyer, type Judgement, kindOfType, type Timbre } from "#dte";
import type { CivilDate } from "#kernel";
import type { Extraction, Fields, QualityProblem } from "../extraction.ts";
import { checkFields } from "./check-fields.ts";
import { overallOf, textConfidence } from "./confidence.ts";
import { countryOf } from "./country.ts";
import { PROVED_CONFIDENCE } from "./dte.ts";
import type { FiscalQr } from "./fiscal/code.ts";
import { withQr } from "./merge-qr.ts";
import { uncut } from "./quality.ts";
import { readFields, type TextReading } from "./text-fields.ts";

/**
 * Text and where it came from; `certainty` is 0–1: 1 for a PDF's own text, else the mean over the OCR's words. `belief`:
 * the same of the very words that say the total. `agreed`: what a second look says of it, null where there was none.
 */
export type TextEvidence = TextReading & {
  source: "pdf-text" | "ocr";
  certainty: number;
  belief: number;
  agreed: { total: boolean | null; date: boolean | null };
  /** The edge of the photo runs through what says them, or next to it. */
  cut: { total: boolean; date: boolean };
  lines: string[];
};

export type Evidence = {
  stamp: { timbre: Timbre; judgement: Judgement } | null;
  qr: FiscalQr | null;
  text: TextEvidence | null;
  problems: QualityProblem[];
};

export type ReadContext = { country: string; today: CivilDate };

/** Merges the evidence about one document. */
export function merge(evidence: Evidence, context: ReadContext): Extraction {
  const { stamp, qr, text } = evidence;
  if (stamp) return withStamp(fromText(evidence, context), stamp, text);
  if (!qr) return fromText(evidence, context);
  // The code says whose paper it is, and so how its figures are written.
  const abroad = { ...context, country: qr.country };
  const reread = text && qr.country !== text.country ? { ...text, ...readFields(text.lines, abroad) } : text;
  return withQr(fromText({ ...evidence, text: reread }, abroad), qr, { context: abroad, text: reread });
}

/** An extraction of nothing: what a model's reading is merged into when the reader could not read. */
export function blankExtraction(country: string): Extraction {
  return {
    kind: "unknown",
    read_from: "ocr",
    fields: blankFields(country),
    confidence: { overall: 0, total: 0, date: 0, merchant: 0 },
    authenticity: { verdict: "not_applicable", reasons: [] },
    quality: { readable: false, problems: [] },
    text: "",
  };
}

function blankFields(country: string): Fields {
  return {
    merchant: null,
    merchant_tax_id: null,
    receiver_tax_id: null,
    series: null,
    number: null,
    date: null,
    currency: countryOf(country).currency,
    total_minor: null,
    net_minor: null,
    tax_minor: null,
    exempt_minor: null,
    items: [],
    category: null,
  };
}

const TEXT_CHARS_MAX = 8_000;

function fromText({ text, problems }: Evidence, context: ReadContext): Extraction {
  const blank = { ...blankExtraction(context.country), quality: { readable: false, problems } };
  if (!text) return blank;
  const { fields } = checkFields(text.fields, { ...context, country: text.country });
  return {
    ...blank,
    kind: text.kind,
    read_from: text.source,
    fields,
    confidence: textConfidence(text, fields),
    quality: {
      readable: fields.total_minor !== null,
      problems: text.cut.total || text.cut.date ? ["cropped", ...problems] : problems,
    },
    text: text.lines.join("\n").slice(0, TEXT_CHARS_MAX),
  };
}

function withStamp(base: Extraction, stamp: NonNullable<Evidence["stamp"]>, text: TextEvidence | null): Extraction {
  const { timbre, judgement } = stamp;
  const sure = PROVED_CONFIDENCE[judgement.verdict];
  const total = EXPORT_TYPES.has(timbre.type) ? null : timbre.total;
  const merchant = isIssuedByBuyer(timbre.type)
    ? timbre.receiverName
    : (printedName(base, text, stamp) ?? (timbre.caf.issuerName || null));
  const doubted = contradicts(base, total);
  return {
    ...base,
    kind: kindOfType(timbre.type) ?? "unknown",
    sii_type: timbre.type,
    read_from: "timbre",
    fields: {
      ...(base.fields.total_minor === total ? base.fields : { ...base.fields, ...NO_FIGURES }),
      ...stampedFields(timbre),
      ...(base.fields.total_minor === total && base.fields.items.length > 0 ? { items: base.fields.items } : {}),
      merchant,
      total_minor: total,
    },
    confidence: overallOf({
      total: total === null ? 0 : Math.min(sure, doubted ? CONTRADICTED : 1),
      date: sure,
      merchant: merchant === null ? 0 : sure,
    }),
    authenticity: {
      verdict: judgement.verdict,
      reasons: doubted ? [...judgement.reasons, "printed_total_differs"] : judgement.reasons,
    },
    quality: { readable: true, problems: uncut(base.quality.problems) },
  };
}

const NO_FIGURES = { net_minor: null, tax_minor: null, exempt_minor: null };

function stampedFields(timbre: Timbre): Partial<Fields> {
  const { seller, buyer } = dealersOf(timbre);
  return {
    merchant_tax_id: seller,
    receiver_tax_id: buyer,
    series: null,
    number: String(timbre.folio),
    date: timbre.issuedOn,
    currency: "CLP",
    items: firstItemOf(timbre),
  };
}

/** The print names another total than the stamp, and was read well enough to be believed. */
function contradicts(base: Extraction, total: number | null): boolean {
  const printed = base.fields.total_minor;
  return printed !== null && total !== null && printed !== total && base.confidence.total >= PRINTED_TOTAL_SURE;
}

/** A genuine stamp glued beside other figures: from here on the printed total is taken to be seriously meant. */
const PRINTED_TOTAL_SURE = 0.85;
const CONTRADICTED = 0.6;
const NAME_CERTAINTY_MIN = 0.7;

/**
 * The printed name, where the head of the paper is in the picture: beside it stands the tax id that the stamp names. In
 * a close-up the largest line is any, «Timbre Electrónico SII» for one.
 */
function printedName(
  base: Extraction,
  text: TextEvidence | null,
  stamp: NonNullable<Evidence["stamp"]>,
): string | null {
  const { merchant, merchant_tax_id } = base.fields;
  const believed = text !== null && text.certainty >= NAME_CERTAINTY_MIN;
  // Folios for tests are given to «RUT DE PRUEBA»: whoever prints them prints an id and a name of their own.
  const isHead =
    stamp.judgement.verdict === "test_document" ? merchant_tax_id !== null : merchant_tax_id === stamp.timbre.issuer;
  return believed && isHead ? merchant : null;
}

function firstItemOf(timbre: Timbre): Fields["items"] {
  return timbre.firstItem === null ? [] : [{ description: timbre.firstItem, quantity: null, amount_minor: null }];
}

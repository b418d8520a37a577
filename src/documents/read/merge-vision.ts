// What a vision model read, laid beside what the reader read: a code is never overruled, a disagreement is told.

import type { Coded, DocumentKind, Extraction, Fields } from "../extraction.ts";
import { type CheckContext, checkFields } from "./check-fields.ts";
import { clamped, overallOf } from "./confidence.ts";
import { type Country, countryOf } from "./country.ts";
import { totalsOf } from "./totals.ts";
import { transferOf } from "./transfer.ts";

/** A model's fields; what it left out or could not see is absent or null. */
export type VisionReading = Partial<Fields> & { kind?: DocumentKind };

/** What a model's reading is judged by, and what a fiscal code states of the paper; none where absent. */
export type SightContext = CheckContext & { coded?: Coded };

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
export function mergeVision(local: Extraction, vision: VisionReading, context: SightContext): Extraction {
  const { kind = "unknown", ...read } = vision;
  const blank = { ...emptied(local.fields), currency: local.fields.currency };
  const { fields: seen } = checkFields({ ...blank, ...read, items: read.items ?? [] }, context);
  const { coded = null } = context;
  if (coded !== null) return besideQr(local, seen, { kind, context, coded });
  return local.read_from === "timbre" || local.read_from === "qr" || local.read_from === "xml"
    ? besideCode(local, seen, context)
    : besideText(local, seen, { kind, context });
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

function besideCode(local: Extraction, seen: Fields, context: CheckContext): Extraction {
  const own = local.fields;
  const named: Fields = { ...own, ...absent(own, seen, ["merchant", "category", "date"]) };
  // Figures of another total say nothing about the code's.
  const filled = own.total_minor !== null && seen.total_minor === own.total_minor ? withFigures(named, seen) : named;
  // The code's own fields are not checked again: its date may be older than any window, its parties foreign.
  const { fields } = checkFields(filled, context);
  const merchant = own.merchant === null && filled.merchant !== null ? VISION_ALONE : local.confidence.merchant;
  return { ...local, fields: { ...filled, ...partsOf(fields) }, confidence: { ...local.confidence, merchant } };
}

type Beside = { kind: DocumentKind; context: CheckContext };

/** Print and model settle between them what the code leaves out; what it says stands. */
function besideQr(
  local: Extraction,
  seen: Fields,
  { kind, context, coded }: Beside & { coded: NonNullable<Coded> },
): Extraction {
  if (coded.includes("total_minor")) return besideCode(local, seen, context);
  const settled = besideText(local, seen, { kind, context });
  const said = Object.fromEntries(coded.map((name) => [name, local.fields[name]])) as Partial<Fields>;
  const date = coded.includes("date") ? local.confidence.date : settled.confidence.date;
  return {
    ...settled,
    kind: local.kind === "unknown" ? settled.kind : local.kind,
    read_from: coded.length === 0 ? settled.read_from : local.read_from,
    fields: { ...settled.fields, ...said },
    confidence: overallOf({ ...settled.confidence, date }),
  };
}

/** Of the named fields those that `own` lacks. */
function absent(own: Fields, seen: Fields, names: readonly (keyof Fields)[]): Partial<Fields> {
  return Object.fromEntries(names.filter((name) => own[name] === null).map((name) => [name, seen[name]]));
}

function withFigures(own: Fields, seen: Fields): Fields {
  const bare = own.items.every((item) => item.amount_minor === null) && seen.items.length > 0;
  return { ...own, ...(own.net_minor === null ? partsOf(seen) : {}), ...(bare ? { items: seen.items } : {}) };
}

function partsOf(fields: Fields): Pick<Fields, "net_minor" | "tax_minor" | "exempt_minor"> {
  return { net_minor: fields.net_minor, tax_minor: fields.tax_minor, exempt_minor: fields.exempt_minor };
}

/** A model reads names and dates better than OCR; their confidence says where the two disagree. */
const MODEL_FIRST = ["merchant", "date"] as const;
/** These have no confidence of their own, and name a paper: what two readers read differently is neither's. */
const ONLY_AGREED = ["merchant_tax_id", "receiver_tax_id", "series", "number"] as const;

function besideText(local: Extraction, seen: Fields, { kind, context }: Beside): Extraction {
  const own = local.fields;
  const figures = keepsTotal(local, seen) ? own : seen;
  const joined: Fields = {
    ...seen,
    ...absent(seen, own, MODEL_FIRST),
    ...Object.fromEntries(ONLY_AGREED.map((name) => [name, agreed(own[name], seen[name])])),
    category: own.category ?? seen.category,
    currency: figures.currency,
    total_minor: figures.total_minor,
    ...partsOf(figures),
    items: figures.items.length > 0 ? figures.items : seen.items,
  };
  const { fields } = checkFields(joined, context);
  // Whoever reads a paper that names two totals may take the one that somebody added.
  const agreedSure = isContested(local.text, countryOf(context.country)) ? VISION_ALONE : BOTH_AGREE;
  const sameMoney = own.currency === seen.currency;
  return {
    ...local,
    kind: local.kind === "unknown" ? kind : local.kind,
    read_from: "vision",
    fields,
    confidence: overallOf({
      total: sameMoney
        ? togetherSure([own.total_minor, seen.total_minor], local.confidence.total, agreedSure)
        : Math.min(DISAGREE, local.confidence.total || VISION_ALONE),
      date: togetherSure([own.date, seen.date], local.confidence.date),
      merchant: merchantSure(local, seen),
    }),
    quality: { ...local.quality, readable: fields.total_minor !== null },
  };
}

/** Something printed is easily taken for another total. */
function isContested(text: string, country: Country): boolean {
  const lines = text.split("\n");
  return totalsOf(lines, country, transferOf(lines, country)?.amount ?? null).contested;
}

/** The one where the other is silent; the reader's where both say the same but for padding; else neither. */
function agreed(own: string | null, seen: string | null): string | null {
  if (own === null || seen === null) return own ?? seen;
  return unpadded(own) === unpadded(seen) ? own : null;
}

function unpadded(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/^0+(?=.)/, "");
}

function merchantSure({ fields: own, confidence }: Extraction, seen: Fields): number {
  const differ = own.merchant_tax_id !== null && agreed(own.merchant_tax_id, seen.merchant_tax_id) === null;
  if (differ) return Math.min(DISAGREE, confidence.merchant);
  return seen.merchant === null ? confidence.merchant : Math.max(VISION_ALONE, confidence.merchant);
}

function keepsTotal(local: Extraction, seen: Fields): boolean {
  return local.fields.total_minor !== null && (seen.total_minor === null || local.confidence.total >= LOCAL_PROVED);
}

function togetherSure<T>([own, seen]: [T | null, T | null], ownSure: number, agreedSure: number = BOTH_AGREE): number {
  if (own === null) return seen === null ? 0 : VISION_ALONE;
  if (seen === null) return clamped(ownSure * 0.9);
  return own === seen ? Math.max(ownSure, agreedSure) : DISAGREE;
}

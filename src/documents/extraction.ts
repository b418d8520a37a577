import type { Verdict as DteVerdict } from "#dte";
import type { CivilDate } from "#kernel";

// The shapes of contract §7, as `POST /api/documents/extract` answers them.

export const DOCUMENT_KINDS = [
  "boleta",
  "factura",
  "factura_exenta",
  "nota_credito",
  "nota_debito",
  "guia",
  "comprobante",
  "recibo",
  "unknown",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type ReadFrom = "timbre" | "qr" | "xml" | "pdf-text" | "ocr" | "vision";

export type Item = { description: string; quantity: number | null; amount_minor: number | null };

/** A field that was not read, or did not survive its checks, is null; never a guess. */
export type Fields = {
  merchant: string | null;
  merchant_tax_id: string | null;
  receiver_tax_id: string | null;
  series: string | null;
  number: string | null;
  date: CivilDate | null;
  currency: string;
  total_minor: number | null;
  net_minor: number | null;
  tax_minor: number | null;
  exempt_minor: number | null;
  items: Item[];
  category: string | null;
};

/** Of a code or a signature; `not_applicable` where a paper has neither. */
export type Verdict = DteVerdict | "not_applicable";

export type QualityProblem = "blur" | "glare" | "cropped" | "too_small";

export type Extraction = {
  kind: DocumentKind;
  /** The SII's type of an electronic document of Chile, as its stamp or its XML says it; absent of any other paper. */
  sii_type?: number | undefined;
  read_from: ReadFrom;
  fields: Fields;
  confidence: { overall: number; total: number; date: number; merchant: number };
  authenticity: { verdict: Verdict; reasons: string[] };
  quality: { readable: boolean; problems: QualityProblem[] };
  /** Everything that was read, as text; a stranger's words. */
  text: string;
};

export type UnreadableCode = "unreadable" | "unsupported_type" | "too_large" | "encrypted" | "corrupt" | "bomb";

/**
 * Why a file could not be read; `detail` is for the log, locales turn the code into a sentence.
 * `problems` tells of a picture what a better one would need.
 */
export type Unreadable = {
  code: UnreadableCode;
  detail: string;
  problems?: QualityProblem[];
  /** Of a PDF that has more pages than are read: so many. */
  pages?: number | undefined;
  /** Of a file that holds more documents than are filed: so many. */
  documents?: number | undefined;
  /** No code and no letter was seen: most likely no paper is in the picture. */ blank?: true;
};

/**
 * What the reader knows a document by, beside what it reads of it: for our own comparing, never shown.
 * `stamp_text`: what names the paper exactly, whoever photographed it: what a stamp signs, and its signature, or the
 * country and key of a fiscal code, scanned or printed. `fingerprint`: 256-bit difference hash of the picture, 64 hex
 * digits.
 */
export type Marks = { stamp_text: string | null; fingerprint: string | null };

/**
 * The fields that a fiscal code states (a QR, or its key printed in digits), where the others come from the print. Null
 * where there is no such code; of a stamp as well, whose whole reading is the stamp's.
 */
export type Coded = readonly (keyof Fields)[] | null;

/** A reading as the reader hands it over; a mark that it does not make is absent, and so is `coded` where it is null. */
export type Read = Extraction & Partial<Marks> & { coded?: NonNullable<Coded>; others?: OtherRead[]; unread?: Unread };

/** Of a file of many documents those that could not be read: why not, of each. */
export type Unread = readonly string[];

/** What else is in the same file: an envelope of electronic documents holds many. */
export type OtherRead = Extraction & Partial<Marks>;

type Apart = { extraction: Extraction; marks: Marks; coded: Coded; others: OtherRead[]; unread: Unread };

/** A reading, and what stands beside it. */
export function apart(read: Read): Apart {
  const { stamp_text = null, fingerprint = null, coded = null, others = [], unread = [], ...extraction } = read;
  return { extraction, marks: { stamp_text, fingerprint }, coded, others, unread };
}

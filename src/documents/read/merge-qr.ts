// A fiscal QR beside the printed text: what the code says stands, what it leaves out is read off the print.

import type { Extraction, Fields } from "../extraction.ts";
import { checkFields } from "./check-fields.ts";
import { overallOf } from "./confidence.ts";
import { type FiscalQr, saidBy } from "./fiscal/code.ts";
import type { ReadContext, TextEvidence } from "./merge.ts";
import { uncut } from "./quality.ts";

const QR_CONFIDENCE = 0.96;
/** From here on a printed total is taken to be seriously meant: codes are unsigned, and may be glued beside it. */
const PRINT_SURE = 0.9;
/** A figure that the print contradicts, or whose currency the code leaves out on a paper that speaks of dollars. */
const DOUBTED = 0.6;
const NAMELESS = 0.5;

/** The extraction of the print with the code's fields over it; a field of the print keeps the confidence of the print. */
export function withQr(
  base: Extraction,
  qr: FiscalQr,
  { context, text }: { context: ReadContext; text: TextEvidence | null },
): Extraction {
  const said = new Set<string>(saidBy(qr));
  const { fields } = checkFields(joined(base, qr), context);
  const merchant = fields.merchant === null ? NAMELESS : Math.max(0.6, base.confidence.merchant);
  return {
    ...base,
    kind: qr.kind === "unknown" ? base.kind : qr.kind,
    read_from: said.size === 0 ? base.read_from : "qr",
    fields,
    confidence: overallOf({
      total:
        fields.total_minor === null ? 0 : said.has("total_minor") ? totalSure(base, qr, text) : base.confidence.total,
      date: fields.date === null ? 0 : said.has("date") ? QR_CONFIDENCE : base.confidence.date,
      merchant: said.size === 0 ? base.confidence.merchant : merchant,
    }),
    quality: {
      readable: said.has("total_minor") || fields.total_minor !== null,
      problems: said.has("total_minor") ? uncut(base.quality.problems) : base.quality.problems,
    },
  };
}

function totalSure(base: Extraction, qr: FiscalQr, text: TextEvidence | null): number {
  const printed = base.fields.total_minor;
  const contradicts = printed !== null && printed !== qr.fields.total_minor && base.confidence.total >= PRINT_SURE;
  const speaksOfDollars = !qr.namesCurrency && (text?.lines ?? []).some((line) => DOLLARS.test(line));
  return contradicts || speaksOfDollars ? DOUBTED : QR_CONFIDENCE;
}

const DOLLARS = /US\$|U\$S|\bUSD\b|\bD[OÓ]LAR(?:ES)?\b/i;

/** Net and tax of the print belong to its own total: beside another one they are none of this paper. */
function joined({ fields: print }: Extraction, qr: FiscalQr): Fields {
  const { fields: code, month } = qr;
  const agrees = code.total_minor === null || print.total_minor === code.total_minor;
  const inMonth = print.date !== null && (month === null || print.date.startsWith(month));
  return {
    ...print,
    ...(agrees ? {} : { net_minor: null, exempt_minor: null }),
    currency: code.currency,
    merchant_tax_id: code.merchant_tax_id ?? print.merchant_tax_id,
    receiver_tax_id: code.receiver_tax_id ?? print.receiver_tax_id,
    series: code.number === null ? print.series : code.series,
    number: code.number ?? print.number,
    total_minor: code.total_minor ?? print.total_minor,
    tax_minor: code.tax_minor ?? (agrees ? print.tax_minor : null),
    date: code.date ?? (inMonth ? print.date : null),
  };
}

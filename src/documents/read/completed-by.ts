// A code that was scanned for a photo, and the photo: one paper.

import type { Extraction } from "../extraction.ts";
import { overallOf } from "./confidence.ts";

/** A code's reading with what the code leaves out taken from a photo of the same paper, as sure as the photo made it. */
export function completedBy(code: Extraction, photo: Extraction): Extraction {
  const [own, other] = [code.fields, photo.fields];
  const total = own.total_minor === null && own.currency === other.currency ? other.total_minor : null;
  const figures =
    total !== null || own.total_minor === other.total_minor
      ? { net_minor: own.net_minor ?? other.net_minor, tax_minor: own.tax_minor ?? other.tax_minor }
      : {};
  return {
    ...code,
    kind: code.kind === "unknown" ? photo.kind : code.kind,
    fields: {
      ...own,
      ...figures,
      total_minor: own.total_minor ?? total,
      merchant: own.merchant ?? other.merchant,
      date: own.date ?? other.date,
      category: own.category ?? other.category,
    },
    confidence: overallOf({
      total: total === null ? code.confidence.total : photo.confidence.total,
      date: own.date === null ? photo.confidence.date : code.confidence.date,
      merchant: own.merchant === null ? photo.confidence.merchant : code.confidence.merchant,
    }),
  };
}

// A code that was scanned for a photo, and the photo: one paper.

import type { Extraction, Fields } from "../extraction.ts";
import { overallOf } from "./confidence.ts";

/**
 * A code's reading with whatever the code leaves out taken from a photo of the same paper, as sure as the photo made it.
 * Figures of the photo belong to its own total: beside another one, or in another currency, they are none of this paper.
 */
export function completedBy(code: Extraction, photo: Extraction): Extraction {
  const [own, other] = [code.fields, photo.fields];
  const sameMoney = own.currency === other.currency;
  const total_minor = own.total_minor ?? (sameMoney ? other.total_minor : null);
  const sure = (name: "total" | "date" | "merchant", stated: unknown): number =>
    (stated === null ? photo : code).confidence[name];
  return {
    ...code,
    kind: code.kind === "unknown" ? photo.kind : code.kind,
    fields: {
      ...own,
      ...namesOf(own, other),
      ...(sameMoney && total_minor === other.total_minor ? figuresOf(own, other) : {}),
      total_minor,
    },
    confidence: overallOf({
      total: total_minor === null ? code.confidence.total : sure("total", own.total_minor),
      date: sure("date", own.date),
      merchant: sure("merchant", own.merchant),
    }),
    // What no code says, as how it is paid, stands in the print.
    text: code.text === "" ? photo.text : code.text,
  };
}

/** Whose paper it is, of which day and under which number; a number that the code states has no series of the photo's. */
function namesOf(own: Fields, other: Fields): Partial<Fields> {
  const merchant_tax_id = own.merchant_tax_id ?? other.merchant_tax_id;
  const receiver = other.receiver_tax_id === merchant_tax_id ? null : other.receiver_tax_id;
  return {
    merchant: own.merchant ?? other.merchant,
    merchant_tax_id,
    receiver_tax_id: own.receiver_tax_id ?? receiver,
    ...(own.number === null ? { series: own.series ?? other.series, number: other.number } : {}),
    date: own.date ?? other.date,
    category: own.category ?? other.category,
  };
}

type Figures = Pick<Fields, "net_minor" | "tax_minor" | "exempt_minor" | "items">;

/** Parts that contradict one that the code states are left out; so is a code's item without amount beside real ones. */
function figuresOf(own: Fields, other: Fields): Figures {
  const bare = own.items.every(({ amount_minor }) => amount_minor === null) && other.items.length > 0;
  const items = bare ? other.items : own.items;
  const parts = ["net_minor", "tax_minor", "exempt_minor"] as const;
  const contradicts = parts.some((part) => own[part] !== null && other[part] !== null && own[part] !== other[part]);
  const { net_minor, tax_minor, exempt_minor } = contradicts ? own : other;
  return {
    net_minor: own.net_minor ?? net_minor,
    tax_minor: own.tax_minor ?? tax_minor,
    exempt_minor: own.exempt_minor ?? exempt_minor,
    items,
  };
}

// The fields of a document as its printed lines state them, with how sure the rules are.

import { categoryOf } from "#match";
import type { CivilDate } from "#kernel";
import type { DocumentKind, Fields } from "../extraction.ts";
import { type Country, countryOf } from "./country.ts";
import { isContestedDate, isLongAgo, issueDate } from "./dates.ts";
import { feesIn, type Fees } from "./fees.ts";
import { itemsOf } from "./items.ts";
import { numberingOf } from "./numbering.ts";
import { countryOfPaper } from "./paper-country.ts";
import { partiesOf } from "./parties.ts";
import { type Totals, totalsOf } from "./totals.ts";
import { transferOf } from "./transfer.ts";

export type TextReading = {
  /** Whose paper it is (ISO 3166-1 alpha-2): the sender's country, where its own marks do not say another. */
  country: string;
  kind: DocumentKind;
  fields: Fields;
  /** What the other printed amounts say of the total. */
  totalSigns: Pick<Totals, "proof" | "contested">;
  /** Another printed day is easily taken for this one, or it is years ago: a digit was misread. */
  dateContested: boolean;
};

/** What is paid of a fee is what is left after the retention, and the figures prove each other. */
function paidOf(totals: Totals, fees: Fees | null): Totals {
  if (!fees) return totals;
  return { total: fees.paid_minor, net: null, tax: null, exempt: null, proof: "sum", contested: false };
}

/** Reads the fields of a document off its lines. @param context the sender's country and local date */
export function readFields(lines: string[], context: { country: string; today: CivilDate }): TextReading {
  const country: Country = countryOf(countryOfPaper(lines, context.country));
  const transfer = transferOf(lines, country);
  const fees = country.code === "CL" ? feesIn(lines) : null;
  const totals = paidOf(totalsOf(lines, country, transfer?.amount ?? null), fees);
  const parties = partiesOf(lines, country, transfer?.other ?? null);
  const { kind, series, number } = numberingOf(transfer?.printed ?? lines, country);
  const date = issueDate(lines, context.today);
  const fields: Fields = {
    merchant: parties.merchant,
    merchant_tax_id: parties.merchantTaxId,
    receiver_tax_id: parties.receiverTaxId,
    series,
    number,
    date,
    currency: country.currency,
    total_minor: totals.total,
    net_minor: totals.net,
    tax_minor: totals.tax,
    exempt_minor: totals.exempt,
    items: transfer ? [] : itemsOf(lines, totals, country),
    category: categoryOf(parties.merchant, transfer?.comments ?? lines),
  };
  return {
    country: country.code,
    kind,
    fields,
    totalSigns: { proof: totals.proof, contested: totals.contested },
    dateContested: date !== null && (isContestedDate(lines, date) || isLongAgo(date, context.today)),
  };
}

import { taxed, type TaxSaid } from "../money/tax.ts";
import type { Movement } from "../reading.ts";
import type { Message } from "../words/message.ts";
import type { Clause } from "./clauses.ts";

/** The amount with its tax, where the words speak of one and the country has one. */
export function amountsOf(
  message: Message,
  clause: Clause,
  tax: TaxSaid | null,
): Pick<Movement, "amount_minor" | "net_minor" | "tax_minor"> {
  const percent = message.pack.tax_percent;
  const amount = clause.span.amount_minor;
  if (clause.span.split && amount !== null) return { amount_minor: amount, ...clause.span.split };
  if (!tax || percent === null || amount === null) return { amount_minor: amount, net_minor: null, tax_minor: null };
  const { gross_minor, net_minor, tax_minor } = taxed(amount, tax.kind, percent);
  return { amount_minor: gross_minor, net_minor, tax_minor };
}

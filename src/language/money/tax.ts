import { mayHave, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";

export type TaxSaid = { kind: "added" | "included"; from: number; to: number };
export type Taxed = { gross_minor: number; net_minor: number; tax_minor: number };

/** «más IVA» or «IVA incluido» in a clause; takes its tokens. */
export function taxOf(message: Message, from: number, to: number): TaxSaid | null {
  if (!mayHave(message, message.tongue.tax)) return null;
  for (let at = from; at < to; at++) {
    if (message.uses[at] !== "free") continue;
    const found = phraseAt(message.tongue.tax, message.tokens, { from: at, to });
    if (!found) continue;
    take(message, found, "tax");
    return { kind: found.means, from: found.from, to: found.to };
  }
  return null;
}

/**
 * Net, tax and total of an amount («100 más IVA» at 19 %: 100, 19, 119): the tax is rounded to the minor unit, and net and
 * tax always add up to the total.
 */
export function taxed(amountMinor: number, kind: TaxSaid["kind"], percent: number): Taxed {
  if (kind === "added") {
    const tax = Math.round((amountMinor * percent) / 100);
    return { gross_minor: amountMinor + tax, net_minor: amountMinor, tax_minor: tax };
  }
  const net = Math.round((amountMinor * 100) / (100 + percent));
  return { gross_minor: amountMinor, net_minor: net, tax_minor: amountMinor - net };
}

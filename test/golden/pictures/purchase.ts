// What was bought, from whom and when: the truth that a picture shows.

import type { DocumentKind } from "#documents";
import { addDays, type CivilDate, readTaxId, rutCheckDigit } from "#kernel";
import type { Chance } from "./random.ts";
import { basketOf, CURRENCY, shopOf, TAX_PERCENT } from "./shops.ts";

export type Purchase = {
  country: "CL" | "PE" | "AR" | "MX";
  kind: DocumentKind;
  merchant: string;
  merchant_tax_id: string;
  receiver_tax_id: string | null;
  series: string | null;
  number: string;
  date: CivilDate;
  currency: string;
  total_minor: number;
  net_minor: number | null;
  tax_minor: number | null;
  items: { description: string; quantity: number; price_minor: number; amount_minor: number }[];
  /** How it was paid; the change of cash is what is left over. */
  paid: { by: "efectivo" | "tarjeta" | "transferencia"; handed_minor: number };
  discount_minor: number;
};

/** The day on which the pictures are read. */
export const READ_ON: CivilDate = "2026-11-20";

const DAYS_OLD_MAX = 300;

/** A purchase of that country and kind; the same chance, the same purchase. */
export function purchaseOf(country: Purchase["country"], kind: DocumentKind, chance: Chance): Purchase {
  const items = basketOf(country, chance);
  const sum = items.reduce((total, item) => total + item.amount_minor, 0);
  const discount_minor = kind === "boleta" && chance.often(0.15) ? Math.round(sum * 0.1) : 0;
  const net = kind === "factura" ? sum : null;
  const tax = net === null ? null : Math.round((net * TAX_PERCENT[country]) / 100);
  const total_minor = net === null || tax === null ? sum - discount_minor : net + tax;
  const by = chance.pick(["efectivo", "tarjeta", "tarjeta"] as const);
  return {
    country,
    kind,
    merchant: shopOf(country, chance),
    merchant_tax_id: taxIdOf(country, chance),
    receiver_tax_id: kind === "factura" ? taxIdOf(country, chance) : null,
    ...numberOf(country, kind, chance),
    date: addDays(READ_ON, -chance.whole(0, DAYS_OLD_MAX)),
    currency: CURRENCY[country],
    total_minor,
    net_minor: net,
    tax_minor: tax,
    items,
    paid: { by, handed_minor: by === "efectivo" ? handed(total_minor, country) : total_minor },
    discount_minor,
  };
}

/** The next note above the total. */
function handed(total: number, country: Purchase["country"]): number {
  const note = country === "CL" ? 5_000 : 2_000;
  return Math.ceil((total + 1) / note) * note;
}

function taxIdOf(country: Purchase["country"], chance: Chance): string {
  if (country === "CL") {
    const body = String(chance.whole(76_000_000, 99_500_000));
    return `${body}-${rutCheckDigit(body)}`;
  }
  if (country === "MX")
    return `${chance.pick(["ALU", "FCE", "PRO", "TEG"])}${chance.whole(850_101, 991_228)}${chance.pick(["AB1", "QX7", "3K2", "HJ9"])}`;
  const stem =
    country === "PE" ? `20${chance.whole(10_000_000, 99_999_999)}` : `30${chance.whole(50_000_000, 79_999_999)}`;
  const digit = "0123456789".split("").find((last) => readTaxId(stem + last, country) !== null);
  return digit === undefined ? taxIdOf(country, chance) : stem + digit;
}

function numberOf(
  country: Purchase["country"],
  kind: DocumentKind,
  chance: Chance,
): Pick<Purchase, "series" | "number"> {
  const number = String(chance.whole(101, chance.pick([9_999, 99_999, 9_999_999])));
  if (country === "PE") return { series: `${kind === "factura" ? "F" : "B"}00${chance.whole(1, 9)}`, number };
  if (country === "AR") return { series: String(chance.whole(1, 30)).padStart(4, "0"), number };
  return { series: null, number };
}

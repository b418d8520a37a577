// What of a purchase's tax may be taken as crédito fiscal, and for what (DL 825 art. 23; RCV, tipo de compra).

import { fold } from "#kernel";
import type { RcvDocument } from "../rcv/document.ts";
import { otherTaxOf } from "./rates.ts";

/** What was bought, as the buyer told the SII: it decides the line of the F29, not the amount. */
export type Use = "giro" | "supermarket" | "real_estate" | "fixed_asset" | "common_use" | "unrecoverable";

/** A part of a purchase. `tax`: as listed; `credit`: what of it counts; `code`: why it does not, 1–9 (LibroCV). */
export type CreditPart = { use: Use; net: number; tax: number; credit: number; code: number | null };

/**
 * The parts of one purchase, in whole pesos above zero; one part at least. The parts' `net` add up to the document's.
 * @param factor of proportionality, 0–1, by which tax of common use counts; null where it is not known: it then counts nothing
 */
export function creditPartsOf(document: RcvDocument, factor: number | null): CreditPart[] {
  const main = useOf(document.transaction);
  const own = Math.max(0, document.tax - insideTax(document));
  const fixed = main === "unrecoverable" ? 0 : Math.min(own, document.fixedAsset?.tax ?? 0);
  const rest = { [main]: own - fixed };
  const lost = (document.unrecoverable?.tax ?? 0) + (rest.unrecoverable ?? 0);
  const common = document.commonUseTax + (rest.common_use ?? 0);
  const whole = main === "unrecoverable" || main === "common_use" ? 0 : own - fixed;
  const parts = [
    part("unrecoverable", lost, 0),
    part("common_use", common, factor === null ? 0 : Math.round(common * factor)),
    part("fixed_asset", fixed, fixed),
    part(main, whole, whole),
  ].filter(({ tax }) => tax !== 0);
  const code = document.unrecoverable?.code ?? null;
  const told = parts.length === 0 ? [part(main, 0, 0)] : parts;
  return shared(told, document).map((each) => (each.use === "unrecoverable" ? { ...each, code } : each));
}

function part(use: Use, tax: number, credit: number): CreditPart {
  return { use, net: 0, tax, credit, code: null };
}

/**
 * The RCV keeps what is lost and what is of common use beside the recoverable tax; some who fill it in leave it in there
 * as well. The document's own total tells: it holds each of them once.
 */
function insideTax(document: RcvDocument): number {
  const lost = document.unrecoverable?.tax ?? 0;
  const { commonUseTax: common, net, exempt, tax, total } = document;
  const listed = net + exempt + tax + lost + common + otherTaxSum(document);
  return [lost + common, lost, common].find((inside) => inside > 0 && near(listed - inside, total)) ?? 0;
}

/** Taxes that are withheld lower the total, all others raise it. */
function otherTaxSum({ otherTaxes }: RcvDocument): number {
  return otherTaxes.reduce((sum, { code, amount }) => sum + (otherTaxOf(code)?.withheld ? -amount : amount), 0);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING_PESOS;
}

/** Each amount of a document is rounded by itself. */
const ROUNDING_PESOS = 2;

/** The net amount by the parts' shares of the tax; the last takes what rounding leaves. */
function shared(parts: readonly CreditPart[], { net }: RcvDocument): CreditPart[] {
  const all = parts.reduce((sum, { tax }) => sum + tax, 0);
  let left = net;
  return parts.map((each, nth) => {
    const share = nth === parts.length - 1 ? left : Math.round((net * each.tax) / all);
    left -= share;
    return { ...each, net: share };
  });
}

/** «Del Giro», «Supermercados», «Bienes Raíces», «Activo Fijo», «IVA Uso Común», «IVA no Recuperable»; unsaid is del giro. */
export function useOf(transaction: string | null): Use {
  const said = fold(transaction ?? "");
  return USES.find(([words]) => said.includes(words))?.[1] ?? "giro";
}

const USES: readonly (readonly [words: string, use: Use])[] = [
  ["supermercado", "supermarket"],
  ["bienes raices", "real_estate"],
  ["bien raiz", "real_estate"],
  ["activo fijo", "fixed_asset"],
  ["uso comun", "common_use"],
  ["no recup", "unrecoverable"],
];

/**
 * VAT that the buyer withholds by a factura de compra, which is the part of the tax that its total lacks.
 * @returns null where the total is neither with, nor without all or some of the tax
 */
export function withheldOf({ net, exempt, tax, total, otherTaxes }: RcvDocument): number | null {
  const said = otherTaxes.find(({ code }) => code === VAT_WITHHELD_WHOLE);
  if (said !== undefined) return said.amount;
  const lacks = net + exempt + tax - total;
  return lacks >= -ROUNDING_PESOS && lacks <= tax + ROUNDING_PESOS ? Math.min(tax, Math.max(0, lacks)) : null;
}

/** IVA retenido total, by the SII's code of taxes. */
const VAT_WITHHELD_WHOLE = 15;

// The VAT of a month as the RCV has it: what counts as débito and crédito, what waits, what never counts, and what is in doubt.

import { compareText, type Month } from "#kernel";
import type { RcvSide } from "../rcv/document.ts";
import type { KeptRcvDocument, RcvMonth, RcvTotal } from "../rcv/month.ts";
import type { Caveat } from "./caveat.ts";
import { summaryCaveats } from "./summary-caveats.ts";
import { creditPartsOf, useOf, withheldOf, type Use } from "./credit.ts";
import { kindOf, signOf, type DocumentKind } from "./document-kind.ts";
import { itemCaveats } from "./item-caveats.ts";
import { otherTaxesOf, taxCaveats, type OtherTaxTotal } from "./other-taxes.ts";

/**
 * A document, a part of one, or the month's total of a type that the SII keeps no documents of. Amounts are whole pesos
 * above zero; `sign` says whether they add.
 */
export type VatItem = {
  /** Of our document, or `total:venta:39`. Parts of a document share it. */
  id: string;
  side: RcvSide;
  type: number;
  kind: DocumentKind;
  sign: 1 | -1;
  use: Use;
  /** Documents behind it. */
  count: number;
  exempt: number;
  net: number;
  tax: number;
  /** What of the tax counts, and as what: `none` is that of who was withheld, or whose tax is another's. */
  vat: number;
  effect: "debit" | "credit" | "none";
  /** Why it is not recoverable, 1–9; null where it is, or the SII does not say. */
  lost_code: number | null;
  /** Of a factura de compra, and of a note to one: VAT that the buyer keeps back and pays. */
  withheld: number;
  /** A note of credit for boletas or vouchers. */
  is_for_boletas: boolean;
};

export type VatMonth = {
  month: Month;
  asked_at: string | null;
  /** State `registro`: what counts now. */
  items: readonly VatItem[];
  /** State `pendiente`: would count once accepted, by its receiver or by eight days of silence. */
  pending: readonly VatItem[];
  /** States `no_incluir` and `reclamado`: never count. */
  set_aside: readonly VatItem[];
  other_taxes: readonly OtherTaxTotal[];
  caveats: readonly Caveat[];
};

/** @param told the factor of proportionality for tax of common use, 0–1, where the owner has said it; else the RCV's own counts */
export function vatOf(month: RcvMonth, told: number | null): VatMonth {
  const factor = told ?? month.factor ?? null;
  const known = month.documents.filter(({ type }) => kindOf(type) !== null);
  const inState = (...states: readonly string[]): VatItem[] =>
    known.filter(({ state }) => states.includes(state)).flatMap((document) => itemsOf(document, factor));
  const counted = known.filter(({ state }) => state === "registro");
  const totals = month.totals.filter((total) => standsAlone(total, month)).flatMap(itemOfTotal);
  const items = [...inState("registro"), ...totals].toSorted(byPlace);
  const other_taxes = otherTaxesOf(counted);
  return {
    month: month.month,
    asked_at: month.asked_at,
    items,
    pending: inState("pendiente").toSorted(byPlace),
    set_aside: inState("no_incluir", "reclamado").toSorted(byPlace),
    other_taxes,
    caveats: [
      ...summaryCaveats(month),
      ...unknownTypes(month),
      ...itemCaveats(items, counted, { factor, is_told: told !== null }),
      ...taxCaveats(other_taxes),
    ],
  };
}

/** Whole pesos: notes of credit subtracted. */
export function debitOf(items: readonly VatItem[]): number {
  return signedSum(items.filter(({ effect }) => effect === "debit"));
}

export function creditOf(items: readonly VatItem[]): number {
  return signedSum(items.filter(({ effect }) => effect === "credit"));
}

function signedSum(items: readonly VatItem[]): number {
  return items.reduce((sum, { sign, vat }) => sum + sign * vat, 0);
}

/** Documents behind these items, each once. */
export function documentsBehind(items: readonly VatItem[]): number {
  return [...new Map(items.map(({ id, count }) => [id, count])).values()].reduce((sum, count) => sum + count, 0);
}

/** Any order of documents gives the same month. */
function byPlace(a: VatItem, b: VatItem): number {
  return a.side.localeCompare(b.side) || a.type - b.type || compareText(a.id, b.id) || compareText(a.use, b.use);
}

/** Of boletas and vouchers only totals exist; where documents of the type are there after all, these count. */
function standsAlone({ side, state, type, isDetailed }: RcvTotal, { documents }: RcvMonth): boolean {
  if (isDetailed || state !== "registro") return false;
  return !documents.some((document) => document.side === side && document.state === state && document.type === type);
}

function itemOfTotal({ side, type, count, exempt, net, tax }: RcvTotal): VatItem[] {
  const kind = kindOf(type);
  if (kind === null) return [];
  const effect = effectOf(side, kind);
  const item = { ...BARE, id: `total:${side}:${type}`, side, type, kind, sign: signOf(kind), count };
  return [{ ...item, exempt, net, tax, vat: effect === "none" ? 0 : tax, effect }];
}

function effectOf(side: RcvSide, kind: DocumentKind): VatItem["effect"] {
  if (side === "venta") return EFFECTLESS.has(kind) ? "none" : "debit";
  // Who sells for us issues the liquidación: what stands in it is our sale.
  if (kind === "liquidation") return "debit";
  return CREDITLESS.has(kind) ? "none" : "credit";
}

/** Of a liquidación that we issued most of the tax is the owner's of the goods, of a first invoice all is the buyer's. */
const EFFECTLESS: ReadonlySet<DocumentKind> = new Set([
  "liquidation",
  "first_invoice",
  "exempt_invoice",
  "exempt_boleta",
  "import",
  "export",
  "export_debit_note",
  "export_credit_note",
]);

/** Whoever buys with a boleta has paid its tax for good (DL 825 art. 23 and 25). */
const CREDITLESS: ReadonlySet<DocumentKind> = new Set(["boleta", "exempt_boleta", "voucher"]);

const BARE = { use: "giro", lost_code: null, withheld: 0, is_for_boletas: false } as const;

function itemsOf(document: KeptRcvDocument, factor: number | null): VatItem[] {
  const kind = kindOf(document.type);
  if (kind === null) return [];
  const { id, side, type, exempt, net, tax } = document;
  const whole: VatItem = {
    ...BARE,
    id,
    side,
    type,
    kind,
    sign: signOf(kind),
    count: 1,
    exempt,
    net,
    tax,
    vat: tax,
    effect: effectOf(side, kind),
    withheld: isOfPurchaseInvoice(document, kind) ? (withheldOf(document) ?? 0) : 0,
  };
  return side === "venta" ? [saleOf(whole, document)] : purchaseOf(whole, document, factor);
}

function saleOf(whole: VatItem, { transaction, references }: KeptRcvDocument): VatItem {
  const use = useOf(transaction);
  if (whole.effect === "none") return { ...whole, use, vat: 0 };
  // Who sold by a factura de compra owes what the buyer did not keep back.
  const vat = whole.tax - whole.withheld;
  const is_for_boletas = whole.sign === -1 && references.some(({ type }) => type !== null && BOLETAS.has(type));
  return { ...whole, use, vat, is_for_boletas };
}

const BOLETAS: ReadonlySet<number> = new Set([35, 38, 39, 41, 48]);

function purchaseOf(whole: VatItem, document: KeptRcvDocument, factor: number | null): VatItem[] {
  if (whole.effect === "debit") return [whole];
  if (whole.effect === "none") return [{ ...whole, vat: 0 }];
  return creditPartsOf(document, factor).map(({ use, net, tax, credit, code }, nth) => ({
    ...whole,
    use,
    net,
    tax,
    vat: credit,
    lost_code: code,
    exempt: nth === 0 ? whole.exempt : 0,
    withheld: nth === 0 ? whole.withheld : 0,
  }));
}

function isOfPurchaseInvoice({ side, references }: KeptRcvDocument, kind: DocumentKind): boolean {
  if (kind === "purchase_invoice") return true;
  const isNote = kind === "credit_note" || kind === "debit_note";
  return (
    side === "compra" && isNote && references.some(({ type }) => type !== null && kindOf(type) === "purchase_invoice")
  );
}

function unknownTypes({ documents, totals }: RcvMonth): Caveat[] {
  const lost = [
    ...documents.map(({ id, type, total }) => ({ id, type, total })),
    ...totals
      .filter(({ isDetailed }) => !isDetailed)
      .map(({ side, type, total }) => ({ id: `total:${side}:${type}`, type, total })),
  ].filter(({ type }) => kindOf(type) === null);
  return [...Map.groupBy(lost, ({ type }) => type)].map(([type, each]) => ({
    reason: "unknown_type",
    ids: each.map(({ id }) => id).toSorted(compareText),
    amount: each.reduce((sum, { total }) => sum + total, 0),
    type,
  }));
}

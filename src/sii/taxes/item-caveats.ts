// What is unsure of documents that do count.

import type { KeptRcvDocument } from "../rcv/month.ts";
import type { Caveat, CaveatReason } from "./caveat.ts";
import { withheldOf } from "./credit.ts";
import { kindOf } from "./document-kind.ts";
import type { VatItem } from "./vat.ts";

/** Of proportionality, null where it is not known; `is_told`: by its owner, and not by the RCV alone. */
type Factor = { factor: number | null; is_told: boolean };

/** @param counted the documents behind the items */
export function itemCaveats(
  items: readonly VatItem[],
  counted: readonly KeptRcvDocument[],
  { factor, is_told }: Factor,
): Caveat[] {
  const untold = new Set(
    counted
      .filter(({ type }) => kindOf(type) === "purchase_invoice")
      .flatMap((each) => (withheldOf(each) === null ? [each.id] : [])),
  );
  const found: readonly (readonly [CaveatReason, (item: VatItem) => boolean])[] = [
    ["no_factor", ({ use, tax }) => factor === null && use === "common_use" && tax > 0],
    // The RCV of whoever has told no factor has 1, with which nothing would be of common use.
    ["whole_factor", ({ use, tax }) => factor === 1 && !is_told && use === "common_use" && tax > 0],
    ["withheld_unsaid", ({ id }) => untold.has(id)],
    ["liquidation_issued", ({ kind, side }) => kind === "liquidation" && side === "venta"],
    ["liquidation_commission", ({ kind, side }) => kind === "liquidation" && side === "compra"],
    ["boleta_note", ({ is_for_boletas }) => is_for_boletas],
    ["undocumented", ({ type }) => UNDOCUMENTED.has(type)],
  ];
  return found.flatMap(([reason, isSo]) => caveatOf(reason, items.filter(isSo)));
}

const UNDOCUMENTED: ReadonlySet<number> = new Set([920, 922]);

function caveatOf(reason: CaveatReason, items: readonly VatItem[]): Caveat[] {
  const [first] = items;
  if (first === undefined) return [];
  const ids = [...new Set(items.map(({ id }) => id))];
  const amount = items.reduce((sum, { sign, tax }) => sum + sign * tax, 0);
  return [{ reason, ids, amount, type: items.every(({ type }) => type === first.type) ? first.type : null }];
}

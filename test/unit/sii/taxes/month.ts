import fc from "fast-check";
import type { KeptRcvDocument, RcvDocument, RcvMonth, RcvTotal } from "#sii";
import { PURCHASE_READ } from "../rcv/purchase.ts";

/** A document of the month whose id is its folio; `more` says what is not as with a plain purchase or sale. */
export function document(folio: string, more: Partial<KeptRcvDocument> = {}): KeptRcvDocument {
  return { ...PURCHASE_READ, id: `d${folio}`, entry_id: null, folio, ...more };
}

/** A document of so much net, at 19 %. */
export function of(net: number, more: Partial<KeptRcvDocument> = {}): Partial<KeptRcvDocument> {
  const tax = Math.round(net * 0.19);
  return { exempt: 0, net, tax, total: net + tax, ...more };
}

export function sale(folio: string, net: number, more: Partial<KeptRcvDocument> = {}): KeptRcvDocument {
  return document(folio, of(net, { side: "venta", ...more }));
}

export function purchase(folio: string, net: number, more: Partial<KeptRcvDocument> = {}): KeptRcvDocument {
  return document(folio, of(net, more));
}

/** The month's total of a type of which no documents are listed, at 19 %. */
export function boletas(type: number, count: number, { net, exempt = 0 }: { net: number; exempt?: number }): RcvTotal {
  const tax = Math.round(net * 0.19);
  const amounts = { exempt, net, tax, unrecoverable: 0, commonUseTax: 0, total: net + exempt + tax };
  return { side: "venta", state: "registro", type, count, ...amounts, isDetailed: false };
}

/** A month that was asked for; its totals say what its documents do, beside those given. */
export function monthOf(documents: readonly KeptRcvDocument[], totals: readonly RcvTotal[] = []): RcvMonth {
  return { month: "2026-06", documents, totals: [...totals, ...totalsOf(documents)], asked_at: "2026-07-02T12:00:00Z" };
}

/** What the SII would add up of these documents. */
export function totalsOf(documents: readonly RcvDocument[]): RcvTotal[] {
  const groups = Map.groupBy(documents, ({ side, state, type }) => `${side}:${state}:${type}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const all = [first, ...rest];
    const sum = (amount: "exempt" | "net" | "tax" | "commonUseTax" | "total"): number =>
      all.reduce((whole, each) => whole + each[amount], 0);
    const { side, state, type } = first;
    const amounts = { exempt: sum("exempt"), net: sum("net"), tax: sum("tax"), total: sum("total") };
    const unrecoverable = all.reduce((whole, each) => whole + (each.unrecoverable?.tax ?? 0), 0);
    return [
      {
        side,
        state,
        type,
        count: all.length,
        ...amounts,
        unrecoverable,
        commonUseTax: sum("commonUseTax"),
        isDetailed: true,
      },
    ];
  });
}

/** Documents as a month may hold them: sales, purchases and notes, in all four states. */
export const documents: fc.Arbitrary<KeptRcvDocument[]> = fc
  .array(
    fc.record({
      side: fc.constantFrom("compra", "venta"),
      state: fc.constantFrom("registro", "registro", "pendiente", "no_incluir", "reclamado"),
      type: fc.constantFrom(33, 34, 46, 56, 61, 110, 112, 43, 914, 777),
      net: fc.integer({ min: 0, max: 90_000_000 }),
      exempt: fc.constantFrom(0, 0, 1_000, 250_000),
      transaction: fc.constantFrom(
        "Del Giro",
        "Supermercados",
        "Activo Fijo",
        "Bienes Raíces",
        "IVA Uso Común",
        "IVA no Recuperable",
        null,
      ),
    }),
    { maxLength: 30 },
  )
  .map((each) => each.map((one, nth) => anyDocument(String(nth), one)));

function anyDocument(
  folio: string,
  { net, exempt, ...more }: Pick<KeptRcvDocument, "side" | "state" | "type" | "net" | "exempt" | "transaction">,
): KeptRcvDocument {
  const taxed = of(UNTAXED.has(more.type) ? 0 : net);
  const state = more.side === "venta" ? "registro" : more.state;
  return document(folio, { ...taxed, ...more, state, exempt, total: (taxed.total ?? 0) + exempt });
}

const UNTAXED: ReadonlySet<number> = new Set([34, 110, 112]);

// A thing that may be wrong in a month, or only seems to be; and the month of several.
import type { Entry } from "#ledger";
import type { DifferenceClass, KeptRcvDocument, KnownPaper, RcvMonth, RcvTotal, ReconcileRequest } from "#sii";
import { books, document, entryFor, OWN, register, rut } from "../../unit/sii/reconcile/made.ts";

const NOW = Date.parse("2026-12-01T12:00:00Z");

export const SELLERS = {
  copec: { rut: rut(99_520_000), name: "COMPAÑIA DE PETROLEOS DE CHILE COPEC S.A.", isValid: true },
  easy: { rut: rut(76_568_660), name: "EASY RETAIL S.A.", isValid: true },
  enel: { rut: rut(96_800_570), name: "ENEL DISTRIBUCION CHILE S.A.", isValid: true },
  molino: { rut: rut(90_828_000), name: "MOLINO SAN CRISTOBAL S.A.", isValid: true },
  colegio: { rut: rut(65_033_444), name: "COLEGIO SAN JOSE", isValid: true },
};

export type Plant = {
  /** Null where nothing is wrong. */
  class: DifferenceClass | null;
  what: string;
  documents?: KeptRcvDocument[];
  entries?: Entry[];
  papers?: KnownPaper[];
  /** Pesos of IVA more to pay than the books say. */
  vat?: number;
};

/** A paper of the miller, unless it is told otherwise. */
export function paper(id: string, given: Partial<KnownPaper>): KnownPaper {
  return { id, kind: "factura", issuer_tax_id: SELLERS.molino.rut, receiver_tax_id: OWN, number: null, ...given };
}

/** A document with the entry that it is booked as. */
export function booked(given: Partial<KeptRcvDocument>, how: Partial<Entry> = {}): [KeptRcvDocument, Entry] {
  const of = document(given);
  const made = entryFor(of, how);
  return [{ ...of, entry_id: made.id }, made];
}

/** One type of document, as the SII sums it up. */
export const summed = (given: Partial<RcvTotal>): RcvTotal => ({
  side: "compra",
  state: "registro",
  type: 33,
  count: 0,
  exempt: 0,
  net: 0,
  tax: 0,
  unrecoverable: 0,
  commonUseTax: 0,
  total: 0,
  isDetailed: true,
  ...given,
});

const boletas = summed({
  side: "venta",
  type: 39,
  count: 812,
  net: 3_000_000,
  tax: 570_000,
  total: 3_570_000,
  isDetailed: false,
});

/** The month of these plants, with what the SII sums up of its documents. */
export function monthOf(plants: readonly Plant[]): ReconcileRequest {
  const documents = plants.flatMap((plant) => plant.documents ?? []);
  return {
    rcv: register({ documents, totals: [...totalsOf({ ...register(), documents }), boletas] }),
    around: [],
    books: books({
      entries: plants.flatMap((plant) => plant.entries ?? []),
      papers: plants.flatMap((plant) => plant.papers ?? []),
    }),
    now: NOW,
    set_aside: [],
  };
}

/** What the SII would sum up of documents that were all read. */
function totalsOf({ documents }: RcvMonth): RcvTotal[] {
  const groups = Map.groupBy(documents, ({ side, state, type }) => `${side}|${state}|${type}`);
  return [...groups.values()].map((group) =>
    group.reduce(
      (sum, { side, state, type, tax, net, total: whole }) => ({
        ...sum,
        side,
        state,
        type,
        count: sum.count + 1,
        net: sum.net + net,
        tax: sum.tax + tax,
        total: sum.total + whole,
      }),
      summed({}),
    ),
  );
}

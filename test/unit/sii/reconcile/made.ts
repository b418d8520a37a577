// Documents of the register and entries of the books, as few words as a case needs.
import { rutCheckDigit } from "#kernel";
import type { Entry } from "#ledger";
import type { Books, KeptRcvDocument, RcvMonth } from "#sii";
import { purchaseOf } from "../rcv/purchase.ts";

export const OWN = rut(77_111_222);

export function rut(body: number): string {
  return `${body}-${rutCheckDigit(String(body))}`;
}

export const ANDES = { rut: rut(76_123_456), name: "DISTRIBUIDORA LOS ANDES LTDA.", isValid: true };

/** An invoice of $119.000 from Los Andes, dated 10 November, in the register. */
export function document(given: Partial<KeptRcvDocument> = {}): KeptRcvDocument {
  const { id, entry_id = null, folio = "1001", ...over } = given;
  const november = { counterparty: ANDES, issuedOn: "2026-11-10", receivedAt: "2026-11-11T09:30:00", period: null };
  return { ...purchaseOf({ ...november, ...over, folio }), id: id ?? `D${folio}`, entry_id };
}

let entries = 0;

/** $119.000 spent on 10 November told without a word. */
export function entry(given: Partial<Entry> = {}): Entry {
  entries += 1;
  const id = given.id ?? `E${entries}`;
  return {
    id,
    seq: entries,
    type: "egreso",
    direction: null,
    loan: false,
    amount_minor: 119_000,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-10",
    due_date: null,
    recorded_at: "2026-11-10T15:00:00.000Z",
    concept: null,
    category: null,
    counterparty: null,
    source: "whatsapp",
    source_ref: `whatsapp:${id}:0`,
    document_id: null,
    reverses_id: null,
    replaces_id: null,
    settles_id: null,
    reversed_by: null,
    postings: [{ debit: "gasto:otros_gastos", credit: "activo:caja", amount_minor: 119_000, currency: "CLP" }],
    ...given,
  };
}

/** An entry for all that a document says. */
export function entryFor(of: KeptRcvDocument, given: Partial<Entry> = {}): Entry {
  const spent = (of.side === "compra") !== (of.type === 61);
  return entry({
    type: spent ? "egreso" : "ingreso",
    amount_minor: of.total,
    net_minor: of.tax === 0 ? null : of.net,
    tax_minor: of.tax === 0 ? null : of.tax,
    date: of.issuedOn,
    counterparty: of.counterparty.name,
    ...given,
  });
}

export function books(given: Partial<Books> = {}): Books {
  return { entries: [], papers: [], own_tax_id: OWN, rules: [], declined: [], ...given };
}

export function register(given: Partial<RcvMonth> = {}): RcvMonth {
  return { month: "2026-11", documents: [], totals: [], asked_at: "2026-12-01T12:00:00.000Z", ...given };
}

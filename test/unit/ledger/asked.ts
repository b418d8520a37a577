import type { NewEntry } from "#src/ledger/entry.ts";

/** An entry of 100 pesos, with anything else said over it. */
export function asked(over: Partial<NewEntry> = {}): NewEntry {
  return {
    type: "egreso",
    direction: null,
    amount_minor: 100,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-18",
    due_date: null,
    concept: null,
    category: null,
    counterparty: null,
    source: "whatsapp",
    source_ref: "whatsapp:wamid.A:0",
    document_id: null,
    ...over,
  };
}

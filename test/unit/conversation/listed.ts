import type { Entry, NewEntry } from "#ledger";
import { booked, type Talk } from "./talking.ts";

/** What the tax service's list has brought: «Factura 4322, Mapocho Ltda.». */
export function list(talk: Talk, entry: Partial<NewEntry> & { concept: string; amount_minor: number }): Entry {
  const facts = { direction: null, net_minor: null, tax_minor: null, due_date: null, document_id: null } as const;
  const said = {
    type: "egreso",
    currency: "CLP",
    date: "2026-11-03",
    category: "insumos",
    counterparty: null,
  } as const;
  const stands = booked(talk, { ...facts, ...said, source: "sii", source_ref: `sii:${entry.concept}`, ...entry });
  talk.entries.push(stands);
  return stands;
}

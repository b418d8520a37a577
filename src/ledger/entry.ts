import type { CivilDate, Currency } from "#kernel";

export type EntryType = "ingreso" | "egreso" | "deuda" | "transferencia" | "reversa";
export type EntrySource = "whatsapp" | "whapi" | "telegram" | "web" | "api" | "sii" | "recurrencia";

export type Posting = { debit: string; credit: string; amount_minor: number; currency: Currency };

/** A booked fact, as contract §6 shows it. Never edited, never deleted. */
export type Entry = {
  id: string;
  /** 1, 2, 3 … within the tenant. */
  seq: number;
  type: EntryType;
  amount_minor: number;
  net_minor: number | null;
  tax_minor: number | null;
  currency: Currency;
  date: CivilDate;
  due_date: CivilDate | null;
  /** ISO 8601, UTC. */
  recorded_at: string;
  concept: string | null;
  category: string | null;
  counterparty: string | null;
  source: EntrySource;
  source_ref: string;
  document_id: string | null;
  reverses_id: string | null;
  replaces_id: string | null;
  reversed_by: string | null;
  postings: Posting[];
};

/** What is asked to be booked. `source_ref` is the natural key: the same key twice is the same entry. */
export type NewEntry = {
  type: "ingreso" | "egreso" | "deuda" | "transferencia";
  /** Required for a `deuda`; on an `ingreso` or `egreso` it says that a debt of that kind is settled. */
  direction: "por_pagar" | "por_cobrar" | null;
  amount_minor: number;
  net_minor: number | null;
  tax_minor: number | null;
  currency: Currency;
  date: CivilDate;
  due_date: CivilDate | null;
  concept: string | null;
  category: string | null;
  counterparty: string | null;
  source: EntrySource;
  source_ref: string;
  document_id: string | null;
};

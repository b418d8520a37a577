import type { CivilDate, Currency } from "#kernel";
import type { PaperId } from "./evidence/paper.ts";

export type EntryType = "ingreso" | "egreso" | "deuda" | "transferencia" | "reversa";
export type EntrySource = "whatsapp" | "whapi" | "telegram" | "web" | "api" | "sii" | "recurrencia";

export type DebtDirection = "por_pagar" | "por_cobrar";

/** Own money from one liquid account to another, by their names (`caja`, `banco`). */
export type Transfer = { from: string; to: string };

export type Posting = { debit: string; credit: string; amount_minor: number; currency: Currency };

/** A booked fact, as contract §6 shows it. Never edited, never deleted. */
export type Entry = {
  id: string;
  /** 1, 2, 3 … within the tenant. */
  seq: number;
  type: EntryType;
  direction: DebtDirection | null;
  /** Money changed hands without being earned or spent: a loan taken, given or paid back. */
  loan: boolean;
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
  /** The `deuda` that it pays; null where it pays none, or the oldest of its counterparty. A reversal mirrors it. */
  settles_id: string | null;
  reversed_by: string | null;
  postings: Posting[];
};

/** What is asked to be booked. `source_ref` is the natural key: the same key twice is the same entry. */
export type NewEntry = {
  type: "ingreso" | "egreso" | "deuda" | "transferencia";
  /** Required for a `deuda`; on an `ingreso` or `egreso` it says that a debt of that kind is settled. */
  direction: DebtDirection | null;
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
  /**
   * Of a `deuda`: money changed hands («me prestaron», «le presté»), so cash moves and nothing is earned or spent.
   * Of an `egreso` or `ingreso` with a direction: what is settled is such a loan. Where it is left open, and wherever a
   * debt is named, the open debts tell.
   */
  loan?: boolean;
  /** Of an `egreso` or `ingreso` with a direction: the `deuda` that is settled; else the oldest of the counterparty. */
  settles_id?: string | null;
  /**
   * Of an `egreso` or `ingreso` with a direction: a credit note lowers the debt, so no cash moves, and what was spent or
   * earned is so much less.
   */
  returned?: boolean;
  /**
   * Of an `ingreso` or `egreso` that owes nothing: a credit note gives back what was spent or earned before, so that is
   * so much less, and so is its tax; `category` is that of the purchase or the sale.
   */
  refund?: boolean;
  /** Of a `transferencia`; from `caja` to `banco` when absent. */
  transfer?: Transfer;
  /** The paper that it stands for: the same paper twice is the same entry, whatever its `source_ref`. */
  paper?: PaperId | null;
};

/** What a correction changes; absent fields stay. */
export type EntryPatch = Partial<
  Pick<
    NewEntry,
    | "type"
    | "direction"
    | "amount_minor"
    | "net_minor"
    | "tax_minor"
    | "currency"
    | "date"
    | "due_date"
    | "concept"
    | "category"
    | "counterparty"
    | "loan"
    | "settles_id"
    | "transfer"
    | "document_id"
    | "paper"
  >
>;

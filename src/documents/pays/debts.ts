import { nameKey } from "#kernel";
import type { OpenDebt } from "#ledger";
import { isDistinctive, likeness, type Alias } from "#match";
import type { Extraction } from "../extraction.ts";
import { isMoneySlip } from "../money-way.ts";

// A screen of a bank, a voucher: money that moved. Where its party has a debt open, it pays that, and is no debt's paper.

export type Owed = {
  /** Which way the money went. */
  type: "ingreso" | "egreso";
  /** Oldest first. */
  debts: readonly OpenDebt[];
  aliases: readonly Alias[];
  /** Of debts that a paper made: the tax id of the other party, by their entries. */
  tax_ids?: Readonly<Record<string, string>>;
  /** The business's own: what a terminal prints on its copy of a voucher, and nobody's who owes. */
  own_tax_id: string | null;
};

/**
 * The debts that a slip of money pays, oldest first: those of the party that it names, else the only one of exactly this
 * amount, for an account may stand under another name than its business, which somebody must agree to. Empty for none.
 */
export function debtsPaidBy(extraction: Extraction, owed: Owed): OpenDebt[] {
  const theirs = debtsOfParty(extraction, owed);
  const { total_minor, merchant } = extraction.fields;
  if (theirs.length > 0 || total_minor === null) return theirs;
  const exact = payable(extraction, owed).filter(({ amount_minor }) => amount_minor === total_minor);
  return exact.length === 1 && (merchant === null || isDistinctive(total_minor)) ? exact : [];
}

/** The debts of the party that a slip of money names, by tax id or else by name; oldest first. */
export function debtsOfParty(extraction: Extraction, owed: Owed): OpenDebt[] {
  const { merchant, merchant_tax_id } = extraction.fields;
  const { aliases, tax_ids = {}, own_tax_id } = owed;
  const own = payable(extraction, owed);
  const theirs = merchant_tax_id === own_tax_id ? null : merchant_tax_id;
  const byId = own.filter((debt) => theirs !== null && taxIdOf(debt, tax_ids) === theirs);
  if (byId.length > 0) return byId;
  return merchant === null ? [] : ofParty(own, merchant, aliases);
}

function payable(extraction: Extraction, { type, debts }: Owed): OpenDebt[] {
  const { total_minor, currency } = extraction.fields;
  if (total_minor === null || !isMoneySlip(extraction)) return [];
  const direction = type === "ingreso" ? "por_cobrar" : "por_pagar";
  return debts.filter((debt) => debt.direction === direction && debt.currency === currency);
}

/** What a customer owes for an invoice of ours stands under their tax id, where no name was read. */
function taxIdOf({ entry_id, counterparty }: OpenDebt, taxIds: Readonly<Record<string, string>>): string | null {
  return taxIds[entry_id] ?? counterparty;
}

/** A bank writes all the names of a person. Of two that stand in them, «Juan» and «Juan Pérez», the one that says more. */
function ofParty(own: readonly OpenDebt[], party: string, aliases: readonly Alias[]): OpenDebt[] {
  const alike = (how: "same" | "near"): OpenDebt[] =>
    own.filter(({ counterparty }) => counterparty !== null && likeness(party, counterparty, aliases) === how);
  const same = alike("same");
  if (same.length > 0) return same;
  const near = alike("near");
  const most = Math.max(...near.map(wordsOf));
  const closest = near.filter((debt) => wordsOf(debt) === most);
  const parties = new Set(closest.map(({ counterparty }) => nameKey(counterparty ?? "")));
  return parties.size === 1 ? closest : [];
}

function wordsOf({ counterparty }: OpenDebt): number {
  return nameKey(counterparty ?? "").split(" ").length;
}

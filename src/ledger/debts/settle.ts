import type { Viewer } from "#tenants";
import type { Entry, NewEntry } from "../entry.ts";
import { isSettlement, type EntryRefusal } from "../errors.ts";
import { counterpartyKey, sourceKey, wordOf } from "../row.ts";
import { entriesById, entriesBySourceKey } from "../store.ts";
import { openDebtRows, openOfDebt, type OpenDebtRow } from "./store.ts";

/**
 * Why a payment can't settle the debt that it names, or null when it can, or names none. What was paid beyond a debt is
 * money that moved; what is given back without cash is at most what is open.
 * @param before the entry in whose place it is booked
 */
export async function settlementRefusalOf(
  viewer: Viewer,
  entry: NewEntry,
  before: Entry | null = null,
): Promise<EntryRefusal | null> {
  const { settles_id = null, direction, currency } = entry;
  if (settles_id === null) return null;
  const [named] = await entriesById(viewer, [settles_id]);
  const debt = named?.row;
  const fits = debt?.type === "deuda" && debt.direction === direction && debt.currency === currency;
  if (!fits) return { reason: "settles", field: "settles_id" };
  const isBeyond = entry.returned === true && (await isBeyondDebt(viewer, { ...entry, settles_id }, before));
  return isBeyond ? { reason: "returned", field: "amount_minor" } : null;
}

/** One that was corrected to less, or stands in the books already, is not asked again. */
async function isBeyondDebt(
  viewer: Viewer,
  { settles_id, amount_minor, source_ref }: NewEntry & { settles_id: string },
  before: Entry | null,
): Promise<boolean> {
  const own = before?.settles_id === settles_id ? before.amount_minor : 0;
  if (amount_minor <= own) return false;
  const [booked] = await entriesBySourceKey(viewer, [await sourceKey(viewer, source_ref)]);
  return !booked && amount_minor > own + (await openOfDebt(viewer, settles_id));
}

/**
 * Payments, saying whether what they settle is a loan, since a loan stands in an account of its own: as the debt that
 * they name; else as they were told; else as the open debts of their counterparty, when all of them are loans.
 */
export async function withLoans<R extends { entry: NewEntry }>(viewer: Viewer, recordings: readonly R[]): Promise<R[]> {
  const entries = recordings.map(({ entry }) => entry);
  const named = await loansNamed(viewer, entries);
  const open = entries.some(isUntold) ? await openDebtRows(viewer) : [];
  return Promise.all(
    recordings.map(async (recording) => {
      const { entry } = recording;
      const told = named.get(entry.settles_id ?? "") ?? entry.loan;
      const loan = told ?? (isUntold(entry) && (await areLoans(viewer, entry, open)));
      return { ...recording, entry: { ...entry, loan } };
    }),
  );
}

/** Whether each debt that is named is a loan. */
async function loansNamed(viewer: Viewer, entries: readonly NewEntry[]): Promise<Map<string, boolean>> {
  const ids = [...new Set(entries.flatMap(({ settles_id }) => settles_id ?? []))];
  return new Map((await entriesById(viewer, ids)).map(({ row }) => [row.id, row.loan]));
}

function isUntold(entry: NewEntry): boolean {
  return entry.loan === undefined && (entry.settles_id ?? null) === null && isSettlement(entry);
}

/** Whether all that is open of the counterparty is loans. */
async function areLoans(viewer: Viewer, entry: NewEntry, open: readonly OpenDebtRow[]): Promise<boolean> {
  const name = wordOf(entry.counterparty);
  const key = name === null ? null : await counterpartyKey(viewer, name);
  const theirs = open.filter(
    ({ row }) => row.direction === entry.direction && row.currency === entry.currency && row.counterparty_key === key,
  );
  return theirs.length > 0 && theirs.every(({ row }) => row.loan);
}

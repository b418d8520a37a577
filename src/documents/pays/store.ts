import { and, inArray } from "drizzle-orm";
import { KEYS_PER_QUERY } from "#database";
import type { OpenDebt } from "#ledger";
import type { Viewer } from "#tenants";
import { answered } from "../answers.ts";
import type { Extraction } from "../extraction.ts";
import { kept, select } from "../store.ts";
import { documents } from "../tables.ts";

/** Older debts are known by their names alone. */
const PAPERS_MAX = KEYS_PER_QUERY;

/**
 * The tax ids of those who owe these debts, or are owed, by entry, as their papers name them; of one without a paper, or
 * without an id, none. A correction is another entry of the same paper, so it is the paper that is looked up.
 */
export async function taxIdsOf(viewer: Viewer, debts: readonly OpenDebt[]): Promise<Record<string, string>> {
  const ofPapers = debts.filter(({ document_id }) => document_id !== null).slice(-PAPERS_MAX);
  if (ofPapers.length === 0) return {};
  const ids = ofPapers.flatMap(({ document_id }) => document_id ?? []);
  const filed = and(inArray(documents.id, ids), inArray(documents.state, ["booked", "linked"]));
  const rows = await select(viewer, filed, PAPERS_MAX);
  const papers = new Map(await Promise.all(rows.map(async (row) => [row.id, await kept(viewer, row)] as const)));
  const named = ofPapers.flatMap((debt): [string, string][] => {
    const { extraction = null, answers = [] } = papers.get(debt.document_id ?? "") ?? {};
    const taxId = extraction && partyOf(answered(extraction, answers), debt);
    return taxId === null || taxId === viewer.tenant.tax_id ? [] : [[debt.entry_id, taxId]];
  });
  return Object.fromEntries(named);
}

/** An invoice of our own names the customer as its receiver; a credit note is of the side that is to give back. */
function partyOf({ kind, fields }: Extraction, { direction }: OpenDebt): string | null {
  const isOurs = (direction === "por_cobrar") !== (kind === "nota_credito");
  return isOurs ? fields.receiver_tax_id : fields.merchant_tax_id;
}

import { ledgerAudit, verifyAudit, type Viewer } from "#tenants";
import type { ChainFault } from "#security";
import { digestOf } from "./row.ts";
import { entriesById, entryCount, hasStrayPosting } from "./store.ts";

export type BooksFault =
  /** The audit itself does not hold. */
  | { reason: ChainFault["reason"]; audit_seq: number }
  /** Entries are gone, or differ from what the audit vouched for when they were written. */
  | { reason: "entry_missing" | "entry_altered"; audit_seq: number }
  /** More entries stand in the books than the audit knows. */
  | { reason: "entry_unaudited" }
  /** A posting moves money for no entry. */
  | { reason: "posting_without_entry" };

export type BooksCheck = { intact: true; entries: number } | { intact: false; fault: BooksFault };

/** Checks every entry of the tenant against the audit line that was written with it, and the chain of those lines. */
export async function verifyBooks(viewer: Viewer): Promise<BooksCheck> {
  const { ledger } = await verifyAudit(viewer);
  if (!ledger.intact) return { intact: false, fault: { reason: ledger.fault.reason, audit_seq: ledger.fault.seq } };
  let entries = 0;
  for await (const links of ledgerAudit(viewer)) {
    for (const { seq, digest, targets, action } of links) {
      if (digest === null || !action.startsWith("entry.")) continue;
      const reason = await faultOf(viewer, { targets, digest, before: entries });
      if (reason !== null) return { intact: false, fault: { reason, audit_seq: seq } };
      entries += targets.length;
    }
  }
  if ((await entryCount(viewer)) !== entries) return { intact: false, fault: { reason: "entry_unaudited" } };
  if (await hasStrayPosting(viewer)) return { intact: false, fault: { reason: "posting_without_entry" } };
  return { intact: true, entries };
}

type Vouched = {
  targets: readonly string[];
  digest: string;
  /** How many entries were written before. */ before: number;
};

/** Commits of a tenant come one after another, so the numbers in the books follow the lines of the audit. */
async function faultOf(
  viewer: Viewer,
  { targets, digest, before }: Vouched,
): Promise<"entry_missing" | "entry_altered" | null> {
  const stored = await entriesById(viewer, targets);
  const inOrder = targets.flatMap((id) => stored.find(({ row }) => row.id === id) ?? []);
  if (inOrder.length !== targets.length) return "entry_missing";
  if (inOrder.some(({ row }, index) => row.seq !== before + index + 1)) return "entry_altered";
  return (await digestOf(inOrder)) === digest ? null : "entry_altered";
}

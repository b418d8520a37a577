import type { Shelf } from "#database";
import { checkChain, GENESIS_HASH, type AuditLink, type ChainCheck, type ChainHead } from "#security";
import { auditPage } from "./store.ts";
import { archiveOf, type Viewer } from "./viewer.ts";

const PAGE_ROWS = 500;

/** Checks both audit chains of a tenant from their first link. A head kept elsewhere tells of a tail cut off since. */
export async function verifyAudit(viewer: Viewer): Promise<{ ledger: ChainCheck; directory: ChainCheck }> {
  return { ledger: await verifyChain(viewer, viewer.ledger), directory: await verifyChain(viewer, viewer.directory) };
}

async function verifyChain(viewer: Viewer, shelf: Shelf): Promise<ChainCheck> {
  const { ring } = archiveOf(viewer);
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  for await (const links of auditPages(viewer, shelf)) {
    const check = await checkChain(ring, head, links);
    if (!check.intact) return check;
    head = check.head;
  }
  return { intact: true, head };
}

/** The audit lines of the tenant's ledger, oldest first, page by page. */
export function ledgerAudit(viewer: Viewer): AsyncGenerator<AuditLink[]> {
  return auditPages(viewer, viewer.ledger);
}

async function* auditPages(viewer: Viewer, shelf: Shelf): AsyncGenerator<AuditLink[]> {
  let after = 0;
  for (;;) {
    const links = await auditPage(shelf, viewer.tenant.id, { seq: after, limit: PAGE_ROWS });
    if (links.length > 0) yield links;
    if (links.length < PAGE_ROWS) return;
    after = links.at(-1)?.seq ?? after;
  }
}

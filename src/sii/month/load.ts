import type { Month } from "#kernel";
import { entriesByPaperKey, type Entry } from "#ledger";
import type { Viewer } from "#tenants";
import { answeredSince } from "../claims/store.ts";
import type { RcvMonth } from "../rcv/month.ts";
import { documentsOf, type Listed } from "../settle/books.ts";
import { countedOfMonth } from "../store.ts";

/** What is kept of each of these months, with the entries that stand for its documents; null where nothing was ever seen of it. */
export async function loadMonths(viewer: Viewer, months: readonly Month[]): Promise<Map<Month, LoadedMonth>> {
  const wanted = [...new Set(months)];
  const documents = await documentsOf(viewer, wanted);
  const paperKeys = documents.map(({ row }) => row.paper_key);
  const entries = await entriesByPaperKey(viewer, paperKeys);
  const listed = Map.groupBy(documents, ({ row }) => row.month);
  const loaded = new Map<Month, LoadedMonth>();
  for (const month of wanted) {
    const own = listed.get(month) ?? [];
    const rcv = await registerMonth(viewer, month, own);
    if (rcv.asked_at === null) continue;
    const bare = own.filter(({ row }) => hasNoPaper(entries.get(row.paper_key)));
    loaded.set(month, { rcv, without_paper: new Set(bare.map(({ document }) => document.id)) });
  }
  return loaded;
}

/** `without_paper`: documents of which no file is kept. */
export type LoadedMonth = { rcv: RcvMonth; without_paper: ReadonlySet<string> };

function hasNoPaper(entry: Entry | undefined): boolean {
  return (entry?.document_id ?? null) === null;
}

/** A month as the register has it. @param own the documents that count in it */
export async function registerMonth(viewer: Viewer, month: Month, own: readonly Listed[]): Promise<RcvMonth> {
  const counted = await countedOfMonth(viewer, month);
  const answered = counted ? await answeredSince(viewer, month, counted.asked_at) : [];
  return {
    month,
    documents: own.map(({ document }) => document),
    totals: counted?.totals ?? [],
    factor: counted?.factor ?? null,
    answered,
    asked_at: counted?.asked_at ?? lastSeen(own),
  };
}

/** Of a month that came as a file alone: when its last document did. */
function lastSeen(listed: readonly Listed[]): string | null {
  return listed.reduce<string | null>(
    (last, { row }) => (last === null || row.changed_at > last ? row.changed_at : last),
    null,
  );
}

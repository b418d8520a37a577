import type { Month } from "#kernel";
import type { Viewer } from "#tenants";
import type { RcvMonth } from "../rcv/month.ts";
import { documentsOf, type Listed } from "../settle/books.ts";
import { totalsOfMonth } from "../store.ts";

/** What is kept of each of these months, with the entries that stand for its documents; null where nothing was ever seen of it. */
export async function loadMonths(viewer: Viewer, months: readonly Month[]): Promise<Map<Month, LoadedMonth>> {
  const wanted = [...new Set(months)];
  const listed = Map.groupBy(await documentsOf(viewer, wanted), ({ row }) => row.month);
  const loaded = new Map<Month, LoadedMonth>();
  for (const month of wanted) {
    const own = listed.get(month) ?? [];
    const counted = await totalsOfMonth(viewer, month);
    if (counted === null && own.length === 0) continue;
    const asked_at = counted?.asked_at ?? lastSeen(own);
    const rcv = { month, documents: own.map(({ document }) => document), totals: counted?.totals ?? [], asked_at };
    loaded.set(month, { rcv, without_paper: new Set(own.filter(hasNoPaper).map(({ document }) => document.id)) });
  }
  return loaded;
}

/** `without_paper`: documents of which no file is kept. */
export type LoadedMonth = { rcv: RcvMonth; without_paper: ReadonlySet<string> };

function hasNoPaper({ entry }: Listed): boolean {
  return entry === null || entry.document_id === null;
}

/** Of a month that came as a file alone: when its last document did. */
function lastSeen(listed: readonly Listed[]): string | null {
  return listed.reduce<string | null>(
    (last, { row }) => (last === null || row.changed_at > last ? row.changed_at : last),
    null,
  );
}

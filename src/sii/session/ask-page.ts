import { err, ok, type Result } from "#kernel";
import { askDetail, askExportFile, askExports, askSummary, type RcvAsked, type RcvPorts } from "../rcv/client.ts";
import { pageId, type Answer, type Page } from "../sync/plan.ts";
import type { Trouble } from "./credential.ts";
import type { Desk } from "./desk.ts";
import { dropMeta, orderKey, readJson, setJson, type Job } from "./store.ts";

/** A year takes some minutes; a file that is not there by then is ordered anew. */
const EXPORT_POLLS_MAX = 60;

type Wanted = { job: Job; page: Page; rut: string };

/** What the SII answers of a page; null while it still prepares it. */
export async function askPage(
  desk: Desk,
  { job, page, rut }: Wanted,
  ports: RcvPorts,
): Promise<Result<Answer | null, Trouble>> {
  const asked: RcvAsked = { rut, month: page.month, side: page.side, state: page.state };
  if (page.kind === "export") return askFile(desk, { asked, key: orderKey(job.run_id, pageId(page)) }, ports);
  if (page.kind === "detail") {
    const documents = await askDetail({ ...asked, type: page.type }, ports);
    return documents.ok ? ok({ documents: documents.value }) : documents;
  }
  return askSummary(asked, ports);
}

/** A file that was ordered. `before`: those that were there already, and may be old. */
type Order = { before: number[]; polls: number };

async function askFile(
  desk: Desk,
  { asked, key }: { asked: RcvAsked; key: string },
  ports: RcvPorts,
): Promise<Result<Answer | null, Trouble>> {
  const order = readJson(desk.sql, key) as Order | null;
  if (order === null) return placeOrder(desk, { asked, key }, ports);
  if (order.polls >= EXPORT_POLLS_MAX) {
    dropMeta(desk.sql, key);
    return err({ reason: "unavailable", evidence: "an export that is never ready" });
  }
  const files = await askExports({ ...asked, order: "none" }, ports);
  if (!files.ok) return files;
  const own = files.value.filter(
    ({ id, state }) => !order.before.includes(id) && (state ?? asked.state) === asked.state,
  );
  const file = own.toSorted((a, b) => b.id - a.id).find(({ blob }) => blob !== null);
  if (!file?.blob) {
    setJson(desk.sql, key, { ...order, polls: order.polls + 1 } satisfies Order);
    return ok(null);
  }
  const documents = await askExportFile(asked, { id: file.id, blob: file.blob }, ports);
  if (!documents.ok) return documents;
  dropMeta(desk.sql, key);
  return ok({ documents: documents.value });
}

async function placeOrder(
  desk: Desk,
  { asked, key }: { asked: RcvAsked; key: string },
  ports: RcvPorts,
): Promise<Result<null, Trouble>> {
  const there = await askExports({ ...asked, order: "none" }, ports);
  if (!there.ok) return there;
  const ordered = await askExports({ ...asked, order: "new" }, ports);
  if (!ordered.ok) return ordered;
  setJson(desk.sql, key, { before: there.value.map(({ id }) => id), polls: 0 } satisfies Order);
  return ok(null);
}

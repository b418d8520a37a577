import { keyOf, type RcvSide, type RcvState } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import { entriesByPaperKey, type Entry } from "#ledger";
import { dateIn, monthOf, type CivilDate, type Month } from "#kernel";
import type { Viewer } from "#tenants";
import { isBookable } from "../book/entry.ts";
import { changesOfRun, countedOfMonth, keptOf, rowsById, rowsOfRun, type SiiDocumentRow } from "../store.ts";
import { policyOf } from "../session/trouble.ts";
import { undetailed } from "../reconcile/sides.ts";
import { trailing } from "../sync/plan.ts";
import { acceptanceOf } from "../taxes/due.ts";
import { SANTIAGO } from "../taxes/santiago.ts";
import { carried } from "./carried.ts";
import type { Run, RunCause, RunTrouble } from "./run.ts";
import { findRun } from "./store.ts";

/** A document as a message tells of it. */
export type NewsLine = {
  id: string;
  side: RcvSide;
  type: number;
  folio: string;
  name: string;
  total: number;
  date: CivilDate;
  state: RcvState;
};

/** What a sync brought, for one message. */
export type SiiNews = {
  run_id: string;
  cause: RunCause;
  /** Why it came to nothing; null where it came to its end. */
  trouble: RunTrouble | null;
  /** New in the books. */
  booked: NewsLine[];
  /** New, and told before in other words: one entry. */
  linked: NewsLine[];
  /** New, and perhaps told before: nothing is booked until somebody says. */
  asked: NewsLine[];
  /** Purchases that wait to be accepted or claimed. */
  pending: (NewsLine & { until: CivilDate | null })[];
  /** Claimed back or left out since they were booked. */
  taken_back: NewsLine[];
  moved: (NewsLine & { from: Month; to: Month })[];
  /** Of lists that are longer than anybody reads, what stands behind their lines. Absent in news of before there was any. */
  rest?: NewsRest[];
  /** What the tax service only adds up by the month. Absent in news of before it was told. */
  summed?: NewsSum[];
};

/** Boletas and vouchers of a month, whole pesos, credit notes taken off. */
export type NewsSum = { side: RcvSide; month: Month; total: number };

export type NewsList = "booked" | "linked" | "asked" | "pending" | "taken_back" | "moved";

/** `total`: of so many documents, credit notes taken off. */
export type NewsRest = { list: NewsList; side: RcvSide; count: number; total: number };

/** Everything that a sync has changed, told from what it wrote. Null where there is no such run. */
export async function newsOf(viewer: Viewer, runId: string, now: number): Promise<SiiNews | null> {
  const run = await findRun(viewer, runId);
  if (!run) return null;
  const fresh = await listedOf(viewer, await rowsOfRun(viewer, runId));
  const { came, ...changes } = await changesOf(viewer, runId);
  const counted = [...fresh, ...came].filter(({ document }) => document.state === "registro" && isBookable(document));
  return carried({
    run_id: runId,
    cause: run.cause,
    trouble: run.state === "failed" ? run.reason : null,
    booked: counted.filter((each) => isFromList(each)).map(lineOf),
    linked: counted.filter((each) => each.entry !== null && !isFromList(each)).map(lineOf),
    asked: counted.filter(({ entry }) => entry === null).map(lineOf),
    pending: fresh.filter(({ document }) => document.state === "pendiente").map((each) => pendingOf(each, now)),
    ...changes,
    summed: await summedOf(viewer, run),
  });
}

/** Of the months that it has asked for; one that nobody asked for tells what changes, the month that runs. */
async function summedOf(viewer: Viewer, { cause, started_at }: Run): Promise<NewsSum[]> {
  if (cause === "file") return [];
  const running = monthOf(dateIn(Date.parse(started_at), SANTIAGO));
  const months = cause === "schedule" ? [running] : trailing(running);
  const counted = await Promise.all(months.map(async (month) => ({ month, own: await countedOfMonth(viewer, month) })));
  const asked = counted.flatMap(({ month, own }) =>
    own && own.asked_at >= started_at ? [{ month, totals: own.totals }] : [],
  );
  return SIDES.flatMap((side) =>
    asked.map(({ month, totals }) => ({ side, month, total: undetailed(side, totals).total })),
  ).filter(({ total }) => total !== 0);
}

const SIDES: readonly RcvSide[] = ["compra", "venta"];

/** A sync that nobody asked for and that has brought nothing is not told: every message costs, and a reader's patience too. */
export function isSilent(news: SiiNews): boolean {
  if (news.cause !== "schedule") return false;
  if (news.trouble !== null) return !isForOwner(news.trouble);
  const { booked, linked, asked, pending, taken_back, moved } = news;
  return [booked, linked, asked, pending, taken_back, moved].every((lines) => lines.length === 0);
}

/** What does not mend itself. */
function isForOwner(trouble: RunTrouble): boolean {
  if (trouble === "counts_differ" || trouble === "disconnected" || trouble === "too_large") return false;
  return policyOf(trouble).mend === "person";
}

type Listed = { document: KeptRcvDocument; entry: Entry | null };

async function listedOf(viewer: Viewer, rows: readonly SiiDocumentRow[]): Promise<Listed[]> {
  const entries = await entriesByPaperKey(
    viewer,
    rows.map(({ paper_key }) => paper_key),
  );
  return Promise.all(
    rows.map(async (row) => {
      const entry = entries.get(row.paper_key) ?? null;
      return { entry, document: await keptOf(viewer, row, entry?.id ?? null) };
    }),
  );
}

function isFromList({ document, entry }: Listed): boolean {
  return entry !== null && entry.source_ref.startsWith(keyOf(document)) && entry.replaces_id === null;
}

function lineOf({ document }: Listed): NewsLine {
  const { id, side, type, folio, counterparty, total, issuedOn, state } = document;
  return { id, side, type, folio, name: counterparty.name, total, date: issuedOn, state };
}

function pendingOf(listed: Listed, now: number): NewsLine & { until: CivilDate | null } {
  const { receivedAt } = listed.document;
  const until = receivedAt === null ? null : acceptanceOf(receivedAt, now).until.slice(0, "YYYY-MM-DD".length);
  return { ...lineOf(listed), until };
}

type Changes = Pick<SiiNews, "taken_back" | "moved"> & { /** What waited, and counts now. */ came: Listed[] };

/** Each once, though it went to and fro within one sync. */
async function changesOf(viewer: Viewer, runId: string): Promise<Changes> {
  const changes = await changesOfRun(viewer, runId);
  const rows = await rowsById(viewer, [...new Set(changes.map(({ document_id }) => document_id))]);
  const listed = new Map((await listedOf(viewer, rows)).map((each) => [each.document.id, each]));
  const news: Changes = { taken_back: [], moved: [], came: [] };
  for (const { document_id, from_state, to_state, from_month: from, to_month: to } of changes) {
    const each = listed.get(document_id);
    if (!each) continue;
    // What a person told of it still stands, and is theirs to take back.
    if (from_state === "registro" && to_state !== "registro" && each.entry === null) news.taken_back.push(lineOf(each));
    if (to_state !== "registro") continue;
    if (from_state !== "registro") news.came.push(each);
    else if (from !== to) news.moved.push({ ...lineOf(each), from, to });
  }
  return news;
}

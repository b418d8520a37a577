// Pages as the SII would have answered them, put before the object without asking anybody.
import { runInDurableObject } from "cloudflare:test";
import { reverseEntry, replaceEntry } from "#src/ledger/index.ts";
import { RUT_PURPOSE } from "#src/sii/connection/connection.ts";
import type { RcvDocument } from "#src/sii/rcv/document.ts";
import type { RcvSummaryLine } from "#src/sii/rcv/payload.ts";
import { openRun } from "#src/sii/run/store.ts";
import { keepAnswer } from "#src/sii/session/answers.ts";
import { insertJob } from "#src/sii/session/store.ts";
import { pageId, trailing, type Answer, type Page } from "#src/sii/sync/plan.ts";
import { purchaseOf } from "../../unit/sii/rcv/purchase.ts";
import { entriesOf, inside, live, RUT, type Business, type Life } from "./business.ts";
import { ids, world, type Kill } from "./world.ts";

export const MONTH = "2031-06";

const LISTS = [
  { side: "compra", state: "registro" },
  { side: "compra", state: "pendiente" },
  { side: "compra", state: "no_incluir" },
  { side: "compra", state: "reclamado" },
  { side: "venta", state: "registro" },
] as const;

export type Asked = { page: string; answer: Answer };

/** All pages of a sync of these documents, in the order in which they are asked for. */
export function pagesOf(documents: readonly RcvDocument[]): Asked[] {
  return trailing(MONTH).flatMap((month) =>
    LISTS.flatMap((list) => {
      const own = documents.filter(
        ({ side, state, period }) => side === list.side && state === list.state && period === month,
      );
      const types = Map.groupBy(own, ({ type }) => type);
      const page = (of: Pick<Page, "kind"> & { type?: number }): string => pageId({ month, ...list, ...of } as Page);
      return [
        { page: page({ kind: "summary" }), answer: { lines: [...types].map(([type, each]) => lineOf(type, each)) } },
        ...[...types].map(([type, each]) => ({ page: page({ kind: "detail", type }), answer: { documents: each } })),
      ];
    }),
  );
}

function lineOf(type: number, documents: readonly RcvDocument[]): RcvSummaryLine {
  const sum = (amount: (of: RcvDocument) => number): number => documents.reduce((all, each) => all + amount(each), 0);
  return {
    type,
    count: new Set(documents.map(({ folio, counterparty }) => `${counterparty.rut} ${folio}`)).size,
    exempt: sum(({ exempt }) => exempt),
    net: sum(({ net }) => net),
    tax: sum(({ tax }) => tax),
    unrecoverable: 0,
    commonUseTax: 0,
    total: sum(({ total }) => total),
    isDetailed: true,
  };
}

export type Feeding = {
  pages: readonly Asked[];
  /** After this many of them the object is begun anew. */
  restarts?: readonly number[];
  kill?: Kill | null;
};

/** A sync that gets these pages, in this order, and goes on to its end. */
export async function feed(business: Business, { pages, restarts = [], kill = null }: Feeding): Promise<Life> {
  const { writer, stub } = business;
  const run = await openRun(writer, { id: ids.id(), cause: "asked", request: ids.id(), now: world.at });
  const rut_key = await writer.keyOf(RUT_PURPOSE, RUT);
  await inside(stub, async (first, fresh) => {
    let object = first;
    const at = { due_at: world.at, month: MONTH };
    insertJob(object.desk.sql, { tenant_id: writer.tenant.id, run_id: run.id, cause: "asked", rut_key, ...at });
    for (const [nth, asked] of pages.entries()) {
      if (restarts.includes(nth)) object = fresh();
      await keepAnswer(object.desk, { run_id: run.id, ...asked }, () => undefined);
    }
  });
  world.calls = 0;
  world.kill = kill;
  const life = await live(business);
  world.kill = null;
  return life;
}

/** A file of these documents, as the object takes it. */
export async function imported({ writer, stub }: Business, documents: readonly RcvDocument[]): Promise<string> {
  const run = await openRun(writer, { id: ids.id(), cause: "file", request: ids.id(), now: world.at });
  const owner = { rut: RUT, conversation: "chat", faults: { count: 0, first: [] } };
  await stub.takeFile({ tenant_id: writer.tenant.id, run_id: run.id, documents: [...documents], ...owner });
  world.calls = 0;
  return run.id;
}

/** To the end of a file, with which its object ends. */
export async function livesAsFile(business: Business): Promise<Life> {
  return live(business, ({ desk }) => tablesOf(desk).includes("jobs"));
}

/** Nothing was stored, or nothing is any more. */
export async function isEmpty({ stub }: Business): Promise<boolean> {
  return runInDurableObject(stub, async (_object, { storage }) => {
    return tablesOf(storage).length === 0 && (await storage.getAlarm()) === null;
  });
}

function tablesOf({ sql }: Pick<DurableObjectStorage, "sql">): string[] {
  const all = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_'";
  return sql
    .exec<{ name: string }>(all)
    .toArray()
    .map(({ name }) => name);
}

/** A person takes back, or corrects, the newest entry of this type that stands. */
export async function touches({ writer }: Business, what: "undoes" | "corrects", of: "egreso" | "ingreso" = "egreso") {
  const entries = await entriesOf(writer);
  const [entry] = entries.filter(({ type }) => type === of).toSorted((a, b) => (a.source_ref < b.source_ref ? -1 : 1));
  if (!entry) return null;
  const asked = { entry_id: entry.id, source: "api", source_ref: `api:${what}`, now: world.at } as const;
  if (what === "undoes") return reverseEntry(writer, { ...asked, id: ids.id() });
  const both = { reversal: ids.id(), replacement: ids.id() };
  return replaceEntry(writer, { ...asked, patch: { category: "insumos" }, ids: both });
}

/** A document that counts, with anything else said over it. */
export function document(over: Partial<RcvDocument> = {}): RcvDocument {
  return purchaseOf({
    folio: "1001",
    counterparty: { rut: "76455871-4", name: "Molinos San Cristóbal S.A.", isValid: true },
    issuedOn: "2031-06-03",
    receivedAt: "2031-06-03T12:00:00",
    period: MONTH,
    ...over,
  });
}

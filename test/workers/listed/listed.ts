// What the tax service lists, kept and settled in real D1 tables.
import { papersOfEntries } from "#src/documents/index.ts";
import type { RcvDocument, RcvTotal } from "#src/sii/index.ts";
import { KEEP_BATCH_MAX, keepDocuments } from "#src/sii/keep/keep.ts";
import { openRun } from "#src/sii/run/store.ts";
import { settleMonths, type Settlement } from "#src/sii/settle/settle.ts";
import { saveTotals } from "#src/sii/store.ts";
import { changeTenant, commit, type Archive, type Writer } from "#src/tenants/index.ts";
import { purchaseOf } from "../../unit/sii/rcv/purchase.ts";
import { ids, newTenant, NOW, writerOf } from "../ledger/books.ts";

export const OWN = "76111111-6";
export const MONTH = "2026-11";

export const entropy = { ...ids, jitter: () => 0.5 };
export const at = { now: NOW, entropy, papersOf: papersOfEntries };

/** A business that the tax service knows. */
export async function listedWriter(archive: Archive): Promise<Writer> {
  const { tenant } = await newTenant(archive);
  await changeTenant(await writerOf(archive, tenant.id), { tax_id: OWN }, NOW);
  return writerOf(archive, tenant.id);
}

let folios = 1_000;

/** A purchase of November, unless it is told otherwise. */
export function listed(over: Partial<RcvDocument> = {}): RcvDocument {
  return purchaseOf({
    folio: String(++folios),
    counterparty: { rut: "96792430-K", name: "SODIMAC S.A.", isValid: true },
    issuedOn: "2026-11-05",
    receivedAt: "2026-11-05T10:00:00",
    period: MONTH,
    ...over,
  });
}

let runs = 0;

/** As a sync would bring them. */
export async function bring(writer: Writer, documents: readonly RcvDocument[]): Promise<Settlement> {
  await keep(writer, documents);
  return settle(writer);
}

/** As a sync would write them down, before anything is booked of them. */
export async function keep(writer: Writer, documents: readonly RcvDocument[]): Promise<void> {
  const run = await openRun(writer, { id: ids.id(), cause: "asked", request: `run-${++runs}`, now: NOW });
  const kept = { run_id: run.id, source: "portal", begun_at: run.started_at, rut: OWN, now: NOW, entropy } as const;
  for (let i = 0; i < documents.length; i += KEEP_BATCH_MAX) {
    await keepDocuments(writer, { documents: documents.slice(i, i + KEEP_BATCH_MAX), ...kept });
  }
}

export async function settle(writer: Writer): Promise<Settlement> {
  return settleMonths(writer, { months: ["2026-09", "2026-10", MONTH], rut: OWN }, at);
}

export async function sumUp(writer: Writer, totals: readonly RcvTotal[], month = MONTH): Promise<void> {
  const row = await saveTotals(writer, month, { totals, factor: null, asked_at: new Date(NOW).toISOString() });
  await commit(writer, { action: "sii.keep", targets: [month], at: NOW }, [row]);
}

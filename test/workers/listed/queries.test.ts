import { beforeAll, expect, test } from "vitest";
import { receiveDocument } from "#src/documents/store.ts";
import { recordEntries } from "#src/ledger/index.ts";
import { validate } from "#src/sii/index.ts";
import type { RcvDocument } from "#src/sii/rcv/document.ts";
import { settleMonths } from "#src/sii/settle/settle.ts";
import { pendingRows, rowsOfMonth, rowsOfRun } from "#src/sii/store.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { bindings, bread, ids, NOW, openArchive } from "../ledger/books.ts";
import { at, bring, keep, listed, listedWriter, MONTH, OWN, settle } from "./listed.ts";
import { counted } from "./queries.ts";

// How often the databases are asked in one invocation: D1 answers a thousand statements, and refuses the rest.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const STATEMENTS_MAX = 1_000;

const many = (count: number, over: (nth: number) => Partial<RcvDocument> = () => ({})): RcvDocument[] =>
  Array.from({ length: count }, (_, nth) => listed(over(nth)));

/** Told before the list had them. */
async function tells(writer: Writer, documents: readonly RcvDocument[]): Promise<void> {
  const recordings = documents.map(({ total, issuedOn }) => ({
    entry: bread({
      amount_minor: total,
      date: issuedOn,
      counterparty: "Sodimac",
      source_ref: `whatsapp:${ids.id()}:0`,
    }),
    id: ids.id(),
  }));
  for (let i = 0; i < recordings.length; i += 40) await recordEntries(writer, recordings.slice(i, i + 40), NOW);
}

test("a step takes back, links and books as much as one invocation may, and the next ones the rest", async () => {
  const { archive: own, asked } = counted(archive);
  const writer = await listedWriter(own);
  const gone = many(40);
  await bring(writer, gone);
  const told = many(40, (nth) => ({ net: 1_000_000 + nth * 300_000 }));
  await tells(writer, told);
  await keep(writer, [...gone.map((each) => ({ ...each, state: "reclamado" as const })), ...told, ...many(200)]);
  const sums = { reversed: 0, linked: 0, booked: 0, steps: 0, statements: 0 };
  for (let more = true; more; sums.steps++) {
    asked();
    const step = await settle(writer);
    sums.statements = Math.max(sums.statements, asked());
    for (const what of ["reversed", "linked", "booked"] as const) sums[what] += step[what];
    more = step.more;
  }
  expect(sums).toMatchObject({ reversed: 40, linked: 40, booked: 200 });
  expect(sums.statements).toBeLessThan(STATEMENTS_MAX * 0.7);
});

/** A shop that photographs its receipts. */
async function photographs(writer: Writer, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, nth) => ({
    entry: bread({ amount_minor: 1_000 + nth, date: "2026-11-05", document_id: ids.id() }),
    id: ids.id(),
  }));
  for (let i = 0; i < count; i += 40) await recordEntries(writer, entries.slice(i, i + 40), NOW);
  const none = { contact_id: null, conversation: null, mime_type: null, r2_key: null, filename: null };
  for (const { entry } of entries) {
    const id = entry.document_id ?? "";
    const receipt = { ...none, id, source: "api" as const, source_ref: `api:${id}`, sha256: id, bytes: 1, now: NOW };
    await receiveDocument(writer, receipt);
  }
}

test("a shop's photographed receipts are looked up ninety at a time, and its month is validated well within a share", async () => {
  const { archive: own, asked } = counted(archive);
  const writer = await listedWriter(own);
  await photographs(writer, 400);
  await keep(writer, many(100));
  asked();
  await validate(writer, MONTH, at);
  expect(asked()).toBeLessThan(40);
  await settle(writer);
  expect(asked()).toBeLessThan(STATEMENTS_MAX / 2);
});

test("a month of more documents than one answer holds is read to its end", async () => {
  const writer = await listedWriter(archive);
  const { id: tenant, shard } = writer.tenant;
  await bindings[shard as "LEDGER_00" | "LEDGER_01"]
    .prepare(
      `INSERT INTO sii_documents
         (tenant_id, id, document_key, paper_key, side, type, state, month, facts_sealed, facts_key, run_id, first_seen_at, changed_at)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
       SELECT ?, printf('d%05d', i), 'k' || i, 'p' || i, 'compra', 33, 'pendiente', ?, '', '', 'run', '', '' FROM n`,
    )
    .bind(tenant, MONTH)
    .run();
  for (const rows of [await rowsOfMonth(writer, MONTH), await pendingRows(writer), await rowsOfRun(writer, "run")]) {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(20_001);
  }
});

test("of books that are larger than can be looked through, nothing is booked or validated, and it is said", async () => {
  const writer = await listedWriter(archive);
  const [known, fresh] = [listed({ net: 500_000 }), listed({ net: 900_000 })];
  await tells(writer, [known, ...many(3)]);
  await keep(writer, [known, fresh]);
  const months = [MONTH];
  const narrow = { ...at, entries_max: 3 };
  const settled = await settleMonths(writer, { months, rut: OWN }, narrow);
  expect(settled).toEqual({ booked: 0, linked: 0, reversed: 0, more: false, is_too_large: true });
  expect(await validate(writer, MONTH, narrow)).toEqual({ ok: false, error: { reason: "too_large" } });
  expect(await settleMonths(writer, { months, rut: OWN }, { ...at, entries_max: 4 })).toMatchObject({
    booked: 1,
    linked: 1,
  });
});

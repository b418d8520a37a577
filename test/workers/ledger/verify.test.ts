import { beforeAll, expect, test } from "vitest";
import { recordEntry, replaceEntry, reverseEntry, verifyBooks } from "#src/ledger/index.ts";
import { sha256Hex } from "#src/security/index.ts";
import { verifyAudit, type Archive, type Writer } from "#src/tenants/index.ts";
import { at, bindings, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

/** Six entries: three bookings, one reversed, one replaced. */
const keepBooks = async (): Promise<{ writer: Writer; first: string }> => {
  const writer = await newWriter(archive);
  const [first, second] = [await recordEntry(writer, bread(), at()), await recordEntry(writer, bread(), at())];
  await recordEntry(writer, bread(), at());
  const request = { source: "whatsapp" as const, now: NOW };
  await reverseEntry(writer, { ...request, entry_id: first.entry.id, source_ref: "whatsapp:u:0", id: ids.id() });
  const patch = { amount_minor: 45_000 };
  const both = { reversal: ids.id(), replacement: ids.id() };
  await replaceEntry(writer, { ...request, entry_id: second.entry.id, source_ref: "whatsapp:r:0", patch, ids: both });
  return { writer, first: first.entry.id };
};

/** What somebody with the database in hand could do: the triggers out of the way, then the statement. */
const tamper = async (writer: Writer, sql: string) => {
  const d1 = bindings[writer.tenant.shard as "LEDGER_00"];
  const { results } = await d1
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all<{ name: string; sql: string }>();
  const [drop, restore] = [results.map(({ name }) => `DROP TRIGGER ${name}`), results.map((trigger) => trigger.sql)];
  const tenant = `'${writer.tenant.id}'`;
  await d1.batch([...drop, sql.replaceAll("$tenant", tenant), ...restore].map((text) => d1.prepare(text)));
};

test("books kept by the rules are intact, and so are their chains", async () => {
  const { writer } = await keepBooks();
  expect(await verifyBooks(writer)).toEqual({ intact: true, entries: 6 });
  expect(await verifyAudit(writer)).toMatchObject({
    ledger: { intact: true, head: { seq: 5 } },
    directory: { intact: true },
  });
});

test.each([
  ["an amount", "UPDATE entries SET amount_minor = 1 WHERE tenant_id = $tenant AND seq = 1", "entry_altered"],
  [
    "a posting",
    "UPDATE postings SET debit = 'patrimonio:retiros' WHERE tenant_id = $tenant AND line = 1",
    "entry_altered",
  ],
  ["a date", "UPDATE entries SET date = '2026-01-01' WHERE tenant_id = $tenant AND seq = 3", "entry_altered"],
  [
    "who recorded it",
    "UPDATE entries SET recorded_by = 'contact:x' WHERE tenant_id = $tenant AND seq = 3",
    "entry_altered",
  ],
  [
    "a debt that a payment never named",
    "UPDATE entries SET settles_id = (SELECT id FROM entries WHERE tenant_id = $tenant AND seq = 1) WHERE tenant_id = $tenant AND seq = 3",
    "entry_altered",
  ],
  ["entries in another order", "UPDATE entries SET seq = 900 WHERE tenant_id = $tenant AND seq = 3", "entry_altered"],
  ["an entry gone", "DELETE FROM entries WHERE tenant_id = $tenant AND seq = 6", "entry_missing"],
  [
    "an entry of nobody",
    "INSERT INTO entries SELECT tenant_id, 'x', 99, type, direction, loan, amount_minor, net_minor, tax_minor, currency, date, due_date, recorded_at, recorded_by, concept_sealed, category, counterparty_sealed, counterparty_key, source, source_ref_sealed, 'x', document_id, NULL, NULL, NULL FROM entries WHERE tenant_id = $tenant AND seq = 3",
    "entry_unaudited",
  ],
  [
    "a posting of nothing",
    "INSERT INTO postings SELECT tenant_id, 'x', line, debit, credit, amount_minor, currency FROM postings WHERE tenant_id = $tenant LIMIT 1",
    "posting_without_entry",
  ],
  ["the actor of a line", "UPDATE audit SET actor = 'operator:x' WHERE tenant_id = $tenant AND seq = 2", "altered"],
  ["a line gone", "DELETE FROM audit WHERE tenant_id = $tenant AND seq = 2", "gap"],
  ["the first line gone", "DELETE FROM audit WHERE tenant_id = $tenant AND seq = 1", "gap"],
  ["the last line gone", "DELETE FROM audit WHERE tenant_id = $tenant AND seq = 5", "entry_unaudited"],
  [
    "two lines in each other's place",
    "UPDATE audit SET seq = CASE seq WHEN 2 THEN 30 ELSE 2 END WHERE tenant_id = $tenant AND seq IN (2, 3)",
    "broken_link",
  ],
  [
    "another chain grafted on",
    "UPDATE audit SET prev_hash = (SELECT hash FROM audit WHERE tenant_id = $tenant AND seq = 1) WHERE tenant_id = $tenant AND seq = 3",
    "broken_link",
  ],
])("tampering shows: %s", async (_what, sql, reason) => {
  const { writer } = await keepBooks();
  await tamper(writer, sql);
  expect(await verifyBooks(writer)).toMatchObject({ intact: false, fault: { reason } });
});

test("a chain made anew by somebody without the keys shows by its seals", async () => {
  const { writer } = await keepBooks();
  const d1 = bindings[writer.tenant.shard as "LEDGER_00"];
  const row = await d1
    .prepare("SELECT * FROM audit WHERE tenant_id = ? AND seq = 5")
    .bind(writer.tenant.id)
    .first<Record<string, string | number | null>>();
  const fields = ["v1", row?.["tenant_id"], 5, row?.["at"], "operator:x", row?.["standing"], row?.["action"]];
  const targets: unknown = JSON.parse(String(row?.["targets"]));
  const text = JSON.stringify([...fields, targets, row?.["digest"], row?.["prev_hash"]]);
  const hash = await sha256Hex(text);
  await tamper(writer, `UPDATE audit SET actor = 'operator:x', hash = '${hash}' WHERE tenant_id = $tenant AND seq = 5`);
  expect(await verifyBooks(writer)).toEqual({ intact: false, fault: { reason: "forged", audit_seq: 5 } });
});

test("what was done to one tenant's books is no fault of another's on the same shard", async () => {
  const { writer } = await keepBooks();
  await tamper(writer, "INSERT INTO postings VALUES ($tenant, 'stray', 1, 'activo:caja', 'ingreso:ventas', 1, 'CLP')");
  let other = await keepBooks();
  while (other.writer.tenant.shard !== writer.tenant.shard) other = await keepBooks();
  expect(await verifyBooks(writer)).toMatchObject({ fault: { reason: "posting_without_entry" } });
  expect(await verifyBooks(other.writer)).toEqual({ intact: true, entries: 6 });
});

test("a payment that no longer names the debt it named shows", async () => {
  const writer = await newWriter(archive);
  const debt = bread({ type: "deuda", direction: "por_pagar", counterparty: "Pedro" });
  const { entry } = await recordEntry(writer, debt, at());
  const payment = bread({ direction: "por_pagar", category: null, counterparty: "Pedro", settles_id: entry.id });
  await recordEntry(writer, payment, at());
  expect(await verifyBooks(writer)).toEqual({ intact: true, entries: 2 });
  await tamper(writer, "UPDATE entries SET settles_id = NULL WHERE tenant_id = $tenant AND seq = 2");
  expect(await verifyBooks(writer)).toMatchObject({ intact: false, fault: { reason: "entry_altered" } });
});

import { beforeAll, expect, test } from "vitest";
import { recordEntry, findEntry } from "#src/ledger/index.ts";
import { authorize, bump, commit, commitDirectory, openViewer, readCounters, verifyAudit } from "#src/tenants/index.ts";
import type { Action, Archive, Standing, Writer } from "#src/tenants/index.ts";
import {
  at,
  bindings,
  bread,
  ids,
  newTenant,
  newWriter,
  NOW,
  openArchive,
  viewerOf,
  writerOf,
} from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const ask = (tenant_id: string, standing: Standing, action: Action) =>
  authorize(archive, { tenant_id, actor: { kind: "contact", id: "c1" }, standing, action });

test("nobody writes for a tenant that there is none of", async () => {
  expect(await ask(ids.id(), "owner", "entry.record")).toEqual({ ok: false, error: { reason: "unknown_tenant" } });
  expect(await openViewer(archive, ids.id())).toBeNull();
});

test("an accountant books nothing", async () => {
  const { tenant } = await newTenant(archive);
  expect(await ask(tenant.id, "accountant", "entry.record")).toEqual({ ok: false, error: { reason: "forbidden" } });
});

test("a writer does no more than its standing allows", async () => {
  const { tenant } = await newTenant(archive);
  const employee = await writerOf(archive, tenant.id, "employee");
  const issue = commitDirectory(employee, { action: "token.issue", targets: [], at: NOW }, []);
  await expect(issue).rejects.toThrow("a writer does only what its standing allows");
});

test("a copy of a writer, and an object that only looks like one, write nothing", async () => {
  const writer = await newWriter(archive);
  const viewer = await viewerOf(archive, writer.tenant.id);
  const change = { action: "entry.record" as const, targets: [], at: NOW };
  await expect(commit({ ...writer }, change, [])).rejects.toThrow("a writer comes from authorize");
  const forged = { ...viewer, actor: writer.actor, standing: "owner" } as Writer;
  await expect(commit(forged, change, [])).rejects.toThrow("a writer comes from authorize");
  await expect(commit(viewer as Writer, change, [])).rejects.toThrow("a writer comes from authorize");
});

test("every commit leaves one audit line that names who did what to which rows, and no word of it", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread({ concept: "remedios", counterparty: "Rosa Soto" }), at());
  const { results } = await bindings[writer.tenant.shard as "LEDGER_00"]
    .prepare("SELECT * FROM audit WHERE tenant_id = ?")
    .bind(writer.tenant.id)
    .all();
  expect(results).toMatchObject([
    {
      seq: 1,
      at: "2026-11-18T15:00:00.000Z",
      actor: "contact:c1",
      standing: "owner",
      action: "entry.record",
      targets: `["${entry.id}"]`,
      prev_hash: "0".repeat(64),
    },
  ]);
  expect(JSON.stringify(results)).not.toMatch(/remedios|Rosa|5000/);
});

test("a conflict of a natural key writes neither row nor audit line", async () => {
  const writer = await newWriter(archive);
  const statement = { sql: "INSERT INTO erasures VALUES (?, 't')", params: [ids.id()] };
  const change = { action: "document.update" as const, targets: ["d1"], at: NOW };
  expect(await commit(writer, change, [statement])).toEqual({ committed: true, seq: 1 });
  const again = await commit(writer, change, [statement]);
  expect(again).toEqual({ committed: false, conflict: "erasures.tenant_id" });
  expect(await verifyAudit(writer)).toMatchObject({ ledger: { intact: true, head: { seq: 1 } } });
});

test("any other failure throws and writes nothing", async () => {
  const writer = await newWriter(archive);
  const change = { action: "document.update" as const, targets: ["d1"], at: NOW };
  const rows = [
    { sql: "INSERT INTO erasures VALUES (?, 't')", params: [writer.tenant.id] },
    { sql: "INSERT INTO no_such_table VALUES (1)", params: [] },
  ];
  await expect(commit(writer, change, rows)).rejects.toThrow(/no such table/);
  expect(await verifyAudit(writer)).toMatchObject({ ledger: { intact: true, head: { seq: 0 } } });
});

test("twenty commits of a tenant at once all come through, in one unbroken chain", async () => {
  const writer = await newWriter(archive);
  const booked = await Promise.all(Array.from({ length: 20 }, () => recordEntry(writer, bread(), at())));
  expect(booked.map(({ entry }) => entry.seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  expect(await verifyAudit(writer)).toMatchObject({ ledger: { intact: true, head: { seq: 20 } } });
});

test("two tenants on one shard have a chain each", async () => {
  const writers: Writer[] = [];
  while (writers.filter(({ tenant }) => tenant.shard === "LEDGER_00").length < 2)
    writers.push(await newWriter(archive));
  const [one, two] = writers.filter(({ tenant }) => tenant.shard === "LEDGER_00") as [Writer, Writer];
  const { entry } = await recordEntry(one, bread(), at());
  await recordEntry(two, bread(), at());
  for (const writer of [one, two]) {
    expect(await verifyAudit(writer)).toMatchObject({ ledger: { intact: true, head: { seq: 1 } } });
  }
  expect(await findEntry(two, entry.id)).toBeNull();
});

test("what one tenant sealed does not open for another, nor in another place", async () => {
  const [mine, theirs] = [await newWriter(archive), await newWriter(archive)];
  const place = { table: "entries", column: "concept", row: "r1" };
  const sealed = await mine.seal(place, "pan");
  expect(await mine.unseal(place, sealed)).toBe("pan");
  await expect(theirs.unseal(place, sealed)).rejects.toMatchObject({ name: "OperationError" });
  await expect(mine.unseal({ ...place, column: "counterparty" }, sealed)).rejects.toMatchObject({
    name: "OperationError",
  });
  expect(await mine.keyOf("source", "x")).not.toBe(await theirs.keyOf("source", "x"));
});

test("neither the words nor the message id of an entry stand in the ledger", async () => {
  const writer = await newWriter(archive);
  await recordEntry(
    writer,
    bread({ concept: "canario", counterparty: "Jilguero", source_ref: "whatsapp:wamid.HBgLNTY5:0" }),
    at(),
  );
  const { results } = await bindings[writer.tenant.shard as "LEDGER_00"].prepare("SELECT * FROM entries").all();
  expect(JSON.stringify(results)).not.toMatch(/canario|Jilguero|HBgLNTY5/);
});

test("counters add up, also a hundred at once", async () => {
  await Promise.all(Array.from({ length: 100 }, () => bump(archive, { messages_total: 2, turns_total: 1 })));
  expect(await readCounters(archive)).toMatchObject({ messages_total: 200, turns_total: 100 });
  await bump(archive, {});
});

import { beforeAll, expect, test } from "vitest";
import { connectedTenants } from "#src/sii/connection/connected.ts";
import { deleteConnection, saveConnection, turnConnection } from "#src/sii/connection/store.ts";
import type { Archive } from "#src/tenants/index.ts";
import { bindings, newWriter, NOW, openArchive } from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

async function allConnected(): Promise<string[]> {
  const all: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await connectedTenants(archive.databases, after);
    all.push(...page.tenants);
    if (page.next === null) return all;
    after = page.next;
  }
}

const given_at = new Date(NOW).toISOString();

async function connected() {
  const writer = await newWriter(archive);
  const credential = { kind: "clave", rut: "76123456-0", clave: "aromos26" } as const;
  await saveConnection(writer, { rut: "76123456-0", credential, conversation: null, state: "testing", now: NOW });
  return writer;
}

test("lists who has a way in that may work, by id alone, in every shard", async () => {
  const [testing, active, stopped, gone, never] = [
    await connected(),
    await connected(),
    await connected(),
    await connected(),
    await newWriter(archive),
  ];
  await turnConnection(active, { state: "active", reason: null, given_at }, NOW);
  await turnConnection(stopped, { state: "stopped", reason: "wrong_key", given_at }, NOW);
  await deleteConnection(gone, NOW);
  const listed = await allConnected();
  expect(listed.toSorted()).toEqual([testing.tenant.id, active.tenant.id].toSorted());
  expect(listed).not.toContain(never.tenant.id);
});

test("goes through a thousand of a shard in pages, and on to the next shard, each once", async () => {
  const made = (shard: string) =>
    Array.from({ length: 1_000 }, (_, nth) => `01JC${shard}${String(nth).padStart(20, "0")}`);
  for (const [binding, shard] of [
    ["LEDGER_00", "A0"],
    ["LEDGER_01", "B1"],
  ] as const) {
    const insert = bindings[binding].prepare(
      "INSERT INTO sii_connections (tenant_id, kind, rut_sealed, credential_sealed, consent_by, consent_at, state) VALUES (?, 'clave', '', '', '', '', 'active')",
    );
    await bindings[binding].batch(made(shard).map((id) => insert.bind(id)));
  }
  const listed = (await allConnected()).filter((id) => /^01JC(?:A0|B1)0/.test(id));
  expect(listed).toEqual([...made("A0"), ...made("B1")]);
});

test("a place in the list that is nobody's ends it", async () => {
  expect(await connectedTenants(archive.databases, "LEDGER_77|01JC")).toEqual({ tenants: [], next: null });
});

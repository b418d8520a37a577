import { beforeAll, expect, test } from "vitest";
import { addRule, listEntries, recordEntry, replaceEntry, verifyBooks } from "#src/ledger/index.ts";
import {
  authorize,
  beginErasure,
  findByAddress,
  issueToken,
  openViewer,
  readToken,
  rewrapTenantKeys,
  sweepErasures,
  type Archive,
} from "#src/tenants/index.ts";
import {
  at,
  bindings,
  bread,
  freshPhone,
  ids,
  newTenant,
  NOW,
  openArchive,
  viewerOf,
  writerOf,
} from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

/** What the tax service knows, and what was said to it. */
const SII_ROWS = {
  sii_claims:
    "(tenant_id, id, document_id, action, state, asked_by, asked_at) VALUES (?, 'l', 's', 'ACD', 'asked', 'c', 't')",
  sii_changes:
    "(tenant_id, id, document_id, run_id, from_state, to_state, from_month, to_month, at) VALUES (?, 'h', 's', 'r', 'a', 'b', 'm', 'm', 't')",
  sii_documents:
    "(tenant_id, id, document_key, paper_key, side, type, state, month, facts_sealed, facts_key, run_id, first_seen_at, changed_at) VALUES (?, 's', 'k', 'p', 'compra', 33, 'registro', '2026-11', 'f', 'f', 'r', 't', 't')",
  sii_months: "(tenant_id, month, totals_sealed, asked_at) VALUES (?, '2026-11', 't', 't')",
  sii_runs: "(tenant_id, id, cause, request_key, state, started_at) VALUES (?, 'r', 'asked', 'k', 'running', 't')",
  sii_connections:
    "(tenant_id, kind, rut_sealed, credential_sealed, consent_by, consent_at, state) VALUES (?, 'clave', 'r', 'c', 'b', 't', 'active')",
  sii_set_aside: "(tenant_id, difference_key, set_by, set_at) VALUES (?, 'd', 'b', 't')",
  sii_profiles: "(tenant_id, profile_sealed, changed_at) VALUES (?, 'p', 't')",
};

const TABLES = ["evidence", "documents", "rules", "postings", "entries", "audit", ...Object.keys(SII_ROWS)];

const each = (tables: object, count: number) => Object.fromEntries(Object.keys(tables).map((name) => [name, count]));

/** A tenant with everything that one can have. */
const keepAll = async () => {
  const phone = freshPhone();
  const { tenant } = await newTenant(archive, phone);
  const writer = await writerOf(archive, tenant.id);
  const { entry } = await recordEntry(writer, bread(), at());
  const both = { reversal: ids.id(), replacement: ids.id() };
  const request = { entry_id: entry.id, source: "api" as const, source_ref: "api:fix:0", now: NOW };
  await replaceEntry(writer, { ...request, patch: { amount_minor: 1 }, ids: both });
  const paper = "INSERT INTO evidence (tenant_id, paper_key, entry_id) VALUES (?, 'k', ?)";
  await bindings[tenant.shard as "LEDGER_00"].prepare(paper).bind(tenant.id, entry.id).run();
  const document =
    "INSERT INTO documents (tenant_id, id, source, source_key, state, entry_id, created_at, updated_at) VALUES (?, 'd', 'api', 'k', 'booked', ?, 't', 't')";
  await bindings[tenant.shard as "LEDGER_00"].prepare(document).bind(tenant.id, entry.id).run();
  for (const [table, row] of Object.entries(SII_ROWS).toReversed()) {
    await bindings[tenant.shard as "LEDGER_00"].prepare(`INSERT INTO ${table} ${row}`).bind(tenant.id).run();
  }
  const rule = { kind: "category", match: "Copec", category: "combustible", side: "expense" } as const;
  await addRule(writer, { rule, source_ref: "api:rule:0", ...at() });
  const wish = { role: "owner" as const, scopes: [], now: NOW, id: ids.id(), secret: new Uint8Array(32) };
  const { token } = await issueToken(writer, wish);
  return { phone, tenant, writer, token };
};

/** Rows that name the tenant, in every table of a database that has tenants. */
const rowsOf = async (d1: D1Database, tenantId: string): Promise<Record<string, number>> => {
  const tables = await d1
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%tenant_id%'")
    .all<{ name: string }>();
  const counts: Record<string, number> = {};
  for (const { name } of tables.results) {
    const query = d1.prepare(`SELECT count(*) AS n FROM ${name} WHERE tenant_id = ?`).bind(tenantId);
    counts[name] = (await query.first<number>("n")) ?? 0;
  }
  return counts;
};

const sweep = async (forgotten: string[] = []) =>
  sweepErasures(archive, {
    tables: TABLES,
    forget: async (id) => {
      forgotten.push(id);
    },
    limit: 10,
    now: NOW,
  });

test("from its beginning an erased tenant is unknown, its token opens nothing and its phone is a stranger's", async () => {
  const { phone, tenant, writer, token } = await keepAll();
  await beginErasure(writer, NOW);
  expect(await openViewer(archive, tenant.id)).toBeNull();
  expect(await readToken(archive, token)).toBeNull();
  expect(await findByAddress(archive, "whatsapp", { phone, user_id: null })).toBeNull();
  expect((await newTenant(archive, phone)).tenant.id).not.toBe(tenant.id);
  const key = await bindings.DIRECTORY.prepare("SELECT data_key FROM tenants WHERE id = ?")
    .bind(tenant.id)
    .first("data_key");
  expect(key).toBe("");
  expect(await rewrapTenantKeys(archive, { limit: 100, now: NOW })).toEqual({ rewrapped: 0, remaining: 0 });
});

test("a sweep leaves no row in any table of any database but the line that remembers it", async () => {
  const { tenant, writer } = await keepAll();
  const shard = bindings[tenant.shard as "LEDGER_00"];
  expect(await rowsOf(shard, tenant.id)).toEqual({
    erasures: 0,
    entries: 3,
    evidence: 1,
    postings: 3,
    documents: 1,
    rules: 1,
    audit: 3,
    ...each(SII_ROWS, 1),
  });
  await beginErasure(writer, NOW);
  const forgotten: string[] = [];
  expect(await sweep(forgotten)).toContain(tenant.id);
  expect(forgotten).toContain(tenant.id);
  expect(await rowsOf(shard, tenant.id)).toEqual({
    erasures: 1,
    entries: 0,
    evidence: 0,
    postings: 0,
    documents: 0,
    rules: 0,
    audit: 0,
    ...each(SII_ROWS, 0),
  });
  expect(await rowsOf(bindings.DIRECTORY, tenant.id)).toEqual({
    contacts: 0,
    members: 0,
    aliases: 0,
    api_tokens: 0,
    audit: 0,
    erasures: 1,
  });
  expect(await bindings.DIRECTORY.prepare("SELECT 1 FROM tenants WHERE id = ?").bind(tenant.id).first()).toBeNull();
  expect(await sweep()).toEqual([]);
});

const forget = async () => {
  throw new Error("storage is away");
};

test("a sweep that is cut short is swept again", async () => {
  const { tenant, writer } = await keepAll();
  await beginErasure(writer, NOW);
  await expect(sweepErasures(archive, { tables: TABLES, forget, limit: 10, now: NOW })).rejects.toThrow(
    "storage is away",
  );
  expect(await sweep()).toContain(tenant.id);
});

test("another tenant on the same shard keeps everything", async () => {
  const gone = await keepAll();
  let kept = await keepAll();
  while (kept.tenant.shard !== gone.tenant.shard) kept = await keepAll();
  await beginErasure(gone.writer, NOW);
  await sweep();
  expect(await verifyBooks(await viewerOf(archive, kept.tenant.id))).toEqual({ intact: true, entries: 3 });
  expect(await listEntries(kept.writer, {})).toMatchObject({
    ok: true,
    value: { entries: [{ concept: "pan" }, {}, {}] },
  });
  expect(await readToken(archive, kept.token)).not.toBeNull();
});

test("who still held the books open when they were erased writes nothing into them", async () => {
  const { tenant, writer } = await keepAll();
  await beginErasure(writer, NOW);
  await sweep();
  await expect(recordEntry(writer, bread(), at())).rejects.toThrow("for a tenant that is erased");
  expect(await rowsOf(bindings[tenant.shard as "LEDGER_00"], tenant.id)).toMatchObject({ entries: 0, postings: 0 });
});

test("an employee does not erase the business", async () => {
  const { tenant } = await newTenant(archive);
  const actor = { kind: "contact" as const, id: "c1" };
  const asked = { tenant_id: tenant.id, actor, standing: "employee" as const, action: "tenant.erase" as const };
  expect(await authorize(archive, asked)).toEqual({ ok: false, error: { reason: "forbidden" } });
});

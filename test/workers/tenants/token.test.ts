import { beforeAll, expect, test } from "vitest";
import { issueToken, readToken, revokeToken, type Archive } from "#src/tenants/index.ts";
import { bindings, ids, newWriter, NOW, openArchive } from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const wish = () => ({
  role: "accountant" as const,
  scopes: ["read:ledger"],
  now: NOW,
  id: ids.id(),
  secret: crypto.getRandomValues(new Uint8Array(32)),
});

test("a token opens its tenant in its role", async () => {
  const writer = await newWriter(archive);
  const { id, token } = await issueToken(writer, wish());
  expect(token).toMatch(/^lu_[0-9A-Z]{26}_[0-9a-f]{64}$/);
  expect(await readToken(archive, token)).toEqual({
    token_id: id,
    tenant_id: writer.tenant.id,
    role: "accountant",
    scopes: ["read:ledger"],
  });
});

test("a token with one digit changed, of another shape, or of an unknown id opens nothing", async () => {
  const { token } = await issueToken(await newWriter(archive), wish());
  const changed = token.slice(0, -1) + (token.endsWith("0") ? "1" : "0");
  const unknown = token.replace(/^lu_[^_]+/, `lu_${ids.id()}`);
  for (const bearer of [changed, unknown, "", "lu_", `${token} `, token.toUpperCase()]) {
    expect(await readToken(archive, bearer)).toBeNull();
  }
});

test("the secret of a token stands nowhere in the directory", async () => {
  const { token } = await issueToken(await newWriter(archive), wish());
  const { results } = await bindings.DIRECTORY.prepare("SELECT * FROM api_tokens").all();
  expect(JSON.stringify(results)).not.toContain(token.slice(-64));
});

test("a revoked token opens nothing, and is revoked once", async () => {
  const writer = await newWriter(archive);
  const { id, token } = await issueToken(writer, wish());
  expect(await revokeToken(writer, id, NOW)).toBe(true);
  expect(await readToken(archive, token)).toBeNull();
  expect(await revokeToken(writer, id, NOW)).toBe(false);
});

test("another tenant does not revoke it", async () => {
  const { id, token } = await issueToken(await newWriter(archive), wish());
  expect(await revokeToken(await newWriter(archive), id, NOW)).toBe(false);
  expect(await readToken(archive, token)).not.toBeNull();
});

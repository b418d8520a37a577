import { shelfOf } from "#database";
import { hashOfSecret, isSameHash, readApiKey, writeApiKey } from "#security";
import { commitDirectory } from "./commit.ts";
import { insertToken, revokeTokenRow, tokenRow } from "./store.ts";
import type { Role } from "./tenant.ts";
import type { Archive } from "./viewer.ts";
import type { Writer } from "./writer.ts";

export type NewToken = {
  role: Role;
  scopes: readonly string[];
  /** Epoch ms. */
  now: number;
  /** A ULID. */
  id: string;
  /** 32 random bytes. */
  secret: Uint8Array;
};

/** Makes a bearer token of the tenant. The text is shown this once; only its hash is kept. */
export async function issueToken(writer: Writer, asked: NewToken): Promise<{ id: string; token: string }> {
  const token = writeApiKey(asked.id, asked.secret);
  const row = insertToken({
    id: asked.id,
    tenant_id: writer.tenant.id,
    secret_hash: await hashOfSecret(readApiKey(token)?.secret ?? ""),
    role: asked.role,
    scopes: JSON.stringify(asked.scopes),
    created_at: new Date(asked.now).toISOString(),
    revoked_at: null,
  });
  await commitDirectory(writer, { action: "token.issue", targets: [asked.id], at: asked.now }, [row]);
  return { id: asked.id, token };
}

export type TokenHolder = { token_id: string; tenant_id: string; role: Role; scopes: string[] };

/** Who holds this bearer token, or null: malformed, unknown, wrong and revoked are one answer. */
export async function readToken(archive: Archive, bearer: string): Promise<TokenHolder | null> {
  const key = readApiKey(bearer);
  if (!key) return null;
  const row = await tokenRow(shelfOf(archive.databases.directory), key.id);
  if (!row || row.revoked_at !== null) return null;
  if (!isSameHash(row.secret_hash, await hashOfSecret(key.secret))) return null;
  return { token_id: row.id, tenant_id: row.tenant_id, role: row.role, scopes: JSON.parse(row.scopes) as string[] };
}

/** Ends a token of the tenant; false when it has none of that id in force. */
export async function revokeToken(writer: Writer, id: string, now: number): Promise<boolean> {
  const row = await tokenRow(writer.directory, id);
  if (!row || row.tenant_id !== writer.tenant.id || row.revoked_at !== null) return false;
  const revoke = revokeTokenRow(writer.tenant.id, id, new Date(now).toISOString());
  await commitDirectory(writer, { action: "token.revoke", targets: [id], at: now }, [revoke]);
  return true;
}

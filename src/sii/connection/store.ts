import { and, asc, eq, gt, ne, type SQL } from "drizzle-orm";
import { draft, statementOf, type Shelf, type Statement } from "#database";
import { actorName, commit, type Viewer, type Writer } from "#tenants";
import type { Credential } from "../session/credential.ts";
import type { SiiTrouble } from "../session/trouble.ts";
import { siiConnections } from "../tables.ts";
import type { Connection, ConnectionState } from "./connection.ts";

type Row = typeof siiConnections.$inferSelect;

export type NewConnection = {
  rut: string;
  credential: Credential;
  conversation: string | null;
  /** Whether it was seen to work. */
  state: Exclude<ConnectionState, "stopped">;
  now: number;
};

/** Keeps a credential, sealed, with who gave it and when; it takes the place of any before it. */
export async function saveConnection(writer: Writer, connection: NewConnection): Promise<void> {
  const { rut, credential, conversation, state, now } = connection;
  const row: Row = {
    tenant_id: writer.tenant.id,
    kind: credential.kind,
    rut_sealed: await seal(writer, "rut", rut),
    credential_sealed: await seal(writer, "credential", JSON.stringify(credential)),
    valid_until: credential.kind === "certificate" ? credential.certificate.valid_until : null,
    consent_by: actorName(writer.actor),
    consent_at: new Date(now).toISOString(),
    conversation,
    state,
    reason: null,
    synced_at: null,
  };
  const { tenant_id: _mine, ...change } = row;
  const insert = draft.insert(siiConnections).values(row);
  await write(writer, now, statementOf(insert.onConflictDoUpdate({ target: siiConnections.tenant_id, set: change })));
}

/** Takes a way in back: nothing of it is kept. */
export async function deleteConnection(writer: Writer, now: number): Promise<void> {
  const mine = eq(siiConnections.tenant_id, writer.tenant.id);
  await write(writer, now, statementOf(draft.delete(siiConnections).where(mine)));
}

type Turn = { state: ConnectionState; reason: SiiTrouble | null; synced_at?: string };

/** Of this key alone: another one that was given meanwhile begins by itself. */
export async function turnConnection(
  writer: Writer,
  { given_at, ...turn }: Turn & { given_at: string },
  now: number,
): Promise<void> {
  await write(writer, now, statementOf(draft.update(siiConnections).set(turn).where(ofKey(writer, given_at))));
}

function ofKey({ tenant }: Viewer, given_at: string): SQL | undefined {
  return and(eq(siiConnections.tenant_id, tenant.id), eq(siiConnections.consent_at, given_at));
}

export async function findConnection(viewer: Viewer): Promise<Connection | null> {
  const row = await rowOf(viewer);
  if (!row) return null;
  const { kind, valid_until, consent_by, consent_at, conversation, state, reason, synced_at } = row;
  const rut = await viewer.unseal(placeOf(viewer, "rut"), row.rut_sealed);
  return { kind, rut, valid_until, consent_by, consent_at, conversation, state, reason, synced_at };
}

/** `given_at` tells it from any other key of that business. */
export type GivenKey = { credential: Credential; given_at: string };

/** For whoever logs in, and nobody else. */
export async function keyOf(viewer: Viewer): Promise<GivenKey | null> {
  const row = await rowOf(viewer);
  if (!row) return null;
  const opened = await viewer.unseal(placeOf(viewer, "credential"), row.credential_sealed);
  return { credential: JSON.parse(opened) as Credential, given_at: row.consent_at };
}

/** Whose way in may work, of one shard and in the order of their ids: these alone, and nothing that is theirs. */
export async function idsConnected(
  shard: Shelf,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await shard
    .select({ id: siiConnections.tenant_id })
    .from(siiConnections)
    .where(and(gt(siiConnections.tenant_id, after), ne(siiConnections.state, "stopped")))
    .orderBy(asc(siiConnections.tenant_id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function rowOf(viewer: Viewer): Promise<Row | null> {
  const [row] = await viewer.ledger
    .select()
    .from(siiConnections)
    .where(eq(siiConnections.tenant_id, viewer.tenant.id))
    .limit(1);
  return row ?? null;
}

async function write(writer: Writer, now: number, statement: Statement): Promise<void> {
  await commit(writer, { action: "sii.connect", targets: [writer.tenant.id], at: now }, [statement]);
}

async function seal(writer: Writer, column: string, plain: string): Promise<string> {
  return writer.seal(placeOf(writer, column), plain);
}

function placeOf({ tenant }: Viewer, column: string): { table: string; column: string; row: string } {
  return { table: "sii_connections", column, row: tenant.id };
}

import type { Entropy } from "#kernel";
import { changeTenant, type Tenant, type Writer } from "#tenants";
import type { Credential } from "../session/credential.ts";
import type { SiiSessionRpc } from "../session/object.ts";
import type { TriedOut } from "../session/try-out.ts";
import { policyOf } from "../session/trouble.ts";
import { RUT_PURPOSE } from "./connection.ts";
import type { Run } from "../run/run.ts";
import { findRun, lastRun, openRun, turnRun } from "../run/store.ts";
import { deleteConnection, findConnection, saveConnection } from "./store.ts";

// What a business may ask of its way to the SII. Each asks the session object of its RUT, where everything is in a row.

export type ConnectPorts = {
  now: number;
  entropy: Entropy;
  /** The session object of a RUT. */
  sessionOf(rut: string): Promise<SiiSessionRpc>;
  /** From now on it is looked at by itself; told again it is no news. */
  enlist(tenant: Tenant): Promise<void>;
  /** And no more. */
  strike(tenant: Tenant): Promise<void>;
};

export type Connecting = {
  /** The business's own. */
  rut: string;
  credential: Credential;
  /** The conversation object that is told. */
  conversation: string | null;
  /** Its natural key. */
  request: string;
};

/**
 * Tries a way in, and begins the first sync where it is one. A key that is refused is never kept, and whatever worked before
 * goes on working; where the SII is away it is kept, and the sync waits for it.
 */
export async function connect(writer: Writer, connecting: Connecting, ports: ConnectPorts): Promise<TriedOut> {
  const { rut, credential, conversation, request } = connecting;
  const { now } = ports;
  const given_at = new Date(now).toISOString();
  const session = await ports.sessionOf(rut);
  const tried = await session.tryOut(writer.tenant.id, { rut, credential, given_at });
  if (!tried.ok && policyOf(tried.reason).mend === "person") return tried;
  const state = tried.ok ? "active" : "testing";
  await saveConnection(writer, { rut, credential, conversation, state, now });
  if (writer.tenant.tax_id !== rut) await changeTenant(writer, { tax_id: rut }, now);
  await ports.enlist(writer.tenant);
  const run = await openRun(writer, { id: ports.entropy.id(), cause: "connected", request, now });
  await begin(writer, { run, rut }, ports);
  return tried;
}

/**
 * `not_connected`: there is no way in. `stopped`: its owner must give another one first. `resumes_at`: where the SII holds
 * it up, when it goes on, epoch ms.
 */
export type SyncAsked =
  | { outcome: "started" | "running"; run: Run; resumes_at: number | null }
  | { outcome: "not_connected" | "stopped" };

/** Begins a sync, or goes on with the one that runs: there is one at a time. @param asked `request` is its natural key */
export async function sync(
  writer: Writer,
  { cause, request }: { cause: "asked" | "schedule"; request: string },
  ports: ConnectPorts,
): Promise<SyncAsked> {
  const own = await findConnection(writer);
  if (!own) return { outcome: "not_connected" };
  if (own.state === "stopped") return { outcome: "stopped" };
  const open = await openSyncOf(writer);
  const run = open ?? (await openRun(writer, { id: ports.entropy.id(), cause, request, now: ports.now }));
  const begun = await begin(writer, { run, rut: own.rut }, ports);
  return open ? { ...begun, outcome: "running" } : begun;
}

/** A sync that waits for the SII, or one that a kill kept from beginning. */
async function openSyncOf(writer: Writer): Promise<Run | null> {
  const run = await lastRun(writer);
  return run?.ended_at === null && run.cause !== "file" ? run : null;
}

/** Where another sync is under way at its object, that is the one, and the one that was to begin is over before it began. */
async function begin(
  writer: Writer,
  { run, rut }: { run: Run; rut: string },
  { now, sessionOf }: ConnectPorts,
): Promise<Extract<SyncAsked, { run: Run }>> {
  if (run.ended_at !== null) return { outcome: "started", run, resumes_at: null };
  const rut_key = await writer.keyOf(RUT_PURPOSE, rut);
  const session = await sessionOf(rut);
  const asked = { tenant_id: writer.tenant.id, run_id: run.id, cause: run.cause, rut_key };
  const { outcome, run_id, resumes_at = null } = await session.start(asked);
  if (run_id === run.id) return { outcome, run, resumes_at };
  await turnRun(writer, { id: run.id, state: "done", now });
  return { outcome, run: (await findRun(writer, run_id)) ?? run, resumes_at };
}

/** Deletes the key, then whatever session is still open under it. False where there was none. */
export async function disconnect(writer: Writer, ports: ConnectPorts): Promise<boolean> {
  const own = await findConnection(writer);
  if (!own) return false;
  const { now } = ports;
  await deleteConnection(writer, now);
  await ports.strike(writer.tenant);
  const run = await openSyncOf(writer);
  if (run) await turnRun(writer, { id: run.id, state: "failed", reason: "disconnected", now });
  const session = await ports.sessionOf(own.rut);
  await session.forget(writer.tenant.id);
  return true;
}

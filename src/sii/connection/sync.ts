import type { Writer } from "#tenants";
import type { Run } from "../run/run.ts";
import { findRun, lastRun, openRun, turnRun } from "../run/store.ts";
import { RUT_PURPOSE } from "./connection.ts";
import type { ConnectPorts } from "./ports.ts";
import { findConnection } from "./store.ts";

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
export async function openSyncOf(writer: Writer): Promise<Run | null> {
  const run = await lastRun(writer);
  return run?.ended_at === null && run.cause !== "file" ? run : null;
}

/** Where another sync is under way at its object, that is the one, and the one that was to begin is over before it began. */
export async function begin(
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

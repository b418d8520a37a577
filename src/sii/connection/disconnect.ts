import type { Writer } from "#tenants";
import { turnRun } from "../run/store.ts";
import type { ConnectPorts } from "./ports.ts";
import { deleteConnection, findConnection } from "./store.ts";
import { openSyncOf } from "./sync.ts";

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

import { changeTenant, type Writer } from "#tenants";
import { openRun } from "../run/store.ts";
import type { Credential } from "../session/credential.ts";
import { policyOf } from "../session/trouble.ts";
import type { TriedOut } from "../session/try-out.ts";
import type { ConnectPorts } from "./ports.ts";
import { saveConnection } from "./store.ts";
import { begin } from "./sync.ts";

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

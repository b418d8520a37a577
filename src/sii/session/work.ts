import { authorize, type Writer } from "#tenants";
import type { Connection } from "../connection/connection.ts";
import { turnConnection } from "../connection/store.ts";
import type { Desk } from "./desk.ts";
import type { Job } from "./store.ts";
import type { SiiTrouble } from "./trouble.ts";

/** A sync at hand: whose it is, and by which way in. */
export type Work = { desk: Desk; job: Job; writer: Writer; own: Connection };

/** Null where the business is no more. */
export async function writerOf(desk: Desk, tenant_id: string): Promise<Writer | null> {
  const actor = { kind: "system", id: "sii" } as const;
  const allowed = await authorize(await desk.ports.archive(), {
    tenant_id,
    actor,
    standing: "system",
    action: "sii.keep",
  });
  return allowed.ok ? allowed.value : null;
}

/** Only its owner can mend it: until then nothing is asked of the SII, least of all a login. */
export async function stop({ desk, writer, own }: Omit<Work, "job">, reason: SiiTrouble): Promise<void> {
  await turnConnection(writer, { state: "stopped", reason, given_at: own.consent_at }, desk.ports.clock.now());
}

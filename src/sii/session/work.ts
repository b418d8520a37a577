import { dateIn, monthOf } from "#kernel";
import { authorize, type Writer } from "#tenants";
import type { Connection } from "../connection/connection.ts";
import type { Desk } from "./desk.ts";
import type { Job } from "./store.ts";

/** A sync at hand: whose it is, and by which way in. */
export type Work = { desk: Desk; job: Job; writer: Writer; own: Connection };

const TIME_ZONE = "America/Santiago";

/** The month that runs where the SII is. */
export function monthNow(now: number): string {
  return monthOf(dateIn(now, TIME_ZONE));
}

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

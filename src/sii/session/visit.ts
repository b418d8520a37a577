import { err, MINUTE_MS, type Entropy, type Result } from "#kernel";
import { logProblem } from "#telemetry";
import type { Writer } from "#tenants";
import type { Connection } from "../connection/connection.ts";
import { findConnection } from "../connection/store.ts";
import { monthNow } from "../taxes/santiago.ts";
import type { PacedConnection } from "./client.ts";
import type { Session, Trouble } from "./credential.ts";
import type { Desk } from "./desk.ts";
import { HELD_MS_MAX, leaveAs, sessionOf } from "./let-in.ts";
import { keepAway, paced } from "./pace.ts";
import { findJob } from "./store.ts";
import { policyOf } from "./trouble.ts";
import { stop, writerOf } from "./work.ts";

/** With what a visit asks. `month`: the one that runs where the SII is. */
export type Visit = {
  connection: PacedConnection;
  session: Session;
  entropy: Entropy;
  own: Connection;
  viewer: Writer;
  month: string;
};

/** A session that is over at once again is no session. */
const LOGINS_MAX = 2;

/**
 * Asks the SII something for a business between its syncs, with the session that is open or a new one, which is closed
 * again where nobody else needs it. What `ask` does is done again where the session was over, and in no other case; a key
 * that is refused stops the connection, as it would a sync.
 */
export async function visit<T>(
  desk: Desk,
  tenantId: string,
  ask: (visit: Visit) => Promise<Result<T, Trouble>>,
): Promise<Result<T, Trouble>> {
  const viewer = await writerOf(desk, tenantId);
  const own = viewer && (await findConnection(viewer));
  const connection = paced(desk);
  if (!viewer || !own || !connection) return err({ reason: "needs_certificate", evidence: "no connection" });
  if (own.state === "stopped") return err({ reason: own.reason ?? "unknown", evidence: "stopped" });
  const around = { connection, entropy: desk.ports.entropy, own, viewer, month: monthNow(desk.ports.clock.now()) };
  const told = await asked(desk, around, ask);
  if (!told.ok) await heed(desk, told.error);
  if (own.kind === "clave" && !isAwaited(desk, tenantId)) await leaveAs(desk, tenantId);
  return told;
}

/** A sync of the same business goes on with the session soon, and closes it. */
function isAwaited({ sql, ports }: Desk, tenantId: string): boolean {
  const job = findJob(sql, tenantId);
  return job !== null && job.cause !== "file" && job.due_at - ports.clock.now() <= HELD_MS_MAX;
}

async function asked<T>(
  desk: Desk,
  around: Omit<Visit, "session">,
  ask: (visit: Visit) => Promise<Result<T, Trouble>>,
): Promise<Result<T, Trouble>> {
  const { viewer, own, connection } = around;
  for (let logins = 1; ; logins++) {
    const session = await sessionOf(desk, { viewer, given_at: own.consent_at }, connection);
    if (!session.ok) {
      const { reason } = session.error;
      if (policyOf(reason).mend === "person") await stop({ desk, writer: viewer, own }, reason);
      return session;
    }
    const told = await ask({ ...around, session: session.value });
    if (told.ok || told.error.reason !== "session_over") return told;
    await leaveAs(desk, viewer.tenant.id);
    if (logins >= LOGINS_MAX) return told;
  }
}

async function heed(desk: Desk, { reason, evidence, host, wait_ms }: Trouble): Promise<void> {
  logProblem("sii.visit_hindered", { session: desk.id.slice(0, 12), reason, evidence });
  const { mend, wait_min } = policyOf(reason);
  if (mend === "host" && host !== undefined && wait_ms === undefined) {
    await keepAway(desk, host, wait_min * MINUTE_MS);
  }
}

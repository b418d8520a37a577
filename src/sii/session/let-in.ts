import { err, HOUR_MS, ok } from "#kernel";
import type { Viewer } from "#tenants";
import { credentialOf } from "../connection/store.ts";
import type { PacedConnection } from "./client.ts";
import { SESSION_MAX_MS, type LoggedIn, type Session } from "./credential.ts";
import { sealJson, unsealJson, type Desk } from "./desk.ts";
import { enterRcv, logIn, logOut } from "./login.ts";
import { dropMeta, readMeta, setMeta } from "./store.ts";

// The session of the desk: one at a time, used until it is old, and never left open.

const SESSION = "session";
/** Logins that began and of which nobody heard the end: a kill between the two. */
const LOGINS_OPEN = "logins_open";
/** Each may have been a wrong key, and seven of those cost a taxpayer their clave. */
const LOGINS_OPEN_MAX = 2;

type Kept = { tenant_id: string; session: Session };

/** The session that is open for this business, or a new one. */
export async function sessionOf(desk: Desk, viewer: Viewer, connection: PacedConnection): Promise<LoggedIn> {
  const kept = await keptSession(desk);
  const { clock } = desk.ports;
  const isOurs = kept?.tenant_id === viewer.tenant.id && clock.now() - kept.session.opened_at < SESSION_MAX_MS;
  if (kept && isOurs) return kept.session.is_new ? enter(desk, kept, connection) : ok(kept.session);
  if (kept) await leave(desk, connection);
  return open(desk, viewer, connection);
}

/**
 * It is kept before the RCV is entered: where that host is not to be asked yet, whoever comes back finds the session and
 * opens no other beside it.
 */
async function open(desk: Desk, viewer: Viewer, connection: PacedConnection): Promise<LoggedIn> {
  const credential = await credentialOf(viewer);
  if (!credential) return err({ reason: "needs_certificate", evidence: "no credential" });
  const begun = Number(readMeta(desk.sql, LOGINS_OPEN) ?? 0);
  if (begun >= LOGINS_OPEN_MAX && credential.kind === "clave") {
    dropMeta(desk.sql, LOGINS_OPEN);
    return err({ reason: "unavailable", evidence: "logins of unknown end", wait_ms: HOUR_MS });
  }
  setMeta(desk.sql, LOGINS_OPEN, String(begun + 1));
  const session = await logIn(credential, { connection, now: desk.ports.clock.now });
  const kept = session.ok ? { tenant_id: viewer.tenant.id, session: session.value } : null;
  if (kept) await keep(desk, kept);
  dropMeta(desk.sql, LOGINS_OPEN);
  return kept ? enter(desk, kept, connection) : session;
}

async function enter(desk: Desk, { tenant_id, session }: Kept, connection: PacedConnection): Promise<LoggedIn> {
  const entered = await enterRcv(session, { connection });
  if (entered.ok) await keep(desk, { tenant_id, session: entered.value });
  return entered;
}

async function keep(desk: Desk, kept: Kept): Promise<void> {
  setMeta(desk.sql, SESSION, await sealJson(desk, { table: "meta", row: SESSION }, kept));
}

async function keptSession(desk: Desk): Promise<Kept | null> {
  const sealed = readMeta(desk.sql, SESSION);
  return sealed === null ? null : unsealJson<Kept>(desk, { table: "meta", row: SESSION }, sealed);
}

/** Forgets a session that has ended by itself. */
export function forgetSession(desk: Desk): void {
  dropMeta(desk.sql, SESSION);
}

/** Logs out, and forgets the session whatever the SII says to that. */
export async function leave(desk: Desk, connection: PacedConnection | null): Promise<void> {
  const kept = await keptSession(desk);
  forgetSession(desk);
  if (kept && connection) await logOut(kept.session, { connection });
}

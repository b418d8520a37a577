import { err, HOUR_MS, ok } from "#kernel";
import type { Viewer } from "#tenants";
import { keyOf, type GivenKey } from "../connection/store.ts";
import type { PacedConnection } from "./client.ts";
import { SESSION_MAX_MS, type LoggedIn, type Session } from "./credential.ts";
import { sealJson, unsealJson, type Desk } from "./desk.ts";
import { logIn, logOut, seeRegister } from "./login.ts";
import { dropMeta, readMeta, setMeta } from "./store.ts";
import { policyOf, type SiiTrouble } from "./trouble.ts";

// The session of the desk: one at a time, used until it is old, and never left open.

const SESSION = "session";
/** Claves that were given away and of which nobody heard what became: a kill between the two, an answer that got lost. */
const LOGINS_UNHEARD = "logins_unheard";
/** Each may have been a wrong key, and seven of those cost a taxpayer their clave; or a session, of which there are ten. */
const LOGINS_UNHEARD_MAX = 2;
/** So long after the last of them nobody logs in, whoever asks. */
const UNHEARD_REST_MS = HOUR_MS;

/** Whoever wants in. `given_at`: the key that they mean, for a session of another one is not theirs. */
export type Guest = { viewer: Viewer; given_at: string };

type Kept = { tenant_id: string; given_at: string; session: Session };

/** The session that is open for this business and key, or a new one. */
export async function sessionOf(
  desk: Desk,
  { viewer, given_at }: Guest,
  connection: PacedConnection,
): Promise<LoggedIn> {
  const kept = await keptSession(desk);
  const isTheirs = kept?.tenant_id === viewer.tenant.id && kept.given_at === given_at;
  const isFresh = kept !== null && desk.ports.clock.now() - kept.session.opened_at < SESSION_MAX_MS;
  if (kept && isTheirs && isFresh) return withRegister(desk, kept, connection);
  if (kept) await leave(desk, connection);
  return enter(desk, viewer, connection);
}

async function enter(desk: Desk, viewer: Viewer, connection: PacedConnection): Promise<LoggedIn> {
  const key = await keyOf(viewer);
  if (!key) return err({ reason: "needs_certificate", evidence: "no credential" });
  const refused = refusalOf(desk, viewer, key);
  if (refused !== null) return err({ reason: refused, evidence: "refused before" });
  const { now } = desk.ports.clock;
  const rest_ms = key.credential.kind === "clave" ? restAfter(unheardOf(desk), now()) : 0;
  if (rest_ms > 0) return err({ reason: "unavailable", evidence: "logins of unknown end", rest_ms });
  const session = await logIn(key.credential, { connection, now, gives: () => noteGiven(desk) });
  if (!session.ok) {
    noteRefusal(desk, { viewer, key }, session.error.reason);
    return session;
  }
  const kept: Kept = { tenant_id: viewer.tenant.id, given_at: key.given_at, session: session.value };
  await keep(desk, kept);
  dropMeta(desk.sql, LOGINS_UNHEARD);
  return withRegister(desk, kept, connection);
}

/** `at`: of the last of them, epoch ms. */
type Unheard = { count: number; at: number };

function unheardOf({ sql }: Desk): Unheard {
  const noted = readMeta(sql, LOGINS_UNHEARD);
  return noted === null ? { count: 0, at: 0 } : (JSON.parse(noted) as Unheard);
}

/** In how many ms a clave may be given away again. */
function restAfter({ count, at }: Unheard, now: number): number {
  const since = now - at;
  // A clock that was set back must not stop everything.
  return count < LOGINS_UNHEARD_MAX || since < 0 ? 0 : Math.max(0, UNHEARD_REST_MS - since);
}

/** Before a clave leaves the house. Those before the last rest have had their time. */
function noteGiven(desk: Desk): void {
  const { count } = unheardOf(desk);
  const next: Unheard = { count: count >= LOGINS_UNHEARD_MAX ? 1 : count + 1, at: desk.ports.clock.now() };
  setMeta(desk.sql, LOGINS_UNHEARD, JSON.stringify(next));
}

/** A session is kept before anything is done with it: where its page does not come, it is not opened again. */
async function withRegister(desk: Desk, kept: Kept, connection: PacedConnection): Promise<LoggedIn> {
  if (kept.session.saw_register) return ok(kept.session);
  const session = await seeRegister(kept.session, { connection });
  if (session.ok) await keep(desk, { ...kept, session: session.value });
  return session;
}

async function keep(desk: Desk, kept: Kept): Promise<void> {
  setMeta(desk.sql, SESSION, await sealJson(desk, { table: "meta", row: SESSION }, kept));
}

async function keptSession(desk: Desk): Promise<Kept | null> {
  const sealed = readMeta(desk.sql, SESSION);
  return sealed === null ? null : unsealJson<Kept>(desk, { table: "meta", row: SESSION }, sealed);
}

type Refusal = { given_at: string; reason: SiiTrouble };

const refusedKey = (viewer: Viewer): string => `refused:${viewer.tenant.id}`;

/** Written down before anybody else is told: whatever fails from here on, this key is not tried again. */
function noteRefusal(desk: Desk, { viewer, key }: { viewer: Viewer; key: GivenKey }, reason: SiiTrouble): void {
  if (policyOf(reason).mend !== "person") return;
  const refusal: Refusal = { given_at: key.given_at, reason };
  setMeta(desk.sql, refusedKey(viewer), JSON.stringify(refusal));
  dropMeta(desk.sql, LOGINS_UNHEARD);
}

function refusalOf(desk: Desk, viewer: Viewer, { given_at }: GivenKey): SiiTrouble | null {
  const noted = readMeta(desk.sql, refusedKey(viewer));
  const refusal = noted === null ? null : (JSON.parse(noted) as Refusal);
  return refusal?.given_at === given_at ? refusal.reason : null;
}

/** Logs out, and forgets the session whatever the SII says to that. */
export async function leave(desk: Desk, connection: PacedConnection | null): Promise<void> {
  const kept = await keptSession(desk);
  dropMeta(desk.sql, SESSION);
  if (kept && connection) await logOut(kept.session, { connection });
}

/** The same, where it is of this business. */
export async function leaveAs(desk: Desk, tenantId: string, connection: PacedConnection | null): Promise<void> {
  if ((await keptSession(desk))?.tenant_id === tenantId) await leave(desk, connection);
}

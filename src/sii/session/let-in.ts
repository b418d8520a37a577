import { err, HOUR_MS, MINUTE_MS, ok } from "#kernel";
import type { Viewer } from "#tenants";
import { keyOf, type GivenKey } from "../connection/store.ts";
import { lookupHash } from "#security";
import type { ClaveBook } from "./clave-book.ts";
import type { PacedConnection } from "./client.ts";
import { SESSION_MAX_MS, type Credential, type LoggedIn, type Session, type Trouble } from "./credential.ts";
import { sealJson, unsealJson, type Desk } from "./desk.ts";
import { logIn, logOut, seeRegister } from "./login.ts";
import { paced } from "./pace.ts";
import { dropMeta, metaUnder, readJson, readMeta, setJson, setMeta } from "./store.ts";
import { policyOf, type SiiTrouble } from "./trouble.ts";

// The session of the desk: one at a time, used until it is old, and never left open.

const SESSION = "session";
/** One of the ten sessions that its owner has is held over a shorter wait: to log in again each time is worse. */
export const HELD_MS_MAX = 15 * MINUTE_MS;

/**
 * Whoever wants in. `given_at`: the key that they mean, for a session of another one is not theirs. `key`: where it is not
 * the one that is kept.
 */
export type Guest = { viewer: Viewer; given_at: string; key?: GivenKey };

type Kept = { tenant_id: string; given_at: string; session: Session };

/** The session that is open for this business and key, or a new one. */
export async function sessionOf(desk: Desk, guest: Guest, connection: PacedConnection): Promise<LoggedIn> {
  const { viewer, given_at } = guest;
  const kept = await keptSession(desk);
  const isTheirs = kept?.tenant_id === viewer.tenant.id && kept.given_at === given_at;
  const isFresh = kept !== null && desk.ports.clock.now() - kept.session.opened_at < SESSION_MAX_MS;
  if (kept && isTheirs && isFresh) return withRegister(desk, kept, connection);
  if (kept) await leave(desk);
  return enter(desk, guest, connection);
}

async function enter(desk: Desk, guest: Guest, connection: PacedConnection): Promise<LoggedIn> {
  const { viewer } = guest;
  const key = guest.key ?? (await keyOf(viewer));
  if (!key) return err({ reason: "needs_certificate", evidence: "no credential" });
  const refused = refusalOf(desk, viewer, key);
  if (refused !== null) return err({ reason: refused, evidence: "refused before" });
  const { credential } = key;
  const clave = credential.kind === "clave" ? await claveOf(desk, credential) : null;
  let isGiven = false;
  const gives = async (): Promise<Trouble | null> => {
    const held = (await clave?.book.mayGive({ clave: clave.hash, is_new: guest.key !== undefined })) ?? null;
    isGiven = held === null;
    return held;
  };
  const session = await logIn(credential, { connection, now: desk.ports.clock.now, gives });
  const heard = async (reason: SiiTrouble | null): Promise<void> => {
    if (isGiven) await clave?.book.hear({ clave: clave.hash, reason });
  };
  if (!session.ok) {
    noteRefusal(desk, { viewer, key }, session.error.reason);
    await heard(session.error.reason);
    return session;
  }
  const kept: Kept = { tenant_id: viewer.tenant.id, given_at: key.given_at, session: session.value };
  await keep(desk, kept);
  await heard(null);
  return withRegister(desk, kept, connection);
}

/** Where it is known what became of a person's claves, and under what this one is. */
async function claveOf(
  { ports }: Desk,
  { rut, clave }: Extract<Credential, { kind: "clave" }>,
): Promise<{ book: ClaveBook; hash: string }> {
  const hash = await lookupHash(await ports.ring(), "sii-clave", `${rut} ${clave}`);
  return { book: await ports.clavesOf(rut), hash };
}

/** A session is kept before anything is done with it: where its page does not come, it is not opened again. */
async function withRegister(desk: Desk, kept: Kept, connection: PacedConnection): Promise<LoggedIn> {
  if (kept.session.saw_register) return ok(kept.session);
  const session = await seeRegister(kept.session, connection);
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
  setJson(desk.sql, refusedKey(viewer), { given_at: key.given_at, reason } satisfies Refusal);
}

function refusalOf(desk: Desk, viewer: Viewer, { given_at }: GivenKey): SiiTrouble | null {
  const refusal = readJson(desk.sql, refusedKey(viewer)) as Refusal | null;
  return refusal?.given_at === given_at ? refusal.reason : null;
}

/**
 * Nobody works with the session any more, and it is logged out. One whose logout was not sent, or not answered, stands among
 * those that are left until it was: it is one of the ten that its owner has.
 */
export async function leave(desk: Desk): Promise<void> {
  const sealed = readMeta(desk.sql, SESSION);
  if (sealed === null) return;
  const now = desk.ports.clock.now();
  const left = insertLeft(desk, { sealed, due_at: now + LEAVE_FIRST_MS, until: now + SESSION_LIFE_MS });
  await logOutLeft(desk, left);
}

/** Logs out of those that were left and are due. Each is put off before it is tried, whatever becomes of that. */
export async function leaveAgain(desk: Desk): Promise<void> {
  const now = desk.ports.clock.now();
  for (const { key, left } of leftOnes(desk.sql).filter(({ left: { due_at } }) => due_at <= now)) {
    setJson(desk.sql, key, { ...left, due_at: now + LEAVE_AGAIN_MS } satisfies Left);
    await logOutLeft(desk, { key, left });
  }
}

/** When somebody must come back for a session, epoch ms. @param idle_at for one that is open; null where a sync has it */
export function leaveDueAt(sql: SqlStorage, idle_at: number | null): number | null {
  const due = leftOnes(sql).map(({ left }) => left.due_at);
  if (idle_at !== null && readMeta(sql, SESSION) !== null) due.push(idle_at);
  return due.length > 0 ? Math.min(...due) : null;
}

/** `sealed`: the session, as it stood. `until`: by then it is over by itself. Epoch ms. */
type Left = { sealed: string; due_at: number; until: number };

const LEFT = "left:";
/** A kill, or an answer that got lost: it is tried again soon, */
const LEAVE_FIRST_MS = MINUTE_MS;
/** … and then as often as a host that is away can bear. */
const LEAVE_AGAIN_MS = 10 * MINUTE_MS;
/** `.lms` of the portal's cookies: so long a session lives that nobody closes. */
const SESSION_LIFE_MS = 2 * HOUR_MS;

function insertLeft(desk: Desk, left: Left): { key: string; left: Left } {
  const key = `${LEFT}${desk.ports.entropy.id()}`;
  desk.storage.transactionSync(() => {
    setJson(desk.sql, key, left);
    dropMeta(desk.sql, SESSION);
  });
  return { key, left };
}

function leftOnes(sql: SqlStorage): { key: string; left: Left }[] {
  return metaUnder(sql, LEFT).map(({ key, value }) => ({ key, left: JSON.parse(value) as Left }));
}

async function logOutLeft(desk: Desk, { key, left }: { key: string; left: Left }): Promise<void> {
  const connection = paced(desk);
  if (connection === null || left.until <= desk.ports.clock.now()) return dropMeta(desk.sql, key);
  const { session } = await unsealJson<Kept>(desk, { table: "meta", row: SESSION }, left.sealed);
  if (await logOut(session, connection)) dropMeta(desk.sql, key);
}

/** The same, where it is of this business. */
export async function leaveAs(desk: Desk, tenantId: string): Promise<void> {
  if ((await keptSession(desk))?.tenant_id === tenantId) await leave(desk);
}

// Sessions: at most ten of a RUT, two hours of a clave, one idle hour of a certificate; and claves that are locked.
import { randomBytes } from "node:crypto";
import { HOUR_MS, MINUTE_MS } from "./chile.ts";
import { LOCK_MS } from "./office.ts";
import type { Environment, Session, SiiOffice } from "./office.ts";

/** `.lms` of the portal's cookies, in minutes. */
export const SESSION_MINUTES = 120;
export const SESSIONS_MAX = 10;
/** Not documented; programs that use such tokens find them alive for about this long. */
const IDLE_TOKEN_MS = HOUR_MS;
const WRONG_CLAVES_MAX = 10;
/** The seventh error says that three tries are left, and so do those after it. */
const WARNED_FROM = 7;

/** Last numbers of the portal's dotted codes (docs/auth/errores, 2020-02-07). */
export const SUFFIX = { locks: 9, locked: 19, wrong: 20, sessions: 27, over: 28, few: 55 } as const;

/** Tries a clave. @returns the session, or the suffix of the code that says why there is none */
export function tryClave(office: SiiOffice, rut: string, clave: string): Session | number {
  const taxpayer = office.taxpayers.get(rut);
  if (taxpayer === undefined) return SUFFIX.wrong;
  const now = office.now();
  if (taxpayer.locked_until !== null && taxpayer.locked_until > now) return SUFFIX.locked;
  if (taxpayer.locked_until !== null) Object.assign(taxpayer, { locked_until: null, wrong_claves: 0 });
  if (clave !== taxpayer.clave) {
    taxpayer.wrong_claves += 1;
    if (taxpayer.wrong_claves < WARNED_FROM) return SUFFIX.wrong;
    if (taxpayer.wrong_claves < WRONG_CLAVES_MAX) return SUFFIX.few;
    taxpayer.locked_until = now + LOCK_MS;
    return SUFFIX.locks;
  }
  taxpayer.wrong_claves = 0;
  if (liveSessions(office, rut).length >= SESSIONS_MAX) return SUFFIX.sessions;
  return open(office, { rut, by: "clave", environment: "production" });
}

/** Of a certificate whose signature was found good. They do not count among the ten, which are the portal's. */
export function openByCertificate(office: SiiOffice, rut: string, environment: Environment): Session {
  return open(office, { rut, by: "certificate", environment });
}

function open(office: SiiOffice, who: Pick<Session, "rut" | "by" | "environment">): Session {
  const now = office.now();
  const life = who.by === "clave" ? SESSION_MINUTES * MINUTE_MS : IDLE_TOKEN_MS;
  const saw_rcv = who.by === "certificate";
  const session: Session = { ...who, token: newToken(), opened_at: now, expires_at: now + life, saw_rcv };
  office.sessions.set(session.token, session);
  return session;
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
const TOKEN_CHARS = 13;

/** As `XAuSbYXiNh9Ik`. */
function newToken(): string {
  return Array.from(randomBytes(TOKEN_CHARS), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** Those of the portal that have not ended. */
export function liveSessions(office: SiiOffice, rut: string): Session[] {
  const now = office.now();
  return [...office.sessions.values()].filter(
    (session) => session.rut === rut && session.by === "clave" && session.expires_at > now,
  );
}

/** The live session of a token; one of a certificate lives on by being used. */
export function sessionOf(office: SiiOffice, token: string | undefined): Session | null {
  const session = office.sessions.get(token ?? "");
  const now = office.now();
  if (session === undefined || session.expires_at <= now) return null;
  if (session.by === "certificate") session.expires_at = now + IDLE_TOKEN_MS;
  return session;
}

/** Ends it. @returns whose it was */
export function close(office: SiiOffice, token: string | undefined): string | null {
  const session = office.sessions.get(token ?? "");
  office.sessions.delete(token ?? "");
  return session?.rut ?? null;
}

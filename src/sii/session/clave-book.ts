import { HOUR_MS, SECOND_MS } from "#kernel";
import type { Trouble } from "./credential.ts";
import type { Desk } from "./desk.ts";
import { dropMeta, readJson, setJson } from "./store.ts";
import type { SiiTrouble } from "./trouble.ts";

// What became of the claves of one person, wherever they are given: an accountant's lets into many businesses, each with a
// session object of its own, and it is locked after ten wrong ones by all of them together. An object of its own keeps it.

/** `clave`: a keyed hash, which tells whether it is the same one. `is_new`: its owner has just given it. */
export type GivingClave = { clave: string; is_new: boolean };

/** `reason`: why nobody was let in; null where somebody was. */
export type HeardOfClave = { clave: string; reason: SiiTrouble | null };

/** What a session object asks before a clave leaves the house, and tells after. */
export type ClaveBook = {
  /** Null where it may be given now, once: whoever asks next waits until it was heard what became of it. */
  mayGive(giving: GivingClave): Promise<Trouble | null>;
  hear(heard: HeardOfClave): Promise<void>;
};

/** Claves of which nobody heard what became: a kill, an answer that got lost. */
const UNHEARD_MAX = 2;
/** Each may have been a wrong key, and seven of those cost a taxpayer their clave; or a session, of which there are ten. */
const UNHEARD_REST_MS = HOUR_MS;
/** A login takes a minute and its places in the rows at most; who has said nothing by then is dead. */
const LEASE_MS = 90 * SECOND_MS;
const COME_BACK_MS = 20 * SECOND_MS;
/** Its owner may have made it right at the SII meanwhile, or waited until it was locked no more. */
const REFUSED_AGAIN_MS = HOUR_MS;

/** What says that a clave is not it; all else is of a business, of a certificate, or of the SII. */
const OF_THE_CLAVE: ReadonlySet<SiiTrouble> = new Set(["wrong_key", "few_tries_left", "locked", "refused"]);

/** @see ClaveBook.mayGive */
export function mayGive({ sql, ports }: Desk, { clave, is_new }: GivingClave): Trouble | null {
  const now = ports.clock.now();
  const refusal = readJson(sql, refusedKey(clave)) as Refusal | null;
  if (refusal !== null && !(is_new && now - refusal.at >= REFUSED_AGAIN_MS)) {
    return { reason: refusal.reason, evidence: "refused before" };
  }
  const given = givenOf(sql);
  if (given.until > now && given.until - now <= LEASE_MS) {
    return { reason: "unavailable", evidence: "another login of theirs", wait_ms: COME_BACK_MS };
  }
  const rest_ms = restAfter(given, now);
  if (rest_ms > 0) return { reason: "unavailable", evidence: "logins of unknown end", rest_ms };
  const count = given.count >= UNHEARD_MAX ? 1 : given.count + 1;
  setJson(sql, GIVEN, { count, at: now, until: now + LEASE_MS } satisfies Given);
  return null;
}

/** @see ClaveBook.hear */
export function hear({ sql, ports }: Desk, { clave, reason }: HeardOfClave): void {
  if (reason === null) dropMeta(sql, refusedKey(clave));
  const isOfClave = reason !== null && OF_THE_CLAVE.has(reason);
  if (isOfClave) setJson(sql, refusedKey(clave), { reason, at: ports.clock.now() } satisfies Refusal);
  if (reason === null || isOfClave) return dropMeta(sql, GIVEN);
  setJson(sql, GIVEN, { ...givenOf(sql), until: 0 } satisfies Given);
}

type Refusal = { reason: SiiTrouble; at: number };

const refusedKey = (clave: string): string => `refused_clave:${clave}`;

/** `count`: of which nobody heard, the last of them at `at`; `until`: so long one is under way. Epoch ms. */
type Given = { count: number; at: number; until: number };

const GIVEN = "given";

function givenOf(sql: SqlStorage): Given {
  return (readJson(sql, GIVEN) as Given | null) ?? { count: 0, at: 0, until: 0 };
}

/** In how many ms a clave may be given away again. */
function restAfter({ count, at }: Given, now: number): number {
  const since = now - at;
  // A clock that was set back must not stop everything.
  return count < UNHEARD_MAX || since < 0 ? 0 : Math.max(0, UNHEARD_REST_MS - since);
}

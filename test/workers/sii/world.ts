// What stands around the session object in these tests: a clock, the way to the SII, the databases, and how each of them
// may fail. All of it can be killed at any call.
import { openDatabases, type Databases } from "#src/database/index.ts";
import { ulid } from "#src/kernel/index.ts";
import { openKeyRing, type KeyRing } from "#src/security/index.ts";
import { heed, type Reports } from "#src/sii/gate/reports.ts";
import type { SiiPorts } from "#src/sii/session/desk.ts";
import type { Archive } from "#src/tenants/index.ts";
import { NOON } from "./noon.ts";
import type { SiiSession } from "./worker.ts";

/** The SII's answer to a call, or what a test makes of it. */
export type Mangle = (path: string, answer: Response) => Promise<Response> | Response;

/** `at`: the call at which the power goes, counted from the last `calm`; `before` it is carried out, or after. */
export type Kill = { at: number; moment: "before" | "after" };

/** Throws in the place of a call. */
export type Breach = (port: Port, what: string) => void;

type Port = "sii" | "d1" | "gate" | "claves" | "report";

export const world = {
  /** Epoch ms. */
  at: NOON,
  /** How often all began anew: nobody knows of a clave that was refused before. */
  beginnings: 0,
  /** Calls of any port since the last `calm`. */
  calls: 0,
  kill: null as Kill | null,
  breach: null as Breach | null,
  mangle: null as Mangle | null,
  /** Answers of this long are given up, ms: nobody waits a minute for a test. */
  patience_ms: 0,
  /** Run ids, in the order in which they were reported. */
  reports: [] as string[],
  /** `<run> <reason>` of each wait that was told. */
  delays: [] as string[],
  /** Epoch ms by host: asked by nobody before. */
  closed: new Map<string, number>(),
  /** Who was sent away, by host. */
  sent_away: new Map<string, Reports>(),
  bases: null as Record<string, string> | null,
  died: (): void => undefined,
};

/** Everything works, and nothing is counted yet. */
export function calm(): void {
  Object.assign(world, { calls: 0, kill: null, breach: null, mangle: null, patience_ms: 0 });
}

/** As at the beginning. */
export function startOver(): void {
  calm();
  world.at = NOON;
  world.beginnings++;
  world.reports.length = 0;
  world.delays.length = 0;
  world.closed.clear();
  world.sent_away.clear();
}

/** No two looks at a clock see the same. */
function tick(): number {
  return (world.at += 1);
}

const KEYS = `k1:${btoa("a-master-key-of-thirty-two-bytes")}`;
let ring: Promise<KeyRing> | null = null;

async function keyRing(): Promise<KeyRing> {
  const opened = await openKeyRing(KEYS);
  if (!opened.ok) throw new Error(opened.error.reason);
  return opened.value;
}

export const ids = { id: () => ulid(tick(), crypto.getRandomValues(new Uint8Array(16))), jitter: () => 0.5 };

/** The databases of these bindings. @param around what every call of them passes through */
export async function archiveOf(env: object, around?: (d1: D1Database) => D1Database): Promise<Archive> {
  ring ??= keyRing();
  const databases = openDatabases(env);
  return { databases: around ? wrapped(databases, around) : databases, ring: await ring };
}

function wrapped({ directory, ledgers }: Databases, around: (d1: D1Database) => D1Database): Databases {
  return {
    directory: around(directory),
    ledgers: new Map([...ledgers].map(([name, d1]) => [name, around(d1)])),
  };
}

export function ports(env: object): SiiPorts {
  return {
    clock: { now: tick },
    entropy: ids,
    ring: async () => (ring ??= keyRing()),
    archive: async () => archiveOf(env, mortalDatabase),
    connection: {
      bases: world.bases as NonNullable<SiiPorts["connection"]>["bases"],
      fetch: async (input, init) => mortal("sii", new URL(input).pathname, async () => asked(input, init)),
    },
    clavesOf: async (rut) => {
      const objects = (env as { SII_SESSION: DurableObjectNamespace<SiiSession> }).SII_SESSION;
      const book = objects.get(objects.idFromName(`claves:${world.beginnings}:${rut}`));
      return {
        mayGive: async (giving) => mortal("claves", rut, async () => book.mayGive(giving)),
        hear: async (heard) => mortal("claves", rut, async () => book.hear(heard)),
      };
    },
    spacing_ms: 0,
    gate: {
      take: async (host) => mortal("gate", host, async () => Math.max(0, (world.closed.get(host) ?? 0) - world.at)),
      close: async (host, ms, by) => mortal("gate", host, async () => closed(host, ms, by)),
    },
    rest: async (ms) => {
      world.at += ms;
    },
    papersOf: async () => [],
    delay: async ({ run_id, reason }) => void world.delays.push(`${run_id} ${reason}`),
    report: async ({ run_id }) => mortal("report", run_id, async () => void world.reports.push(run_id)),
  };
}

function closed(host: string, ms: number, by: string): void {
  const { is_away, reports } = heed(world.sent_away.get(host) ?? new Map(), { by, now: world.at });
  world.sent_away.set(host, reports);
  if (is_away) world.closed.set(host, world.at + ms);
}

async function asked(input: string, init?: RequestInit): Promise<Response> {
  const signal = world.patience_ms > 0 ? AbortSignal.timeout(world.patience_ms) : init?.signal;
  const answer = await fetch(input, { ...init, ...(signal && { signal }) });
  return world.mangle ? world.mangle(new URL(input).pathname, answer) : answer;
}

/** Carries a call out, unless this is the one at which the power goes: then nothing ever comes back. */
async function mortal<T>(port: Port, what: string, call: () => Promise<T>): Promise<T> {
  const nth = ++world.calls;
  world.breach?.(port, what);
  const { kill } = world;
  if (kill?.at === nth && kill.moment === "before") return dead();
  const result = await call();
  return kill?.at === nth ? dead() : result;
}

function dead(): Promise<never> {
  world.died();
  return new Promise(() => undefined);
}

const READS = new Set(["all", "run", "raw", "first"]);

function mortalDatabase(d1: D1Database): D1Database {
  const own = new WeakMap<object, D1PreparedStatement>();
  const statement = (plain: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const outer = new Proxy(plain, {
      get: (_plain, name) => {
        if (name === "bind") return (...values: unknown[]) => statement(plain.bind(...values), sql);
        const method = plain[name as "all"].bind(plain) as (...of: unknown[]) => Promise<unknown>;
        return READS.has(String(name))
          ? async (...of: unknown[]) => mortal("d1", sql, async () => method(...of))
          : method;
      },
    });
    own.set(outer, plain);
    return outer;
  };
  return {
    prepare: (sql: string) => statement(d1.prepare(sql), sql),
    batch: async (all: D1PreparedStatement[]) =>
      mortal("d1", "batch", async () => d1.batch(all.map((each) => own.get(each) ?? each))),
  } as unknown as D1Database;
}

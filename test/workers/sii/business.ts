/// <reference types="@cloudflare/vitest-pool-workers/types" />
// A business with its books, the session object of its RUT, and the simulated SII that both ask.
import { applyD1Migrations, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, inject } from "vitest";
import { isRefund } from "#src/ledger/errors.ts";
import { listEntries, type Entry } from "#src/ledger/index.ts";
import { keyOf } from "#src/sii/rcv/document.ts";
import { connect, openCertificate, sync, type ConnectPorts, type Credential, type SyncAsked } from "#src/sii/index.ts";
import { saveConnection } from "#src/sii/connection/store.ts";
import { leaveDueAt } from "#src/sii/session/let-in.ts";
import { nextJob } from "#src/sii/session/store.ts";
import { documentOf, rowsOfMonth } from "#src/sii/store.ts";
import { authorize, onboard, type Writer } from "#src/tenants/index.ts";
import type { DocumentInput } from "../../simulators/sii/state/document.ts";
import type { Call } from "../../simulators/sii/state/office.ts";
import { SiiSession } from "./worker.ts";
import { archiveOf, ids, startOver, world } from "./world.ts";

type Migrations = Parameters<typeof applyD1Migrations>[1];

const bindings = env as unknown as Record<"DIRECTORY" | "LEDGER_00", D1Database> & {
  THOROUGH: boolean;
  MIGRATIONS: { directory: Migrations; ledger: Migrations };
  SII_SESSION: DurableObjectNamespace<SiiSession>;
};

/** Every place is looked at, and not some of each kind. */
export const isThorough = bindings.THOROUGH;

export const RUT = "76543210-3";
export const CLAVE = "panaderia26";
export const KEY: Credential = { kind: "clave", rut: RUT, clave: CLAVE };

/** Of the simulators that this test file has for itself. */
function officeUrl(): string {
  const file = expect.getState().testPath?.split("/").at(-1) ?? "";
  const url = inject("taxOffices")[file];
  if (url === undefined) throw new Error(`no tax office was opened for ${file}`);
  return url;
}

/** The certificate of somebody who may act for it. */
export async function agentsKey(): Promise<Credential> {
  const url = officeUrl();
  const { certificate } = await (await fetch(`${url}/sim/sii`)).json<{ certificate: { password: string } }>();
  const file = new Uint8Array(await (await fetch(`${url}/sim/sii/certificate.p12`)).arrayBuffer());
  const opened = openCertificate(file, { password: certificate.password, now: world.at });
  if (!opened.ok) throw new Error(opened.error.reason);
  return { kind: "certificate", certificate: opened.value };
}

const AGENT = "13579246-2";

export type FaultAsked = { kind: string; on?: string; skip?: number; next?: number | null; code?: number; ms?: number };

/** The simulated SII over HTTP. */
export const taxOffice = {
  async reset(): Promise<void> {
    await posted("/sim/reset", {});
    await posted("/sim/sii/taxpayers", { rut: RUT, name: "Panadería La Espiga SpA", clave: CLAVE, agents: [AGENT] });
    startOver();
  },
  async add(...documents: readonly DocumentInput[]): Promise<{ id: string }[]> {
    const given = documents.map((document) => ({ taxpayer: RUT, ...document }));
    return ((await posted("/sim/sii/documents", given)) as { documents: { id: string }[] }).documents;
  },
  async happens(id: string, event: Record<string, unknown>): Promise<void> {
    await posted(`/sim/sii/documents/${id}/event`, event);
  },
  /** Turns these faults on, and all others off. */
  async faults(...faults: readonly FaultAsked[]): Promise<void> {
    await this.turns({ faults });
  },
  /** Turns these knobs, and leaves the others. */
  async turns(sii: Readonly<Record<string, unknown>>): Promise<void> {
    const patched = await fetch(`${officeUrl()}/sim/knobs`, { method: "PATCH", body: JSON.stringify({ sii }) });
    if (!patched.ok) throw new Error(await patched.text());
  },
  async seen(): Promise<{ calls: Call[]; sessions: { rut: string; by: string }[] }> {
    return (await fetch(`${officeUrl()}/sim/sii`)).json();
  },
};

async function posted(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${officeUrl()}${path}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

/** The clock goes on, ours and the SII's. */
export async function passes(ms: number): Promise<void> {
  world.at += ms;
  await posted("/sim/sii/advance", { minutes: ms / 60_000 });
}

/** Migrates the databases and says where the SII is. */
export async function openWorld(): Promise<void> {
  await applyD1Migrations(bindings.DIRECTORY, bindings.MIGRATIONS.directory);
  await applyD1Migrations(bindings.LEDGER_00, bindings.MIGRATIONS.ledger);
  const hosts = ["palena.sii.cl", "maullin.sii.cl", "zeusr.sii.cl", "www4.sii.cl", "ws1.sii.cl"];
  world.bases = Object.fromEntries(hosts.map((host) => [host, `${officeUrl()}/sii/${host}`]));
}

let count = 0;

export type Business = { writer: Writer; stub: DurableObjectStub<SiiSession>; connecting: ConnectPorts };

/** A business of that RUT which has given its key; each has an object of its own, unless one is told. */
export async function newBusiness(of: { object?: string; credential?: Credential | null } = {}): Promise<Business> {
  const phone = String(56_930_000_000 + ++count);
  const { object = `object-${phone}`, credential = KEY } = of;
  const archive = await archiveOf(env);
  const { tenant } = await onboard(archive, {
    channel: "whatsapp",
    object_name: `chat-${phone}`,
    address: { phone, user_id: null },
    profile_name: "Rosa Soto",
    now: world.at,
    ids,
  });
  const writer = await writerOf(tenant.id);
  const stub = bindings.SII_SESSION.get(bindings.SII_SESSION.idFromName(object));
  if (credential)
    await saveConnection(writer, { rut: RUT, credential, conversation: "chat", state: "testing", now: world.at });
  const connecting = {
    get now() {
      return world.at;
    },
    entropy: ids,
    sessionOf: async () => stub,
    // These businesses are looked at when a test asks.
    enlist: async () => {},
    strike: async () => {},
  };
  return { writer, stub, connecting };
}

export async function writerOf(tenantId: string): Promise<Writer> {
  const actor = { kind: "contact" as const, id: "c1" };
  const standing = "owner" as const;
  const writer = await authorize(await archiveOf(env), { tenant_id: tenantId, actor, standing, action: "sii.connect" });
  if (!writer.ok) throw new Error(writer.error.reason);
  return writer.value;
}

/** As somebody who asks for it in the chat. */
export async function asks({ writer, connecting }: Business): Promise<SyncAsked> {
  return sync(writer, { cause: "asked", request: `chat:${ids.id()}` }, connecting);
}

export async function gives(
  { writer, connecting }: Business,
  credential: Credential,
  rut = RUT,
): ReturnType<typeof connect> {
  return connect(writer, { rut, credential, conversation: "chat", request: `link:${ids.id()}` }, connecting);
}

const TURNS_MAX = 2_000;

/** How long an object lived: alarms that it heard, and how often the power went. */
export type Life = { turns: number; deaths: number };

/** What the object is asked before it is let go on; false stops it. */
type Until = (object: SiiSession) => boolean;

/**
 * Lets the object live until nothing is left to do, with the clock put on where it waits. Where the power goes it begins
 * anew from what it had stored.
 */
export async function live({ stub }: Pick<Business, "stub">, until: Until = () => true): Promise<Life> {
  const life: Life = { turns: 0, deaths: 0 };
  await inside(stub, async (first, fresh) => {
    let object = first;
    while (until(object)) {
      const job = nextJob(object.desk.sql, world.at);
      const due_at = job?.due_at ?? leaveDueAt(object.desk.sql, null);
      if (due_at === null) return;
      if (++life.turns > TURNS_MAX) throw new Error(`${JSON.stringify(job)} never ends`);
      if (due_at > world.at) await passes(due_at - world.at);
      const death = new Promise<"dead">((resolve) => (world.died = () => resolve("dead")));
      if ((await Promise.race([object.alarm(), death])) !== "dead") continue;
      life.deaths++;
      object = fresh();
    }
  });
  return life;
}

/** Runs beside the object's storage, with an object that has just been started. */
export async function inside<T>(
  stub: DurableObjectStub<SiiSession>,
  run: (object: SiiSession, fresh: () => SiiSession) => Promise<T>,
): Promise<T> {
  return runInDurableObject(stub, async (_object, state) => {
    const fresh = (): SiiSession => new SiiSession(state, env);
    return run(fresh(), fresh);
  });
}

/** Asked for and done, without a fault. */
export async function synced(business: Business): Promise<void> {
  await asks(business);
  await live(business);
}

/** Every entry, the newest first. */
export async function entriesOf(writer: Writer, live_only: { live: boolean } = { live: true }): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page = await listEntries(writer, { ...live_only, limit: 200, ...(cursor && { cursor }) });
    if (!page.ok) throw new Error(page.error.reason);
    entries.push(...page.value.entries);
    cursor = page.value.next_cursor;
  } while (cursor !== null);
  return entries;
}

/** The books and what was kept of the SII's lists, so that two of them can be compared: no ids, no order, no clock. */
export type Books = { entries: string[]; documents: string[] };

export async function booksOf(writer: Writer, months: readonly string[] = MONTHS): Promise<Books> {
  const rows = (await Promise.all(months.map((month) => rowsOfMonth(writer, month)))).flat();
  const documents = await Promise.all(
    rows.map(async (row) => `${keyOf(await documentOf(writer, row))} ${row.state} ${row.month}`),
  );
  return { entries: (await entriesOf(writer)).map(canonical).toSorted(), documents: documents.toSorted() };
}

function canonical(entry: Entry): string {
  const { type, amount_minor, net_minor, tax_minor, date, category, counterparty, source_ref } = entry;
  const refund = isRefund(entry) ? "refund" : "";
  return [type, amount_minor, net_minor, tax_minor, date, category, counterparty, source_ref, refund].join(" ");
}

/** The month that runs at the beginning, those behind it, and the next two. */
export const MONTHS = ["2031-04", "2031-05", "2031-06", "2031-07", "2031-08"];

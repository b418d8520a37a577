/// <reference types="@cloudflare/vitest-pool-workers/types" />
import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { openDatabases } from "#src/database/index.ts";
import { toBase64, ulid } from "#src/kernel/index.ts";
import { recordEntries, type NewEntry } from "#src/ledger/index.ts";
import { openKeyRing, type KeyRing } from "#src/security/index.ts";
import {
  authorize,
  onboard,
  openViewer,
  type Archive,
  type Role,
  type Viewer,
  type Writer,
} from "#src/tenants/index.ts";

type Migrations = Parameters<typeof applyD1Migrations>[1];

export const bindings = env as unknown as Record<"DIRECTORY" | "LEDGER_00" | "LEDGER_01", D1Database> & {
  MIGRATIONS: { directory: Migrations; ledger: Migrations };
};

export const NOW = Date.parse("2026-11-18T15:00:00Z");

export const ids = { id: () => ulid(NOW, crypto.getRandomValues(new Uint8Array(16))) };

/** A ring entry whose key is 32 times that byte. */
export const masterKey = (id: string, byte: number): string => `${id}:${toBase64(new Uint8Array(32).fill(byte))}`;

export async function ringOf(...keys: string[]): Promise<KeyRing> {
  const ring = await openKeyRing(keys.join(","));
  if (!ring.ok) throw new Error(ring.error.reason);
  return ring.value;
}

/** The three databases, migrated as a deployment migrates them, under a ring of one key. */
export async function openArchive(ring?: KeyRing): Promise<Archive> {
  await applyD1Migrations(bindings.DIRECTORY, bindings.MIGRATIONS.directory);
  await applyD1Migrations(bindings.LEDGER_00, bindings.MIGRATIONS.ledger);
  await applyD1Migrations(bindings.LEDGER_01, bindings.MIGRATIONS.ledger);
  return { databases: openDatabases(bindings), ring: ring ?? (await ringOf(masterKey("k1", 1))) };
}

let phones = 56_911_000_000;

/** A phone that no test has used. */
export const freshPhone = (): string => String(phones++);

/** A new tenant founded by a message from a phone that nobody had. */
export async function newTenant(archive: Archive, phone = freshPhone()) {
  const object_name = `object-${phone}`;
  const address = { phone, user_id: null };
  return onboard(archive, { channel: "whatsapp", object_name, address, profile_name: "Rosa Soto", now: NOW, ids });
}

export async function writerOf(archive: Archive, tenantId: string, standing: Role = "owner"): Promise<Writer> {
  const actor = { kind: "contact" as const, id: "c1" };
  const writer = await authorize(archive, { tenant_id: tenantId, actor, standing, action: "entry.record" });
  if (!writer.ok) throw new Error(writer.error.reason);
  return writer.value;
}

export async function newWriter(archive: Archive): Promise<Writer> {
  return writerOf(archive, (await newTenant(archive)).tenant.id);
}

export async function viewerOf(archive: Archive, tenantId: string): Promise<Viewer> {
  const viewer = await openViewer(archive, tenantId);
  if (!viewer) throw new Error("no such tenant");
  return viewer;
}

let refs = 0;

/** «Gasté 5 lucas en pan», with anything else said over it. */
export function bread(over: Partial<NewEntry> = {}): NewEntry {
  return {
    type: "egreso",
    direction: null,
    amount_minor: 5_000,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-18",
    due_date: null,
    concept: "pan",
    category: "alimentacion",
    counterparty: null,
    source: "whatsapp",
    source_ref: `whatsapp:wamid.${refs++}:0`,
    document_id: null,
    ...over,
  };
}

/** Books, in one batch, a purchase of bread for each of what is said over it. */
export const book = async (writer: Writer, ...asked: Partial<NewEntry>[]) =>
  recordEntries(
    writer,
    asked.map((over) => ({ entry: bread(over), id: ids.id() })),
    NOW,
  );

export const at = (): { now: number; id: string } => ({ now: NOW, id: ids.id() });

/** The words with which the database refuses a statement or a batch, or null when it takes it. */
export async function refusal(statement: D1PreparedStatement | Promise<unknown>): Promise<string | null> {
  try {
    await ("run" in statement ? statement.run() : statement);
    return null;
  } catch (error) {
    return String(error);
  }
}

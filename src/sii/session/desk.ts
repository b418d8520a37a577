import type { Entropy } from "#kernel";
import { ownKey, seal, unseal, type DataKey, type KeyRing } from "#security";
import type { Archive } from "#tenants";
import type { FileFaults } from "../import/import.ts";
import type { RunTrouble } from "../run/run.ts";
import type { PapersOf } from "../settle/books.ts";
import type { Answers } from "../sync/plan.ts";
import type { ClaveBook } from "./clave-book.ts";
import type { SiiConnection } from "./client.ts";
import { readMeta, setMeta, type Job } from "./store.ts";

/** What happened in a sync, for whoever tells its business; the same key is told once. */
export type SyncEnd = {
  tenant_id: string;
  run_id: string;
  conversation: string;
  /** Where it was a file. */
  file?: { documents: number; faults: FileFaults };
};

/** A sync that somebody waits for stands still: why, and when it goes on, epoch ms. */
export type SyncDelay = Pick<SyncEnd, "tenant_id" | "run_id" | "conversation"> & {
  reason: RunTrouble;
  resumes_at: number;
};

export type SiiPorts = {
  clock: { now(): number };
  entropy: Entropy;
  ring(): Promise<KeyRing>;
  archive(): Promise<Archive>;
  /** Null where the address of the SII is not understood: then nothing is asked. */
  connection: SiiConnection | null;
  /** What is known of the claves of a person. @param rut theirs */
  clavesOf(rut: string): Promise<ClaveBook>;
  /** Between two calls of one taxpayer, ms. */
  spacing_ms: number;
  /** May a host be asked now, whoever asks? 0, or in how many ms. */
  gate: Gate;
  rest(ms: number): Promise<void>;
  papersOf: PapersOf;
  /** Throws where it was not taken: it is told again. */
  report(end: SyncEnd): Promise<void>;
  /** Where it was not taken it is lost: how the sync ends is told in any case. */
  delay(delay: SyncDelay): Promise<void>;
};

export type Gate = {
  take(host: string): Promise<number>;
  /** The host sent this session away, so many ms; it is closed for everybody where it did so with several. */
  close(host: string, ms: number, by: string): Promise<void>;
};

/** One session object from the inside. */
export type Desk = {
  /** The object's id: the owner of its ciphertexts. */
  id: string;
  storage: DurableObjectStorage;
  sql: SqlStorage;
  ports: SiiPorts;
  key(): Promise<DataKey>;
  /** Where it was deleted with all else: the next one is another. */
  forgetKey(): void;
  /** The pages of the sync at hand, opened. */
  read: { run_id: string; answers: Answers } | null;
  /** What it is busy with. */
  at_work: Job | null;
};

export function openDesk(state: DurableObjectState, ports: SiiPorts): Desk {
  let key: Promise<DataKey> | null = null;
  const desk: Desk = {
    id: state.id.toString(),
    storage: state.storage,
    sql: state.storage.sql,
    ports,
    read: null,
    at_work: null,
    forgetKey: () => {
      key = null;
    },
    key: () => {
      key ??= keyOf(desk).catch((fault: unknown) => {
        key = null;
        throw fault;
      });
      return key;
    },
  };
  return desk;
}

async function keyOf(desk: Desk): Promise<DataKey> {
  const shelf = {
    read: () => readMeta(desk.sql, "data_key"),
    write: (wrapped: string) => setMeta(desk.sql, "data_key", wrapped),
  };
  return ownKey(await desk.ports.ring(), desk.id, shelf);
}

type Slot = { table: "meta" | "pages"; row: string };

export async function sealJson(desk: Desk, slot: Slot, value: unknown): Promise<string> {
  return seal(await desk.key(), { owner: desk.id, ...slot, column: "sealed" }, JSON.stringify(value));
}

export async function unsealJson<T>(desk: Desk, slot: Slot, sealed: string): Promise<T> {
  return JSON.parse(await unseal(await desk.key(), { owner: desk.id, ...slot, column: "sealed" }, sealed)) as T;
}

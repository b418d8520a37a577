import type { KeyRing, DataKey } from "#security";
import { lookupHash, ownKey, seal, unseal } from "#security";
import { newDialogue, type Dialogue } from "./dialogue.ts";
import { nextDue } from "./flows/waiting.ts";
import type { Ports } from "./ports.ts";
import { readMeta, setMeta } from "./store.ts";

/** One conversation object from the inside: its name, its storage, its key, the world. */
export type Room = {
  /** The object's id, 64 hex digits: also the owner of its ciphertexts. */
  id: string;
  storage: DurableObjectStorage;
  sql: SqlStorage;
  ports: Ports;
  /** Opened at the first use of each life of the object. */
  keys(): Promise<Keys>;
  /** Lets a courtesy end after the alarm did; nothing that must happen goes here. */
  background(work: Promise<void>): void;
  /** Nothing is heard before this (limits, failing identity look-ups); epoch ms. */
  quiet_until: number;
  /** How often in a row the books could not be recalled. */
  recall_faults: number;
};

type Keys = { ring: KeyRing; own: DataKey };

export function openRoom(state: DurableObjectState, ports: Ports): Room {
  let keys: Promise<Keys> | null = null;
  const room: Room = {
    id: state.id.toString(),
    storage: state.storage,
    sql: state.storage.sql,
    ports,
    background: (work) => state.waitUntil(work),
    keys: () => {
      keys ??= openKeys(room).catch((fault: unknown) => {
        keys = null;
        throw fault;
      });
      return keys;
    },
    quiet_until: 0,
    recall_faults: 0,
  };
  return room;
}

/** The hash under which a message id is known here; ids of WhatsApp spell a phone number. */
export async function refOf(room: Room, messageId: string): Promise<string> {
  const { ring } = await room.keys();
  return (await lookupHash(ring, "message", messageId)).slice(0, REF_CHARS);
}

const REF_CHARS = 40;

/** Where a sealed value stands in the object; moved to another row it does not open. */
export type Slot = { table: "inbox" | "outbox" | "outcome" | "meta"; row: string };

export async function sealJson(room: Room, slot: Slot, value: unknown): Promise<string> {
  const { own } = await room.keys();
  return seal(own, { owner: room.id, ...slot, column: "sealed" }, JSON.stringify(value));
}

export async function unsealJson<T>(room: Room, slot: Slot, sealed: string): Promise<T> {
  const { own } = await room.keys();
  return JSON.parse(await unseal(own, { owner: room.id, ...slot, column: "sealed" }, sealed)) as T;
}

export async function readDialogue(room: Room): Promise<Dialogue> {
  const sealed = readMeta(room.sql, "dialogue");
  if (sealed === null) return newDialogue();
  // What was sealed before a field was known has it as at the beginning.
  return { ...newDialogue(), ...(await unsealJson<Dialogue>(room, { table: "meta", row: "dialogue" }, sealed)) };
}

/** A dialogue ready to be kept: sealed, with when something in it is due next. */
export type SealedDialogue = { sealed: string; due_at: number | null };

export async function sealDialogue(room: Room, dialogue: Dialogue): Promise<SealedDialogue> {
  const sealed = await sealJson(room, { table: "meta", row: "dialogue" }, dialogue);
  return { sealed, due_at: nextDue(dialogue, room.ports.clock.now()) };
}

/** Part of whatever transaction it belongs to. */
export function keepDialogue(room: Room, { sealed, due_at }: SealedDialogue): void {
  setMeta(room.sql, "dialogue", sealed);
  keepDue(room, due_at);
}

/** When something is due next, epoch ms; null: nothing is. Part of whatever transaction it belongs to. */
export function keepDue(room: Room, dueAt: number | null): void {
  setMeta(room.sql, DUE, dueAt === null ? "" : String(dueAt));
}

/** When a question must be asked again or let go, epoch ms. */
export function readDue(room: Room): number | null {
  const due = readMeta(room.sql, DUE) ?? "";
  return due === "" ? null : Number(due);
}

const DUE = "question_due_at";

async function openKeys(room: Room): Promise<Keys> {
  const ring = await room.ports.ring();
  const shelf = {
    read: () => readMeta(room.sql, "data_key"),
    write: (wrapped: string) => setMeta(room.sql, "data_key", wrapped),
  };
  return { ring, own: await ownKey(ring, room.id, shelf) };
}

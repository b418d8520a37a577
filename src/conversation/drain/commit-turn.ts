import { count } from "#telemetry";
import type { Effect, Reply } from "../effect.ts";
import { keepDialogue, sealDialogue, sealJson, type Room } from "../room.ts";
import {
  insertOutbox,
  markHeard,
  markSetAside,
  readMeta,
  setMeta,
  type InboxRow,
  type NewOutboxRow,
} from "../store.ts";
import type { Turn } from "../turn.ts";

/** `kept`: the row was set aside, so its words stay. */
type TurnToCommit = { taken: Turn; rows: readonly InboxRow[]; now: number; kept: boolean };

/** What the turn decided, committed whole: heard rows, effects, reply and memory stand or fall together. */
export async function commitTurn(room: Room, { taken, rows, now, kept }: TurnToCommit): Promise<void> {
  const number = nextTurn(room);
  const outbox = await Promise.all(
    taken.effects.map((effect, i) => effectRow(room, { effect, key: `t${number}.${i}`, turn: number, now })),
  );
  if (taken.reply) outbox.push(await replyRow(room, { turn: number, reply: taken.reply, now }));
  const dialogue = await sealDialogue(room, taken.dialogue);
  room.storage.transactionSync(() => {
    for (const row of rows.slice(0, taken.consumed)) {
      if (kept) markSetAside(room.sql, row.seq, now);
      else markHeard(room.sql, row.seq, now);
    }
    for (const row of outbox) insertOutbox(room.sql, row, now);
    keepDialogue(room, dialogue);
    setMeta(room.sql, "turn", String(number));
    setMeta(room.sql, "turn_started_at", String(now));
    if (kept) setMeta(room.sql, "hear_faults", "0");
  });
  count("turns_total");
}

type NewEffect = { effect: Effect; key: string; turn: number; now: number };

/** An effect as the outbox keeps it: sealed, in the lane that carries it out. */
export async function effectRow(room: Room, { effect, key, turn: number, now }: NewEffect): Promise<NewOutboxRow> {
  const lane = effect.kind === "read_document" || effect.kind === "read_code" ? "document" : "books";
  return { key, lane, turn: number, due_at: now, sealed: await sealJson(room, { table: "outbox", row: key }, effect) };
}

/** A reply as the outbox keeps it; `key` is the turn's own unless it is told. */
export async function replyRow(
  room: Room,
  { turn: number, reply, now, key = `t${number}` }: { turn: number; reply: Reply; now: number; key?: string },
): Promise<NewOutboxRow> {
  return {
    key,
    lane: "send",
    turn: number,
    due_at: now,
    sealed: await sealJson(room, { table: "outbox", row: key }, { kind: "reply", reply }),
  };
}

/** The number of the turn that is about to be committed: 1, 2, 3 … */
export function nextTurn(room: Room): number {
  return Number(readMeta(room.sql, "turn") ?? 0) + 1;
}

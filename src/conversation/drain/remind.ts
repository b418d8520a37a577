import { dateIn } from "#kernel";
import { duringSilence, nextDue, type Waited } from "../flows/waiting.ts";
import { keepDialogue, keepDue, readDialogue, readDue, refOf, sealDialogue, type Room } from "../room.ts";
import { insertOutbox, openOutbox, setMeta } from "../store.ts";
import { effectRow, nextTurn, replyRow } from "./commit-turn.ts";
import { dueInbox } from "./hear.ts";

/**
 * Asks once more what nobody answered, and lets go of what waited too long; whatever was said first is heard first.
 * Memory and message are one transaction, and the message is named by its question: a kill in between repeats nothing.
 */
export async function remindNext(room: Room): Promise<boolean> {
  const now = room.ports.clock.now();
  const due = readDue(room);
  if (due === null || due > now || dueInbox(room, now) || openOutbox(room.sql, "books", 1).length > 0) return false;
  const before = await readDialogue(room);
  const today = dateIn(now, before.membership?.time_zone ?? "UTC");
  const waited = duringSilence(before, { now, today });
  if (waited) await commit(room, waited, now);
  else keepDue(room, nextDue(before, now));
  return waited !== null;
}

async function commit(room: Room, { dialogue, effects, reply, key }: Waited, now: number): Promise<void> {
  const turn = nextTurn(room);
  const rows = await Promise.all(
    effects.map((effect, i) => effectRow(room, { effect, key: `t${turn}.${i}`, turn, now })),
  );
  if (reply) rows.push(await replyRow(room, { key: `remind-${await refOf(room, key)}`, turn, reply, now }));
  const sealed = await sealDialogue(room, dialogue);
  room.storage.transactionSync(() => {
    for (const row of rows) insertOutbox(room.sql, row, now);
    keepDialogue(room, sealed);
    setMeta(room.sql, "turn", String(turn));
  });
}

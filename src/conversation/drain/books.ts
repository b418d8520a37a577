import { count, faultFields, logProblem } from "#telemetry";
import type { Effect, Outcome, ReadingEffect } from "../effect.ts";
import type { Errand } from "../errand.ts";
import { perform } from "../perform.ts";
import { remember } from "../remember.ts";
import { keepDialogue, readDialogue, refOf, sealDialogue, sealJson, unsealJson, type Room } from "../room.ts";
import { backoffMs } from "../schedule.ts";
import { entryRef, openOutbox, rememberSaid, replaceSaid, updateOutbox, type OutboxRow } from "../store.ts";

/**
 * A database that is away is tried for as long as it takes: the natural key makes that safe. Only a broken promise of
 * our own ends after so many tries, as a dead letter of which the reply tells.
 */
const BOOKS_TRIES_MAX = 12;

/** Carries out the oldest open effect. True when it is settled and another may follow at once. */
export async function keepBooks(room: Room): Promise<boolean> {
  const [row] = openOutbox(room.sql, "books", 1);
  const now = room.ports.clock.now();
  if (!row || row.due_at > now) return false;
  const effect = await unsealJson<Exclude<Effect, ReadingEffect>>(room, { table: "outbox", row: row.key }, row.sealed);
  try {
    const outcome = await perform(effect, await errandOf(room, now));
    await settle(room, row, { effect, outcome });
    return true;
  } catch (fault) {
    return postpone(room, row, { effect, fault });
  }
}

async function errandOf(room: Room, now: number): Promise<Errand> {
  const { membership, address } = await readDialogue(room);
  if (!membership) throw new Error("an effect stands in the outbox of a conversation without a business");
  const { entropy, worth, sii } = room.ports;
  return { archive: await room.ports.archive(), membership, address, now, entropy, worth, sii };
}

type Settled = { effect: Effect; outcome: Outcome };

/** What came of it, what is remembered of it, and which messages now speak of it: one transaction. */
async function settle(room: Room, row: OutboxRow, { effect, outcome }: Settled): Promise<void> {
  const now = room.ports.clock.now();
  const sealedOutcome = await sealJson(room, { table: "outcome", row: row.key }, outcome);
  const dialogue = await sealDialogue(room, remember(await readDialogue(room), outcome, now));
  const said = "message_id" in effect ? await refOf(room, effect.message_id) : null;
  room.storage.transactionSync(() => {
    updateOutbox(room.sql, row.key, { state: "done", outcome: sealedOutcome });
    keepDialogue(room, dialogue);
    if (outcome.kind === "corrected") replaceSaid(room.sql, outcome.before.id, outcome.entry.id);
    if (outcome.kind === "linked" && outcome.before) replaceSaid(room.sql, outcome.before.id, outcome.entry.id);
    if (outcome.kind === "unlinked") replaceSaid(room.sql, outcome.of, outcome.entry.id);
    if (said !== null && (outcome.kind === "recorded" || outcome.kind === "corrected" || outcome.kind === "linked")) {
      rememberSaid(room.sql, { ref: said, entryId: outcome.entry.id, now });
      rememberSaid(room.sql, { ref: entryRef(outcome.entry.id), entryId: outcome.entry.id, now });
    }
  });
}

async function postpone(
  room: Room,
  row: OutboxRow,
  { effect, fault }: { effect: Effect; fault: unknown },
): Promise<boolean> {
  const tries = row.tries + 1;
  logProblem("books.failed", {
    key: row.key,
    conversation: room.id.slice(0, 12),
    effect: effect.kind,
    tries,
    ...faultFields(fault),
  });
  const ours = fault instanceof Error && fault.name === "AssertionError";
  if (ours && tries >= BOOKS_TRIES_MAX) {
    count("outbox_dead_total");
    const outcome = await sealJson(room, { table: "outcome", row: row.key }, { kind: "failed" } satisfies Outcome);
    updateOutbox(room.sql, row.key, { state: "dead", tries, outcome, reason: "gave_up" });
    return true;
  }
  const due_at = room.ports.clock.now() + backoffMs(tries, room.ports.entropy.jitter());
  updateOutbox(room.sql, row.key, { tries, due_at });
  return false;
}

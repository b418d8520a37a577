import { count, faultFields, logProblem } from "#telemetry";
import type { Books } from "../books.ts";
import type { Dialogue } from "../dialogue.ts";
import type { Reply } from "../effect.ts";
import type { Heard } from "../heard.ts";
import type { Room } from "../room.ts";
import { backoffMs } from "../schedule.ts";
import { readMeta, setMeta } from "../store.ts";
import { turn, type Turn } from "../turn.ts";

/** After so many faults in a row messages are heard one by one, to find the one that trips us. */
export const FAULTS_TOGETHER_MAX = 2;
/** After so many that one is set aside, kept as it came, and its sender is told. About half a minute. */
const FAULTS_MAX = 7;

type Deciding = { before: Dialogue; heard: readonly Heard[]; books: Books; now: number };

/**
 * The turn; `later` where deciding broke and is tried again, null where it broke too often: our mistake, which must not
 * hold a conversation up for ever.
 */
export function decide(room: Room, { before, heard, books, now }: Deciding): Turn | "later" | null {
  try {
    const taken = turn(before, heard, books);
    if (faultsOf(room) > 0) setMeta(room.sql, "hear_faults", "0");
    return taken;
  } catch (fault) {
    const faults = faultsOf(room) + 1;
    count("turn_faults_total");
    logProblem("turn.fault", { conversation: room.id.slice(0, 12), faults, ...faultFields(fault) });
    setMeta(room.sql, "hear_faults", String(faults));
    if (faults >= FAULTS_MAX && heard.length === 1) return null;
    room.quiet_until = now + backoffMs(faults, room.ports.entropy.jitter());
    return "later";
  }
}

/** The message stays as it came, unheard; its sender is told. */
export function setAside(before: Dialogue): Turn {
  const reply: Reply = { parts: [{ part: "set_aside" }], reply_to: null, today: "1970-01-01" };
  return { dialogue: before, effects: [], reply, consumed: 1 };
}

export function faultsOf(room: Room): number {
  return Number(readMeta(room.sql, "hear_faults") ?? 0);
}

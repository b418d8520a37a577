import { count, faultFields, logProblem } from "#telemetry";
import type { Reply } from "../effect.ts";
import { readDialogue, type Room } from "../room.ts";
import { contactAllowance, type Allowance } from "../schedule.ts";
import { heardSince, insertOutbox, readMeta, setMeta, type InboxRow } from "../store.ts";
import { nextTurn, replyRow } from "./commit-turn.ts";

const MINUTE_MS = 60_000;

/** As many rows as the limits allow now; the others wait, none is dropped, and one notice a window says so. */
export async function admit(room: Room, rows: readonly InboxRow[], now: number): Promise<InboxRow[]> {
  if (rows[0]?.kind === "result") return [...rows];
  const own = contactAllowance(heardSince(room.sql, now - MINUTE_MS), now);
  if (own.allowed === 0) {
    room.quiet_until = now + own.wait_ms;
    await noticeOnce(room, own, now);
    return [];
  }
  const wanted = Math.min(own.allowed, rows.length);
  const { membership } = await readDialogue(room);
  const shared = await takeShared(room, membership?.tenant_id ?? room.id, wanted);
  if (shared.granted === 0) {
    count("rate_limited_total");
    room.quiet_until = now + shared.wait_ms;
    if (membership) await noticeOnce(room, { allowed: 0, wait_ms: shared.wait_ms }, now);
  }
  return rows.slice(0, shared.granted);
}

/** The limiter lives in memory and may be gone for a moment: then the message goes first. */
async function takeShared(room: Room, tenant: string, want: number): Promise<{ granted: number; wait_ms: number }> {
  try {
    return await room.ports.limits.take(tenant, want);
  } catch (fault) {
    logProblem("limits.unreachable", faultFields(fault));
    return { granted: want, wait_ms: 0 };
  }
}

async function noticeOnce(room: Room, allowance: Allowance, now: number): Promise<void> {
  const noticed = Number(readMeta(room.sql, "noticed_at") ?? 0);
  if (noticed + MINUTE_MS > now) return;
  const seconds = Math.ceil(allowance.wait_ms / 1_000);
  const reply: Reply = { parts: [{ part: "too_fast", seconds }], reply_to: null, today: "1970-01-01" };
  const turnNumber = nextTurn(room);
  const row = await replyRow(room, { turn: turnNumber, reply, now });
  room.storage.transactionSync(() => {
    setMeta(room.sql, "noticed_at", String(now));
    setMeta(room.sql, "turn", String(turnNumber));
    insertOutbox(room.sql, row, now);
  });
}

import { isWindowOpen } from "#notifications";
import { carried, type SiiNews } from "#sii";
import type { JobEnd } from "./drain/index.ts";
import type { SiiTold } from "./heard.ts";
import { readDialogue, refOf, sealJson, unsealJson, type Room } from "./room.ts";
import { findHeldBack, insertInbox, updateInbox } from "./store.ts";

type Telling = { tenant_id: string; key: string; told: SiiTold };

/**
 * Something of the tax service to be told, under a key of its own: told again it is heard once. Nothing is told where
 * the conversation is another business's by now. Outside of the channel's window it waits for the person's next message,
 * and what comes meanwhile is told with it.
 */
export async function tellSii(room: Room, { tenant_id, key, told }: Telling): Promise<void> {
  const { membership, last_heard_at } = await readDialogue(room);
  if (membership?.tenant_id !== tenant_id) return;
  const at = room.ports.clock.now();
  const ref = await refOf(room, `sii:${key}`);
  const isHeldBack = !isWindowOpen(last_heard_at, at);
  // By the time that it could be told it would be over.
  if (isHeldBack && told.about === "waiting") return;
  if (isHeldBack && (await isJoined(room, { key, told }))) return;
  const end: JobEnd = { kind: "sii", id: `sii:${key}`, at, told, keys: [key] };
  const sealed = await sealJson(room, { table: "inbox", row: ref }, end);
  const state = isHeldBack ? "parked" : "pending";
  insertInbox(room.sql, { ref, kind: "result", state, received_at: at, sealed });
}

/** What waits already, and this beside it, are one message where they can be: true where this one goes with another. */
async function isJoined(room: Room, { key, told }: Pick<Telling, "key" | "told">): Promise<boolean> {
  for (const { ref, sealed } of findHeldBack(room.sql)) {
    const slot = { table: "inbox", row: ref } as const;
    const end = await unsealJson<JobEnd>(room, slot, sealed);
    const both = end.kind === "sii" ? together(end.told, told) : null;
    if (end.kind !== "sii" || !both) continue;
    if (end.keys.includes(key)) return true;
    const joined: JobEnd = { ...end, told: both, keys: [...end.keys, key] };
    updateInbox(room.sql, ref, { kind: "result", state: "parked", sealed: await sealJson(room, slot, joined) });
    return true;
  }
  return false;
}

/** Several syncs that brought something, or two reminders of one form; null where each is a message of its own. */
function together(before: SiiTold, after: SiiTold): SiiTold | null {
  if (before.about === "news" && after.about === "news") return { ...after, news: sumOf(before.news, after.news) };
  return formOf(before) !== null && formOf(before) === formOf(after) ? after : null;
}

/** The month whose F29 is reminded of. */
function formOf(told: SiiTold): string | null {
  return told.about === "reminder" && told.reminder.what === "f29" ? told.reminder.month : null;
}

/** Of two the newer one counts, with the documents of both. */
function sumOf(before: SiiNews, after: SiiNews): SiiNews {
  return carried({
    ...after,
    booked: [...before.booked, ...after.booked],
    linked: [...before.linked, ...after.linked],
    asked: [...before.asked, ...after.asked],
    // What waits is listed anew by every sync that finds it new; what was booked since waits no more.
    pending: [...before.pending, ...after.pending].filter(({ id }) => !after.booked.some((each) => each.id === id)),
    taken_back: [...before.taken_back, ...after.taken_back],
    moved: [...before.moved, ...after.moved],
    rest: [...(before.rest ?? []), ...(after.rest ?? [])],
    summed: latest(before.summed ?? [], after.summed ?? []),
  });
}

/** Of each month its newest sum. */
function latest(before: Summed, after: Summed): Summed {
  const isKept = (old: Summed[number]): boolean =>
    !after.some(({ side, month }) => side === old.side && month === old.month);
  return [...before.filter(isKept), ...after];
}

type Summed = NonNullable<SiiNews["summed"]>;

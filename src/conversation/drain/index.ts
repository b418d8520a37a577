// What a conversation does when its alarm rings: books, replies, jobs, the next turn, then what
// nobody answered. It refuses to hear the network.
import { keepBooks } from "./books.ts";
import { dispatchJobs } from "./dispatch.ts";
import { dueInbox, hearNext } from "./hear.ts";
import { sendNext } from "./send.ts";
import { remindNext } from "./remind.ts";
import { readDue, type Room } from "../room.ts";
import { headsOf } from "../store.ts";

export { readJob } from "./dispatch.ts";
export type { JobEnd, Transcript } from "./open-rows.ts";
export { messageIdOf, sealLetter, type Letter } from "./send.ts";

/** One alarm does at most so much; the next one goes on. */
const DRAIN_STEPS_MAX = 200;

export async function drain(room: Room): Promise<void> {
  for (let step = 0; step < DRAIN_STEPS_MAX; step++) {
    const busy =
      (await keepBooks(room)) ||
      (await sendNext(room)) ||
      (await dispatchJobs(room)) ||
      (await hearNext(room)) ||
      (await remindNext(room));
    if (!busy) return;
  }
}

/**
 * When the object must wake next (epoch ms), or null where nothing is open. A turn whose effects are postponed holds back
 * its own reply and the next turn, so neither rings the alarm.
 */
export function wakeAt(room: Room): number | null {
  const heads = headsOf(room.sql);
  const books = heads.find((row) => row.lane === "books");
  const times = heads.filter((row) => row.lane !== "send" || row.turn !== books?.turn).map((row) => row.due_at);
  const inbox = dueInbox(room, room.ports.clock.now());
  if (inbox && !books) times.push(inbox.at);
  const reminds = readDue(room);
  if (reminds !== null && !inbox && !books) times.push(reminds);
  return times.length > 0 ? Math.min(...times) : null;
}

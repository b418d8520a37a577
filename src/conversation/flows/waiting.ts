import { HOUR_MS, MINUTE_MS } from "#kernel";
import { isWindowOpen } from "#notifications";
import { isInquiry, LET_GO_MAX, type Dialogue, type Inquiry, type Open } from "../dialogue.ts";
import type { Effect, Reply } from "../effect.ts";
import { lostWith } from "./lost.ts";
import { asksAgain } from "./pending.ts";

// What becomes of a question that nobody answers: one reminder, then it is let go. Pure: what is due at `now`.

/** A question that waits for so long is asked once more. */
export const QUESTION_REMIND_MS = 2 * HOUR_MS;
/** … and after so long it is let go; Meta's window is about to close as well. */
export const QUESTION_EXPIRES_MS = 24 * HOUR_MS;
/** What was only offered (to look into a month, to follow an edited message) ends earlier, and without a word. */
export const OFFER_EXPIRES_MS = 2 * HOUR_MS;

/** Nobody is woken: local minutes of the day from which, and before which, nothing is sent unasked. */
const QUIET_FROM_MINUTE = 22 * 60;
const QUIET_UNTIL_MINUTE = 8 * 60;
const DAY_MINUTES = 24 * 60;

/** When something of what is open is due next (epoch ms); null where nothing will be. */
export function nextDue(dialogue: Dialogue, now: number): number | null {
  const times = dialogue.open.flatMap((open) => [remindAt(dialogue, open, now) ?? Infinity, expiresAt(open)]);
  return times.length === 0 ? null : Math.min(...times);
}

/** Lets go of what has waited too long: what is left to be told stands in `let_go`, a document goes to review. */
export function lapse(dialogue: Dialogue, now: number): Effect[] {
  const over = dialogue.open.filter((open) => expiresAt(open) <= now);
  if (over.length === 0) return [];
  dialogue.open = dialogue.open.filter((open) => !over.includes(open));
  if (!dialogue.open.some(({ kind }) => kind === "document")) {
    dialogue.open = dialogue.open.filter(({ kind }) => kind !== "which");
  }
  dialogue.let_go = [...dialogue.let_go, ...over.flatMap(lostWith)].slice(-LET_GO_MAX);
  return over.flatMap((open) =>
    open.kind === "document" || open.kind === "paper"
      ? [{ kind: "settle_document" as const, document_id: open.draft.document_id, state: "review" as const }]
      : [],
  );
}

export type Waited = {
  dialogue: Dialogue;
  effects: Effect[];
  reply: Reply | null;
  /** Names the reminder by its oldest question: the same question makes the same one. */
  key: string;
};

/** What is due at `now`, done; null where nothing is. All that waits is asked again in one message. */
export function duringSilence(before: Dialogue, { now, today }: { now: number; today: string }): Waited | null {
  const dialogue = structuredClone(before);
  const effects = lapse(dialogue, now);
  const isDue = dialogue.open.some((open) => remindAt(dialogue, open, now) === now);
  const lapsed = dialogue.open.length < before.open.length;
  if (!isDue) return lapsed ? { dialogue, effects, reply: null, key: "" } : null;
  const unasked = dialogue.open.filter(isInquiry).filter((open) => open.reminded !== true);
  const waiting = unasked.toSorted((a, b) => a.at - b.at);
  for (const open of waiting) {
    open.reminded = true;
    if (open.kind === "paper" || open.kind === "asking") delete open.behind;
  }
  const parts = [{ part: "pending" as const, how: "reminder" as const, of: waiting.map(asksAgain) }];
  const [oldest] = waiting;
  return { dialogue, effects, reply: { parts, reply_to: null, today }, key: oldest ? keyOf(oldest) : "" };
}

/** The instant at which it is asked again, never before `now`; null where it is not, or not any more. */
function remindAt(dialogue: Dialogue, open: Open, now: number): number | null {
  if (!isInquiry(open) || open.reminded === true) return null;
  const at = whenAwake(Math.max(open.at + QUESTION_REMIND_MS, now), dialogue.membership?.time_zone ?? "UTC");
  return at < expiresAt(open) && isWindowOpen(dialogue.last_heard_at, at) ? at : null;
}

function expiresAt(open: Open): number {
  return open.at + (isInquiry(open) || open.kind === "which" ? QUESTION_EXPIRES_MS : OFFER_EXPIRES_MS);
}

/** The same instant by day; at night, the next morning's first. */
function whenAwake(at: number, timeZone: string): number {
  const minute = minuteOfDay(at, timeZone);
  if (minute >= QUIET_UNTIL_MINUTE && minute < QUIET_FROM_MINUTE) return at;
  const minutes = (QUIET_UNTIL_MINUTE - minute + DAY_MINUTES) % DAY_MINUTES;
  return at - (at % MINUTE_MS) + minutes * MINUTE_MS;
}

function minuteOfDay(at: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const [hour = "0", minute = "0"] = clock.format(at).split(":");
  return Number(hour) * 60 + Number(minute);
}

function keyOf(open: Inquiry): string {
  const id = "draft" in open ? open.draft.document_id : open.kind === "country" ? "" : open.id;
  return `${open.kind}:${id}:${open.at}`;
}

import { retryWait, type Outbound, type SendOutcome } from "#channels";
import { fullBucket, isWindowOpen, takeFromPair, type PairBucket } from "#notifications";
import { count, faultFields, logEvent, logProblem } from "#telemetry";
import { compose } from "../compose.ts";
import type { Dialogue } from "../dialogue.ts";
import type { Outcome, Reply } from "../effect.ts";
import { papersShown } from "../papers-shown.ts";
import { readDialogue, refOf, sealJson, unsealJson, type Room } from "../room.ts";
import { withLink, type Link } from "../links/offer.ts";
import { quotable } from "../links/scan.ts";
import { offerLink } from "../links/store.ts";
import { SCAN_LINK_MS } from "../schedule.ts";
import {
  effectsOf,
  findOutbox,
  openOutbox,
  type OutboxRow,
  papersSaid,
  readMeta,
  rememberPaper,
  rememberSaid,
  setMeta,
  unsureRef,
  updateOutbox,
} from "../store.ts";

/** What a row of the send lane holds: a turn's reply, or a message that somebody wrote through the API. */
export type Letter =
  | { kind: "reply"; reply: Reply }
  | {
      kind: "wire";
      tenant_id: string;
      message: Extract<Outbound, { kind: "wire" }>;
      to: Dialogue["address"];
      line: string;
    };

/**
 * About an hour and a half of trying; then it is a dead letter, visible and ready to be sent again by hand. What stops
 * the whole line (a token, a payment) waits for a person and is not counted.
 */
const SEND_TRIES_MAX = 18;
/** Meta's status arrives within seconds; only after this is a message of unknown fate sent once more. */
export const UNSURE_WAIT_MS = 20_000;
const UNSURE_RESENDS_MAX = 1;
const NO_CHANNEL_RETRY_MS = 30_000;

/** Sends the oldest open message. True when it is settled and the next may follow. */
export async function sendNext(room: Room): Promise<boolean> {
  const [row] = openOutbox(room.sql, "send", 1);
  const now = room.ports.clock.now();
  if (!row) return false;
  if (row.state === "sending") return doubt(room, row, "interrupted");
  if (row.due_at > now) return false;
  if (row.state === "unsure" && row.unsure >= UNSURE_RESENDS_MAX) return bury(room, row, "ambiguous");
  return send(room, row, now);
}

async function send(room: Room, row: OutboxRow, now: number): Promise<boolean> {
  const channel = room.ports.channel();
  if (!channel) {
    updateOutbox(room.sql, row.key, { due_at: now + NO_CHANNEL_RETRY_MS, reason: "no_channel" });
    return false;
  }
  const dialogue = await readDialogue(room);
  if (row.state === "unsure" && !(await channel.isReachable(dialogue.line))) {
    updateOutbox(room.sql, row.key, { due_at: now + UNSURE_WAIT_MS });
    return false;
  }
  const ready = await letterOf(room, row, dialogue);
  if (ready === "waits") return false;
  if (typeof ready === "string") return bury(room, row, ready);
  const pair = takeFromPair(pairOf(room, now), now);
  if (pair.wait_ms > 0) {
    updateOutbox(room.sql, row.key, { due_at: now + pair.wait_ms });
    return false;
  }
  room.storage.transactionSync(() => {
    setMeta(room.sql, "pair", JSON.stringify(pair.bucket));
    if (ready.link) offerLink(room.sql, { ...ready.link, expires_at: now + SCAN_LINK_MS });
    const unsure = row.unsure + (row.state === "unsure" ? 1 : 0);
    updateOutbox(room.sql, row.key, { state: "sending", tries: row.tries + 1, unsure });
  });
  const outcome = await channel.send(ready.to, ready.line, ready.message, messageIdOf(room, row.key));
  return conclude(room, { ...row, tries: row.tries + 1 }, { outcome, speaks_of: ready.speaks_of });
}

/** Our id of a message: where it stands, and what the channel echoes in its statuses. */
export function messageIdOf(room: Room, key: string): string {
  return `${room.id}.${key}`;
}

/** Why a letter will never go out as it stands; each is the reason of a dead letter. */
type Unsendable = "window_closed" | "nobody" | "unsayable";

type Ready = {
  to: Dialogue["address"];
  line: string;
  message: Outbound;
  speaks_of: SpeaksOf;
  link: Link | null;
};

async function letterOf(room: Room, row: OutboxRow, dialogue: Dialogue): Promise<Ready | "waits" | Unsendable> {
  const letter = await unsealJson<Letter>(room, { table: "outbox", row: row.key }, row.sealed);
  const open = isWindowOpen(dialogue.last_heard_at, room.ports.clock.now());
  if (letter.kind === "wire") {
    if (!open && letter.message.type !== "template") return "window_closed";
    return { to: letter.to, line: letter.line, message: letter.message, speaks_of: OF_NOTHING, link: null };
  }
  if (!open) return "window_closed";
  const { membership, address, line } = dialogue;
  if (!membership) return "nobody";
  const outcomes = await outcomesOf(room, row.turn);
  if (!outcomes) return "waits";
  const { reply, link } = await withLink(room, row, letter.reply);
  const composed = composeOrNull(reply, outcomes, membership);
  if (!composed) return "unsayable";
  const { text, buttons } = composed;
  const speaks_of = { entries: composed.speaks_of, papers: papersShown(reply, outcomes), reply_to: reply.reply_to };
  const message: Outbound = { v: 1, kind: "text", text, buttons, reply_to: quotable(reply.reply_to) };
  return { to: address, line, message, speaks_of, link };
}

/** A reply that cannot be put into words is our mistake; it is set aside and holds no other up. */
function composeOrNull(...parts: Parameters<typeof compose>): ReturnType<typeof compose> | null {
  try {
    return compose(...parts);
  } catch (fault) {
    logProblem("message.unsayable", faultFields(fault));
    return null;
  }
}

/** What came of a turn's effects, by their place in it; null while one is still open. */
async function outcomesOf(room: Room, turn: number): Promise<Outcome[] | null> {
  const outcomes: Outcome[] = [];
  for (const row of effectsOf(room.sql, turn)) {
    if (row.outcome === null) return null;
    const place = Number(row.key.slice(row.key.indexOf(".") + 1));
    outcomes[place] = await unsealJson<Outcome>(room, { table: "outcome", row: row.key }, row.outcome);
  }
  return outcomes;
}

/** What quoting a message will mean; one of ours that quotes a picture is about its paper as well. */
type SpeaksOf = { entries: readonly string[]; papers: readonly string[]; reply_to: string | null };

const OF_NOTHING: SpeaksOf = { entries: [], papers: [], reply_to: null };

type Answered = { outcome: SendOutcome; speaks_of: SpeaksOf };

async function conclude(room: Room, row: OutboxRow, { outcome, speaks_of }: Answered): Promise<boolean> {
  const now = room.ports.clock.now();
  const sentRef = outcome.outcome === "sent" ? await refOf(room, outcome.message_id) : null;
  const settled = settledMeanwhile(room, row);
  const ref = sentRef ?? settled?.ref ?? (outcome.outcome === "ambiguous" ? unsureRef(row.key) : null);
  const quotedRef = speaks_of.reply_to === null ? null : await refOf(room, speaks_of.reply_to);
  if (ref !== null) {
    for (const entryId of speaks_of.entries) rememberSaid(room.sql, { ref, entryId, now });
    const papers = [...speaks_of.papers, ...(quotedRef === null ? [] : papersSaid(room.sql, quotedRef))];
    for (const documentId of papers) rememberPaper(room.sql, { ref, documentId, now });
  }
  if (settled) return true;
  switch (outcome.outcome) {
    case "sent":
      updateOutbox(room.sql, row.key, { state: "sent", ref, reason: null });
      count("messages_sent_total");
      logEvent("message.sent", { conversation: room.id.slice(0, 12), key: row.key, tries: row.tries });
      return true;
    case "retry": {
      if (row.tries >= SEND_TRIES_MAX && outcome.scope !== "line") return bury(room, row, outcome.reason);
      const wait = retryWait(outcome, row.tries - 1, room.ports.entropy.jitter());
      updateOutbox(room.sql, row.key, { state: "pending", due_at: now + wait, reason: outcome.reason });
      return false;
    }
    case "ambiguous":
      return doubt(room, row, outcome.reason);
    case "refused":
      return bury(room, row, outcome.reason);
  }
}

/** The row where its status came before the answer to its send: what happened is known, whatever the answer says. */
function settledMeanwhile(room: Room, row: OutboxRow): OutboxRow | null {
  const now = findOutbox(room.sql, row.key);
  return now && now.state !== "sending" ? now : null;
}

/** Perhaps it went out: its status decides; without one it is sent once more and no more. */
function doubt(room: Room, row: OutboxRow, reason: string): boolean {
  count("messages_unsure_total");
  updateOutbox(room.sql, row.key, { state: "unsure", due_at: room.ports.clock.now() + UNSURE_WAIT_MS, reason });
  return true;
}

function bury(room: Room, row: OutboxRow, reason: string): boolean {
  count("outbox_dead_total");
  logProblem("message.dead", { conversation: room.id.slice(0, 12), key: row.key, reason });
  updateOutbox(room.sql, row.key, { state: "dead", reason });
  return true;
}

function pairOf(room: Room, now: number): PairBucket {
  const stored = readMeta(room.sql, "pair");
  return stored === null ? fullBucket(now) : (JSON.parse(stored) as PairBucket);
}

/** A message of the API, sealed for its row. */
export async function sealLetter(room: Room, key: string, letter: Letter): Promise<string> {
  return sealJson(room, { table: "outbox", row: key }, letter);
}

// What becomes of a sent message: sent, delivered, read or failed, as statuses to the bot and ticks on the phone.
import { senderOf } from "../phone/chats.ts";
import type { Tick } from "../phone/chats.ts";
import type { Rig, SentMessage } from "../rig.ts";
import { statusValue } from "./status.ts";
import type { Fate } from "./status.ts";

/** Free service messages per number and month; later ones are billed. */
const FREE_SERVICE_MESSAGES = 1_000;

/** Plans the statuses of a message that was just taken. Reactions get none beyond sent and delivered. */
export function startFate(rig: Rig, sent: SentMessage): void {
  const { enabled, step_ms, copies } = rig.knobs.statuses;
  if (!enabled) return;
  planned(rig, sent)
    .flatMap((fate) => Array.from({ length: copies }, () => fate))
    .forEach((fate, index) => {
      rig.later(step_ms * (Math.floor(index / copies) + 1), () => tell(rig, sent, fate));
    });
}

function planned(rig: Rig, sent: SentMessage): Fate[] {
  const { fail_code, order } = rig.knobs.statuses;
  if (fail_code !== null) return ["failed"];
  const fates: Fate[] = willRead(rig, sent.chat) ? ["sent", "delivered", "read"] : ["sent", "delivered"];
  if (order === "reversed") return fates.toReversed();
  return order === "shuffled" ? shuffled(fates, rig.random) : fates;
}

function willRead(rig: Rig, chat: string): boolean {
  const { read } = rig.knobs.statuses;
  return read === "always" || (read === "when_open" && [...rig.open.values()].includes(chat));
}

/** Posts one status and moves the tick, never down. */
function tell(rig: Rig, sent: SentMessage, fate: Fate): void {
  const chat = rig.chats.get(sent.chat);
  if (chat === null) return;
  const at = rig.now();
  sent.states.push({ state: fate, at });
  const value = statusValue(rig.line, {
    message_id: sent.id,
    fate,
    timestamp: Math.floor(at / 1000),
    recipient: senderOf(chat, { hidePhone: chat.phone === null }),
    key: sent.key,
    fail_code: rig.knobs.statuses.fail_code,
    billable: rig.sent.indexOf(sent) >= FREE_SERVICE_MESSAGES,
  });
  void rig.courier.carry(value);
  const bubble = rig.chats.find(sent.id)?.bubble;
  if (bubble === undefined || RANK[fate] <= RANK[bubble.tick]) return;
  bubble.tick = fate === "played" ? "read" : fate;
  rig.publish("bubble", bubble);
}

const RANK: Readonly<Record<Fate | Tick, number>> = {
  pending: 0,
  sent: 1,
  failed: 1.5,
  delivered: 2,
  read: 3,
  played: 4,
};

/** A person opens a chat: what was delivered there is now read. */
export function readChat(rig: Rig, chat: string): void {
  if (!rig.knobs.statuses.enabled || rig.knobs.statuses.read === "never") return;
  for (const sent of rig.sent) {
    const states = sent.states.map((one) => one.state);
    if (sent.chat === chat && states.includes("delivered") && !states.includes("read")) tell(rig, sent, "read");
  }
}

function shuffled<T>(items: T[], random: () => number): T[] {
  const left = [...items];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(random() * left.length), 1));
  return out;
}

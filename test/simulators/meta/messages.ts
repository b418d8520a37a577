// POST /{phone}/messages: takes, judges and remembers what the bot sends, and tells its fate afterwards.
import { fieldsOf, textOf } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { sendFaultFor } from "../knobs.ts";
import type { SendFault } from "../knobs.ts";
import { emptyBubble } from "../phone/chats.ts";
import type { Bubble, Chat } from "../phone/chats.ts";
import { summary } from "../phone/person.ts";
import type { Rig, SentMessage } from "../rig.ts";
import { graphError } from "./graph-error.ts";
import type { Refusal } from "./graph-error.ts";
import { waId, wamid } from "./ids.ts";
import { paint } from "./paint.ts";
import { checkSend } from "./send-check.ts";
import { startFate } from "./fate.ts";

/** `hang`: taken, but the answer never comes. `cut`: the connection breaks. */
export type SendAnswer = { kind: "answer"; status: number; body: unknown } | { kind: "hang" } | { kind: "cut" };

const PAIR_BURST = 45;
const PAIR_REFILL_MS = 6_000;
const WINDOW_MS = 24 * 3_600_000;
const TYPING_MS = 25_000;

/** What the service answers to this body, with its effects on chats and the faults that are turned on. */
export function takeSend(rig: Rig, body: unknown): SendAnswer {
  const fields = fieldsOf(body);
  if (fields["status"] !== undefined) return takeReadReceipt(rig, fields);
  const to = textOf(fields["to"]) ?? textOf(fields["recipient"]) ?? "";
  const fault = sendFaultFor(rig.knobs, to, rig.random);
  if (fault !== null) rig.log("send fault", { ...fault, body });
  const failure = failBefore(fault);
  if (failure !== null) return failure;
  const refused = checkSend(body, (id) => rig.media.get(id) !== null) ?? checkStanding(rig, fields);
  if (refused !== null) {
    rig.log("send refused", { ...refused, body });
    return refusal(refused);
  }
  const sent = remember(rig, fields);
  startFate(rig, sent);
  return failAfter(fault) ?? accepted(sent, to);
}

/** The faults in which the message is not taken. */
function failBefore(fault: SendFault | null): SendAnswer | null {
  if (fault?.kind === "reset_before") return { kind: "cut" };
  if (fault?.kind === "http_500") return answer(500, "Internal Server Error");
  return fault?.kind === "code" ? refusal({ code: fault.code, details: "" }) : null;
}

/** The faults in which the message is taken and the sender does not hear of it. */
function failAfter(fault: SendFault | null): SendAnswer | null {
  if (fault?.kind === "timeout_after_accept") return { kind: "hang" };
  return fault?.kind === "reset_after" ? { kind: "cut" } : null;
}

function accepted(sent: SentMessage, to: string): SendAnswer {
  return answer(200, {
    messaging_product: "whatsapp",
    contacts: [{ input: to, wa_id: sent.chat }],
    messages: [{ id: sent.id, ...(sent.type === "template" ? { message_status: "accepted" } : {}) }],
  });
}

function answer(status: number, body: unknown): SendAnswer {
  return { kind: "answer", status, body };
}

function refusal({ code, details }: Refusal): SendAnswer {
  const error = graphError(code, details === "" ? undefined : details);
  return answer(error.status, error.body);
}

/** Refusals that depend on who and when, not on the message's form. */
function checkStanding(rig: Rig, body: Fields): Refusal | null {
  const to = textOf(body["to"])?.replaceAll(/\D/g, "") ?? null;
  const chat = recipientChat(rig, body);
  const code =
    checkListed(rig, to) ?? checkWindow(rig, chat, body["type"] === "template") ?? checkPairRate(rig, chat.key);
  return code === null ? null : { code, details: "" };
}

function checkListed(rig: Rig, to: string | null): number | null {
  if (to === null) return null;
  if (to === rig.line.display_phone_number) return 131021;
  return rig.knobs.send.allowed_recipients?.includes(to) === false ? 131030 : null;
}

function checkWindow(rig: Rig, chat: Chat, isTemplate: boolean): number | null {
  if (!rig.knobs.send.window_24h || isTemplate) return null;
  const isOpen = chat.last_inbound_at !== null && rig.now() - chat.last_inbound_at < WINDOW_MS;
  return isOpen ? null : 131047;
}

/** Token bucket of one pair: 45 at once, then one per 6 s. */
function checkPairRate(rig: Rig, chat: string): number | null {
  if (!rig.knobs.send.pair_rate) return null;
  const now = rig.now();
  const bucket = rig.pairTokens.get(chat) ?? { left: PAIR_BURST, at: now };
  const left = Math.min(PAIR_BURST, bucket.left + (now - bucket.at) / PAIR_REFILL_MS);
  const isTaken = left >= 1;
  rig.pairTokens.set(chat, { left: isTaken ? left - 1 : left, at: now });
  return isTaken ? null : 131056;
}

/** The phone wins when both are given. */
function recipientChat(rig: Rig, body: Fields): Chat {
  const to = textOf(body["to"]);
  return rig.chats.of(to === null ? { user_id: textOf(body["recipient"]) } : { phone: waId(to) });
}

function remember(rig: Rig, body: Fields): SentMessage {
  const chat = recipientChat(rig, body);
  const now = rig.now();
  const type = textOf(body["type"]) ?? "text";
  const sent: SentMessage = {
    id: wamid(chat.phone ?? chat.user_id, "outbound"),
    to: textOf(body["to"]),
    recipient: textOf(body["recipient"]),
    chat: chat.key,
    key: textOf(body["biz_opaque_callback_data"]),
    type,
    body,
    at: now,
    states: [],
  };
  rig.sent.push(sent);
  rig.log("sent", sent);
  rig.publish("sent", sent);
  chat.typing_until = 0;
  if (type === "reaction") react(rig, fieldsOf(body["reaction"]));
  else
    showBubble(
      rig,
      chat,
      paint(emptyBubble({ id: sent.id, chat: chat.key, from: "bot", at: now, kind: type }), body, rig.media),
    );
  rig.publish("chat", summary(chat));
  return sent;
}

function showBubble(rig: Rig, chat: Chat, bubble: Bubble): void {
  rig.chats.add(chat, bubble);
  rig.publish("bubble", bubble);
}

function react(rig: Rig, reaction: Fields): void {
  const place = rig.chats.find(String(reaction["message_id"]));
  if (place === null) return;
  place.bubble.reactions.bot = reaction["emoji"] === "" ? null : String(reaction["emoji"]);
  rig.publish("bubble", place.bubble);
}

/** Marks the message and all before it as read; with a typing indicator shows «escribiendo…» for 25 s. */
function takeReadReceipt(rig: Rig, body: Fields): SendAnswer {
  const refused = checkSend(body, () => false);
  if (refused !== null) return refusal(refused);
  const place = rig.chats.find(String(body["message_id"]));
  if (place === null || place.bubble.from !== "person") {
    return refusal({ code: 131009, details: "Message ID is not valid: no such message was received by this number." });
  }
  const { chat, bubble } = place;
  for (const earlier of chat.bubbles.slice(0, chat.bubbles.indexOf(bubble) + 1)) {
    if (earlier.from !== "person" || earlier.tick === "read") continue;
    earlier.tick = "read";
    rig.publish("bubble", earlier);
  }
  const typing = body["typing_indicator"] !== undefined;
  if (typing) chat.typing_until = rig.now() + TYPING_MS;
  rig.reads.push({ message_id: bubble.id, typing, at: rig.now() });
  rig.log("read", { message_id: bubble.id, typing });
  rig.publish("chat", summary(chat));
  return answer(200, { success: true });
}

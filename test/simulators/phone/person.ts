// A person writes to the bot: the message enters their chat and leaves as a webhook.
import { inboundValue } from "../meta/inbound.ts";
import type { ChangeValue, MediaType, Said } from "../meta/inbound.ts";
import { userIdOf, waId, wamid } from "../meta/ids.ts";
import type { Attempt } from "../meta/courier.ts";
import type { MediaItem } from "../meta/media-shelf.ts";
import type { Rig } from "../rig.ts";
import { emptyBubble, senderOf } from "./chats.ts";
import type { Bubble, Chat } from "./chats.ts";

export type FileSaid = {
  type: MediaType;
  bytes: Uint8Array<ArrayBuffer>;
  mime_type: string;
  filename?: string | undefined;
  caption?: string | undefined;
  voice?: boolean | undefined;
  /** What a voice note says, for the stand-in transcriber. */
  words?: string | undefined;
};

/** What a person does. As Meta's types, but files come as bytes. */
export type Utterance =
  | Exclude<Said, { media: unknown } | { new_user_id: string }>
  | FileSaid
  | { type: "number_changed"; new_phone: string }
  | { type: "user_id_changed" };

export type InboundRequest = {
  /** Phone with country code; may be left out when `from_user_id` is given. */
  from?: string | undefined;
  from_user_id?: string | undefined;
  /** The webhook carries no phone, only the business-scoped id. */
  hide_phone?: boolean | undefined;
  profile_name?: string | undefined;
  username?: string | undefined;
  reply_to?: string | undefined;
  forwarded?: boolean | undefined;
  /** Seconds; now when left out. */
  timestamp?: number | undefined;
  /** Message id; a new wamid when left out. Give a used one to send a duplicate. */
  wamid?: string | undefined;
  /** Address under which the bot reaches this simulator, for `url_in_webhook`. */
  origin?: string | undefined;
  said: Utterance;
};

export type Injected = {
  id: string;
  chat: string;
  /** The change value as posted. */
  value: ChangeValue;
  /** The first answer of the bot's webhook. */
  webhook: Promise<Attempt>;
};

/** Shows the message in the person's chat, posts its webhook, and ticks the bubble with the answer. */
export function inject(rig: Rig, request: InboundRequest): Injected {
  const chat = chatOf(rig, request);
  const shelved = isFile(request.said) ? shelve(rig, request.said) : null;
  const at = request.timestamp === undefined ? rig.now() : request.timestamp * 1000;
  const id = request.wamid ?? wamid(chat.phone ?? chat.user_id, "inbound");
  const sender = senderOf(chat, { hidePhone: request.hide_phone === true || chat.phone === null });
  const value = inboundValue(rig.line, sender, {
    said: shelved === null ? wireWords(request.said, chat) : wireFile(rig, request, shelved),
    id,
    timestamp: Math.floor(at / 1000),
    reply_to: request.reply_to ?? null,
    forwarded: request.forwarded ?? false,
  });
  chat.last_inbound_at = Math.max(chat.last_inbound_at ?? 0, at);
  const bubble = show(rig, chat, { ...request, id, at, shelved });
  const webhook = rig.courier.carry(value).then((attempt) => {
    tickSent(rig, bubble);
    return attempt;
  });
  return { id, chat: chat.key, value, webhook };
}

function chatOf(rig: Rig, request: InboundRequest): Chat {
  return rig.chats.of({
    phone: request.from ?? null,
    user_id: request.from_user_id ?? null,
    name: request.profile_name ?? null,
    username: request.username ?? null,
  });
}

function isFile(said: Utterance): said is FileSaid {
  return "bytes" in said;
}

function shelve(rig: Rig, said: FileSaid): MediaItem {
  const item = rig.media.put(said.bytes, said.mime_type, said.filename ?? null);
  if (said.words !== undefined && said.words.trim() !== "") rig.words.set(item.sha256_hex, said.words.trim());
  return item;
}

function wireFile(rig: Rig, { said, origin }: InboundRequest, item: MediaItem): Said {
  if (!isFile(said)) throw new Error("only files are shelved");
  const isDirect = rig.knobs.media.url_in_webhook && origin !== undefined;
  return {
    type: said.type,
    media: {
      id: item.id,
      mime_type: item.mime_type,
      sha256_base64: Buffer.from(item.sha256_hex, "hex").toString("base64"),
      url: isDirect ? `${origin}/media/${rig.media.ticket(item.id, rig.now())}` : null,
    },
    caption: said.caption,
    filename: said.filename,
    voice: said.voice,
  };
}

function wireWords(said: Utterance, chat: Chat): Said {
  if (isFile(said)) throw new Error("a file is shelved before it is sent");
  if (said.type === "number_changed") {
    const phone = waId(said.new_phone);
    return { type: "number_changed", new_phone: phone, new_user_id: userIdOf(phone) };
  }
  if (said.type === "user_id_changed") return { type: "user_id_changed", new_user_id: userIdOf(`${chat.user_id}9`) };
  return said;
}

type Shown = InboundRequest & { id: string; at: number; shelved: MediaItem | null };

/** What the person's own screen shows. Returns null when no new bubble comes of it. */
function show(rig: Rig, chat: Chat, shown: Shown): Bubble | null {
  const { said } = shown;
  if (said.type === "reaction" || said.type === "edit" || said.type === "revoke") {
    change(rig, said);
    return null;
  }
  if (said.type === "number_changed") move(rig, chat, waId(said.new_phone));
  // A duplicate shows nothing new.
  if (rig.chats.find(shown.id) !== null) return null;
  const bubble = bubbleOf(chat, shown);
  rig.chats.add(chat, bubble);
  rig.publish("chat", summary(chat));
  rig.publish("bubble", bubble);
  return bubble;
}

function move(rig: Rig, chat: Chat, phone: string): void {
  rig.chats.rename(chat, phone, userIdOf(phone));
  rig.publish("reload", null);
}

function bubbleOf(chat: Chat, { said, shelved, id, at, reply_to }: Shown): Bubble {
  const bubble = emptyBubble({ id, chat: chat.key, from: "person", at, kind: said.type });
  bubble.text = wordsOf(said);
  bubble.reply_to = reply_to ?? null;
  if (!isFile(said) || shelved === null) return bubble;
  const { mime_type, filename, bytes } = shelved;
  bubble.media = { id: shelved.id, link: null, mime_type, filename, size: bytes.length, voice: said.voice === true };
  bubble.words = said.words ?? null;
  return bubble;
}

function change(rig: Rig, said: Extract<Utterance, { message_id: string }>): void {
  const place = rig.chats.find(said.message_id);
  if (place === null) return;
  const { bubble } = place;
  if (said.type === "reaction") bubble.reactions.person = said.emoji === "" ? null : said.emoji;
  if (said.type === "revoke") bubble.revoked = true;
  if (said.type === "edit") {
    bubble.text = said.text;
    bubble.edited = true;
  }
  rig.publish("bubble", bubble);
}

function wordsOf(said: Utterance): string | null {
  if (isFile(said)) return said.caption ?? null;
  switch (said.type) {
    case "text":
    case "template_button":
      return said.text;
    case "button_reply":
    case "list_reply":
      return said.title;
    case "location":
      return [said.name, said.address, `${said.latitude}, ${said.longitude}`].filter(Boolean).join("\n");
    case "contacts":
      return said.contacts.map((contact) => `${contact.name} ${contact.phone}`).join("\n");
    case "number_changed":
      return `Cambió su número a +${waId(said.new_phone)}`;
    case "user_id_changed":
      return "Cambió su identificador de usuario";
    case "order":
      return `Pedido de ${said.items.length} productos`;
    case "unsupported":
      return `Mensaje no compatible (${said.kind})`;
    case "reaction":
    case "edit":
    case "revoke":
    case "raw":
    default:
      return null;
  }
}

/** One tick when Meta's servers have it and the bot did not take it yet; the second comes with the bot's 200. */
function tickSent(rig: Rig, bubble: Bubble | null): void {
  if (bubble === null || bubble.tick !== "pending") return;
  bubble.tick = "sent";
  rig.publish("bubble", bubble);
}

/** A chat as the contact list shows it. */
export function summary(chat: Chat): Omit<Chat, "bubbles"> & { last: Bubble | null } {
  const { bubbles, ...rest } = chat;
  return { ...rest, last: bubbles.at(-1) ?? null };
}

// The phones of the people who write to the bot: who they are and what their chat shows.
import { userIdOf, waId } from "../meta/ids.ts";
import type { Sender } from "../meta/inbound.ts";

export type Tick = "pending" | "sent" | "delivered" | "read" | "failed";

export type Bubble = {
  id: string;
  chat: string;
  from: "person" | "bot";
  /** Epoch ms. */
  at: number;
  kind: string;
  text: string | null;
  header: string | null;
  footer: string | null;
  media: {
    id: string | null;
    link: string | null;
    mime_type: string;
    filename: string | null;
    size: number | null;
    voice: boolean;
  } | null;
  buttons: { id: string; title: string }[];
  list: {
    label: string;
    sections: { title: string | null; rows: { id: string; title: string; description: string | null }[] }[];
  } | null;
  link: { label: string; url: string } | null;
  reply_to: string | null;
  tick: Tick;
  reactions: { person: string | null; bot: string | null };
  edited: boolean;
  revoked: boolean;
  /** Words given with a voice note. */
  words: string | null;
};

export type Chat = {
  key: string;
  phone: string | null;
  user_id: string;
  name: string;
  username: string | null;
  /** Epoch ms of the person's last message; null before the first. */
  last_inbound_at: number | null;
  /** Epoch ms until which the bot shows «escribiendo…». */
  typing_until: number;
  bubbles: Bubble[];
};

export type Who = {
  phone?: string | null;
  user_id?: string | null;
  name?: string | null;
  username?: string | null;
};

export type Chats = {
  all(): Chat[];
  get(key: string): Chat | null;
  /** The chat with this phone or business-scoped id; opened when it is new. */
  of(who: Who): Chat;
  /** The chat and bubble of a message id. */
  find(messageId: string): { chat: Chat; bubble: Bubble } | null;
  add(chat: Chat, bubble: Bubble): void;
  rename(chat: Chat, phone: string, userId: string): void;
  clear(): void;
};

/** Contacts that a fresh phone page shows. Invented numbers. */
const FIRST_CONTACTS = [
  { phone: "56911111111", name: "Rosa · Almacén La Esquina" },
  { phone: "56922222222", name: "Benjamín · Reparto Sur" },
  { phone: "51933333333", name: "Lucía · Bodega Miraflores" },
  { phone: "5491144444444", name: "Martín · Kiosco Palermo" },
  { phone: "5215555555555", name: "Guadalupe · Tienda Roma" },
  { phone: "12025550123", name: "Alex · Food Truck" },
] as const;

export function createChats(): Chats {
  const chats = new Map<string, Chat>();
  const places = new Map<string, { chat: Chat; bubble: Bubble }>();
  const byUserId = (id: string | null | undefined): Chat | undefined =>
    [...chats.values()].find((chat) => chat.user_id === id);

  const of: Chats["of"] = (who) => {
    const phone = who.phone ? waId(who.phone) : null;
    const known = (phone === null ? undefined : chats.get(phone)) ?? byUserId(who.user_id);
    if (known !== undefined) return renamed(known, who);
    const chat = newChat(phone, who);
    chats.set(chat.key, chat);
    return chat;
  };

  const fill = (): void => {
    for (const contact of FIRST_CONTACTS) of(contact);
  };
  fill();

  return {
    all: () => [...chats.values()],
    get: (key) => chats.get(key) ?? null,
    of,
    find: (messageId) => places.get(messageId) ?? null,
    add: (chat, bubble) => {
      chat.bubbles.push(bubble);
      places.set(bubble.id, { chat, bubble });
    },
    rename: (chat, phone, userId) => {
      chats.delete(chat.key);
      chat.key = phone;
      chat.phone = phone;
      chat.user_id = userId;
      for (const bubble of chat.bubbles) bubble.chat = phone;
      chats.set(phone, chat);
    },
    clear: () => {
      chats.clear();
      places.clear();
      fill();
    },
  };
}

function renamed(chat: Chat, who: Who): Chat {
  if (who.name) chat.name = who.name;
  if (who.username) chat.username = who.username;
  return chat;
}

/** @throws when nothing says who it is */
function newChat(phone: string | null, who: Who): Chat {
  const userId = who.user_id ?? (phone === null ? null : userIdOf(phone));
  if (userId === null) throw new Error("a person has a phone or a user id");
  return {
    key: phone ?? userId,
    phone,
    user_id: userId,
    name: who.name ?? (phone === null ? "Persona sin número" : `+${phone}`),
    username: who.username ?? null,
    last_inbound_at: null,
    typing_until: 0,
    bubbles: [],
  };
}

export function senderOf(chat: Chat, options: { hidePhone: boolean }): Sender {
  return {
    phone: options.hidePhone ? null : chat.phone,
    user_id: chat.user_id,
    profile_name: chat.name,
    username: chat.username,
  };
}

/** A bubble with nothing in it but its place and time. */
export function emptyBubble(place: Pick<Bubble, "id" | "chat" | "from" | "at" | "kind">): Bubble {
  return {
    ...place,
    text: null,
    header: null,
    footer: null,
    media: null,
    buttons: [],
    list: null,
    link: null,
    reply_to: null,
    tick: place.from === "person" ? "pending" : "sent",
    reactions: { person: null, bot: null },
    edited: false,
    revoked: false,
    words: null,
  };
}

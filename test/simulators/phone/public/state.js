// What the page knows: people, their bubbles, and which chat is on the screen.

/** @type {Map<string, any>} chats by key; each with `bubbles` (Map by id) once it was opened */
export const chats = new Map();

export const screen = {
  /** Key of the chat on the screen. */
  chat: null,
  /** Server time minus ours, ms. */
  skew: 0,
  worker: { connected: false, detail: "buscando al bot…" },
  knobs: null,
  /** Bubble that the next message answers. */
  replyTo: null,
};

export function now() {
  return Date.now() + screen.skew;
}

/** Takes a chat as the rig tells it, keeping what only the page knows. */
export function takeChat(summary) {
  const known = chats.get(summary.key);
  const chat = { ...known, ...summary, bubbles: known?.bubbles ?? null, unread: known?.unread ?? 0 };
  chats.set(chat.key, chat);
  return chat;
}

/** @returns {boolean} true when the bubble is new */
export function takeBubble(bubble) {
  const chat = chats.get(bubble.chat);
  if (chat === undefined) return false;
  if (chat.last === null || chat.last.id === bubble.id || bubble.at >= chat.last.at) chat.last = bubble;
  if (chat.bubbles === null) return true;
  const isNew = !chat.bubbles.has(bubble.id);
  chat.bubbles.set(bubble.id, bubble);
  return isNew;
}

export function currentChat() {
  return screen.chat === null ? null : (chats.get(screen.chat) ?? null);
}

export function isTyping(chat) {
  return chat.typing_until > now();
}

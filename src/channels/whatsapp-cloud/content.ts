import { fromBase64, toHex } from "#kernel";
import type { Content, MediaKind } from "../channel.ts";
import { buttonBody, captionBody, editBody, interactiveBody, mediaBody, reactionBody } from "./payload.ts";
import { revokeBody, systemBody, textBody, unsupportedBody } from "./payload.ts";

/** A message's content; a change of user id also tells the id under which the person was known until now. */
export type Read = { content: Content; previous_user_id: string | null };

/**
 * The content of one raw message by its type. A body that is missing or broken makes the message `unsupported`,
 * never lost: the person gets an answer. Null only for a system event that nobody wrote and we do not know.
 */
export function readContent(type: string, raw: unknown): Read | null {
  if (type === "system") return readSystem(bodyOf(raw, "system"));
  const reader = READERS.get(type);
  const content = reader ? reader(bodyOf(raw, type), type) : null;
  return { content: content ?? unsupported(type, raw), previous_user_id: null };
}

type Reader = (body: unknown, type: string) => Content | null;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["text", readText],
  ["image", readMedia],
  ["video", readMedia],
  ["document", readMedia],
  ["audio", readMedia],
  ["sticker", readMedia],
  ["interactive", readInteractive],
  ["button", readButton],
  ["reaction", readReaction],
  ["edit", readEdit],
  ["revoke", readRevoke],
  ["location", () => ({ kind: "location" })],
  ["contacts", () => ({ kind: "contacts" })],
  ["order", () => ({ kind: "order" })],
]);

/** WhatsApp lets nobody write more; an object keeps no row of more than 2 MB, and the rest of a payload must not fail with it. */
const TEXT_CHARS_MAX = 65_536;

function readText(body: unknown): Content | null {
  const read = textBody.safeParse(body);
  return read.success ? { kind: "text", text: String(read.data.body).slice(0, TEXT_CHARS_MAX) } : null;
}

/** A voice note is `audio` too: Cloud API has no type of its own for it. */
function readMedia(body: unknown, type: string): Content | null {
  const read = mediaBody.safeParse(body);
  if (!read.success) return null;
  const { id, mime_type, sha256, filename, caption, url } = read.data;
  const media = {
    kind: type as MediaKind,
    id: String(id),
    mime_type: wordOf(mime_type),
    sha256: hexDigest(wordOf(sha256)),
    filename: wordOf(filename),
    url: wordOf(url),
  };
  return { kind: "media", media, caption: wordOf(caption) };
}

/** A tap on a button or a list; a filled-in flow or an answer to a call request is nothing we asked for. */
function readInteractive(body: unknown): Content | null {
  const read = interactiveBody.safeParse(body);
  if (!read.success) return null;
  const tapped = read.data.button_reply ?? read.data.list_reply;
  if (!tapped) return { kind: "unsupported", type: wordOf(read.data.type) ?? "interactive" };
  return { kind: "choice", id: String(tapped.id), title: wordOf(tapped.title) ?? "" };
}

/** A tap on a template's button; sometimes it comes without the context that names the template. */
function readButton(body: unknown): Content | null {
  const read = buttonBody.safeParse(body);
  if (!read.success) return null;
  const title = wordOf(read.data.text);
  const id = wordOf(read.data.payload) ?? title;
  return id === null ? null : { kind: "choice", id, title: title ?? id };
}

function readReaction(body: unknown): Content | null {
  const read = reactionBody.safeParse(body);
  if (!read.success) return null;
  return { kind: "reaction", to: String(read.data.message_id), emoji: wordOf(read.data.emoji) };
}

/** The new words of an edited text, or the new caption of an edited photo; never an edit within an edit. */
function readEdit(body: unknown): Content | null {
  const read = editBody.safeParse(body);
  if (!read.success) return null;
  const { message, original_message_id } = read.data;
  const type = bodyOf(message, "type") ?? "text";
  const edited = type === "text" ? readText(bodyOf(message, "text")) : readCaption(message, type);
  return { kind: "edit", of: String(original_message_id), text: edited?.kind === "text" ? edited.text : null };
}

function readCaption(message: unknown, type: unknown): Content | null {
  const media = typeof type === "string" ? captionBody.safeParse(bodyOf(message, type)) : null;
  const caption = media?.success ? wordOf(media.data.caption) : null;
  return caption === null ? null : { kind: "text", text: caption };
}

function readRevoke(body: unknown): Content | null {
  const read = revokeBody.safeParse(body);
  return read.success ? { kind: "revoke", of: String(read.data.original_message_id) } : null;
}

type SystemEvent = Extract<Content, { kind: "system" }>["event"];

/** Meta's names of today and of before 2023. */
const SYSTEM_EVENTS: ReadonlyMap<string, SystemEvent> = new Map<string, SystemEvent>([
  ["user_changed_number", "number_changed"],
  ["customer_changed_number", "number_changed"],
  ["user_changed_user_id", "user_id_changed"],
  ["customer_identity_changed", "identity_changed"],
  ["user_identity_changed", "identity_changed"],
]);

function readSystem(body: unknown): Read | null {
  const read = systemBody.safeParse(body);
  const event = read.success ? SYSTEM_EVENTS.get(String(read.data.type)) : undefined;
  if (!read.success || event === undefined) return null;
  const { wa_id, new_wa_id, user_id, previous_user_id } = read.data;
  const phone = (wordOf(wa_id) ?? wordOf(new_wa_id))?.replace(/\D/g, "") ?? null;
  const content: Content = { kind: "system", event, phone, user_id: wordOf(user_id) };
  return { content, previous_user_id: wordOf(previous_user_id) };
}

/** Polls, view-once photos and what Meta will invent: `unsupported.type` tells more than the type itself, when it comes. */
function unsupported(type: string, raw: unknown): Content {
  const named = unsupportedBody.safeParse(bodyOf(raw, "unsupported"));
  return { kind: "unsupported", type: (named.success ? wordOf(named.data.type) : null) ?? type };
}

/** A digest as lower-case hex, from hex or base64 (32 bytes); null for anything else. */
export function hexDigest(text: string | null): string | null {
  if (text === null) return null;
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  return toHex(fromBase64(text.replaceAll("-", "+").replaceAll("_", "/")));
}

/** Only an own property counts: a type called `constructor` finds nothing. */
function bodyOf(raw: unknown, key: string): unknown {
  if (typeof raw !== "object" || raw === null || !Object.hasOwn(raw, key)) return undefined;
  return (raw as Record<string, unknown>)[key];
}

function wordOf(value: string | number | null | undefined): string | null {
  return value == null || value === "" ? null : String(value).slice(0, TEXT_CHARS_MAX);
}

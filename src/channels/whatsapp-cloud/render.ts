import { clip } from "#kernel";
import type { Address, Button, Outbound } from "../channel.ts";

const TEXT_CHARS_MAX = 4_096;
const INTERACTIVE_BODY_CHARS_MAX = 1_024;
const BUTTONS_MAX = 3;
const BUTTON_TITLE_CHARS_MAX = 20;
const BUTTON_ID_CHARS_MAX = 256;

/** What `POST /{phone_number_id}/messages` takes. */
export type WireMessage = { messaging_product: "whatsapp"; type: string } & Record<string, unknown>;

/**
 * A message in Cloud API's own form. Lengths are counted in code points, as people count them.
 * Buttons that Meta would refuse (more than 3, equal titles, a body over 1,024) become a numbered list in plain text.
 * @param key our own key, echoed in every status of the message: `biz_opaque_callback_data`
 */
export function renderOutbound(to: Address, message: Outbound, key: string): WireMessage {
  const base = { messaging_product: "whatsapp", recipient_type: "individual", ...recipientOf(to) } as const;
  if (message.kind === "wire") {
    const { type, body } = message;
    const context = body["context"] === undefined ? {} : { context: body["context"] };
    return { ...base, ...context, type, [type]: body[type] ?? {}, biz_opaque_callback_data: key };
  }
  const context = message.reply_to === null ? {} : { context: { message_id: message.reply_to } };
  return { ...base, ...context, ...renderText(message.text, message.buttons), biz_opaque_callback_data: key };
}

/** `to` wins over `recipient` at Meta, so only one of them is ever written. */
function recipientOf(to: Address): { to: string } | { recipient: string } {
  return to.phone === null ? { recipient: to.user_id ?? "" } : { to: sendForm(to.phone) };
}

/**
 * The form of a number that Meta delivers to. Argentine and Mexican mobiles come in with an old mobile digit
 * (549…, 521…) that sends are refused for (131030); other numbers stay as they came.
 */
export function sendForm(phone: string): string {
  return phone.replace(/^549(\d{10})$/, "54$1").replace(/^521(\d{10})$/, "52$1");
}

function renderText(text: string, buttons: readonly Button[]): { type: string } & Record<string, unknown> {
  if (buttons.length === 0) return plain(clip(text, TEXT_CHARS_MAX));
  const titled = buttons.map(({ id, title }) => ({ id, title: clip(title.trim(), BUTTON_TITLE_CHARS_MAX) }));
  if (!fitsButtons(text, titled)) return plain(withChoices(text, buttons));
  const action = { buttons: titled.map((reply) => ({ type: "reply", reply })) };
  return { type: "interactive", interactive: { type: "button", body: { text }, action } };
}

function plain(body: string): { type: "text" } & Record<string, unknown> {
  return { type: "text", text: { body, preview_url: false } };
}

function fitsButtons(text: string, buttons: readonly Button[]): boolean {
  if (buttons.length > BUTTONS_MAX || text.trim() === "" || charsOf(text) > INTERACTIVE_BODY_CHARS_MAX) return false;
  const titles = new Set(buttons.map(({ title }) => title));
  const ids = new Set(buttons.map(({ id }) => id));
  if (titles.has("") || titles.size < buttons.length || ids.size < buttons.length) return false;
  return buttons.every(({ id }) => id !== "" && id === id.trim() && charsOf(id) <= BUTTON_ID_CHARS_MAX);
}

/** The choices keep their whole titles; where both don't fit, the text above them gives way. */
function withChoices(text: string, buttons: readonly Button[]): string {
  const choices = clip(buttons.map(({ title }, i) => `${i + 1}. ${title.trim()}`).join("\n"), TEXT_CHARS_MAX / 2);
  const room = TEXT_CHARS_MAX - charsOf(choices) - 2;
  return text.trim() === "" ? choices : `${clip(text, room)}\n\n${choices}`;
}

function charsOf(text: string): number {
  return Array.from(text).length;
}

import { DAY_MS, SECOND_MS } from "#kernel";
import type { Address, Delivery, DeliveryState, Inbound } from "../channel.ts";
import { readContent } from "./content.ts";
import { changePayload, contactPayload, entryPayload, envelopePayload, errorPayload } from "./payload.ts";
import { messagePayload, statusPayload } from "./payload.ts";

export type DropReason =
  | "not_whatsapp"
  | "malformed"
  | "other_field"
  | "unknown_line"
  | "group"
  | "no_sender"
  | "no_recipient"
  | "unknown_state"
  | "unknown_system_event"
  | "duplicate";

/** What was left aside, and the word that tells which: a field, a line, a state or an id. Not for logs: a wamid holds the phone. */
export type Dropped = { reason: DropReason; evidence: string };

export type Parsed = { messages: Inbound[]; deliveries: Delivery[]; dropped: Dropped[] };

/**
 * Every message and every delivery state of one webhook of Meta, of all its entries and changes, each once.
 * Never throws; what cannot be used is named in `dropped`. Shapes: Cloud API webhooks, field `messages`.
 * @param body the parsed JSON, already authenticated
 * @param known the numbers that are ours; what came to another one is dropped
 * @param now epoch ms, put in the place of times that cannot be
 */
export function parseWebhook(body: unknown, known: { phoneNumberIds: ReadonlySet<string> }, now: number): Parsed {
  const parsed: Parsed = { messages: [], deliveries: [], dropped: [] };
  const envelope = envelopePayload.safeParse(body);
  if (!envelope.success) {
    parsed.dropped.push({ reason: "not_whatsapp", evidence: "body" });
    return parsed;
  }
  const seen = new Set<string>();
  for (const rawEntry of envelope.data.entry) {
    const entry = entryPayload.safeParse(rawEntry);
    if (!entry.success) parsed.dropped.push({ reason: "malformed", evidence: "entry" });
    else for (const change of entry.data.changes) readChange(change, { known, now, seen, parsed });
  }
  return parsed;
}

type Pass = { known: { phoneNumberIds: ReadonlySet<string> }; now: number; seen: Set<string>; parsed: Parsed };

function readChange(raw: unknown, pass: Pass): void {
  const change = changePayload.safeParse(raw);
  if (!change.success) return void pass.parsed.dropped.push(notOurs(raw));
  const { field, value } = change.data;
  const line = String(value.metadata.phone_number_id);
  if (field != null && field !== "messages") return drop(pass, "other_field", field);
  if (!pass.known.phoneNumberIds.has(line)) return drop(pass, "unknown_line", line);
  // Messages before statuses: what people said is never kept waiting by news of our own words.
  if (value.messages) readMessages(value.messages, { line, names: namesOf(value.contacts ?? []), now: pass.now }, pass);
  if (value.statuses) readStatuses(value.statuses, line, pass);
}

function drop(pass: Pass, reason: DropReason, evidence: string | number): void {
  pass.parsed.dropped.push({ reason, evidence: brief(evidence) });
}

function readMessages(messages: readonly unknown[], place: Place, pass: Pass): void {
  for (const message of messages) {
    const read = readMessage(message, place);
    if ("reason" in read) pass.parsed.dropped.push(read);
    else if (isFirst(read.id, pass)) pass.parsed.messages.push(read);
  }
}

function readStatuses(statuses: readonly unknown[], line: string, pass: Pass): void {
  for (const status of statuses) {
    const read = readStatus(status, line, pass.now);
    if ("reason" in read) pass.parsed.dropped.push(read);
    else if (isFirst(`${read.state} ${read.message_id}`, pass)) pass.parsed.deliveries.push(read);
  }
}

/** A change of another field (account, template, group, …) has another shape: that is no malformation. */
function notOurs(raw: unknown): Dropped {
  const field = typeof raw === "object" && raw !== null && "field" in raw ? raw.field : null;
  if (typeof field === "string" && field !== "messages") return { reason: "other_field", evidence: brief(field) };
  return { reason: "malformed", evidence: "change" };
}

function isFirst(key: string, pass: Pass): boolean {
  if (!pass.seen.has(key)) {
    pass.seen.add(key);
    return true;
  }
  drop(pass, "duplicate", key);
  return false;
}

type Known = { userId: string | null; name: string | null };
const STRANGER: Known = { userId: null, name: null };

/** Contacts by phone and by user id: one batch may carry messages of several people, so the first is never taken blindly. */
function namesOf(contacts: readonly unknown[]): ReadonlyMap<string, Known> {
  const names = new Map<string, Known>();
  for (const raw of contacts) {
    const contact = contactPayload.safeParse(raw);
    if (!contact.success) continue;
    const { wa_id, user_id, profile } = contact.data;
    const found = { userId: wordOf(user_id), name: wordOf(profile?.name) };
    const phone = phoneOf(wa_id);
    if (phone !== null) names.set(phone, found);
    if (found.userId !== null) names.set(found.userId, found);
  }
  return names;
}

type Place = { line: string; names: ReadonlyMap<string, Known>; now: number };

function readMessage(raw: unknown, place: Place): Inbound | Dropped {
  const header = messagePayload.safeParse(raw);
  if (!header.success) return { reason: "malformed", evidence: "message" };
  const { id, timestamp, type, group_id, context } = header.data;
  if (group_id != null) return { reason: "group", evidence: brief(id) };
  const read = readContent(wordOf(type) ?? "unknown", raw);
  if (read === null) return { reason: "unknown_system_event", evidence: brief(id) };
  const sender = senderOf(header.data, read.previous_user_id, place.names);
  if (sender === null) return { reason: "no_sender", evidence: brief(id) };
  return {
    v: 1,
    channel: "whatsapp",
    line: place.line,
    id: String(id),
    at: timeOf(timestamp, place.now),
    from: sender.from,
    profile_name: sender.name,
    // A forwarded message has a context without an id.
    reply_to: wordOf(context?.id),
    content: read.content,
  };
}

type Header = { from?: string | number | null | undefined; from_user_id?: string | number | null | undefined };
type Sender = { from: Address; name: string | null };

/** Who wrote; after a change of number the person is known by the old id (Meta sends both since 2026-08-11). */
function senderOf(header: Header, previousUserId: string | null, names: ReadonlyMap<string, Known>): Sender | null {
  const phone = phoneOf(header.from);
  const own = wordOf(header.from_user_id);
  const { userId, name } = names.get(phone ?? "") ?? names.get(own ?? "") ?? STRANGER;
  const user_id = previousUserId ?? own ?? userId;
  return phone === null && user_id === null ? null : { from: { phone, user_id }, name };
}

const STATES: ReadonlySet<string> = new Set<DeliveryState>(["sent", "delivered", "read", "played", "failed"]);

function readStatus(raw: unknown, line: string, now: number): Delivery | Dropped {
  const status = statusPayload.safeParse(raw);
  if (!status.success) return { reason: "malformed", evidence: "status" };
  const { id, errors, recipient_type } = status.data;
  if (recipient_type === "group") return { reason: "group", evidence: brief(id) };
  if (!isState(status.data.status)) return { reason: "unknown_state", evidence: brief(status.data.status) };
  const to: Address = { phone: phoneOf(status.data.recipient_id), user_id: wordOf(status.data.recipient_user_id) };
  if (to.phone === null && to.user_id === null) return { reason: "no_recipient", evidence: brief(id) };
  return {
    v: 1,
    channel: "whatsapp",
    line,
    message_id: String(id),
    state: status.data.status,
    at: timeOf(status.data.timestamp, now),
    to,
    key: wordOf(status.data.biz_opaque_callback_data),
    error: errorOf(errors?.[0]),
  };
}

function isState(state: unknown): state is DeliveryState {
  return typeof state === "string" && STATES.has(state);
}

function errorOf(raw: unknown): Delivery["error"] {
  const error = errorPayload.safeParse(raw);
  if (!error.success) return null;
  return { code: error.data.code, title: wordOf(error.data.title) ?? wordOf(error.data.message) ?? "" };
}

/** WhatsApp's birth: no message is older. */
const OLDEST_MS = Date.UTC(2009, 0, 1);
/** Clocks differ by seconds and zones by hours; a message from after tomorrow is nonsense. */
const AHEAD_MS_MAX = DAY_MS;
/** Seconds never have more than 11 digits, milliseconds never fewer than 12. */
const SECONDS_MAX = 99_999_999_999;

/** Meta writes whole seconds as text. A time that cannot be is `now`; epoch ms. */
function timeOf(timestamp: string | number | null | undefined, now: number): number {
  const count = Number(timestamp ?? Number.NaN);
  const at = count > SECONDS_MAX ? Math.trunc(count) : Math.trunc(count * SECOND_MS);
  return at >= OLDEST_MS && at <= now + AHEAD_MS_MAX ? at : now;
}

/** Digits without `+` or spaces; what has no digits at all stays as Meta wrote it rather than lose the message. */
function phoneOf(value: string | number | null | undefined): string | null {
  const word = wordOf(value);
  if (word === null) return null;
  return /^\d+$/.test(word) ? word : word.replace(/\D/g, "") || word;
}

/** Text that says something, or null. */
function wordOf(value: string | number | null | undefined): string | null {
  return value == null || value === "" ? null : String(value).slice(0, WORD_CHARS_MAX);
}

const EVIDENCE_CHARS_MAX = 80;
/** Ids and names; nothing of ours is longer. */
const WORD_CHARS_MAX = 4_096;

function brief(value: string | number): string {
  return String(value).slice(0, EVIDENCE_CHARS_MAX);
}

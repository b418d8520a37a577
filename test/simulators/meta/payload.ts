// Puts change values into one webhook payload, alone or in a batch.
import type { ChangeValue, Payload, WireContact } from "./inbound.ts";

export type BatchShape = "one_change" | "many_changes" | "many_entries";

/** A payload of one or many updates. `one_change` merges all messages, contacts and statuses into a single value. */
export function payloadOf(wabaId: string, values: ChangeValue[], shape: BatchShape): Payload {
  const object = "whatsapp_business_account";
  if (shape === "many_entries")
    return { object, entry: values.map((value) => ({ id: wabaId, changes: [change(value)] })) };
  const merged = shape === "one_change" ? [merge(values)] : values;
  return { object, entry: [{ id: wabaId, changes: merged.map((value) => change(value)) }] };
}

function change(value: ChangeValue): Payload["entry"][number]["changes"][number] {
  return { value, field: "messages" };
}

function merge(values: ChangeValue[]): ChangeValue {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error("a payload has at least one update");
  if (rest.length === 0) return first;
  const contacts = uniqueContacts(values.flatMap((value) => value.contacts ?? []));
  const messages = values.flatMap((value) => value.messages ?? []);
  const statuses = values.flatMap((value) => value.statuses ?? []);
  return {
    messaging_product: first.messaging_product,
    metadata: first.metadata,
    ...(contacts.length === 0 ? {} : { contacts }),
    ...(messages.length === 0 ? {} : { messages }),
    ...(statuses.length === 0 ? {} : { statuses }),
  };
}

function uniqueContacts(contacts: WireContact[]): WireContact[] {
  return [...new Map(contacts.map((contact) => [contact.user_id, contact])).values()];
}

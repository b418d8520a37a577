/** Webhooks as Meta writes them, for the tests of this folder. */
export const LINE = "106540352242922";
export const OURS = { phoneNumberIds: new Set([LINE]) };
export const PHONE = "56911111111";
/** 2026-11-18 12:00 in Santiago. */
export const NOW = Date.UTC(2026, 10, 18, 15, 0, 0);
export const SENT_AT = NOW / 1_000 - 60;

type Json = Record<string, unknown>;

export function webhook(...values: Json[]): Json {
  const changes = values.map((value) => ({
    field: "messages",
    value: {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "56900000000", phone_number_id: LINE },
      ...value,
    },
  }));
  return { object: "whatsapp_business_account", entry: [{ id: "102290129340398", changes }] };
}

export function ofMessages(...messages: unknown[]): Json {
  return webhook({ contacts: [{ profile: { name: "Rosa Soto" }, wa_id: PHONE }], messages });
}

export function ofStatuses(...statuses: unknown[]): Json {
  return webhook({ statuses });
}

export function message(id: string, rest: Json): Json {
  return { from: PHONE, id: `wamid.${id}`, timestamp: String(SENT_AT), ...rest };
}

export function text(id: string, body: string): Json {
  return message(id, { type: "text", text: { body } });
}

export function status(id: string, state: string, rest: Json = {}): Json {
  return { id: `wamid.${id}`, status: state, timestamp: String(SENT_AT), recipient_id: PHONE, ...rest };
}

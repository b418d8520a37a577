// Webhooks as Meta builds them, many people and messages in one, for what the phone simulator does one at a time.
import { inboundValue, payloadOf, serialiseLikeMeta, userIdOf, wamid } from "../simulators/index.ts";
import type { ChangeValue, Sender } from "../simulators/index.ts";
import { DEV_SETTINGS } from "../simulators/start.ts";
import { digest } from "./forgeries.ts";
import type { Stage } from "./stage.ts";

export const LINE = {
  phone_number_id: DEV_SETTINGS.phoneNumberId,
  display_phone_number: DEV_SETTINGS.displayPhoneNumber,
  waba_id: DEV_SETTINGS.wabaId,
};

/** Somebody by phone; `hidden` leaves only the business-scoped id. */
export function person(phone: string, hidden = false): Sender {
  return { phone: hidden ? null : phone, user_id: userIdOf(phone), profile_name: "Persona", username: null };
}

export function textValue(sender: Sender, text: string): ChangeValue {
  const envelope = { id: wamid(sender.phone ?? "0", "inbound"), timestamp: Math.floor(Date.now() / 1_000) };
  return inboundValue(LINE, sender, { ...envelope, said: { type: "text", text }, reply_to: null, forwarded: false });
}

/** The bytes of a webhook that carries these updates, each in a change of its own. */
export function webhookOf(values: readonly ChangeValue[]): string {
  return serialiseLikeMeta(payloadOf(LINE.waba_id, [...values], "many_changes"));
}

/** Signs and posts any body; answers its status. What a closed connection left without an answer is delivered again, as Meta does. */
export async function post(stage: Stage, body: string | Uint8Array<ArrayBuffer>): Promise<number> {
  const signature = `sha256=${digest(body, DEV_SETTINGS.appSecret)}`;
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(`${stage.url}/webhook/whatsapp`, { method: "POST", headers, body });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      if (attempt === DELIVERIES_MAX) throw error;
    }
  }
}

const DELIVERIES_MAX = 3;

import { expect, it } from "vitest";
import { payloadOf, statusValue } from "../../simulators/index.ts";
import type { StatusOf } from "../../simulators/meta/status.ts";

const line = { phone_number_id: "106540352242922", display_phone_number: "15550783881", waba_id: "102290129340398" };
const delivered: StatusOf = {
  message_id: "wamid.A",
  fate: "delivered",
  timestamp: 1700000004,
  recipient: { phone: "15551234567", user_id: "US.1", profile_name: "Test User", username: null },
  key: "our-key",
  fail_code: null,
  billable: false,
};

it("tells a delivery with our key and its price", () => {
  expect(statusValue(line, delivered)).toEqual({
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: "106540352242922" },
    contacts: [{ profile: { name: "Test User" }, wa_id: "15551234567", user_id: "US.1" }],
    statuses: [
      {
        id: "wamid.A",
        status: "delivered",
        timestamp: "1700000004",
        recipient_id: "15551234567",
        recipient_user_id: "US.1",
        biz_opaque_callback_data: "our-key",
        pricing: { billable: false, pricing_model: "PMP", type: "free_customer_service", category: "service" },
      },
    ],
  });
});

it("tells a failure with its code, without contacts and without a price", () => {
  const value = statusValue(line, { ...delivered, fate: "failed", fail_code: 131047 });
  expect(value).not.toHaveProperty("contacts");
  expect(value.statuses?.[0]).toMatchObject({
    status: "failed",
    errors: [{ code: 131047, title: "Re-engagement message" }],
  });
  expect(value.statuses?.[0]).not.toHaveProperty("pricing");
});

const other = statusValue(line, { ...delivered, message_id: "wamid.B" });
const values = [statusValue(line, delivered), other];

it("merges a batch into one value, each contact once", () => {
  const payload = payloadOf("102290129340398", values, "one_change");
  expect(payload.entry).toHaveLength(1);
  expect(payload.entry[0]?.changes).toHaveLength(1);
  expect(payload.entry[0]?.changes[0]?.value.statuses?.map((one) => one["id"])).toEqual(["wamid.A", "wamid.B"]);
  expect(payload.entry[0]?.changes[0]?.value.contacts).toHaveLength(1);
});

it("spreads a batch over changes or entries", () => {
  expect(payloadOf("1", values, "many_changes").entry[0]?.changes).toHaveLength(2);
  expect(payloadOf("1", values, "many_entries").entry).toHaveLength(2);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Delivery, DeliveryState } from "#channels";
import { deliveryState, ladder, type DeliveryLog } from "#src/conversation/delivery.ts";

const STATES: DeliveryState[] = ["sent", "delivered", "read", "played", "failed"];

test("statuses in any order, any number of times, end on the highest rung", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATES), { minLength: 1, maxLength: 12 }), (states) => {
      const log = states.reduce<DeliveryLog>((filed, state, i) => ladder(filed, delivery(state, i)), []);
      expect(log).toHaveLength(new Set(states).size);
      const best = ["played", "read", "delivered", "sent", "failed"].find((state) =>
        states.includes(state as DeliveryState),
      );
      expect(deliveryState(log)).toBe(best);
    }),
  );
});

test("a late «sent» does not take a read message down", () => {
  const log = ladder(ladder([], delivery("read", 2)), delivery("sent", 1));
  expect(deliveryState(log)).toBe("read");
});

function delivery(state: DeliveryState, at: number): Delivery {
  const to = { phone: "56911111111", user_id: null };
  return { v: 1, channel: "whatsapp", line: "1065", message_id: "wamid.A", state, at, to, key: null, error: null };
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseWebhook } from "#src/channels/whatsapp-cloud/index.ts";
import { NOW, OURS, message, status, text, webhook } from "./webhooks.ts";

const RUNS = 300;
const STATES = ["sent", "delivered", "read", "failed"];

/** A batch of distinct elements, then the same again shuffled, with some of them twice, spread over changes. */
const batches = fc
  .record({ messages: fc.integer({ min: 0, max: 20 }), statuses: fc.integer({ min: 0, max: 20 }) })
  .chain((count) => {
    const all = [
      ...Array.from({ length: count.messages }, (_, i) => ({ messages: [kindOf(i)] })),
      ...Array.from({ length: count.statuses }, (_, i) => ({
        statuses: [status(`${i >> 2}`, STATES[i % 4] ?? "sent")],
      })),
    ];
    const repeats = all.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...all), { maxLength: 20 });
    const order = repeats.chain((twice) =>
      fc.shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length }),
    );
    return fc.record({ count: fc.constant(count), values: order });
  });

function kindOf(i: number): Record<string, unknown> {
  if (i % 3 === 0) return text(`${i}`, `${i} lucas`);
  if (i % 3 === 1) return message(`${i}`, { type: "image", image: { id: i } });
  return message(`${i}`, { type: "reaction", reaction: { message_id: "wamid.0" } });
}

test("reads each message and each state exactly once, however often and in whatever order they come", () => {
  fc.assert(
    fc.property(batches, ({ count, values }) => {
      const { messages, deliveries, dropped } = parseWebhook(webhook(...values), OURS, NOW);
      expect(new Set(messages.map(({ id }) => id)).size).toBe(count.messages);
      expect(messages).toHaveLength(count.messages);
      expect(new Set(deliveries.map(({ message_id, state }) => message_id + state)).size).toBe(count.statuses);
      expect(deliveries).toHaveLength(count.statuses);
      expect(messages.length + deliveries.length + dropped.length).toBe(values.length);
    }),
    { numRuns: RUNS },
  );
});

test("accounts for every element of a batch whose elements are any JSON, and never throws", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 10 }), fc.jsonValue(), (elements, contacts) => {
      const value = { contacts, messages: [...elements, text("1", "a")], statuses: elements };
      const { messages, deliveries, dropped } = parseWebhook(webhook(value), OURS, NOW);
      expect(messages.length + deliveries.length + dropped.length).toBe(elements.length * 2 + 1);
      expect(messages.some(({ id }) => id === "wamid.1")).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test("never throws on the body of a known type that is any JSON", () => {
  const types = [
    "text",
    "image",
    "interactive",
    "button",
    "reaction",
    "edit",
    "revoke",
    "system",
    "unsupported",
    "order",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, body) => {
      const { messages, dropped } = parseWebhook(
        webhook({ messages: [message("1", { type, [type]: body })] }),
        OURS,
        NOW,
      );
      expect(messages.length + dropped.length).toBe(1);
    }),
    { numRuns: RUNS },
  );
});

test("never throws on a body that is any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(parseWebhook(body, OURS, NOW).messages).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("an edit of an edit of an edit ends", () => {
  let nested: Record<string, unknown> = { type: "text", text: { body: "x" } };
  for (let i = 0; i < 5_000; i++) nested = { type: "edit", edit: { original_message_id: "wamid.0", message: nested } };
  const { messages } = parseWebhook(webhook({ messages: [message("1", nested)] }), OURS, NOW);
  expect(messages[0]?.content).toEqual({ kind: "edit", of: "wamid.0", text: null });
});

import { expect, test } from "vitest";
import { sendOutcome } from "#src/channels/whatsapp-cloud/index.ts";

function refused(code: number, status = 400, rest: Record<string, unknown> = {}) {
  return sendOutcome({
    status,
    body: { error: { message: "m", type: "OAuthException", code, ...rest } },
    retryAfter: null,
  });
}

test("an id is a sent message", () => {
  const body = {
    messaging_product: "whatsapp",
    contacts: [],
    messages: [{ id: "wamid.1", message_status: "accepted" }],
  };
  expect(sendOutcome({ status: 200, body, retryAfter: null })).toEqual({ outcome: "sent", message_id: "wamid.1" });
});

test.each([[{}], [null], [{ messages: [] }], ["ok"]])("200 with %j may have been sent", (body) => {
  expect(sendOutcome({ status: 200, body, retryAfter: null }).outcome).toBe("ambiguous");
});

test.each([1, 2, 131000, 131016, 133004])("code %i is tried again", (code) => {
  expect(refused(code, 500)).toMatchObject({ outcome: "retry", scope: "message", code, after_ms: null });
});

test("131056 slows this pair only", () => {
  expect(refused(131056)).toMatchObject({ outcome: "retry", scope: "pair", reason: "pair_rate", after_ms: null });
});

test.each([
  [0, "token"],
  [190, "token"],
  [3, "permission"],
  [10, "permission"],
  [200, "permission"],
  [299, "permission"],
  [368, "account_locked"],
  [131031, "account_locked"],
  [131042, "payment"],
  [133010, "line_not_ready"],
  [130429, "line_rate"],
  [80007, "account_rate"],
  [4, "app_rate"],
])("code %i holds the whole line: %s", (code, reason) => {
  const outcome = refused(code);
  expect(outcome).toMatchObject({ outcome: "retry", scope: "line", reason, code });
  expect(outcome.outcome === "retry" && outcome.after_ms).toBeGreaterThan(0);
});

test.each([
  [131047, "window_closed"],
  [131050, "opted_out"],
  [131048, "quality"],
  [131049, "quality"],
  [130472, "quality"],
  [131026, "undeliverable"],
  [131030, "undeliverable"],
  [131062, "undeliverable"],
  [137000, "identity_changed"],
  [130497, "country_restricted"],
  [100, "our_defect"],
  [132000, "our_defect"],
  [131053, "media"],
  [132015, "template_off"],
  [999999, "unknown_code"],
])("code %i will never be taken: %s", (code, reason) => {
  expect(refused(code)).toEqual({ outcome: "refused", reason, code });
});

test("the code decides, not the HTTP status", () => {
  expect(refused(131047, 500)).toMatchObject({ outcome: "refused", reason: "window_closed" });
  expect(refused(190, 400)).toMatchObject({ outcome: "retry", scope: "line" });
});

test("an unknown code that Meta calls transient, or that comes with a 5xx, is tried again", () => {
  expect(refused(777, 400, { is_transient: true })).toMatchObject({ outcome: "retry", scope: "message" });
  expect(refused(777, 503)).toMatchObject({ outcome: "retry", scope: "message", code: 777 });
});

test.each([
  [401, { outcome: "retry", scope: "line" }],
  [403, { outcome: "retry", scope: "line" }],
  [429, { outcome: "retry", scope: "line" }],
  [408, { outcome: "retry", scope: "message" }],
  [500, { outcome: "retry", scope: "message" }],
  [503, { outcome: "retry", scope: "message" }],
  [502, { outcome: "ambiguous" }],
  [504, { outcome: "ambiguous" }],
  [302, { outcome: "refused" }],
  [404, { outcome: "refused" }],
])("HTTP %i without Meta's words", (status, outcome) => {
  expect(sendOutcome({ status, body: "<html>", retryAfter: null })).toMatchObject(outcome);
});

test("a wait that is asked for is kept", () => {
  expect(sendOutcome({ status: 429, body: null, retryAfter: "30" })).toMatchObject({ after_ms: 30_000 });
  expect(sendOutcome({ status: 503, body: null, retryAfter: "Wed, 21 Oct" })).toMatchObject({ after_ms: null });
});

import { expect, test } from "vitest";
import { verifyHandshake } from "#src/channels/whatsapp-cloud/index.ts";

const asked = (token: string, mode = "subscribe", challenge = "1158201444") =>
  new URLSearchParams({ "hub.mode": mode, "hub.verify_token": token, "hub.challenge": challenge });

test("gives the challenge back for our token", () => {
  expect(verifyHandshake(asked("dev-verify-token"), "dev-verify-token")).toBe("1158201444");
});

test.each([
  ["another token", asked("dev-verify-tokem")],
  ["a longer token", asked("dev-verify-token1")],
  ["a shorter token", asked("dev-verify-toke")],
  ["no token", new URLSearchParams({ "hub.mode": "subscribe", "hub.challenge": "1" })],
  ["another mode", asked("dev-verify-token", "unsubscribe")],
  ["a challenge without end", asked("dev-verify-token", "subscribe", "1".repeat(2_000))],
])("refuses %s", (_, query) => {
  expect(verifyHandshake(query, "dev-verify-token")).toBeNull();
});

test("an unset token opens nothing", () => {
  expect(verifyHandshake(asked(""), "")).toBeNull();
});

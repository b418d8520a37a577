import { expect, it } from "vitest";
import { userIdOf, waId, wamid } from "../../simulators/index.ts";
import { mediaId } from "../../simulators/meta/ids.ts";

it("makes message ids of Meta's published form", () => {
  // The published example decodes to: 1c 18 0b "16503879439" 15 02 00 12 18 14, 20 hex digits, 00.
  const theirs = "HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=";
  const ours = wamid("16503879439", "inbound");
  const bytes = Buffer.from(ours.replace("wamid.", ""), "base64");
  expect(bytes.subarray(0, 20)).toEqual(Buffer.from(theirs, "base64").subarray(0, 20));
  expect(bytes).toHaveLength(Buffer.from(theirs, "base64").length);
  expect(bytes.at(-1)).toBe(0);
});

it("never makes the same id twice in ten thousand", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => wamid("56911111111", "outbound"))).size).toBe(10_000);
  expect(new Set(Array.from({ length: 10_000 }, () => mediaId())).size).toBe(10_000);
});

it("gives a phone one business-scoped id with its country", () => {
  expect(userIdOf("56911111111")).toMatch(/^CL\.\d{20}$/);
  expect(userIdOf("51933333333")).toMatch(/^PE\./);
  expect(userIdOf("56911111111")).toBe(userIdOf("56911111111"));
  expect(userIdOf("56911111111")).not.toBe(userIdOf("56911111112"));
});

it.each([
  ["+56 9 1111 1111", "56911111111"],
  ["541144444444", "5491144444444"],
  ["5491144444444", "5491144444444"],
  ["525555555555", "5215555555555"],
  ["5215555555555", "5215555555555"],
  ["+1 (202) 555-0123", "12025550123"],
])("knows %s as %s", (typed, known) => {
  expect(waId(typed)).toBe(known);
});

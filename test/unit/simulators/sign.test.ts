import { expect, it } from "vitest";
import { serialiseLikeMeta, sign } from "../../simulators/index.ts";

it("signs the reference body as an independent implementation does", () => {
  expect(sign('{"object":"whatsapp_business_account","entry":[]}', "test_app_secret")).toBe(
    "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
  );
});

it("signs text and its bytes alike", () => {
  const text = serialiseLikeMeta({ body: "vendí ñandú 👍" });
  expect(sign(new TextEncoder().encode(text), "s")).toBe(sign(text, "s"));
});

it("writes everything beyond ASCII as lower-case escapes, and slashes escaped", () => {
  expect(serialiseLikeMeta({ a: "ñ👍/" })).toBe(String.raw`{"a":"\u00f1\ud83d\udc4d\/"}`);
});

it("writes JSON that reads back as what it was", () => {
  const value = { a: ["áéí", "\u2028", "https://x/y", '"\\'], n: 1.5 };
  expect(JSON.parse(serialiseLikeMeta(value))).toEqual(value);
});

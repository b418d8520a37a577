import { expect, test } from "vitest";
import { hashOfSecret, isSameHash, readApiKey, writeApiKey } from "#src/security/index.ts";

const ID = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";

test("an API key is read back as it was written", async () => {
  const token = writeApiKey(ID, new Uint8Array(32).fill(171));
  expect(token).toBe(`lu_${ID}_${"ab".repeat(32)}`);
  expect(readApiKey(token)).toEqual({ id: ID, secret: "ab".repeat(32) });
  expect(() => writeApiKey(ID, new Uint8Array(16))).toThrow("256 bits");
});

test.each([
  "",
  "lu_",
  `lu_${ID}_`,
  `lu_${ID}_${"AB".repeat(32)}`,
  `lu_${ID}_${"ab".repeat(32)}\n`,
  `xx_${ID}_${"ab".repeat(32)}`,
])("%j is no key of ours", (text) => {
  expect(readApiKey(text)).toBeNull();
});

test("hashes are the same or they are not", async () => {
  const [a, b] = [await hashOfSecret("a"), await hashOfSecret("b")];
  expect(isSameHash(a, await hashOfSecret("a"))).toBe(true);
  expect(isSameHash(a, b)).toBe(false);
  expect(isSameHash(a, a.slice(1))).toBe(false);
  expect(isSameHash("", "")).toBe(true);
});

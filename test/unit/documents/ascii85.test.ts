import { expect, test } from "vitest";
import { decodeAscii85 } from "#src/documents/ascii85.ts";

const decoded = (text: string, max = 100): string | null => {
  const bytes = decodeAscii85(new TextEncoder().encode(text), max);
  return bytes === null ? null : Buffer.from(bytes).toString("hex");
};
const hex = (text: string): string => Buffer.from(text).toString("hex");

test.each([
  ["87cURD]j7BEbo80~>", hex("Hello world!")],
  ["87cUR\nD]j7B Ebo80", hex("Hello world!")],
  ["z~>", "00000000"],
  ["s8W-!~>", "ffffffff"],
  ["87cURDZ~>", hex("Hello")],
  ["!~>", ""],
  ["", ""],
])("reads %j as the bytes it stands for", (text, bytes) => {
  expect(decoded(text)).toBe(bytes);
});

test("zeros without end are not written out", () => {
  expect(decoded("z".repeat(1_000), 1_200)).toBeNull();
});

import { expect, test } from "vitest";
import { readJson } from "#src/web/api/json.ts";
import { utf8 } from "#src/kernel/index.ts";
import { desk, outcome } from "./desk.ts";

const { post, asOperator } = desk();
const reasonOf = (body: Uint8Array): string => {
  const read = readJson(body);
  return read.ok ? "ok" : read.error.reason;
};

test("takes JSON and nothing that resembles it", () => {
  const malformed = [
    "",
    " ",
    "{",
    "}",
    "{'text':'a'}",
    '{"a":1,}',
    "[1,]",
    "NaN",
    "Infinity",
    "undefined",
    "01",
    "1.",
    "+1",
    "0x1",
    "1 2",
    "// a\n{}",
    '{"a":1}{"b":2}',
    '"\t"',
    '"\\x41"',
    "nul",
    "[1",
    '{"a"}',
    "\u00a0{}",
  ];
  for (const text of malformed) expect([text, reasonOf(utf8(text))]).toEqual([text, "not_json"]);
  for (const text of ["{}", "[]", "null", "1e3", '"ñ"', ' {"a":[1,2]}\n'])
    expect([text, reasonOf(utf8(text))]).toEqual([text, "ok"]);
});

test("takes UTF-8 and neither a byte order mark, Latin-1 nor half a character", () => {
  expect(reasonOf(new Uint8Array([0x22, 0xf1, 0x22]))).toBe("not_utf8");
  expect(reasonOf(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe("not_utf8");
  expect(reasonOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toBe("not_json");
  expect(reasonOf(utf8('"\\ud83d"'))).toBe("lone_surrogate");
  expect(reasonOf(utf8('{"\\udc00":1}'))).toBe("lone_surrogate");
  expect(reasonOf(utf8('"\\ud83d\\ude00"'))).toBe("ok");
});

const nested = (depth: number) => utf8("[".repeat(depth) + "]".repeat(depth));

test("takes 32 levels and no more, however deep the text goes", () => {
  expect(reasonOf(nested(32))).toBe("ok");
  expect(reasonOf(nested(33))).toBe("too_deep");
  expect(["too_deep", "not_json"]).toContain(reasonOf(nested(100_000)));
});

test("takes no key that could become a prototype", () => {
  expect(reasonOf(utf8('{"a":{"__proto__":{"role":"owner"}}}'))).toBe("forbidden_key");
});

test("answers 400 to a body that is malformed", async () => {
  for (const body of ["{", "", '{"text":"a",}', '{"text":"\\ud800"}', `{"text":${"[".repeat(40)}${"]".repeat(40)}}`]) {
    expect([body, await outcome(await post("/api/ai/classify", body))]).toEqual([body, "400 malformed"]);
  }
});

test("answers 415 to a body of another type, and to one of none", async () => {
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "multipart/form-data; boundary=x",
  ]) {
    expect([type, await outcome(await post("/api/ai/classify", "{}", { "Content-Type": type }))]).toEqual([
      type,
      "415 unsupported_media_type",
    ]);
  }
  const bytes = { method: "POST", body: utf8('{"text":"hola"}') };
  expect(await outcome(await asOperator("/api/ai/classify", bytes))).toBe("415 unsupported_media_type");
  expect(await outcome(await post("/api/documents/extract", "{}"))).toBe("415 unsupported_media_type");
});

test("answers 413 to a JSON body over 256 KiB, whatever it says of its length", async () => {
  const text = JSON.stringify({ text: "a".repeat(256 * 1_024) });
  expect(await outcome(await post("/api/ai/classify", text))).toBe("413 too_large");
  expect(await outcome(await post("/api/ai/classify", '{"text":"a"}', { "Content-Length": "999999999" }))).toBe(
    "413 too_large",
  );
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1_024).fill(0x20)),
  });
  const endless = { method: "POST", headers: { "Content-Type": "application/json" }, body: stream, duplex: "half" };
  expect(await outcome(await asOperator("/api/ai/classify", endless as RequestInit))).toBe("413 too_large");
});

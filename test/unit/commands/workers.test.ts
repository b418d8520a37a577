import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { flagOf, readSettings, wranglerDev } from "#src/commands/workers.ts";

test.each([
  ["--port 9000 --local", "9000"],
  ["--port=9000", "9000"],
  ["--var PORT:1 --persist-to /tmp/x", null],
  ["", null],
])("reads the port of «%s»", (flags, port) => {
  expect(flagOf(flags.split(" "), "port")).toBe(port);
});

test("a flag of the caller's is not given to wrangler a second time", () => {
  const args = wranglerDev("wrangler.toml", ["--port", "9000"], { port: "8787", "persist-to": "here" });
  expect(args.filter((arg) => arg.startsWith("--port"))).toEqual(["--port"]);
  expect(args).toContain("--persist-to=here");
});

test("reads settings bare, in quotes, with an equals sign inside, and no comments", () => {
  const folder = mkdtempSync(`${tmpdir()}/lucas-settings-`);
  writeFileSync(`${folder}/vars`, '# A=1\nB=dev1:aGk=\nC="two words"\n\nD=\nE=1\r\n');
  expect(readSettings(`${folder}/vars`)).toEqual({ B: "dev1:aGk=", C: "two words", D: "", E: "1" });
  rmSync(folder, { recursive: true });
});

test("every setting of the example file has a value, but for the key without which our own OCR stands", () => {
  const { GOOGLE_VISION_API_KEY, ...set } = readSettings(".dev.vars.example");
  expect(GOOGLE_VISION_API_KEY).toBe("");
  expect(Object.values(set)).not.toContain("");
});

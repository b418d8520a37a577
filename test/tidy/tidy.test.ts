import { expect, test } from "vitest";
import { tidy } from "./tidy.ts";
import { readTree } from "./tree.ts";

/** A small house in which nothing is wrong; every rule is proved by breaking this one. */
const SOUND: Record<string, string> = {
  "src/kernel/index.ts": '// The words every room speaks.\nexport * from "./money.ts";\n',
  "src/kernel/money.ts": "export const zero = 0;\n",
  "src/ledger/index.ts": '// The books; they know no channel.\nexport * from "./post.ts";\n',
  "src/ledger/post.ts": 'import { zero } from "#kernel";\nexport const posted = zero;\n',
  "src/documents/index.ts": "// What a paper says; it books nothing.\nexport const read = 1;\n",
  "src/documents/lamp/index.ts": "// The lamp to read by, for those who have power.\nexport const lit = 1;\n",
  "src/app/index.ts": '// The wiring.\nexport { lit } from "#documents/lamp";\n',
  "src/worker.ts": 'export { lit } from "#app";\n',
  "migrations/ledger/0001_entries.sql": "create table entries (id text);\n",
};

function brokenBy(path: string, text: string): string[] {
  return tidy(new Map(Object.entries({ ...SOUND, [path]: text }))).map(
    (found) => `${found.path}:${found.line} ${found.rule}`,
  );
}

test("the tree on the disk keeps every house rule", () => {
  expect(tidy(readTree())).toEqual([]);
});

test("the small house keeps every rule", () => {
  expect(tidy(new Map(Object.entries(SOUND)))).toEqual([]);
});

const UP = "a room imports only from lower steps";
const DOOR = "a room is entered by a door";
const STAYS = "a relative import stays in its room";
const HANDS_ONLY = "only in store, client, routes, object, jobs and the room app";
const SENTENCE = "a door opens with a sentence";
const NAME = "a name says what, not that it is something";
const UNDONE = "what is not done is not left as a note";
const REASON = "a lint rule is switched off only with a reason";
const MACHINE = "nothing names one machine";
const REGISTRY = "packages come from the public registry";
const NUMBERED = "migrations are numbered from 0001 without gaps";

test.each<[breach: string, path: string, text: string, rule: string]>([
  ["a folder that is no room", "src/misc/a.ts", "", "every folder of src is a room of the staircase, or commands"],
  ["a room without a door", "src/ai/client.ts", "", "every room has a door"],
  ["an import from a higher step", "src/ledger/a.ts", 'import { read } from "#documents";', UP],
  ["an import from the same step", "src/documents/a.ts", 'import { sync } from "#sii";', UP],
  ["documents in sii", "src/sii/index.ts", '// The tax office.\nexport * from "#documents";', UP],
  ["an import of the own door", "src/ledger/a.ts", 'import { posted } from "#ledger";', UP],
  ["a type from a higher step", "src/ledger/a.ts", 'type A = import("#conversation").A;', UP],
  ["a dynamic import from a higher step", "src/ledger/a.ts", 'await import("#web");', UP],
  ["#src under src", "src/ledger/a.ts", 'import { zero } from "#src/kernel/money.ts";', DOOR],
  ["a file behind a door", "src/ledger/a.ts", 'import { zero } from "#kernel/money";', DOOR],
  ["a higher step by its side door", "src/ledger/a.ts", 'import { lit } from "#documents/lamp";', UP],
  ["a room that is not there", "src/app/a.ts", 'import { a } from "#cellar";', DOOR],
  ["an npm script's program in a room", "src/ledger/a.ts", 'import { run } from "#commands";', DOOR],
  ["a relative import of another room", "src/ledger/a.ts", 'import { zero } from "../kernel/money.ts";', STAYS],
  ["a test in the product", "src/ledger/a.ts", 'import { plant } from "../../test/plant.ts";', STAYS],
  ["a file of a room in the Worker", "src/worker.ts", 'import { posted } from "./ledger/post.ts";', STAYS],
  ["a door without a sentence", "src/ledger/index.ts", "export const a = 1;", SENTENCE],
  ["a door with a mere word", "src/ledger/index.ts", "// books\nexport const a = 1;", SENTENCE],
  [
    "drizzle in a pure file",
    "src/ledger/a.ts",
    'import { eq } from "drizzle-orm";',
    "drizzle-orm only in store, tables and the room database",
  ],
  ["openai beside its client", "src/ai/a.ts", 'import type OpenAI from "openai/client";', "openai only in client"],
  [
    "hono in a pure file",
    "src/ledger/a.ts",
    'import { Hono } from "hono";',
    "hono only in routes and the rooms app and web",
  ],
  [
    "zod-openapi in a pure file",
    "src/ledger/a.ts",
    'import { z } from "@hono/zod-openapi";',
    "@hono/zod-openapi only in routes and the rooms app and web",
  ],
  [
    "the platform in a store",
    "src/ledger/store.ts",
    'import { env } from "cloudflare:workers";',
    "cloudflare:* only in object and the Workers' entries",
  ],
  [
    "itty-durable in a client",
    "src/ai/client.ts",
    'import { createDurable } from "itty-durable/create";',
    "itty-durable only in object",
  ],
  ["Node in the Worker", "src/ledger/a.ts", 'import { Buffer } from "node:buffer";', "node:* only in src/commands"],
  ["a call of the network", "src/ledger/a.ts", 'await fetch("https://example.com");', `fetch ${HANDS_ONLY}`],
  ["the network handed on", "src/ledger/a.ts", "send({ go: fetch });", `fetch ${HANDS_ONLY}`],
  ["the network by its long name", "src/ledger/a.ts", "globalThis.fetch(url);", `fetch ${HANDS_ONLY}`],
  ["the clock in a template", "src/ledger/a.ts", "const a = `at ${Date.now()}`;", `Date.now ${HANDS_ONLY}`],
  ["the clock as a new date", "src/ledger/a.ts", "const now = new Date();", `new Date() ${HANDS_ONLY}`],
  ["chance", "src/ledger/a.ts", "const a = /`/.test(b) ? Math.random() : 1;", `Math.random ${HANDS_ONLY}`],
  ["a random id", "src/ledger/a.ts", "const id = crypto.randomUUID();", `crypto.randomUUID ${HANDS_ONLY}`],
  ["the console", "src/ledger/store.ts", 'console.log("paid");', "console only in telemetry/log"],
  ["a long file", "src/ledger/a.ts", "let a = 1;\n".repeat(251), "a file has at most 250 lines of code"],
  ["a long Worker entry", "src/worker.ts", "let a = 1;\n".repeat(41), "src/worker.ts has at most 40 lines of code"],
  ["a file of helpers", "test/unit/money-helpers.ts", "", NAME],
  ["a folder of utilities", "src/ledger/utils/round.ts", "", NAME],
  ["a service", "src/ledger/ledger-service.ts", "", NAME],
  ["a note in a program", "src/ledger/a.ts", "/* TO_DO: round */".replace("_", ""), UNDONE],
  ["a note in a migration", "migrations/ledger/0001_entries.sql", "-- FIX_ME".replace("_", ""), UNDONE],
  ["a silenced rule", "src/ledger/a.ts", "// oxlint-disable-next-line complexity\n", REASON],
  ["a machine's path", "README.md", "cd /ho_me/ana/lucas".replace("_", ""), MACHINE],
  ["a registry of one's own", ".npmrc", "registry=https://npm.example.com/", REGISTRY],
  ["a package from elsewhere", "package-lock.json", '"resolved": "https://npm.example.com/a.tgz"', REGISTRY],
  ["a gap in the migrations", "migrations/ledger/0003_more.sql", "", NUMBERED],
  ["two migrations of one number", "migrations/ledger/0001_other.sql", "", NUMBERED],
])("sees %s", (...[, path, text, rule]) => {
  expect(brokenBy(path, text).filter((found) => found.endsWith(` ${rule}`))).toHaveLength(1);
});

test.each<[innocence: string, path: string, text: string]>([
  ["a forbidden call in a comment", "src/ledger/a.ts", "// not fetch(url), not Date.now()\n/* console */"],
  ["a forbidden call in a string", "src/ledger/a.ts", "const a = \"new Date()\" + 'fetch(a)' + `Math.random()`;"],
  ["a forbidden call in a regular expression", "src/ledger/a.ts", "const a = /new Date()/;"],
  ["a quote in a regular expression", "src/ledger/a.ts", "const a = b.replace(/[\"'/`]/g, '');\n// console"],
  ["a division", "src/ledger/a.ts", "const a = (b + c) / d / e; // console"],
  ["a brace in a template", "src/ledger/a.ts", "const a = `${`${{ b: '}' }.b}`} fetch(a)`;"],
  ["a date from an argument", "src/ledger/a.ts", "const a = new Date(now).getTime();"],
  ["another's fetch", "src/ledger/a.ts", "await port.fetch(url); await port?.fetch(url);"],
  ["the type of fetch", "src/ledger/a.ts", "type Port = { fetch: typeof fetch; other?: 1; fetch?: 2 };"],
  ["the network in a client", "src/ledger/client.ts", "await fetch(url);"],
  ["the clock in the wiring", "src/app/clock.ts", "export const now = () => Date.now();"],
  ["console in the log", "src/telemetry/log.ts", "console.log(line);"],
  ["Node in the npm scripts", "src/commands/a.ts", 'import { spawn } from "node:child_process";'],
  ["a package whose name begins alike", "src/ledger/a.ts", 'import { x } from "honor";'],
  ["comments beyond the length of a file", "src/ledger/a.ts", "// why\n\n".repeat(300)],
  ["todo in a customer's mouth", "test/unit/a.ts", 'const said = "VENDI TO_DO";'.replace("_", "")],
  [
    "a lint rule switched off with a reason",
    "src/ledger/a.ts",
    "// oxlint-disable-next-line complexity -- one case a line\n",
  ],
  ["an engine's binary", "src/documents/reader.ts", 'import pdf from "../../node_modules/pdf/pdf.wasm";'],
  ["a file of the page that the build made", "src/worker.ts", 'import page from "../dist/page/scan.js.bin";'],
  ["a window of service", "src/notifications/service-window.ts", ""],
])("lets %s pass", (_, path, text) => {
  expect(brokenBy(path, text).filter((found) => !found.endsWith("every room has a door"))).toEqual([]);
});

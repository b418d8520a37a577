import { readFile } from "node:fs/promises";
import { beforeAll, expect, test, vi } from "vitest";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { attack, BOMB_MS, HANG_MS } from "./attack.ts";
import { genuineFiles, png } from "./genuine.ts";
import { hostileFiles } from "./hostile.ts";
import { randomOf } from "./random.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const FILES = 200;
const SEED = 20_261_118;
const CONTEXT = { country: "CL", today: "2026-11-20" };
const MACHINE_SLOWER_MAX = 6;

let engines: Engines;

beforeAll(async () => {
  engines = await nodeEngines();
});

test("hostile files are refused or read, none is taken for what it is not, and none breaks the reader", async () => {
  const boleta = new Uint8Array(await readFile(new URL("../receipts/boleta-sodimac.jpg", import.meta.url).pathname));
  const genuine = await genuineFiles(await engines.decode("jpeg", boleta));
  // Words are left out: a hundred broken copies of a small receipt would be spelled out one after the other.
  const hurried = await nodeEngines(() => performance.now());
  const wordless: Engines = { ...hurried, words: () => Promise.resolve({ lines: [], confidence: 0 }) };
  const { crashed, wrong, hung, bombMs } = await attack(hostileFiles(SEED, FILES, genuine), (bytes) =>
    readDocument(bytes, CONTEXT, wordless),
  );
  const stuck = hung.filter(({ ms }) => ms > HANG_MS * MACHINE_SLOWER_MAX);
  expect({ crashed, wrong, stuck }).toEqual({ crashed: [], wrong: [], stuck: [] });
  expect(bombMs.length).toBeGreaterThan(FILES / 12);
  const slowest = bombMs.toSorted((a, b) => a - b);
  expect(slowest[Math.floor(slowest.length / 2)]).toBeLessThan(BOMB_MS);
});

test("a page of noise is given up in time, and the next document is read as if nothing had been", async () => {
  const random = randomOf(SEED);
  const [width, height] = [1_200, 1_600];
  const gray = new Uint8Array(width * height).map(() => (random.below(5) === 0 ? 0 : 255));
  const begun = performance.now();
  const hurried = await nodeEngines(() => performance.now());
  expect(await readDocument(png({ width, height, gray }), CONTEXT, hurried)).toMatchObject({ ok: false });
  expect(performance.now() - begun).toBeLessThan(HANG_MS * MACHINE_SLOWER_MAX);
  const voucher = new Uint8Array(await readFile(new URL("../receipts/voucher-copec.jpg", import.meta.url).pathname));
  expect(await readDocument(voucher, CONTEXT, engines)).toMatchObject({
    ok: true,
    value: { fields: { total_minor: 32_500 } },
  });
});

// What hostile files cost the reader here: every answer, the slowest of each kind, and the memory left behind.
import { readFile } from "node:fs/promises";
import { readDocument } from "#src/documents/read/cascade.ts";
import { attack, BOMB_MS, HANG_MS, type Attack, type Blow } from "../../golden/hostile/attack.ts";
import { genuineFiles } from "../../golden/hostile/genuine.ts";
import { hostileFiles } from "../../golden/hostile/hostile.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";
import type { Claim } from "../report.ts";
import { percentile } from "../statistics.ts";
import { printTable } from "../table.ts";

const SEED = 20_261_119;
const CONTEXT = { country: "CL", today: "2026-11-20" };
/** Read before memory is looked at, so that what is loaded once counts as loaded. */
const WARM_FILES = 50;
const RSS_GROWTH_MB_MAX = 300;

/** Lets so many files loose, one after the other, with every engine. */
export async function runHostile(count: number): Promise<Claim[]> {
  const engines = await nodeEngines(() => performance.now());
  const boleta = new Uint8Array(
    await readFile(new URL("../../golden/receipts/boleta-sodimac.jpg", import.meta.url).pathname),
  );
  const genuine = await genuineFiles(await engines.decode("jpeg", boleta));
  const read = (bytes: Uint8Array) => readDocument(bytes, CONTEXT, engines);
  await attack(hostileFiles(SEED - 1, WARM_FILES, genuine), read);
  const before = process.memoryUsage().rss;
  const attacked = await attack(hostileFiles(SEED, count, genuine), read);
  const grownMb = (process.memoryUsage().rss - before) / 1e6;
  printAttack(attacked, grownMb);
  return claimsOf(attacked, grownMb);
}

function printAttack({ bombMs, otherMs, answers }: Attack, grownMb: number): void {
  const row = (name: string, ms: readonly number[]) => [
    name,
    String(ms.length),
    ...[50, 99, 100].map((percent) => percentile(ms, percent).toFixed(1)),
  ];
  printTable(["hostile files", "files", "p50 ms", "p99 ms", "max ms"], [row("bombs", bombMs), row("others", otherMs)]);
  printTable(
    ["answer", "files"],
    [...answers].map(([answer, files]) => [answer, String(files)]),
  );
  console.log(`\nmemory of the process grew by ${grownMb.toFixed(0)} MB`);
}

function claimsOf({ files, crashed, hung, wrong, slow }: Attack, grownMb: number): Claim[] {
  const none = (what: string, blows: readonly Blow[]): Claim => [
    `of ${files} hostile files none ${what} (but ${blows.length === 0 ? "none" : blows.map(told).join("; ")})`,
    blows.length === 0,
  ];
  return [
    none("breaks the reader", crashed),
    none(`takes more than ${HANG_MS} ms`, hung),
    none("is taken for what it is not", wrong),
    none(`that is a bomb takes more than ${BOMB_MS} ms`, slow),
    [`memory grows by ${grownMb.toFixed(0)} MB; at most ${RSS_GROWTH_MB_MAX}`, grownMb <= RSS_GROWTH_MB_MAX],
  ];
}

function told({ name, ms, answer }: Blow): string {
  return `${name}: ${answer} after ${ms.toFixed(0)} ms`;
}

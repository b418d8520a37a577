// `npm run chaos [-- --short --seed N]`: kills the product in the middle of its work, again and again, and counts what
// is lost and what is doubled: of messages, and of what the SII lists. A control that acknowledges after Queue.send must fail the same judge.
import { parseArgs } from "node:util";
import { migrateLocally, WORKER_CONFIGS } from "#src/commands/workers.ts";
import { run, type Arm, type Outcome } from "./arm.ts";
import { AMBIGUOUS_MS } from "./judge.ts";
import type { Size } from "./plan.ts";
import { sweepUnderFire, type SweepSize } from "./sweep/sweep.ts";

const { values: flags } = parseArgs({ options: { short: { type: "boolean" }, seed: { type: "string" } } });
const seed = Number(flags.seed ?? Math.floor(Math.random() * 2 ** 32));
const size: Size = flags.short
  ? { phones: 16, messagesPerPhone: 4, kills: 2 }
  : { phones: 188, messagesPerPhone: 8, kills: 6 };
const sweepSize: SweepSize = flags.short ? { shops: 3, kills: 1 } : { shops: 24, kills: 8 };

const PRODUCT: Arm = {
  name: "lucas",
  port: 8797,
  configs: WORKER_CONFIGS,
  prepare: migrateLocally,
  // Longer than a minute: a message over the limit of its minute waits for the next one.
  quietMs: 75_000,
};
const CONTROL: Arm = {
  name: "queue-first control",
  port: 8796,
  configs: ["test/chaos/control/wrangler.toml"],
  prepare: async () => {},
  quietMs: 15_000,
};

// Leaving is enough: a victim ends with us.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

console.log(`Chaos with seed ${seed} (again: npm run chaos -- ${flags.short ? "--short " : ""}--seed ${seed})`);
const product = await run(PRODUCT, size, seed);
const control = flags.short ? null : await run(CONTROL, size, seed);
console.table({ [PRODUCT.name]: row(product), ...(control && { [CONTROL.name]: row(control) }) });
const sweep = await sweepUnderFire(PRODUCT, sweepSize, seed);
console.table({ "the SII's sweep": { ...sweep, seconds: Math.round(sweep.seconds) } });

const claims: [claim: string, holds: boolean][] = [
  ["no acknowledged message is lost", product.verdict.lost === 0],
  ["no entry is booked twice", product.verdict.doubled === 0],
  ["the entries of each phone stand in the order of its messages", product.verdict.misordered === 0],
  ["every message is answered", product.verdict.unanswered === 0],
  ["what the SII lists is in the books, and once", sweep.missing === 0 && sweep.doubled === 0],
  ["what a sync brought is told, and once", sweep.untold === 0 && sweep.toldTwice === 0],
  ["nobody logs in at the SII more often than once and after a kill", sweep.loginsMax <= 1 + sweep.kills],
  ["no session at the SII is left open", sweep.sessionsOpen === 0],
  [`no reply is doubled but by a kill within ${AMBIGUOUS_MS} ms of its sending`, product.verdict.repliesDoubled === 0],
];
if (control) {
  const { lost, doubled } = control.verdict;
  claims.push(["the judge finds the control's losses and doubles", lost > 0 && doubled > 0]);
}
for (const [claim, holds] of claims) console.log(`${holds ? "✓" : "✗"} ${claim}`);
const failed = claims.filter(([, holds]) => !holds).length;
console.log(`${claims.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function row({ messages, toll, kills, crashes, verdict, sends, seconds }: Outcome): Record<string, number> {
  const { posts, refused, downMs } = toll;
  const restartSeconds = Math.round(downMs.reduce((sum, ms) => sum + ms, 0) / downMs.length / 100) / 10;
  return {
    messages,
    posts,
    refused,
    kills,
    crashes,
    restartSeconds,
    ...verdict,
    sends,
    seconds: Math.round(seconds),
  };
}

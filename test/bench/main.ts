// `npm run bench [-- --quick --language --documents --hostile --memory --burst --sii --state DIR]`: how well and how fast messages
// are read, and what an acknowledgement and a turn cost, beside what they cannot cost less than and beside what others do
// without keeping anything. Rounds are interleaved, figures are medians of rounds. `--language` measures the reading of
// messages alone, `--documents` that of documents (`--labelled DIR --country MY`: of a folder of labelled scans as well),
// `--hostile` what hostile files cost the reader of documents, `--memory` what two hundred documents leave in its memory,
// `--burst` what twenty photos at once do to everyone's answers, `--sii` a day of ten thousand businesses at the SII, simulated.
import { statfsSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { readSettings } from "#src/commands/workers.ts";
import { accuracyClaims, printAccuracy } from "./language/accuracy.ts";
import { measureSpeed, printSpeed, speedClaims } from "./language/speed.ts";
import { runDocuments } from "./documents/documents.ts";
import { runHostile } from "./hostile/hostile.ts";
import { runBurst } from "./hostile/burst.ts";
import { runMemory } from "./hostile/memory.ts";
import { startLoad } from "./load/load.ts";
import { newSamples, type Arm } from "./measure.ts";
import { startExpress, startFlask } from "./peers/peers.ts";
import { FULL, QUICK } from "./plan.ts";
import { claimsOf, printRows, printTurns, type Claim } from "./report.ts";
import { serveFloor, serveProduct, type Rig } from "./rig.ts";
import { runRound, warmUp, type Field } from "./rounds.ts";
import { runSii } from "./sii/sii.ts";
import { runTurns } from "./turns.ts";

const TMPFS_MAGIC = 0x01021994;

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean" },
    language: { type: "boolean" },
    hostile: { type: "boolean" },
    memory: { type: "boolean" },
    burst: { type: "boolean" },
    sii: { type: "boolean" },
    documents: { type: "boolean" },
    labelled: { type: "string" },
    country: { type: "string", default: "MY" },
    state: { type: "string" },
  },
});
const plan = flags.quick ? QUICK : FULL;
// Everything that makes a temporary folder from here on makes it there.
if (flags.state) process.env["TMPDIR"] = flags.state;
const startedAt = performance.now();

if (flags.hostile) finish(await runHostile(plan.hostile));
if (flags.memory) finish(await runMemory());
if (flags.burst) finish(await runBurst());
if (flags.sii) finish(runSii(plan.businesses));
if (flags.documents) {
  const { pictureStep: every, stamps } = plan;
  finish(await runDocuments({ every, folder: flags.labelled ?? null, country: flags.country, stamps }));
}

// Before anything else runs here: its figures are of one core that has nothing else to do.
const speed = measureSpeed(plan.readings);
printAccuracy();
printSpeed(speed);
const languageClaims = [...accuracyClaims(), ...speedClaims(speed)];
if (flags.language) finish(languageClaims);

const settings = readSettings(".dev.vars.example");
const appSecret = settings["WHATSAPP_APP_SECRET"] ?? "";
const phoneNumberId = settings["WHATSAPP_PHONE_NUMBER_ID"] ?? "";
const rigs: Rig[] = [];

const load = await startLoad();
const peers = [await startExpress(appSecret), await startFlask(appSecret)];
const field: Field = {
  fleeting: [
    armOf("bare fetch", await serveFloor("bare")),
    armOf("Hono echo", await serveFloor("echo")),
    armOf("HMAC only", await serveFloor("signed")),
    ...peers.flatMap((peer) => ("rig" in peer ? [armOf(peer.name, peer.rig)] : [])),
  ],
  floor: armOf("durable floor: HMAC, one object write, setAlarm", await serveFloor("durable")),
  undrained: armOf("lucas webhook, drain off", await serveProduct("test/bench/undrained/worker.ts", load.graphBaseUrl)),
  drained: armOf(
    "lucas webhook, drain on (CPU with its turns)",
    await serveProduct("src/worker.ts", load.graphBaseUrl),
  ),
  newcomers: { floor: newSamples(), undrained: newSamples() },
  batch: { cpuUs: [], ms: [], failures: [] },
};
const perSecond = await warmUp(load, field, plan);
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? "?"}, objects on ${fileSystem()}, ${plan.rounds} interleaved rounds,`,
);
console.log(`${plan.contacts} known contacts, each request a new signed payload; open loop at ${perSecond}/s.`);
for (let round = 0; round < plan.rounds; round++) await runRound(load, field, { plan, round, perSecond });
printRows(field, peers, perSecond);
await Promise.all(rigs.splice(0).map((rig) => rig.stop()));

const talker = armOf("lucas", await serveProduct("src/worker.ts", load.graphBaseUrl));
const turns = await runTurns(load, talker, plan);
printTurns(turns);
await Promise.all(rigs.map((rig) => rig.stop()));
await load.end();

finish([...languageClaims, ...claimsOf(field, turns)]);

function finish(claims: readonly Claim[]): never {
  console.log("");
  for (const [claim, holds] of claims) console.log(`${holds ? "✓" : "✗"} ${claim}`);
  const failed = claims.filter(([, holds]) => !holds).length;
  console.log(
    `${claims.length - failed} hold, ${failed} do not; ${Math.round((performance.now() - startedAt) / 1_000)} s`,
  );
  process.exit(failed === 0 ? 0 : 1);
}

function armOf(name: string, rig: Rig): Arm {
  rigs.push(rig);
  return { name, rig, sender: { appSecret, phoneNumberId, port: rig.port }, samples: newSamples() };
}

function fileSystem(): string {
  return statfsSync(tmpdir()).type === TMPFS_MAGIC ? "memory (tmpfs)" : "disk";
}

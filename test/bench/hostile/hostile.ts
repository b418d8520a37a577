// What hostile files cost the reader: every answer, the slowest, and the memory left behind. First in Node, by the
// thousand; then a part of them as strangers send them, over HTTP to both Workers in workerd, each followed by a
// genuine document that must be read as if nothing had been.
import { readFile } from "node:fs/promises";
import { readDocument } from "#src/documents/read/cascade.ts";
import {
  attack,
  BOMB_MS,
  HANG_MS,
  type Answered,
  type Attack,
  type Blow,
  type Read,
} from "../../golden/hostile/attack.ts";
import type { Genuine } from "../../golden/hostile/broken.ts";
import { genuineFiles } from "../../golden/hostile/genuine.ts";
import { hostileFiles } from "../../golden/hostile/hostile.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";
import type { Claim } from "../report.ts";
import { median, percentile } from "../statistics.ts";
import { printTable } from "../table.ts";
import { serveWorkers, type Served } from "./served.ts";

const SEED = 20_261_119;
const CONTEXT = { country: "CL", today: "2026-11-20" };
/** Read before memory is looked at, so that what is loaded once counts as loaded. */
const WARM_FILES = 50;
const RSS_GROWTH_MB_MAX = 300;
/** While one of them is read. Local workerd holds nobody to the 128 MB of an isolate; engines and two Workers are in it as well. */
const PEAK_GROWTH_MB_MAX = 500;
/** Of the hostile files so many are sent to the Workers as well. */
const SERVED_SHARE = 0.2;
const SERVED_FILES_MIN = 160;
const GENUINE_TOTAL = 117_810;
const SLOWEST_SHOWN = 5;

/** Lets so many files loose, one after the other, with every engine. */
export async function runHostile(count: number): Promise<Claim[]> {
  const engines = await nodeEngines(() => performance.now());
  const genuine = await genuineFiles(await engines.decode("jpeg", await receipt("boleta-sodimac.jpg")));
  const read: Read = (bytes) => readDocument(bytes, CONTEXT, engines);
  await attack(hostileFiles(SEED - 1, WARM_FILES, genuine), read);
  const before = process.memoryUsage().rss;
  const attacked = await attack(hostileFiles(SEED, count, genuine), read);
  const grownMb = (process.memoryUsage().rss - before) / 1e6;
  printAttack("in Node", attacked, grownMb);
  const served = await runServed(Math.max(SERVED_FILES_MIN, Math.round(count * SERVED_SHARE)), genuine);
  return [...claimsOf("in Node", attacked, grownMb), ...served];
}

async function receipt(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../../golden/receipts/${name}`, import.meta.url).pathname));
}

async function runServed(count: number, genuine: readonly Genuine[]): Promise<Claim[]> {
  const served = await serveWorkers();
  const good = await receipt("factura-texto.pdf");
  const after: Blow[] = [];
  let last = "";
  const uploadMs = uploadsOf(served);
  const read: Read = async (bytes) => {
    const answer = await answerOf(served, bytes);
    const upload = await uploadMs(bytes.length);
    const { ms, body, status } = await served.extract(good);
    if (body.fields?.total_minor !== GENUINE_TOTAL || ms > HANG_MS) after.push({ name: last, ms, answer: `${status}` });
    return { ...answer, ms: Math.max(0, answer.ms - upload) };
  };
  await attack(hostileFiles(SEED - 1, WARM_FILES, genuine), read);
  // What a body of that size takes once is taken already when memory is looked at.
  await uploadMs(LARGEST_BYTES);
  const before = served.rssMb();
  const attacked = await attack(noted(hostileFiles(SEED, count, genuine)), read);
  const grownMb = served.rssMb() - before;
  const peakMb = served.peakMb() - before;
  await served.stop();
  printAttack("in workerd, over HTTP, less the mere upload, with a genuine document behind each", attacked, grownMb);
  return [
    ...claimsOf("in workerd", attacked, grownMb),
    [
      `at its highest it grows by ${peakMb.toFixed(0)} MB; at most ${PEAK_GROWTH_MB_MAX}`,
      !(peakMb > PEAK_GROWTH_MB_MAX),
    ],
    none(`${count} of them: a document behind it is not read`, after),
  ];

  function* noted(files: ReturnType<typeof hostileFiles>) {
    for (const file of files) {
      last = file.name;
      yield file;
    }
  }
}

/** The contract's codes, or what else came: that counts as broken. */
async function answerOf(served: Served, bytes: Uint8Array): Promise<Answered & { ms: number }> {
  const { status, ms, body } = await served.extract(bytes);
  if (status === 200) return { ok: true, ms };
  if (status !== 422 || !body.error) throw new Error(`status ${status}`);
  return { ok: false, ms, error: { code: body.error.code as "corrupt", detail: "" } };
}

/**
 * How long the mere sending of so many bytes takes: of blanks, which are refused by their first bytes. The median of a
 * few, once for each whole megabyte; nothing for less than one.
 */
function uploadsOf(served: Served): (bytes: number) => Promise<number> {
  const known = new Map<number, number>([[0, 0]]);
  return async (bytes) => {
    const size = Math.floor(bytes / UPLOAD_STEP_BYTES);
    const blanks = new Uint8Array(size * UPLOAD_STEP_BYTES).fill(BLANK);
    const tries: number[] = [];
    while (!known.has(size) && tries.length < UPLOAD_TRIES) tries.push((await served.extract(blanks)).ms);
    const ms = known.get(size) ?? median(tries);
    known.set(size, ms);
    return ms;
  };
}

const UPLOAD_STEP_BYTES = 1_000_000;
/** About as much as the gate lets in. */
const LARGEST_BYTES = 20_000_000;
const UPLOAD_TRIES = 5;
const BLANK = 0x20;

function printAttack(where: string, { bombMs, otherMs, answers, slowest }: Attack, grownMb: number): void {
  const row = (name: string, ms: readonly number[]) => [
    name,
    String(ms.length),
    ...[50, 99, 100].map((percent) => percentile(ms, percent).toFixed(1)),
  ];
  printTable(
    [`hostile files ${where}`, "files", "p50 ms", "p99 ms", "max ms"],
    [row("bombs", bombMs), row("others", otherMs)],
  );
  printTable(
    ["answer", "files"],
    [...answers].map(([answer, files]) => [answer, String(files)]),
  );
  console.log(`\nslowest: ${slowest.slice(0, SLOWEST_SHOWN).map(told).join("; ")}`);
  console.log(`memory of the process grew by ${grownMb.toFixed(0)} MB`);
}

function claimsOf(where: string, { files, crashed, hung, wrong, slow }: Attack, grownMb: number): Claim[] {
  return [
    none(`${files} hostile files ${where}: one breaks the reader`, crashed),
    none(`${files} hostile files ${where}: one takes more than ${HANG_MS} ms`, hung),
    none(`${files} hostile files ${where}: one is taken for what it is not`, wrong),
    none(`${files} hostile files ${where}: a bomb takes more than ${BOMB_MS} ms`, slow),
    [`${where} memory grows by ${grownMb.toFixed(0)} MB; at most ${RSS_GROWTH_MB_MAX}`, !(grownMb > RSS_GROWTH_MB_MAX)],
  ];
}

function none(what: string, blows: readonly Blow[]): Claim {
  return [`${what}: ${blows.length === 0 ? "never" : blows.map(told).join("; ")}`, blows.length === 0];
}

function told({ name, ms, answer }: Blow): string {
  return `${name}: ${answer} after ${ms.toFixed(0)} ms`;
}

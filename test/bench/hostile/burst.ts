// Twenty photos of two people at once, over the limit of their minute, while others go on writing: is everyone
// answered, once, in order, and does a webhook still get its 200 as soon as before?
import { amount } from "../../golden/pictures/print.ts";
import { shotOf, SPECIMENS, type Shot } from "../../golden/pictures/corpus.ts";
import { readAnswer } from "../../journeys/answer.ts";
import { startSimulators, type Simulators } from "../../simulators/index.ts";
import { openLoop } from "../load/loops.ts";
import { phoneOf, type Sender, textOf, webhookRequest } from "../load/webhook.ts";
import type { Claim } from "../report.ts";
import { percentile } from "../statistics.ts";
import { printTable } from "../table.ts";
import { serveWorkers } from "./served.ts";

const PEOPLE = ["56987651001", "56987651002"];
const PHOTOS_EACH = 10;
/** Requests a second of the others, and for how long they are watched: without photos, and while they are read. */
const OTHERS_PER_S = 10;
const WATCHED_S = 20;
const OTHERS = 40;
/** Two minutes of the limit, and the time of twenty readings. */
const ANSWERED_WITHIN_MS = 240_000;
const P99_RATIO_MAX = 3;
/** Where a webhook takes no longer than this, its share of a busy machine is not looked at. */
const P99_MS_FINE = 100;
const FIRST_OTHER = 700_000;

export async function runBurst(): Promise<Claim[]> {
  const shots = await shotsOfAll();
  const phones = await startSimulators({ port: 0 });
  const served = await serveWorkers({ GRAPH_BASE_URL: phones.graphBaseUrl, OPENAI_BASE_URL: phones.openAiBaseUrl });
  phones.rig.settings.webhookUrl = `${served.workers.url}/webhook/whatsapp`;
  phones.reset();
  const sender = { appSecret: "dev-app-secret", phoneNumberId: "106540352242922", port: served.workers.port };
  for (const phone of PEOPLE) await said(phones, phone, { type: "text", text: "hola" });
  await answeredBy(phones, () => PEOPLE.every((phone) => phones.sent(phone).length >= 1));
  await others(sender, 0, 2);
  const before = await others(sender, 0, WATCHED_S);
  const begun = performance.now();
  for (let i = 0; i < PHOTOS_EACH; i++) {
    for (const [nth, phone] of PEOPLE.entries()) {
      const bytes = new Uint8Array(shots[nth]?.[i]?.jpeg ?? []);
      await said(phones, phone, { type: "image", bytes, mime_type: "image/jpeg" });
    }
  }
  const during = await others(sender, OTHERS, WATCHED_S);
  await answeredBy(phones, () => PEOPLE.every((phone) => readingsOf(phones, phone).length >= PHOTOS_EACH));
  const seconds = (performance.now() - begun) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const told = PEOPLE.map((phone, nth) => ({ phone, told: readingsOf(phones, phone), shots: shots[nth] ?? [] }));
  const notices = PEOPLE.map((phone) => phones.sent(phone).length - 1 - readingsOf(phones, phone).length);
  await served.stop();
  await phones.close();
  printTable(
    ["webhooks of others", "requests", "p50 ms", "p99 ms", "not 200"],
    [rowOf("before the photos", before), rowOf("while they are read", during)],
  );
  const reads = told.map(({ told: texts, shots: taken }) => orderOf(texts, taken));
  console.log(
    `\n${PEOPLE.length * PHOTOS_EACH} photos answered within ${seconds.toFixed(0)} s; read as printed: ${reads.map(({ places }) => places.length).join(" and ")} of ${PHOTOS_EACH} each`,
  );
  const [quiet, busy] = [percentile(before.latencies, 99), percentile(during.latencies, 99)];
  return [
    [
      `every photo is answered once (${told.map(({ told: texts }) => texts.length).join(" and ")} of ${PHOTOS_EACH})`,
      told.every(({ told: texts }) => texts.length === PHOTOS_EACH),
    ],
    ["each person's answers stand in the order of the photos", reads.every(({ inOrder }) => inOrder)],
    [`who is over the limit is told so once (${notices.join(" and ")})`, notices.every((count) => count === 1)],
    [
      `webhooks keep their p99: ${busy.toFixed(1)} ms for ${quiet.toFixed(1)} ms; at most ${P99_RATIO_MAX} ×, or ${P99_MS_FINE} ms`,
      busy <= Math.max(P99_MS_FINE, P99_RATIO_MAX * quiet),
    ],
    ["and every one is answered 200", before.failures.length + during.failures.length === 0],
  ];
}

/** Photos that can be read, so that an answer says which one it is of. */
async function shotsOfAll(): Promise<Shot[][]> {
  const fair = SPECIMENS.filter(
    ({ country, kind, care, held }) => country === "CL" && kind === "boleta" && care === "scan" && !held,
  );
  const taken: Shot[] = [];
  for (const specimen of fair.slice(0, PEOPLE.length * PHOTOS_EACH)) taken.push(await shotOf(specimen));
  return PEOPLE.map((_, nth) => taken.slice(nth * PHOTOS_EACH, (nth + 1) * PHOTOS_EACH));
}

async function said(
  phones: Simulators,
  from: string,
  words: Parameters<Simulators["inbound"]>[0]["said"],
): Promise<void> {
  await phones.inbound({ from, said: words }).webhook;
}

async function answeredBy(phones: Simulators, isEnough: () => boolean): Promise<void> {
  if (!isEnough()) await phones.waitForSent(isEnough, ANSWERED_WITHIN_MS).catch(() => undefined);
}

/** What was answered to photos: readings, and refusals that ask for a better picture. */
function readingsOf(phones: Simulators, phone: string): string[] {
  return phones
    .sent(phone)
    .map((sent) => readAnswer(sent).text)
    .filter((text) => /📄|No pude leer|foto|review|revisar/.test(text) && !text.startsWith("👋"));
}

/** Which photo each answer is of, by its total; those that name none are passed over. */
function orderOf(texts: readonly string[], shots: readonly Shot[]): { places: number[]; inOrder: boolean } {
  const totals = shots.map(({ purchase }) => amount(purchase.total_minor, purchase.country));
  const places = texts.flatMap((text) => {
    const place = totals.findIndex((total) => text.includes(total));
    return place < 0 ? [] : [place];
  });
  return { places, inOrder: places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0)) };
}

type Watched = { latencies: number[]; failures: number[] };

function others(sender: Sender, first: number, seconds: number): Promise<Watched> {
  const requests = Array.from({ length: seconds * OTHERS_PER_S }, (_, i) =>
    webhookRequest(sender, [{ phone: phoneOf(FIRST_OTHER + first + (i % OTHERS)), text: textOf(i) }]),
  );
  return openLoop(sender.port, requests, OTHERS_PER_S);
}

function rowOf(name: string, { latencies, failures }: Watched): string[] {
  const [p50, p99] = [50, 99].map((percent) => percentile(latencies, percent).toFixed(1));
  return [name, String(latencies.length), p50 ?? "", p99 ?? "", String(failures.length)];
}

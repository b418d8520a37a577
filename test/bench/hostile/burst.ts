// Twenty photos of two people at once, over the limit of their minute, while others go on writing: is everyone
// answered, once, in order, and does a webhook still get its 200 as soon as before?
import { wordsOf } from "#locales";
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
const OTHERS = 80;
/** Two minutes of the limit, and the time of twenty readings. */
const ANSWERED_WITHIN_MS = 240_000;
const P99_RATIO_MAX = 3;
/** Where a webhook takes no longer than this, its share of a busy machine is not looked at. */
const P99_MS_FINE = 100;
const AFTERWARDS_MS = 5_000;
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
  // Everybody is known before anything is measured: to register a business is more than to hear it.
  await others(sender, OTHERS / OTHERS_PER_S);
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
  const before = await others(sender, WATCHED_S);
  const begun = performance.now();
  const senders: Person[] = PEOPLE.map((phone, nth) => ({ phone, shots: shots[nth] ?? [], ids: [] }));
  for (let i = 0; i < PHOTOS_EACH; i++) {
    for (const person of senders) {
      const bytes = new Uint8Array(person.shots[i]?.jpeg ?? []);
      person.ids.push(await said(phones, person.phone, { type: "image", bytes, mime_type: "image/jpeg" }));
    }
  }
  const during = await others(sender, WATCHED_S);
  await answeredBy(phones, () => senders.every((person) => toldTo(phones, person).papers >= PHOTOS_EACH));
  const seconds = (performance.now() - begun) / 1_000;
  // What was doubled would come now.
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
  const told = senders.map((person) => toldTo(phones, person));
  await served.stop();
  await phones.close();
  printTable(
    ["webhooks of others", "requests", "p50 ms", "p99 ms", "not 200"],
    [rowOf("before the photos", before), rowOf("while they are read", during)],
  );
  console.log(
    `\n${PEOPLE.length * PHOTOS_EACH} photos answered within ${seconds.toFixed(0)} s, in ${told.map(({ messages }) => messages).join(" and ")} messages; read as printed: ${told.map(({ read }) => read).join(" and ")} of ${PHOTOS_EACH} each`,
  );
  return claimsOf(told, before, during);
}

function claimsOf(told: readonly Told[], before: Watched, during: Watched): Claim[] {
  const [quiet, busy] = [percentile(before.latencies, 99), percentile(during.latencies, 99)];
  return [
    [
      `every photo is answered once (${told.map(({ papers }) => papers).join(" and ")} of ${PHOTOS_EACH})`,
      told.every(({ papers, quoted }) => papers === PHOTOS_EACH && new Set(quoted).size === quoted.length),
    ],
    [
      "each person's answers stand in the order of the photos",
      told.every(({ quoted }) => quoted.length > 1 && isRising(quoted)),
    ],
    [
      `who is over the limit is told so once (${told.map(({ notices }) => notices).join(" and ")})`,
      told.every(({ notices }) => notices === 1),
    ],
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

/** Sends it, and waits until the webhook has it. @returns the id of the message */
async function said(
  phones: Simulators,
  from: string,
  words: Parameters<Simulators["inbound"]>[0]["said"],
): Promise<string> {
  const { id, webhook } = phones.inbound({ from, said: words });
  await webhook;
  return id;
}

async function answeredBy(phones: Simulators, isEnough: () => boolean): Promise<void> {
  if (!isEnough()) await phones.waitForSent(isEnough, ANSWERED_WITHIN_MS).catch(() => undefined);
}

/** `ids` are of the messages with the photos, in their order. */
type Person = { phone: string; shots: readonly Shot[]; ids: string[] };

type Told = {
  messages: number;
  notices: number;
  /** Papers shown, and refusals that ask for a better picture: one message may hold several. */
  papers: number;
  /** Which photo each message quotes. */
  quoted: number[];
  /** Messages that name the total of the photo they quote. */
  read: number;
};

const WORDS = wordsOf("es-CL");
const REFUSED = (["unreadable", "timeout", "media_lost"] as const).map((trouble) => WORDS.document_trouble(trouble));
const [TOO_FAST = ""] = WORDS.too_fast(1).split(";");

function toldTo(phones: Simulators, { phone, shots, ids }: Person): Told {
  const [, ...answers] = phones.sent(phone).map(readAnswer);
  const texts = answers.map(({ text }) => text);
  const totals = shots.map(({ purchase }) => amount(purchase.total_minor, purchase.country));
  const papers = texts.flatMap((text) => text.split(/(?=📄 \*)/u)).filter(isOfPaper);
  return {
    messages: texts.length,
    notices: texts.filter((text) => text.startsWith(TOO_FAST)).length,
    papers: papers.length,
    quoted: answers.map(({ quotes }) => ids.indexOf(quotes ?? "")).filter((place) => place >= 0),
    read: answers.filter(({ quotes, text }) => text.includes(`Total: $${totals[ids.indexOf(quotes ?? "")]}`)).length,
  };
}

function isOfPaper(text: string): boolean {
  return text.startsWith("📄 *") || REFUSED.some((refusal) => text.includes(refusal));
}

function isRising(places: readonly number[]): boolean {
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0));
}

type Watched = { latencies: number[]; failures: number[] };

function others(sender: Sender, seconds: number): Promise<Watched> {
  const requests = Array.from({ length: seconds * OTHERS_PER_S }, (_, i) =>
    webhookRequest(sender, [{ phone: phoneOf(FIRST_OTHER + (i % OTHERS)), text: textOf(i) }]),
  );
  return openLoop(sender.port, requests, OTHERS_PER_S);
}

function rowOf(name: string, { latencies, failures }: Watched): string[] {
  const [p50, p99] = [50, 99].map((percent) => percentile(latencies, percent).toFixed(1));
  return [name, String(latencies.length), p50 ?? "", p99 ?? "", String(failures.length)];
}

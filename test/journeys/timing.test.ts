// How long a person waits for an answer, over the whole stack: webhook, object, books, and the send to Meta.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** What an idle machine keeps: p50 for a lone text, and beyond the burst window for one in a burst. */
const ANSWER_P50_MS = 300;
/** From src/conversation/schedule.ts: what arrives within this of a turn is heard together. */
const BURST_WINDOW_MS = 800;
/** Machines that test are shared and slow; the figures printed are the ones to look at. */
const SLACK = 3;
const PHONES = 24;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  for (const phone of ["56970000001", "56970000002", "56970000003"]) {
    await stage.say(phone, "vendí 10 lucas");
    await stage.waitForAnswers(phone, 1);
  }
});
afterAll(() => stage.close());

test("answers a lone text of an idle conversation within 300 ms (p50), and that of a new person too", async () => {
  const phones = Array.from({ length: PHONES }, (_, i) => `569711100${String(i).padStart(2, "0")}`);
  const unknown: number[] = [];
  for (const phone of phones) unknown.push(await wait(phone, "vendí 10 lucas", 1));
  await stage.phones.settle();
  await new Promise((resolve) => setTimeout(resolve, BURST_WINDOW_MS));
  const known: number[] = [];
  for (const phone of phones) known.push(await wait(phone, "gasté 5 lucas en pan", 2));
  console.log(`first message: ${figures(unknown)} · known person: ${figures(known)}`);
  expect(median(known)).toBeLessThan(ANSWER_P50_MS * SLACK);
  expect(median(unknown)).toBeLessThan(ANSWER_P50_MS * SLACK);
});

test("answers what comes in a burst, together, within its window and 300 ms", async () => {
  const waits: number[] = [];
  for (let i = 0; i < 6; i++) {
    const phone = `569712200${String(i).padStart(2, "0")}`;
    await wait(phone, "vendí 10 lucas", 1);
    const from = Date.now();
    await Promise.all(["gasté 1 luca en pan", "gasté 2 lucas en pan"].map((text) => stage.say(phone, text)));
    const [, second] = await stage.waitForAnswers(phone, 2);
    waits.push((second?.at ?? Number.POSITIVE_INFINITY) - from);
    expect(second?.text.match(/Egreso anotado/g)).toHaveLength(2);
  }
  console.log(`burst: ${figures(waits)}`);
  expect(median(waits)).toBeLessThan(BURST_WINDOW_MS + ANSWER_P50_MS * SLACK);
});

/** From the moment a person presses send to the moment Meta has the answer, ms. */
async function wait(phone: string, text: string, nth: number): Promise<number> {
  const from = Date.now();
  await stage.say(phone, text);
  const answers = await stage.waitForAnswers(phone, nth);
  return (answers[nth - 1]?.at ?? Number.POSITIVE_INFINITY) - from;
}

function figures(waits: number[]): string {
  const sorted = waits.toSorted((a, b) => a - b);
  return `p50 ${median(waits)} ms, worst ${sorted.at(-1)} ms of ${waits.length}`;
}

function median(waits: number[]): number {
  return waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Number.POSITIVE_INFINITY;
}

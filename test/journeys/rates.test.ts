// What a foreign amount is worth is told beside its booking, and never in its way.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** From src/app/wiring.ts: an answer waits no longer for a worth; and what a busy machine adds. */
const PATIENCE_MS = 2_500 + 5_000;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test.each([
  ["is down", { fault: "500" }, "56966600001"],
  ["says something else", { fault: "garbage" }, "56966600002"],
  ["does not answer in time", { fault: null, latency_ms: 12_000 }, "56966600003"],
] as const)("where the SII %s the amount is booked and told as it was said", async (_, sii, phone) => {
  stage.phones.knobs({ sii });
  const from = Date.now();
  // A table of its own for each: a page that was asked for is not asked for again within the hour.
  const year = 2023 + Number(phone.at(-1));
  await stage.say(phone, `el 5 de marzo de ${year} pagué 3,5 UF de arriendo`);
  const [answer] = await stage.waitForAnswers(phone, 1);
  expect(Date.now() - from).toBeLessThan(PATIENCE_MS);
  expect(answer?.text).toContain("Egreso anotado: UF 3,5*");
  const { body } = await (await stage.api(phone))("GET", "/api/ledger/entries");
  expect(body.entries).toMatchObject([{ amount_minor: 35_000, currency: "UF" }]);
});

import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "#src/commands/programs.ts";
import { agrees, readJourney } from "./journey.ts";
import { play, shown } from "./play.ts";
import type { Played } from "./play.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const journeys = globSync(`${ROOT}test/journeys/*.txt`)
  .toSorted()
  .map((path) => {
    const journey = readJourney(readFileSync(path, "utf8"));
    return [`${basename(path, ".txt")}: ${journey.title}`, journey] as const;
  });

let stage: Stage;
let keyless: Stage;

beforeAll(async () => {
  [stage, keyless] = await Promise.all([startStage(), startStage({ OPENAI_API_KEY: "" })]);
});

afterAll(async () => {
  await Promise.all([stage.close(), keyless.close()]);
});

test("no two journeys are of one phone: each may say ten things a minute", () => {
  const phones = journeys.map(([, { settings }]) => settings.phone);
  expect(new Set(phones).size).toBe(phones.length);
  for (const [, { steps }] of journeys) expect(steps.length).toBeLessThanOrEqual(10);
});

test.concurrent.each(journeys)("%s", async (_, journey) => {
  const played = await play(journey.settings.keyless ? keyless : stage, journey);
  expect(played.map(written)).toEqual(played.map(asExpected));
});

test("nothing of all this was a problem to the Workers", () => {
  const said = [stage, keyless].flatMap((each) => each.logs().map(({ message }) => message));
  expect(said.filter((message) => message.includes('"event"')).length).toBeGreaterThan(journeys.length);
  expect(said.filter((message) => message.includes('"level":"problem"'))).toEqual([]);
});

function written({ step, answers }: Played): Shown {
  return { line: step.line, says: step.act.words, answers: answers.map(shown) };
}

type Shown = { line: number; says: string; answers: string[] };

/** The expected answers, each replaced by the real one where it agrees: what remains different is what is wrong. */
function asExpected({ step, answers }: Played): Shown {
  const real = answers.map(shown);
  const wanted = step.expected.map((text, i) => (agrees(text, real[i] ?? "") ? (real[i] ?? "") : text));
  return { line: step.line, says: step.act.words, answers: wanted };
}

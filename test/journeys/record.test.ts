import { globSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, it } from "vitest";
import { readJourney } from "./journey.ts";
import { play, shown } from "./play.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
let stage: Stage;
let keyless: Stage;
const files = globSync(process.env["REC"] ?? "test/journeys/rec/*.txt").toSorted();
const needs = files.some((f) => readFileSync(f, "utf8").includes("sin modelo"));
beforeAll(async () => {
  stage = await startStage();
  if (needs) keyless = await startStage({ OPENAI_API_KEY: "" });
}, 200_000);
afterAll(async () => {
  console.log([...new Set(stage.logs().filter((l) => l.level !== "log").map((l) => l.message))].join("\n"));
  await stage.close();
  await keyless?.close();
});
it.concurrent.each(files)("%s", { timeout: 300_000 }, async (file) => {
  const text = readFileSync(file, "utf8");
  const journey = readJourney(text);
  const played = await play(journey.settings.keyless ? keyless : stage, journey);
  const lines = text.split("\n");
  const out = lines.slice(0, journey.steps[0]!.line - 1);
  for (const { step, answers } of played) {
    out.push(lines[step.line - 1]!);
    answers.forEach((a, i) => {
      if (i > 0) out.push("");
      out.push(...shown(a).split("\n").map((l) => (l === "" ? "<" : `< ${l}`)));
    });
    if (answers.length > 0) out.push("");
    if (answers.length !== step.expected.length) out.push(`!! expected ${step.expected.length}`);
  }
  writeFileSync(file.replace(/\.txt$/, ".out"), out.join("\n"));
});

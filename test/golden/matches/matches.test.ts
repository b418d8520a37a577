import { expect, test } from "vitest";
import { ASKED_MAX, matchPaper } from "#src/match/match.ts";
import { PAPER_WEIGHING } from "#src/match/weights.ts";
import { casesFrom } from "./cases.ts";
import { matchFigures, matchTable } from "./figures.ts";
import { fit, HELD_BACK, pairsOf, TRAINED_ON } from "./fit.ts";

const NOTHING_KNOWN = { aliases: [], declined: [] };

test("the weights are those that the training cases give", () => {
  expect(PAPER_WEIGHING).toEqual(fit());
});

test("the training pairs are many, and none of them is of the cases held back", () => {
  const pairs = pairsOf(casesFrom(TRAINED_ON.seed, TRAINED_ON.cases));
  expect(pairs.length).toBeGreaterThan(1_000);
  expect(pairs.filter(({ same }) => !same).length).toBeGreaterThan(300);
  expect(HELD_BACK.seed).not.toBe(TRAINED_ON.seed);
});

test("of the cases held back four in five are linked without a question, and none to a wrong entry", () => {
  const figures = matchFigures(casesFrom(HELD_BACK.seed, HELD_BACK.cases));
  console.log(
    [
      "scene | cases | linked by itself | asked | wrong | missed",
      ...matchTable(figures).map((row) => row.join(" | ")),
    ].join("\n"),
  );
  const all = figures.at(-1);
  expect(all?.wrong).toEqual([]);
  expect((all?.linked ?? 0) / (all?.of_one ?? 1)).toBeGreaterThanOrEqual(0.8);
  expect((all?.missed ?? 0) / (all?.of_one ?? 1)).toBeLessThanOrEqual(0.02);
});

test("the order of the books changes nothing, and a declined pair is never offered again", () => {
  for (const { paper, entries } of casesFrom(7, 200)) {
    const match = matchPaper(paper, entries, NOTHING_KNOWN);
    const offered = match.verdict === "create" ? [] : match.verdict === "link" ? [match.best] : match.candidates;
    expect(offered.length).toBeLessThanOrEqual(ASKED_MAX);
    const turned = matchPaper(paper, entries.toReversed(), NOTHING_KNOWN);
    expect(turned.verdict).toBe(match.verdict);
    const declined = offered.map(({ entry }) => entry.id);
    const again = matchPaper(paper, entries, { aliases: [], declined });
    const left = again.verdict === "create" ? [] : again.verdict === "link" ? [again.best] : again.candidates;
    expect(left.map(({ entry }) => entry.id).filter((id) => declined.includes(id))).toEqual([]);
  }
});

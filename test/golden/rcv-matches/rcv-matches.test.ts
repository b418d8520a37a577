import { expect, test } from "vitest";
import { signsOf, type Sign } from "#match";
import { matchRcv } from "#sii";
import { evidenceOf, freeEntries } from "#src/sii/reconcile/candidates.ts";
import { RCV_WEIGHING } from "#src/sii/reconcile/weights.ts";
import { books } from "../../unit/sii/reconcile/made.ts";
import { fitted, type Pair } from "../matches/fit.ts";
import { figuresOf, tableOf } from "./figures.ts";
import { monthsFrom, TAUGHT, type BookMonth } from "./months.ts";

const TRAINED_ON = { seed: 61, months: 150 };
/** Never fitted. */
const HELD_BACK = { seed: 90_210, months: 200 };

/** Every pair of a document and an entry that could be one, and whether they are. */
function pairsOf(months: readonly BookMonth[]): Pair[] {
  return months.flatMap(({ told, entries }) => {
    const free = freeEntries(books({ entries }), new Map());
    return told
      .filter(({ undecidable }) => !undecidable)
      .flatMap(({ document, truth }) =>
        free.flatMap((candidate) => {
          const signs = signsOf(evidenceOf(document, TAUGHT), candidate, []);
          return signs ? [{ signs, same: candidate.id === truth }] : [];
        }),
      );
  });
}

test("the weights are those that the training months give", () => {
  const pairs = pairsOf(monthsFrom(TRAINED_ON.seed, TRAINED_ON.months));
  expect(pairs.length).toBeGreaterThan(1_500);
  expect(pairs.filter(({ same }) => !same).length).toBeGreaterThan(500);
  expect(RCV_WEIGHING).toEqual(fitted(pairs, Object.keys(RCV_WEIGHING.weights) as Sign[]));
});

test("of the months held back no document is linked to a wrong entry, and few of those that are there go unasked", () => {
  const figures = figuresOf(monthsFrom(HELD_BACK.seed, HELD_BACK.months));
  console.log(tableOf(figures));
  const all = figures.at(-1);
  expect(all?.wrong).toEqual([]);
  expect((all?.missed ?? 0) / (all?.of_one ?? 1)).toBeLessThanOrEqual(0.015);
  expect((all?.sure ?? 0) / (all?.of_one ?? 1)).toBeGreaterThanOrEqual(0.6);
});

test.each([
  ["told with who sold", 0.95],
  ["told with who sold and what", 0.9],
  ["told with the folio", 0.9],
  ["told with the RUT", 0.9],
  ["owed", 0.9],
  ["the same every month", 0.8],
])("what is %s is linked without a question, at least %d of it", (scene, share) => {
  const figures = figuresOf(monthsFrom(HELD_BACK.seed, HELD_BACK.months));
  const found = figures.find((each) => each.scene === scene);
  expect((found?.sure ?? 0) / (found?.of_one ?? 1)).toBeGreaterThanOrEqual(share);
});

test("the order of the register and of the books changes nothing", () => {
  for (const { told, entries } of monthsFrom(7, 30)) {
    const documents = told.map(({ document }) => document);
    const turned = matchRcv(documents.toReversed(), books({ entries: entries.toReversed() }));
    expect(turned.toReversed()).toEqual(matchRcv(documents, books({ entries })));
  }
});

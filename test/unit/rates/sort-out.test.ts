import { expect, it } from "vitest";
import { sortOut } from "#src/rates/sort-out.ts";

const TODAY = "2026-11-18";
const day = (on: string, value: number) => ({ on, value });

it("stores what is new, and nothing for a value said again", () => {
  const said = [day("2026-11-16", 1), day("2026-11-17", 2)];
  expect(sortOut([day("2026-11-16", 1)], said, TODAY)).toEqual({ fresh: [day("2026-11-17", 2)], refused: [] });
});

it("refuses another value for a day that has passed, and says which was known", () => {
  const sorted = sortOut([day("2026-11-17", 2)], [day("2026-11-17", 3)], TODAY);
  expect(sorted).toEqual({ fresh: [], refused: [{ on: "2026-11-17", value: 3, known: 2 }] });
});

it("takes a correction of today and of later days", () => {
  const sorted = sortOut([day(TODAY, 2), day("2026-11-19", 2)], [day(TODAY, 3), day("2026-11-19", 4)], TODAY);
  expect(sorted).toEqual({ fresh: [day(TODAY, 3), day("2026-11-19", 4)], refused: [] });
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CRONS } from "#src/app/crons.ts";
import { ROOT } from "#src/commands/programs.ts";
import { cronsOf } from "../../simulators/control/crons.ts";

test("every line of the triggers has its job, and every job its line", () => {
  const lines = cronsOf(readFileSync(`${ROOT}wrangler.toml`, "utf8"));
  expect(lines.toSorted()).toEqual(Object.keys(CRONS).toSorted());
  expect(lines.length).toBeGreaterThan(0);
});

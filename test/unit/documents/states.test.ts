import { expect, test } from "vitest";
import { mayBecome, STATES, statesBefore, WAITING } from "#src/documents/states.ts";

test("what waits for a person can be booked, linked or discarded", () => {
  for (const from of WAITING) {
    for (const to of ["booked", "linked", "discarded"] as const)
      expect([from, to, mayBecome(from, to)]).toEqual([from, to, true]);
  }
});

test("nothing is booked twice, nothing refused comes back, and nothing is received again", () => {
  for (const from of ["booked", "linked"] as const) {
    for (const to of ["booked", "linked", "review", "refused"] as const) expect(mayBecome(from, to)).toBe(false);
  }
  for (const to of STATES) expect(mayBecome("refused", to)).toBe(false);
  expect(statesBefore("received")).toEqual([]);
});

test("what was taken back, or discarded, may be taken up again", () => {
  expect(statesBefore("needs_confirmation").toSorted()).toEqual(
    ["booked", "discarded", "linked", "needs_answer", "read", "received", "review"].toSorted(),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { HOST_CALLS_PER_SECOND, SLOT_WAIT_MAX_MS, takeSlot, type Line } from "#src/sii/gate/slot.ts";

const EMPTY: Line = { free_at: 0, open_at: 0 };
const NOW = Date.UTC(2026, 10, 18, 12);

test("whoever comes first is let through, the next one waits for a place", () => {
  const first = takeSlot(EMPTY, NOW);
  expect(first.wait_ms).toBe(0);
  expect(takeSlot(first.line, NOW).wait_ms).toBe(52.5);
  expect(takeSlot(first.line, NOW + 1_000).wait_ms).toBe(0);
});

test("a wait that is too long keeps no place", () => {
  const closed = { ...EMPTY, open_at: NOW + SLOT_WAIT_MAX_MS + 1 };
  expect(takeSlot(closed, NOW)).toEqual({ wait_ms: SLOT_WAIT_MAX_MS + 1, line: closed });
});

test("however they come, and however long the way back to each is, no second has more than twenty calls", () => {
  const arrivals = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 49 })), {
    minLength: 1,
    maxLength: 400,
  });
  fc.assert(
    fc.property(arrivals, (coming) => {
      let [line, now] = [EMPTY, NOW];
      const calls: number[] = [];
      for (const [gap, hop] of coming) {
        now += gap % 41;
        const { wait_ms, line: next } = takeSlot(line, now);
        line = next;
        if (wait_ms <= SLOT_WAIT_MAX_MS) calls.push(now + wait_ms + hop);
      }
      calls.sort((a, b) => a - b);
      const first = (nth: number) => calls[nth - HOST_CALLS_PER_SECOND] ?? Number.NEGATIVE_INFINITY;
      expect(calls.every((at, nth) => at - first(nth) > 1_000)).toBe(true);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { giveBack, takeTokens, type Taken } from "#src/security/rate-limiter/window.ts";

const LIMIT = { tokens: 100, window_ms: 60_000 };

test("no window of a minute ever grants more than its limit", () => {
  const step = fc.record({ gap: fc.integer({ min: 0, max: 20_000 }), want: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const taken: Taken = [];
      const granted: { at: number; tokens: number }[] = [];
      let now = 0;
      for (const { gap, want } of steps) {
        now += gap;
        const grant = takeTokens(taken, LIMIT, { want, now });
        granted.push({ at: now, tokens: grant.granted });
        const within = granted.filter((each) => each.at > now - LIMIT.window_ms);
        expect(within.reduce((sum, each) => sum + each.tokens, 0)).toBeLessThanOrEqual(LIMIT.tokens);
        expect(grant.wait_ms > 0).toBe(grant.granted === 0);
      }
    }),
  );
});

test("as many as are left are granted, and what comes back may be taken again", () => {
  const taken: Taken = [];
  expect(takeTokens(taken, LIMIT, { want: 70, now: 0 }).granted).toBe(70);
  expect(takeTokens(taken, LIMIT, { want: 70, now: 1 }).granted).toBe(30);
  expect(takeTokens(taken, LIMIT, { want: 1, now: 2 })).toEqual({ granted: 0, wait_ms: 59_998 });
  giveBack(taken, 10);
  expect(takeTokens(taken, LIMIT, { want: 70, now: 3 }).granted).toBe(10);
});

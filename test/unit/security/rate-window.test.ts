import fc from "fast-check";
import { expect, test } from "vitest";
import { giveBack, leaseTokens, NO_LEASE, takeTokens, type Taken } from "#src/security/rate-limiter/window.ts";

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

test("a shard that forgets what it held between two messages costs the others one token each", () => {
  const pool: Taken = [];
  for (let i = 0; i < LIMIT.tokens; i++) {
    const want = leaseTokens(NO_LEASE, { want: 1, now: i });
    expect(takeTokens(pool, LIMIT, { want, now: i }).granted).toBe(1);
  }
});

test("a shard that uses its lease up before its time gets twice as much, to a bound; who wants more gets that", () => {
  const leases = [1];
  for (let i = 0; i < 7; i++) {
    const last = { tokens: 0, of: leases.at(-1) ?? 0, expires_at: 10 };
    leases.push(leaseTokens(last, { want: 1, now: 5 }));
  }
  expect(leases).toEqual([1, 2, 4, 8, 16, 32, 50, 50]);
  expect(leaseTokens(NO_LEASE, { want: 7, now: 5 })).toBe(7);
  expect(leaseTokens({ tokens: 3, of: 40, expires_at: 4 }, { want: 2, now: 5 })).toBe(2);
});

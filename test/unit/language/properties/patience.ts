/**
 * What a text of any making may take to be read is 5 ms on a machine that does nothing else; beside other tests it gets
 * three times as much, which still finds whatever grows faster than its text.
 */
const READING_MS_MAX = 15;

/** What the floor takes where the limit was promised: on a slower machine, or a busy one, everything gets more time. */
const FLOOR_MS = 0.6;
const FLOOR_STEPS = 400_000;
const TRIES = 5;
/** Code that was just compiled anew, or a busy neighbour, takes a few runs to be as fast as it is. */
const AGAIN_MAX = 20;
const SHOWN_CHARS = 40;

export type Stopwatch = {
  /** Runs once and returns what comes of it; runs again where that was slow, for a pause of the machine is no fault. */
  time<T>(text: string, run: () => T): T;
  /** The texts that were slow every time, and how slow. */
  slow: string[];
};

export function stopwatch(): Stopwatch {
  const slow: string[] = [];
  return {
    slow,
    time(text, run) {
      const { ms, result } = timed(run);
      if (ms > READING_MS_MAX) {
        let best = ms;
        for (let again = 0; again < AGAIN_MAX && best > READING_MS_MAX; again++) best = Math.min(best, timed(run).ms);
        if (best > limitMs())
          slow.push(`${best.toFixed(1)} ms: ${JSON.stringify(text.slice(0, SHOWN_CHARS))} … ${text.length}`);
      }
      return result;
    },
  };
}

/** Milliseconds that a reading may take here and now: never fewer than promised. */
function limitMs(): number {
  return READING_MS_MAX * Math.max(1, fastest(floor) / FLOOR_MS);
}

function fastest(run: () => unknown): number {
  return Math.min(...Array.from({ length: TRIES }, () => timed(run).ms));
}

function timed<T>(run: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = run();
  return { ms: performance.now() - start, result };
}

/** Work that is the same everywhere. */
function floor(): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < FLOOR_STEPS; i++) hash = Math.imul(hash ^ (i & 0xff), 0x01000193) >>> 0;
  return hash;
}

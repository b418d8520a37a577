import { drainCounts, faultFields, logProblem, returnCounts } from "#telemetry";
import { bump, type Archive } from "#tenants";

const FLUSH_EVERY_MS = 5_000;

type Counting = { archive(): Promise<Archive>; clock: { now(): number } };

let flushedAt = 0;

/** Flushes unless this isolate did so within the last seconds: requests, queues and alarms all come by here. */
export async function flushCountsSometimes(world: Counting): Promise<void> {
  const now = world.clock.now();
  if (flushedAt + FLUSH_EVERY_MS > now) return;
  flushedAt = now;
  await flushCounts(world);
}

/** What this isolate counted goes to where all isolates add up; on failure it is kept for the next time. */
export async function flushCounts(world: Counting): Promise<void> {
  const counts = drainCounts();
  if (counts.size === 0) return;
  try {
    await bump(await world.archive(), Object.fromEntries(counts));
  } catch (fault) {
    returnCounts(counts);
    logProblem("metrics.not_flushed", faultFields(fault));
  }
}

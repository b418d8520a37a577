// Counters of this isolate since they were last drained; the app flushes them to where all isolates add up.

const counts = new Map<string, number>();

/** Adds to a counter. `name` is Prometheus-shaped: `webhook_dropped_total{reason="unknown_line"}`. */
export function count(name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Takes what was counted since the last call; the caller now owns those counts. */
export function drainCounts(): ReadonlyMap<string, number> {
  const taken = new Map(counts);
  counts.clear();
  return taken;
}

/** Gives back counts that could not be flushed. */
export function returnCounts(taken: ReadonlyMap<string, number>): void {
  for (const [name, by] of taken) count(name, by);
}

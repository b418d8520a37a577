// Things that happen later and can all be called off.

export type Timers = {
  later(milliseconds: number, task: () => void): void;
  /** How many are still to come. */
  pending(): number;
  clear(): void;
};

export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  return {
    later: (milliseconds, task) => {
      const timer = setTimeout(() => {
        running.delete(timer);
        task();
      }, milliseconds);
      running.add(timer);
    },
    pending: () => running.size,
    clear: () => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}

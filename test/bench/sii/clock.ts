// A clock that stands still between events. What lives by it is a generator: it yields how long it rests, ms.

export type Life = Generator<number, void, void>;

/** What one part of a life answers to the part that called it. */
export type Part<T> = Generator<number, T, void>;

export type VirtualClock = {
  now(): number;
  /** Begins a life, now. */
  begin(life: Life): void;
  /** Until nothing more happens, or a moment. */
  run(until: number): void;
};

type Wake = { at: number; order: number; life: Life };

export function virtualClock(from: number): VirtualClock {
  let now = from;
  let order = 0;
  const heap: Wake[] = [];
  const rest = (life: Life): void => {
    const { done, value } = life.next();
    if (done !== true) push(heap, { at: now + Math.max(0, value), order: order++, life });
  };
  return {
    now: () => now,
    begin: rest,
    run: (until) => {
      for (let next = heap[0]; next !== undefined && next.at <= until; next = heap[0]) {
        now = next.at;
        pop(heap);
        rest(next.life);
      }
      now = until;
    },
  };
}

function isBefore(a: Wake | undefined, b: Wake | undefined): boolean {
  if (!a || !b) return a !== undefined;
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Wake[], wake: Wake): void {
  let nth = heap.push(wake) - 1;
  while (nth > 0) {
    const above = (nth - 1) >> 1;
    if (!isBefore(heap[nth], heap[above])) return;
    swap(heap, nth, above);
    nth = above;
  }
}

function pop(heap: Wake[]): void {
  swap(heap, 0, heap.length - 1);
  heap.pop();
  for (let nth = 0; ;) {
    const [left, right] = [2 * nth + 1, 2 * nth + 2];
    const first = isBefore(heap[right], heap[left]) ? right : left;
    if (!isBefore(heap[first], heap[nth])) return;
    swap(heap, nth, first);
    nth = first;
  }
}

function swap(heap: Wake[], a: number, b: number): void {
  const [left, right] = [heap[a], heap[b]];
  if (left && right) [heap[a], heap[b]] = [right, left];
}

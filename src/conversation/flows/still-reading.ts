import { MINUTE_MS } from "#kernel";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";

// Which pictures are on their way: a «sí» or a «pendientes» before they are shown is told so.

/** A reading that takes longer has come to nothing that will be told. */
const READING_MAX_MS = 5 * MINUTE_MS;

/** A picture was sent, and is read from now on. */
export function startReading({ dialogue }: Mind, { id, at }: Heard): void {
  dialogue.reading = [...underWay(dialogue.reading, at).filter((each) => each.id !== id), { id, at }];
}

/** It was read, or could not be. */
export function endReading({ dialogue }: Mind, { id }: Heard): void {
  if (dialogue.reading) dialogue.reading = dialogue.reading.filter((each) => each.id !== id);
}

/** Says that pictures are still being read. False where none is. */
export function tellReading(mind: Mind, item: Heard): boolean {
  const count = countReading(mind, item);
  if (count > 0) mind.parts.push({ part: "still_reading", count });
  return count > 0;
}

/** How many pictures are still being read. */
export function countReading({ dialogue }: Mind, { at }: Heard): number {
  return underWay(dialogue.reading, at).length;
}

type Reading = { id: string; at: number };

function underWay(reading: readonly Reading[] = [], now: number): Reading[] {
  return reading.filter(({ at }) => at + READING_MAX_MS > now);
}

import type { CivilDate } from "#kernel";
import type { DayValue } from "./rate.ts";

/** What a page said against what is known: `fresh` is to be stored, `refused` contradicts a day that has passed. */
export type Sorted = { fresh: DayValue[]; refused: (DayValue & { known: number })[] };

/** The same value again is neither: nothing changes. Today's and later days may still be corrected. */
export function sortOut(known: readonly DayValue[], said: readonly DayValue[], today: CivilDate): Sorted {
  const before = new Map(known.map(({ on, value }) => [on, value]));
  const changed = said.flatMap((day) => {
    const was = before.get(day.on);
    return was === undefined || was === day.value || day.on >= today ? [] : [{ ...day, known: was }];
  });
  const isRefused = new Set(changed.map(({ on }) => on));
  return { fresh: said.filter(({ on, value }) => before.get(on) !== value && !isRefused.has(on)), refused: changed };
}

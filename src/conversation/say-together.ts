import type { Button } from "#channels";
import type { Entry } from "#ledger";
import type { Outcome, Part } from "./effect.ts";
import { asking, BUTTONS_MAX, showEntry, type Eyes, type Saying } from "./show.ts";
import { sayOwingOf } from "./say-entry.ts";

// Several movements of one message: told in a line each where their cards are too long, and asked which of them goes.

type Telling = { outcomes: readonly Outcome[]; eyes: Eyes };

/**
 * The cards of what was booked as one list, in the place of the first; null where there are no two of them.
 * @param fits whether it may be sent so; the last lines give way, counted, until it may
 */
export function sayTogether(
  parts: readonly Part[],
  said: readonly Saying[],
  { outcomes, eyes, fits }: Telling & { fits: (said: readonly Saying[]) => boolean },
): Saying[] | null {
  const booked = parts.flatMap((part, at) => {
    const outcome = part.part === "booked" ? outcomes[part.ref] : undefined;
    return outcome?.kind === "recorded" ? [{ at, row: rowOf(part, outcome, { outcomes, eyes }) }] : [];
  });
  if (booked.length < 2) return null;
  const rows = booked.map(({ row }) => row);
  const places = booked.map(({ at }) => at);
  const showing = (count: number): Saying[] => {
    const list = eyes.words.booked_together(rows.length, rows.slice(0, count), rows.length - count);
    return said.map((each, at) => (places.includes(at) ? { ...each, text: at === places[0] ? list : "" } : each));
  };
  const count = rows.findLastIndex((_, last) => fits(showing(last + 1))) + 1;
  // What stands beside them is too long by itself: the cards stay as they are.
  return count === 0 && !fits(showing(0)) ? null : showing(count);
}

/** `• egreso de $5.000 (pan)`; another day than today, and what is still owed, are told behind it. */
function rowOf(part: Part, outcome: Extract<Outcome, { kind: "recorded" }>, { outcomes, eyes }: Telling): string {
  const { entry } = outcome;
  const shown = showEntry(entry, eyes);
  const day = entry.date === eyes.today ? "" : `, ${shown.date}`;
  const owing = part.part === "booked" ? sayOwingOf(part, outcome, { outcomes, eyes }) : null;
  return `• ${eyes.words.in_line(shown)}${day}${owing === null ? "" : `. ${owing}`}`;
}

/** «¿Cuál borro?»: numbered, and with buttons where all of them are. */
export function sayWhichEntry(entries: readonly Entry[], eyes: Eyes): Saying {
  const { words } = eyes;
  const shown = entries.map((entry) => showEntry(entry, eyes));
  const rows = shown.map((entry, i) => `${i + 1}. ${words.in_line(entry)}`);
  const all: Button = { id: `undo:${entries.map(({ id }) => id).join(",")}`, title: words.buttons.all };
  if (entries.length >= BUTTONS_MAX) {
    return asking([words.which_entry, ...rows, `${rows.length + 1}. ${all.title}`].join("\n"), []);
  }
  const each = entries.map(({ id }, i) => ({ id: `undo:${id}`, title: `${i + 1}. ${shown[i]?.amount ?? ""}` }));
  return asking([words.which_entry, ...rows].join("\n"), [...each, all]);
}

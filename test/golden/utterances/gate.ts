import { f1, rate, type Score, type Share } from "./score.ts";

/** A figure of the promise: what was reached, in its own writing, and whether that is enough. */
export type Verdict = { name: string; promised: string; reached: string; holds: boolean };

/** What the reading of messages is held to, for the tuned part and for what was held back alike. */
export function verdictsOf(score: Score): Verdict[] {
  return [
    atLeast("single amounts right", score.amounts, 0.98),
    none("silently wrong", score.silently_wrong),
    none("booked though nothing to book", score.falsely_booked),
    atLeast("asked where it must", score.asked, 0.95),
    atMost("asked needlessly", missed(score.needless), 0.03),
    atLeast("type", score.types, 0.96),
    f1AtLeast(score, 0.95),
    atLeast("date", score.dates, 0.97),
    atLeast("party", score.parties, 0.92),
    atLeast("category", score.categories, 0.9),
    atLeast("corrections", score.corrections, 0.95),
    atLeast("questions", score.questions, 0.92),
  ];
}

export function percentOf(share: Share): string {
  return `${(100 * rate(share)).toFixed(1)} %`;
}

/** `needless` counts the messages that were not asked about. */
export function missed({ right, of }: Share): Share {
  return { right: of - right, of };
}

function atLeast(name: string, share: Share, least: number): Verdict {
  // A promise about nothing is not kept.
  const holds = share.of > 0 && rate(share) >= least;
  return { name, promised: `≥ ${100 * least} %`, reached: shown(share), holds };
}

function atMost(name: string, share: Share, most: number): Verdict {
  return { name, promised: `≤ ${100 * most} %`, reached: shown(share), holds: share.of > 0 && rate(share) <= most };
}

function none(name: string, wrongs: number): Verdict {
  return { name, promised: "0", reached: String(wrongs), holds: wrongs === 0 };
}

function f1AtLeast(score: Score, least: number): Verdict {
  const reached = f1(score);
  const holds = score.several.told > 0 && reached >= least;
  return { name: "several, F1", promised: `≥ ${least}`, reached: reached.toFixed(3), holds };
}

function shown(share: Share): string {
  return `${percentOf(share)} (${share.right}/${share.of})`;
}

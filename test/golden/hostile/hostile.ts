// Files made to hurt, by the thousand, the same for the same seed.

import { archives } from "./archives.ts";
import { brokenCopies, polyglots, type Genuine } from "./broken.ts";
import { crowds } from "./crowds.ts";
import { lyingPapers } from "./lying-papers.ts";
import { papers } from "./papers.ts";
import { pictures } from "./pictures.ts";
import { randomOf, type Random } from "./random.ts";

export type Hostile = {
  name: string;
  bytes: Uint8Array;
  /**
   * bomb: it must be refused, and quickly. refused: it must be refused, by one of `codes` where they are given.
   * any: read or refused, as long as it ends.
   */
  must: "bomb" | "refused" | "any";
  codes?: readonly string[];
};

/** Makes so many hostile files. A family takes its turn after the others, so that any number of them is a fair mix. */
export function* hostileFiles(seed: number, count: number, genuine: readonly Genuine[]): Generator<Hostile> {
  const random = randomOf(seed);
  const families = [
    papers,
    lyingPapers,
    pictures,
    crowds,
    archives,
    polyglots(genuine),
    brokenCopies(genuine),
    brokenCopies(genuine),
  ];
  const open = families.map((family) => endless(family, random));
  for (let i = 0; i < count; i++) {
    const family = open[i % open.length];
    if (family) yield family.next().value;
  }
}

function* endless(family: (random: Random) => Iterable<Hostile>, random: Random): Generator<Hostile, never> {
  for (;;) yield* family(random);
}

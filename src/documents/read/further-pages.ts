// The further pages of a scanned document: of an invoice that goes on they are part, of another paper only the words.

import { pagesOfFirstPaper } from "../two-papers.ts";
import type { Look } from "./text-evidence.ts";

type Looks = readonly [Look, ...Look[]];

/** The looks at a first page, each with what the further pages of the same paper say. */
export function withFurtherPages([first, ...others]: Looks, further: readonly Look[]): [Look, ...Look[]] {
  const same = further.slice(0, pagesOfPaper(first, further));
  const whole = (look: Look): Look => (look.of === "lines" ? look : same.reduce(joined, look));
  return [whole(first), ...others.map(whole)];
}

/** The pages that belong to another paper. */
export function ofAnotherPaper([first]: Looks, further: readonly Look[]): Look[] {
  return further.slice(pagesOfPaper(first, further)).map((look) => ({ ...look, of: "beside" }));
}

function pagesOfPaper(first: Look, further: readonly Look[]): number {
  return pagesOfFirstPaper([first, ...further].map(({ lines }) => lines)) - 1;
}

/** Its boxes and what the edge cuts stay those of the first page, the only one that is looked at again. */
function joined(look: Look, next: Look): Look {
  return { ...look, lines: [...look.lines, ...next.lines], beliefs: [...look.beliefs, ...next.beliefs] };
}

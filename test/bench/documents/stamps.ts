// How well the stamps of Chilean papers are read, on pictures of known truth.

import { type Part, type StampFigure, stampFigures } from "../../golden/stamps/figures.ts";
import type { Claim } from "../report.ts";
import { printTable } from "../table.ts";

const DECODED_MIN_PERCENT = 97;
/** Of the search for a stamp in a clean picture, at the median. */
const CLEAN_MS_MAX = 150;
const CLEAN = "clean";

/** Reads the pictures of a part, prints a row for each sort of picture, and says whether what is promised holds. */
export async function stampClaims(part: Part): Promise<Claim[]> {
  const figures = await stampFigures(part);
  printTable(
    [
      `stamps, ${part}`,
      "pictures",
      "decoded",
      "fields exact",
      "verdict right",
      "falsely authentic",
      "search ms",
      "rest ms",
    ],
    figures.map((row) => [
      row.sort,
      ...[row.count, row.decoded, row.fieldsExact, row.verdictRight, row.falselyAuthentic].map(String),
      row.searchMs.toFixed(0),
      row.documentMs.toFixed(0),
    ]),
  );
  const all = figures.at(-1);
  const clean = figures.find(({ sort }) => sort === CLEAN);
  return [...(all ? claimsOf(all) : []), ...(clean ? [speedClaim(clean)] : [])];
}

function claimsOf({ count, decoded, fieldsExact, verdictRight, falselyAuthentic, wrong }: StampFigure): Claim[] {
  return [
    [
      `stamps decoded: ${decoded} of ${count}; at least ${DECODED_MIN_PERCENT} % (but ${wrong.join(", ") || "none"})`,
      decoded * 100 >= count * DECODED_MIN_PERCENT,
    ],
    [`fields of decoded stamps exact: ${fieldsExact} of ${decoded}`, fieldsExact === decoded],
    [`verdicts on decoded stamps right: ${verdictRight} of ${decoded}`, verdictRight === decoded],
    [`stamps falsely called authentic: ${falselyAuthentic}`, falselyAuthentic === 0],
  ];
}

function speedClaim({ searchMs }: StampFigure): Claim {
  return [
    `a stamp in a clean picture is found in ${searchMs.toFixed(0)} ms (p50); at most ${CLEAN_MS_MAX}`,
    searchMs <= CLEAN_MS_MAX,
  ];
}

// Fits the weights of src/match/weights.ts: logistic regression over every pair of the training cases that could
// be of one purchase at all. No chance in it: the same cases give the same weights.
import { signsOf, type Sign, type Signs } from "#src/match/signs.ts";
import { PAPER_WEIGHING } from "#src/match/weights.ts";
import { casesFrom, type Case } from "./cases.ts";

export const TRAINED_ON = { seed: 20, cases: 1_500 };
/** Never fitted. */
export const HELD_BACK = { seed: 31_337, cases: 1_000 };

const ROUNDS = 5_000;
const RATE = 2;
/** Ridge: keeps the weight of a sign that only ever shows on one side from growing without end. */
const SHRINK = 0.0003;
/** Weights are kept to a tenth: more digits would only be the seed's. */
const DIGITS = 1;

/** An agreement never speaks against: what the fit makes of two signs that mostly show together is no reason. */
const SPEAKS_FOR: ReadonlySet<string> = new Set<Sign>([
  "amount_exact",
  "amount_distinctive",
  "amount_net",
  "date_near",
  "tax_id_same",
  "name_same",
  "name_near",
  "thing_named",
  "folio_same",
  "category_same",
]);

export type Fitted<S extends Sign = Sign> = { bias: number; weights: Record<S, number> };

export type Pair = { signs: Signs; same: boolean };

export function pairsOf(cases: readonly Case[]): Pair[] {
  return cases
    .filter(({ undecidable }) => !undecidable)
    .flatMap(({ paper, entries, truth }) =>
      entries.flatMap((entry) => {
        const signs = signsOf(paper, entry, []);
        return signs ? [{ signs, same: entry.id === truth }] : [];
      }),
    );
}

/** The weights of papers. */
export function fit(): Fitted {
  return fitted(pairsOf(casesFrom(TRAINED_ON.seed, TRAINED_ON.cases)), Object.keys(PAPER_WEIGHING.weights) as Sign[]);
}

/** The weights of these signs under which the pairs are most likely. */
export function fitted<S extends Sign>(pairs: readonly Pair[], signs: readonly S[]): Fitted<S> {
  const rows = pairs.map(({ signs: shown }) => [1, ...signs.map((sign) => shown[sign] ?? 0)]);
  let weights = rows[0]?.map(() => 0) ?? [];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, k) => (k === 0 ? 0 : SHRINK * weight));
    rows.forEach((row, i) => {
      const logit = row.reduce((sum, shown, k) => sum + shown * (weights[k] ?? 0), 0);
      const wrong = 1 / (1 + Math.exp(-logit)) - (pairs[i]?.same ? 1 : 0);
      row.forEach((shown, k) => (slope[k] = (slope[k] ?? 0) + (wrong * shown) / rows.length));
    });
    weights = weights.map((weight, k) => {
      const moved = weight - RATE * (slope[k] ?? 0);
      return SPEAKS_FOR.has(signs[k - 1] ?? "") ? Math.max(0, moved) : moved;
    });
  }
  const rounded = weights.map((weight) => Number(weight.toFixed(DIGITS)));
  const [bias = 0, ...rest] = rounded;
  return { bias, weights: Object.fromEntries(signs.map((sign, i) => [sign, rest[i] ?? 0])) as Record<S, number> };
}

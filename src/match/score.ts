import type { Alias } from "./company.ts";
import { signsNumbered, signsOf, type Candidate, type Evidence, type Sign, type Signs } from "./signs.ts";
import type { Weighing } from "./weights.ts";

export type Reason = { sign: Sign; /** Log-odds: above 0 it speaks for them being the same. */ says: number };

/** `score`: 0–1, how likely both are of the same purchase; what speaks most comes first. */
export type Scored<E extends Candidate = Candidate> = { entry: E; score: number; reasons: Reason[] };

type Known = { aliases: readonly Alias[]; weighing: Weighing };

/** How likely an entry is of what the evidence is of, and why; null where they cannot be the same. Pure. */
export function scoreOf<E extends Candidate>(evidence: Evidence, entry: E, known: Known): Scored<E> | null {
  return scored(entry, signsOf(evidence, entry, known.aliases), known);
}

/** The same of an entry that names the number and the party of the evidence, though its amount be any other; else null. Pure. */
export function scoreNumbered<E extends Candidate>(evidence: Evidence, entry: E, known: Known): Scored<E> | null {
  return scored(entry, signsNumbered(evidence, entry, known.aliases), known);
}

function scored<E extends Candidate>(entry: E, signs: Signs | null, { weighing }: Known): Scored<E> | null {
  if (!signs) return null;
  const reasons = reasonsOf(signs, weighing.weights);
  const logit = reasons.reduce((sum, { says }) => sum + says, weighing.bias);
  return { entry, score: 1 / (1 + Math.exp(-logit)), reasons };
}

function reasonsOf(signs: Signs, weights: Weighing["weights"]): Reason[] {
  return (Object.entries(signs) as [Sign, number][])
    .flatMap(([sign, shown]) => {
      const weight = weights[sign];
      return weight === undefined ? [] : [{ sign, says: weight * shown }];
    })
    .toSorted((a, b) => Math.abs(b.says) - Math.abs(a.says));
}

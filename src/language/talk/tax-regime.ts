import {
  SPANISH_ABOVE as ABOVE,
  SPANISH_IS_TAXED,
  SPANISH_REGIME,
  SPANISH_REGIMES,
  SPANISH_TAXED_FILLERS,
} from "../tongues/spanish/tax-profile.ts";

export type Regime = (typeof SPANISH_REGIMES)[number]["regime"];

/** «soy pro pyme transparente», «mi régimen es 14 D 8», folded; null for all other words. */
export function regimeIn(words: readonly string[]): Regime | null {
  const from = words.findIndex((word) => !SPANISH_IS_TAXED.has(word));
  if (from < 0) return null;
  const isSaid = words.slice(0, from).some((word) => SPANISH_REGIME.has(word));
  const name = words.slice(from).filter((word) => !SPANISH_TAXED_FILLERS.has(word));
  return named(name, isSaid) ?? (isAbove(name, isSaid) ? "pro_pyme_over" : null);
}

function named(words: readonly string[], isSaid: boolean): Regime | null {
  const name = words.join("").replaceAll("-", "");
  return SPANISH_REGIMES.find(({ names, behind }) => names.has(name) || (isSaid && behind?.has(name)))?.regime ?? null;
}

function isAbove(words: readonly string[], isSaid: boolean): boolean {
  const at = words.findIndex((word) => word === "sobre" || word === "mas");
  if (at < 0) return false;
  const [name, above] = [words.slice(0, at), words.slice(at)].map((some) =>
    some.filter((word) => !ABOVE.words.has(word)),
  );
  const says = (above ?? []).join("").replaceAll(".", "");
  return ABOVE.says.has(says) && named(name ?? [], isSaid) === ABOVE.regime;
}

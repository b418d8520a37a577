import { SPANISH_PPM as PPM } from "../tongues/spanish/tax-profile.ts";

/** «mi tasa de PPM es 0,25%», folded: percent. «mi PPM es 45.000» is an amount. */
export function rateIn(words: readonly string[]): number | null {
  if (!words.includes(PPM.is)) return null;
  const [said, ...more] = words.filter((word) => !PPM.around.has(word));
  const [, rate, percent] = RATE.exec(said ?? "") ?? [];
  if (rate === undefined || more.length > 0) return null;
  if (!percent && !words.some((word) => PPM.percent.has(word) || PPM.rate.has(word))) return null;
  return Number(rate.replace(",", "."));
}

const RATE = /^(\d{1,3}(?:[.,]\d{1,4})?)(%)?$/;

// How a business is taxed, as far as somebody has said it. Null: nobody has, and no figure is made up of it.

import { isCivilDate, type Month } from "#kernel";
import type { Filer } from "../taxes/due.ts";
import type { Regime } from "../taxes/rates.ts";
import type { Remanente } from "../taxes/utm.ts";

export type TaxProfile = {
  regime: Regime | null;
  /** Percent: its own where the regime is `general`, or one that the SII has set. */
  ppm_rate: number | null;
  filer: Filer | null;
  /** Of proportionality for tax of common use, 0–1. */
  factor: number | null;
  /** Code 77 of the F29 of a month, whole pesos; later ones follow from it and the RCV. */
  remanente: Remanente | null;
};

export const NO_PROFILE: TaxProfile = { regime: null, ppm_rate: null, filer: null, factor: null, remanente: null };

/** By what a business files: since Ley 20.727 everybody issues electronic documents and files on the internet, unless told. */
export function filerOf({ filer }: Pick<TaxProfile, "filer">): Filer {
  return filer ?? "electronic";
}

/** Whole pesos that a small business may carry on; more is a slip of the finger. */
const REMANENTE_MAX = 1e12;
/** The corporate rate is 27: no advance on it is more. */
const PPM_RATE_MAX = 27;

export type ProfileField = keyof TaxProfile;

/** The first field that can't be so; null where all can. @param month that runs: nothing is left over of one to come */
export function misfitOf({ ppm_rate, factor, remanente }: Partial<TaxProfile>, month: Month): ProfileField | null {
  if (ppm_rate != null && !(ppm_rate >= 0 && ppm_rate <= PPM_RATE_MAX)) return "ppm_rate";
  if (factor != null && !(factor >= 0 && factor <= 1)) return "factor";
  return remanente != null && !isRemanente(remanente, month) ? "remanente" : null;
}

function isRemanente({ amount, month }: Remanente, now: Month): boolean {
  return (
    Number.isSafeInteger(amount) && amount >= 0 && amount <= REMANENTE_MAX && isCivilDate(`${month}-01`) && month <= now
  );
}

// The unidad tributaria mensual, and what a remanente of crédito fiscal is worth in it from month to month.

import { addMonths, type Month } from "#kernel";

/**
 * Whole pesos, from January of the first year on, as the SII publishes them (valores_y_fechas/utm). A floor under what is
 * read from there: a month that is not here must be asked for, never guessed. Each follows the one before by the IPC of two
 * months earlier, which has one decimal; a number mistyped here breaks that, and a test.
 */
const UTM: Readonly<Record<number, readonly number[]>> = {
  2023: [61_769, 61_954, 62_450, 62_388, 63_074, 63_263, 63_326, 63_199, 63_452, 63_515, 63_960, 64_216],
  2024: [64_666, 64_343, 64_793, 65_182, 65_443, 65_770, 65_967, 65_901, 66_362, 66_561, 66_628, 67_294],
  2025: [67_429, 67_294, 68_034, 68_306, 68_648, 68_785, 68_923, 68_647, 69_265, 69_265, 69_542, 69_542],
  2026: [69_751, 69_611, 69_889, 69_889, 70_588, 71_506, 71_649, 71_649, 71_721, 72_151],
};

/** @returns whole pesos; null of a month that is not in the table */
export function knownUtmOf(month: Month): number | null {
  return UTM[Number(month.slice(0, 4))]?.[Number(month.slice(5)) - 1] ?? null;
}

/** How many pesos a UTM is in a month, wherever it is known from. */
export type UtmOf = (month: Month) => number | null;

/** A remanente as code 77 of the F29 of `month` says it, in whole pesos. */
export type Remanente = { amount: number; month: Month };

/** `utm`: in ten-thousandths of a UTM, `amount` in whole pesos. */
export type Revalued = { amount: number; utm: number };

/**
 * What a remanente counts for in a later month (code 504): DL 825 art. 27 has it turned into UTM of when its own F29 was to
 * be paid, and back at the UTM of when it is used. Both are the month behind the month of the tax.
 * @returns null where one of the two UTM is not known
 */
export function revalued(remanente: Remanente, used: Month, utmOf: UtmOf): Revalued | null {
  const [then, now] = [utmOf(addMonths(remanente.month, 1)), utmOf(addMonths(used, 1))];
  if (then === null || now === null) return null;
  return {
    amount: Math.round((remanente.amount * now) / then),
    utm: Math.round((remanente.amount * UTM_SCALE) / then),
  };
}

export const UTM_SCALE = 10_000;

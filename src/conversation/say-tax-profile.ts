import { addMonths, monthOf } from "#kernel";
import { TAX_PROFILE_WORDS as WORDS } from "#locales";
import { ppmRateOf } from "#sii";
import type { Outcome } from "./effect.ts";
import { showAmount, type Eyes } from "./show.ts";

/** What is kept now of how the business is taxed, and what it changes: a line for each. */
export function sayTaxProfile({ told, kept, month }: Extract<Outcome, { kind: "tax_profile" }>, eyes: Eyes): string {
  if (kept === null) return WORDS.refused;
  const { regime, ppm_rate, remanente } = kept;
  const rate = ppm_rate ?? (regime && ppmRateOf(regime, monthOf(eyes.today)));
  const shown = rate === null ? null : String(rate).replace(".", ",");
  const lines = [
    told.regime !== undefined && regime !== null && WORDS.regime(regime, shown, ppm_rate !== null),
    told.ppm_rate !== undefined && shown !== null && WORDS.ppm_rate(shown, regime !== null),
    told.remanente !== undefined &&
      remanente !== null &&
      WORDS.remanente(month, left(remanente.amount, eyes), addMonths(month, 1)),
  ];
  return lines.filter((line) => line !== false).join("\n");
}

function left(amount: number, { membership }: Eyes): string | null {
  return amount === 0 ? null : showAmount(amount, "CLP", membership);
}

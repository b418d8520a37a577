// The provisional payment of the income tax (PPM; LIR art. 84): a share of the month's income.

import type { Month } from "#kernel";
import { ppmRateOf, type Regime } from "./rates.ts";
import type { VatItem } from "./vat.ts";

/** `base` and `amount` in whole pesos, `rate` in percent; `assumes`: what the base takes for granted. */
export type Ppm = {
  regime: Regime;
  base: number;
  rate: number;
  amount: number;
  assumes: readonly PpmAssumption[];
};

/** `billed_is_income`: 14 D pays on what came in; we know what was billed. */
export type PpmAssumption = "billed_is_income";

export type Taxpayer = {
  regime: Regime;
  /** Percent; its own rate where the regime is `general`, or one that the SII has set. */
  ppm_rate: number | null;
};

/** @returns null where the rate is not known */
export function ppmOf(items: readonly VatItem[], taxpayer: Taxpayer, month: Month): Ppm | null {
  const rate = taxpayer.ppm_rate ?? ppmRateOf(taxpayer.regime, month);
  if (rate === null) return null;
  const base = Math.max(0, incomeOf(items));
  const assumes: PpmAssumption[] = taxpayer.regime === "general" ? [] : ["billed_is_income"];
  return { regime: taxpayer.regime, base, rate, amount: Math.round((base * rate) / 100), assumes };
}

/** Net, exempt and export sales of the month without their notes of credit; fixed assets that were sold are no income of the giro. */
export function incomeOf(items: readonly VatItem[]): number {
  return items
    .filter(({ side, kind, use }) => side === "venta" && kind !== "liquidation" && use !== "fixed_asset")
    .reduce((sum, { sign, net, exempt }) => sum + sign * (net + exempt), 0);
}

// What Chilean taxes were, are and will be by law, each from its day on. A rate of tomorrow is a line here today.

import type { CivilDate, Month } from "#kernel";

type From<T> = readonly (readonly [from: string, value: T])[];

/** The value in force on a day or in a month; null before the first that is known. */
function inForce<T>(table: From<T>, at: string): T | null {
  return table.findLast(([from]) => from <= at)?.[1] ?? null;
}

/** IVA, percent of the net amount: DL 825 art. 14; 19 by ley 19.888, made lasting by ley 20.120. */
const VAT: From<number> = [["2003-10-01", 19]];

/** @returns percent, 19 since October 2003; null before */
export function vatRateOn(date: CivilDate): number | null {
  return inForce(VAT, date);
}

/** Retention of boletas de honorarios, percent of the gross: ley 21.133, transitory art. 2, by the year of the boleta. */
const FEES: From<number> = [
  ["2020-01-01", 10.75],
  ["2021-01-01", 11.5],
  ["2022-01-01", 12.25],
  ["2023-01-01", 13],
  ["2024-01-01", 13.75],
  ["2025-01-01", 14.5],
  ["2026-01-01", 15.25],
  ["2027-01-01", 16],
  ["2028-01-01", 17],
];

/** @returns percent; null before 2020 */
export function feesRetentionOn(date: CivilDate): number | null {
  return inForce(FEES, date);
}

/** What is withheld of gross fees, whole pesos. */
export function feesRetention(gross: number, date: CivilDate): number | null {
  const percent = feesRetentionOn(date);
  return percent === null ? null : Math.round((gross * percent) / 100);
}

/**
 * How a business pays its provisional tax (LIR art. 14 and 84): `pro_pyme` is 14 D N° 3 with an income of the year before
 * up to 50,000 UF or its first year, `pro_pyme_over` above; `transparent` 14 D N° 8; `general` 14 A, whose rate is its own.
 */
export type Regime = "pro_pyme" | "pro_pyme_over" | "transparent" | "general";

/**
 * PPM, percent of the month's income, by the month of the income. Ley 21.755 (Circular 53 of 2025) halves those of pro pyme
 * for incomes from August 2025 to December 2027; transparent businesses are left out of it. Those before 2023, which another
 * law halved, are not told.
 */
const PPM: Readonly<Record<Exclude<Regime, "general">, From<number>>> = {
  pro_pyme: [
    ["2023-01", 0.25],
    ["2025-08", 0.125],
    ["2028-01", 0.25],
  ],
  pro_pyme_over: [
    ["2023-01", 0.5],
    ["2025-08", 0.25],
    ["2028-01", 0.5],
  ],
  transparent: [["2023-01", 0.2]],
};

/** @returns percent; null where the regime has a rate of its own, or before 2023 */
export function ppmRateOf(regime: Regime, month: Month): number | null {
  return regime === "general" ? null : inForce(PPM[regime], month);
}

export type OtherTax = { name: string; rate: number | null; withheld: boolean };

/**
 * Additional taxes and retentions by the SII's code (Formato DTE, «Tabla de códigos de impuestos adicionales y
 * retenciones»; 60, LibroCV); `rate` in percent, null where it moves. Where a product's VAT is withheld in part its code has
 * two digits, where it is whole a 1 behind them: 30 and 301.
 */
const OTHER_TAXES: Readonly<Record<number, OtherTax>> = {
  14: { name: "IVA de margen de comercialización", rate: 19, withheld: false },
  15: { name: "IVA retenido total", rate: 19, withheld: true },
  17: { name: "IVA anticipado faenamiento carne", rate: 5, withheld: false },
  18: { name: "IVA anticipado carne", rate: 5, withheld: false },
  19: { name: "IVA anticipado harina", rate: 12, withheld: false },
  23: { name: "Artículos suntuarios", rate: 15, withheld: false },
  24: { name: "Licores, piscos y destilados", rate: 31.5, withheld: false },
  25: { name: "Vinos", rate: 20.5, withheld: false },
  26: { name: "Cervezas y bebidas alcohólicas", rate: 20.5, withheld: false },
  27: { name: "Bebidas analcohólicas", rate: 10, withheld: false },
  271: { name: "Bebidas azucaradas", rate: 18, withheld: false },
  28: { name: "Impuesto específico diésel", rate: null, withheld: false },
  35: { name: "Impuesto específico gasolina", rate: null, withheld: false },
  44: { name: "Artículos suntuarios, primera venta", rate: 15, withheld: false },
  45: { name: "Pirotecnia", rate: 50, withheld: false },
  30: { name: "IVA retenido legumbres", rate: null, withheld: true },
  31: { name: "IVA retenido silvestres", rate: null, withheld: true },
  32: { name: "IVA retenido ganado", rate: null, withheld: true },
  33: { name: "IVA retenido madera", rate: null, withheld: true },
  34: { name: "IVA retenido trigo", rate: null, withheld: true },
  36: { name: "IVA retenido arroz", rate: null, withheld: true },
  37: { name: "IVA retenido especies hidrobiológicas", rate: null, withheld: true },
  38: { name: "IVA retenido chatarra", rate: null, withheld: true },
  39: { name: "IVA retenido PPA", rate: null, withheld: true },
  41: { name: "IVA retenido construcción", rate: null, withheld: true },
  46: { name: "IVA retenido oro", rate: null, withheld: true },
  47: { name: "IVA retenido cartones", rate: null, withheld: true },
  48: { name: "IVA retenido frambuesas y pasas", rate: null, withheld: true },
  49: { name: "Factura de compra sin retención", rate: 0, withheld: true },
  50: { name: "IVA de margen de comercialización, instrumentos de prepago", rate: 19, withheld: false },
  51: { name: "Impuesto gas natural comprimido", rate: null, withheld: false },
  52: { name: "Impuesto gas licuado de petróleo", rate: null, withheld: false },
  53: { name: "Impuesto retenido suplementeros", rate: 0.5, withheld: false },
  60: { name: "Impuesto retenido factura de inicio", rate: null, withheld: true },
  301: { name: "IVA retenido legumbres, total", rate: 19, withheld: true },
  321: { name: "IVA retenido ganado, total", rate: 19, withheld: true },
  331: { name: "IVA retenido madera, total", rate: 19, withheld: true },
  341: { name: "IVA retenido trigo, total", rate: 19, withheld: true },
  361: { name: "IVA retenido arroz, total", rate: 19, withheld: true },
  371: { name: "IVA retenido especies hidrobiológicas, total", rate: 19, withheld: true },
  481: { name: "IVA retenido frambuesas y pasas, total", rate: 19, withheld: true },
};

/** Null where the code is none that we know: what depends on it is then told to be unsure. */
export function otherTaxOf(code: number): OtherTax | null {
  return OTHER_TAXES[code] ?? null;
}

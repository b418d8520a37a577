import { SPANISH_MONTHS } from "./spanish-months.ts";
import { TAX_REPORT } from "./tax-report.ts";
import type { Regimes } from "./tax-report-words.ts";

// What is said once somebody has told how their business is taxed; of Chile alone, so in one language.

export const TAX_PROFILE_WORDS = {
  /** @param rate percent; null where the regime has none of its own @param isOwn told by the business itself */
  regime: (regime: keyof Regimes, rate: string | null, isOwn: boolean) =>
    `🧾 Anoté tu régimen: *${TAX_REPORT.regimes[regime]}*. ` +
    (rate === null
      ? "Para calcular el PPM me falta tu tasa; por ejemplo: *mi tasa de PPM es 1%*."
      : `El borrador del F29 lleva ahora un PPM de ${rate}%${isOwn ? ", la tasa que me dijiste" : ""}.`),
  ppm_rate: (rate: string, isRegimeKnown: boolean) =>
    `🧾 Anoté tu tasa de PPM: *${rate}%*. ` +
    (isRegimeKnown
      ? "El borrador del F29 la usa desde ahora."
      : "La uso en el borrador del F29 cuando sepa tu régimen; por ejemplo: *soy pro pyme*."),
  /** @param amount null where nothing was left @param next the month in which it counts first */
  remanente: (month: string, amount: string | null, next: string) =>
    (amount === null
      ? `🧾 Anoté que de ${monthName(month)} no te quedó remanente: el IVA de ${monthName(next)} parte sin él. `
      : `🧾 Anoté tu remanente de ${monthName(month)} (código 77 del F29): *${amount}*. Baja el IVA desde ${monthName(next)}, reajustado en UTM. `) +
    "Si es de otro mes, dime cuál: *mi remanente de enero es 45 mil*.",
  tax_unclear:
    "Si hablas del remanente de IVA de tu F29, dime cuánto es; por ejemplo: *mi remanente es 45 mil*. No anoté nada.",
  tax_stays:
    "Lo que me dijiste de tus impuestos se cambia diciéndomelo de nuevo; por ejemplo: *mi remanente es 45 mil* o *mi tasa de PPM es 1%*.",
  refused:
    "Eso no puede ser: la tasa de PPM va de 0% a 27%, y el remanente es de un mes que ya empezó. No cambié nada.",
} as const;

/** `octubre 2026` */
function monthName(month: string): string {
  return `${SPANISH_MONTHS[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

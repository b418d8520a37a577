// A month's taxes in one message; of Chile alone, so in one language.

import { SPANISH_MONTHS } from "./spanish-months.ts";

/** `octubre 2026` */
function monthName(month: string): string {
  return `${SPANISH_MONTHS[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

/** Amounts as they are shown; null where nobody has told what is needed. */
export type TaxesShown = {
  month: string;
  debit: string;
  credit: string;
  previous: string | null;
  is_previous_assumed: boolean;
  /** To be paid, or left over. */
  vat: { amount: string; is_left: boolean };
  pending: { count: number; credit: string } | null;
  trend: { amount: string; is_left: boolean; months: number } | null;
  /** As of when the tax service was asked. */
  asked_at: string | null;
  is_running: boolean;
  is_reliable: boolean;
};

/** The rest of the form. `lacks`: what it was made without, in words. */
export type F29Shown = { ppm: string | null; payable: string; lacks: readonly string[] };

export type DueShown = { on: string; days_left: number };

export const TAX_WORDS = {
  vat: (told: TaxesShown, due: DueShown) => [...figures(told), dueLine(told.month, due), ...doubts(told)].join("\n"),
  f29: (told: TaxesShown, { ppm, payable, lacks }: F29Shown, due: DueShown) =>
    [
      ...figures(told),
      `PPM: ${ppm ?? "no sé tu régimen o tu tasa; dímelo así: *soy pro pyme*, *mi tasa de PPM es 1%*"}`,
      `*Total F29 (borrador): ${payable}*${lacks.length === 0 ? "" : `, sin ${lacks.join(", ")}, que no conozco`}`,
      dueLine(told.month, due),
      ...doubts(told),
    ].join("\n"),
  due: (month: string, due: DueShown, vat: { amount: string; is_left: boolean } | null) =>
    dueLine(month, due) + (vat === null ? "" : `\n${vatLine(vat)}`),
  /** @param payable as far as it is known; null where nothing is */
  falls_due: (month: string, due: DueShown, payable: string | null) =>
    dueLine(month, due) +
    (payable === null ? "" : `\nPor lo que sé hasta ahora son *${payable}*; con *f29* te muestro el borrador.`),
  /** Purchases whose eight days run. @param more that are not among them */
  answers_due: (rows: readonly { day: string; what: string; total: string }[], more: number) =>
    ["⏳ *Plazo para aceptar o reclamar en el SII* (después se dan por aceptadas)"]
      .concat(rows.map(({ day, what, total }) => `• ${day} · ${what}: ${total}`))
      .concat(more > 0 ? [`… y ${more} más: *facturas por aceptar*`] : [])
      .join("\n"),
  report: (month: string, url: string, minutes: number) =>
    `📄 Informe tributario de ${monthName(month)}, en PDF. Sirve una vez y por ${minutes} minutos:\n${url}`,
  /** `is_read`: a sync reads that month by itself. */
  no_report: (month: string, { connected, is_read }: { connected: boolean; is_read: boolean }) =>
    connected
      ? `Todavía no tengo nada del SII de ${monthName(month)}. ` +
        (is_read
          ? "Con *sincronizar sii* lo leo."
          : "Por mi cuenta leo los últimos tres meses; de otro mándame aquí su CSV: en sii.cl, Registro de Compras y Ventas → Descargar Detalles.")
      : "Para el informe necesito tu Registro de Compras y Ventas: con *conectar sii* te doy las opciones.",
  of_documents:
    "Aquí solo cuenta lo que tiene boleta o factura con su IVA. Con *conectar sii* te digo lo que el SII ya sabe.",
  /** Codes of the form, as people call them. */
  lacking: {
    504: "remanente anterior",
    48: "impuesto único de sueldos",
    151: "retención de honorarios",
    153: "retención a directores",
    62: "PPM",
  } as Readonly<Record<number, string>>,
} as const;

function figures(told: TaxesShown): string[] {
  const { month, debit, credit, previous, is_previous_assumed, vat, pending, trend, asked_at, is_running } = told;
  const assumed = is_previous_assumed ? " (con la última UTM publicada)" : "";
  return [
    `🧾 *IVA de ${monthName(month)}*${is_running ? ", hasta ahora" : ""}${asked_at === null ? "" : ` (SII al ${asked_at})`}`,
    `Débito (ventas): ${debit}`,
    `Crédito (compras): ${credit}`,
    `Remanente anterior: ${previous === null ? "no lo conozco, así que no lo cuento; dímelo así: *mi remanente es 45 mil*" : previous + assumed}`,
    `*${vatLine(vat)}*`,
    ...(pending === null
      ? []
      : [
          `⏳ ${pending.count === 1 ? "Falta 1 factura" : `Faltan ${pending.count} facturas`} por aceptar: ${pending.credit} de crédito que aún no cuenta`,
        ]),
    ...(trend === null
      ? []
      : [
          `📈 A este ritmo el mes cierra en ${trend.amount}${trend.is_left ? " a favor" : ""} (promedio de ${trend.months} meses, aceptando lo pendiente)`,
        ]),
  ];
}

function vatLine({ amount, is_left }: { amount: string; is_left: boolean }): string {
  return is_left ? `A favor para el mes siguiente: ${amount}` : `IVA a pagar: ${amount}`;
}

function dueLine(month: string, { on, days_left }: DueShown): string {
  const when =
    days_left < 0
      ? `venció hace ${days(-days_left)}`
      : days_left === 0
        ? "vence hoy"
        : `${days_left === 1 ? "queda" : "quedan"} ${days(days_left)}`;
  return `📅 El F29 de ${monthName(month)} se paga hasta el ${on} (${when})`;
}

function days(count: number): string {
  return count === 1 ? "1 día" : `${count} días`;
}

function doubts({ is_reliable }: TaxesShown): string[] {
  return is_reliable
    ? []
    : ["⚠️ Hay documentos o impuestos que no están contados; el detalle está en *informe de impuestos*."];
}

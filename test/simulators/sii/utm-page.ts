// The SII's table of the UTM of a year: twelve rows, of which those to come have no values. Pure.
const MONTHS = "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre".split(" ");

/** `today`: a civil date. The UTM of a month is known from its first day on; the IPC when the month is over. */
export function utmPage({ year, today }: { year: number; today: string }): string {
  const [nowYear = 0, nowMonth = 0] = today.split("-").map(Number);
  const gone = (nowYear - year) * 12 + nowMonth;
  const rows = MONTHS.map((name, index) =>
    monthRow({ name, nth: (year - FIRST_YEAR) * 12 + index, gone: gone - index }),
  );
  return [
    "<!DOCTYPE html>",
    `<html lang="es"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>UTM ${year}</title></head><body>`,
    `<div id="my-wrapper"><h1>UTM - UTA - IPC ${year}</h1><div class='table-responsive'>`,
    "<table class='table table-hover table-bordered' id='table_export'><thead>",
    "<tr><th rowspan='2'>Mes</th><th rowspan='2'>UTM</th><th rowspan='2'>UTA</th><th colspan='4'>Valor IPC</th></tr>",
    "<tr><th>N&deg; de Puntos</th><th>Variaci&oacute;n Mensual</th><th>Acumulado</th><th>&Uacute;ltimos 12 Meses</th></tr>",
    "</thead><tbody>",
    ...rows,
    "</tbody></table></div></div></body></html>",
    "",
  ].join("\n");
}

const FIRST_YEAR = 2013;
const NOT_YET = "-.-";

/** `gone`: 1 in the month itself, 2 in the next one. */
function monthRow({ name, nth, gone }: { name: string; nth: number; gone: number }): string {
  const isKnown = gone >= 1;
  const isOver = gone >= 2;
  const cells = [
    ...(isKnown ? [thousands(utmOn(nth)), thousands(12 * utmOn(nth))] : [NOT_YET, NOT_YET]),
    ...(isOver ? [tenths(10_000 + 9 * nth, 2), "0,3", tenths(3 * ((nth % 12) + 1), 1), "3,6"] : Array(4).fill(NOT_YET)),
  ];
  return `<tr><th><strong>${name}</strong></th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

/** Whole pesos: from 40.000 in January 2013, 190 more each month, and so 71.540 in November 2026. */
function utmOn(nth: number): number {
  return 40_000 + 190 * nth;
}

/** `71.540` */
function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** `109,26` of 10926 with two decimals. */
function tenths(value: number, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

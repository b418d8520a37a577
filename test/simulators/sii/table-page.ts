// A year of the SII's public tables as HTML, in the shape that programs which read the real ones describe: months
// newest first, three columns of days, empty cells, the table of the whole year, and other tables at the foot. Pure.
import { dayOf, dollarOn, lastUfDay, ufOn } from "./values.ts";

export type Table = "uf" | "dolar";

/** `revised`: the days before today have other values than always. */
export type TablePage = { table: Table; year: number; today: string; revised?: boolean };

export function tablePage(page: TablePage): string {
  const { title, heading } = LOOKS[page.table];
  const published = months(page);
  const tables = published.toReversed().map(({ month, values }) => monthTable(heading, month, values));
  return [
    "<!DOCTYPE html>",
    `<html lang="es"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title} ${page.year}</title>`,
    "<script>document.write('<table><tr><th>1</th><td>1,00</td></tr></table>');</script></head><body>",
    `<div id="my-wrapper"><h1>${title} ${page.year}</h1>`,
    ...tables,
    yearTable(published),
    "<!-- <table><tr><th>2</th><td>99.999,99</td></tr></table> -->",
    "<div class='pie'><p>Los valores de esta p&aacute;gina son referenciales.</p><table class='table'><tbody>",
    "<tr><th>1</th><td>99.999,99</td><th>11</th><td>99.999,99</td><th>21</th><td>99.999,99</td></tr>",
    "</tbody></table></div></div></body></html>",
    "",
  ].join("\n");
}

const LOOKS = {
  uf: { title: "Unidad de Fomento", heading: "h2" },
  dolar: { title: "D&oacute;lar Observado", heading: "h3" },
} as const;

const MONTHS = "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre".split(" ");

/** `values[0]` is the first of the month; an empty text is a day without value. */
type Month = { month: number; values: string[] };

/** Those with a value: the year that runs has no later ones. */
function months(page: TablePage): Month[] {
  return MONTHS.map((_, index) => ({ month: index + 1, values: valuesOf(page, index + 1) })).filter(({ values }) =>
    values.some((value) => value !== ""),
  );
}

function valuesOf(page: TablePage, month: number): string[] {
  const days = new Date(Date.UTC(page.year, month, 0)).getUTCDate();
  const first = Date.UTC(page.year, month - 1, 1) / 86_400_000;
  return Array.from({ length: days }, (_, nth) => written(page, first + nth));
}

function written({ table, today, revised = false }: TablePage, day: number): string {
  const now = dayOf(today);
  if (day > (table === "uf" ? lastUfDay(now) : now)) return "";
  const value = table === "uf" ? ufOn(day) : dollarOn(day);
  if (value === null) return "";
  return WRITE[table](revised && day < now ? value + 1 : value);
}

const WRITE = {
  /** `40.875,09` */
  uf: (hundredths: number): string =>
    `${String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, ".")},${String(hundredths % 100).padStart(2, "0")}`,
  /** `928.16`, `950.5`, `1000` */
  dolar: (hundredths: number): string => String(hundredths / 100),
};

function monthTable(heading: string, month: number, values: readonly string[]): string {
  const name = MONTHS[month - 1] ?? "";
  const rows = Array.from({ length: 11 }, (_, nth) => monthRow(values, nth));
  return [
    `<div class='meses' id='mes_${name.toLowerCase()}'><div class='table-responsive'>`,
    "<table class='table table-hover table-bordered'>",
    `<tbody><tr><th colspan='6'><${heading}>${name}</${heading}></th></tr>`,
    ...rows,
    "</tbody></table></div></div>",
  ].join("\n");
}

/** 1, 11, 21; …; 10, 20, 30; and 31 in a row of its own. */
function monthRow(values: readonly string[], nth: number): string {
  const days = nth < 10 ? [nth + 1, nth + 11, nth + 21] : [null, null, 31];
  const pairs = days.map((day) => {
    const isDay = day !== null && day <= values.length;
    const name = isDay ? `<strong>${day}</strong>` : "&nbsp;";
    return `<th width='40'>${name}</th><td width='200'>${isDay ? values[day - 1] : "&nbsp;"}</td>`;
  });
  return `<tr>${pairs.join("\n")}</tr>`;
}

/** Days down, months across, means below. */
function yearTable(published: readonly Month[]): string {
  const across = (cell: (month: Month | undefined) => string): string =>
    MONTHS.map((_, index) => `<td>${cell(published.find(({ month }) => month === index + 1))}</td>`).join("");
  const rows = Array.from(
    { length: 31 },
    (_, nth) => `<tr><th><strong>${nth + 1}</strong></th>${across((month) => month?.values[nth] ?? "")}</tr>`,
  );
  return [
    "<div class='meses' id='mes_all'><table id='table_export' class='table table-hover table-bordered'>",
    `<thead><tr><th>D&iacute;a</th>${MONTHS.map((name) => `<th>${name.slice(0, 3)}</th>`).join("")}</tr></thead><tbody>`,
    ...rows,
    `<tr><th>Promedio</th>${across((month) => month?.values.find((value) => value !== "") ?? "")}</tr>`,
    "</tbody></table></div>",
  ].join("\n");
}

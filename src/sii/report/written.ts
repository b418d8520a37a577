// Numbers and days as Chile writes them.

import { writeAmount, type CivilDate } from "#kernel";
import { localTimeOf } from "../taxes/santiago.ts";
import { UTM_SCALE } from "../taxes/utm.ts";
import type { Cell } from "./cell.ts";

const CHILE = { group: ".", decimal: "," } as const;

export function writtenCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if ("pesos" in cell) return writtenPesos(cell.pesos);
  if ("count" in cell) return grouped(cell.count);
  if ("percent" in cell) return `${writtenPercent(cell.percent)} %`;
  return "utm" in cell ? writtenUtm(cell.utm) : writtenDay(cell.day);
}

/** `$1.234`, `-$1.234` */
export function writtenPesos(amount: number): string {
  const written = `$${grouped(Math.abs(amount))}`;
  return amount < 0 ? `-${written}` : written;
}

function grouped(whole: number): string {
  return writeAmount({ amount_minor: whole, currency: "CLP" }, CHILE);
}

/** `0,125` */
export function writtenPercent(percent: number): string {
  return String(percent).replace(".", CHILE.decimal);
}

/** `14,3367`. @param utm in ten-thousandths */
export function writtenUtm(utm: number): string {
  return `${grouped(Math.trunc(utm / UTM_SCALE))},${String(Math.abs(utm) % UTM_SCALE).padStart(4, "0")}`;
}

/** `24-06-2026` */
export function writtenDay(day: CivilDate): string {
  return day.split("-").toReversed().join("-");
}

/** `24-06-2026 09:55`, of a local time `YYYY-MM-DDTHH:MM:SS`. */
export function writtenTime(local: string): string {
  const [day = "", time = ""] = local.split("T");
  return `${writtenDay(day)} ${time.slice(0, "HH:MM".length)}`;
}

/** The same of an instant, epoch ms. */
export function writtenInstant(instant: number): string {
  return writtenTime(localTimeOf(instant));
}

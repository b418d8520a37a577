// Moments as the SII writes them: in Chile's time, in one of six ways.

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const CLOCK = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Santiago",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

type Part = "year" | "month" | "day" | "hour" | "minute" | "second";

function partsOf(at: number): Record<Part, string> {
  const parts = CLOCK.formatToParts(at).map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts) as Record<Part, string>;
}

/** `2026-11-22` */
export function civilDay(at: number): string {
  const { year, month, day } = partsOf(at);
  return `${year}-${month}-${day}`;
}

/** `202611` */
export function periodOf(at: number): string {
  return civilDay(at).slice(0, 7).replace("-", "");
}

/** `22/11/2026` of `2026-11-22`. */
export function slashed(day: string): string {
  return day.split("-").toReversed().join("/");
}

/** `22/11/2026 09:55:53` */
export function slashedMoment(at: number): string {
  const { hour, minute, second } = partsOf(at);
  return `${slashed(civilDay(at))} ${hour}:${minute}:${second}`;
}

/** `22-11-2026 09:55:53` */
export function dashedMoment(at: number): string {
  return slashedMoment(at).replaceAll("/", "-");
}

/** `20261122095553` */
export function stampOf(at: number): string {
  const { hour, minute, second } = partsOf(at);
  return `${civilDay(at).replaceAll("-", "")}${hour}${minute}${second}`;
}

/** About noon of a day, whichever of Chile's two hours is in force: 12:00 in summer, 11:00 in winter. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T15:00:00Z`);
}

/** The period so many months before, which may be less than none. */
export function monthsBefore(period: string, count: number): string {
  const months = Number(period.slice(0, 4)) * 12 + Number(period.slice(4)) - 1 - count;
  return `${Math.floor(months / 12)}${String((months % 12) + 1).padStart(2, "0")}`;
}

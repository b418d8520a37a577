// How times, numbers, sizes and names read in Spanish.

const clock = new Intl.DateTimeFormat("es-CL", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const exact = new Intl.DateTimeFormat("es-CL", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const day = new Intl.DateTimeFormat("es-CL", { weekday: "long", day: "numeric", month: "long" });
const DAY_MS = 86_400_000;

export function clockTime(at) {
  return clock.format(at);
}

/** With seconds, for the log. */
export function logTime(at) {
  return exact.format(at);
}

/** «Hoy», «Ayer», or the date. */
export function dayName(at, now) {
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  if (days === 0) return "Hoy";
  if (days === 1) return "Ayer";
  return day.format(at);
}

export function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Groups as each country writes its mobiles; others in threes. */
export function phoneNumber(digits) {
  for (const [pattern, form] of FORMS) if (pattern.test(digits)) return digits.replace(pattern, form);
  return `+${digits}`;
}

const FORMS = [
  [/^56(9)(\d{4})(\d{4})$/, "+56 $1 $2 $3"],
  [/^51(\d{3})(\d{3})(\d{3})$/, "+51 $1 $2 $3"],
  [/^549(\d{2})(\d{4})(\d{4})$/, "+54 9 $1 $2-$3"],
  [/^521(\d{2})(\d{4})(\d{4})$/, "+52 1 $1 $2 $3"],
  [/^1(\d{3})(\d{3})(\d{4})$/, "+1 ($1) $2-$3"],
];

export function fileSize(bytes) {
  if (bytes === null || bytes === undefined) return "";
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toLocaleString("es-CL", { maximumFractionDigits: 1 })} MB`;
}

export function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return (words[0]?.[0] ?? "#") + (words[1]?.[0] ?? "");
}

const COLOURS = ["#00897b", "#c2185b", "#5e35b1", "#ef6c00", "#3949ab", "#6d4c41", "#00838f", "#7cb342"];

export function colourOf(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return COLOURS[sum % COLOURS.length];
}

/** mm:ss */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

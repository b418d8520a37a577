import { fold } from "#kernel";
import { moneySpans } from "../money/spans.ts";
import type { ClassifyRequest } from "../reading.ts";
import { SPANISH_DATES } from "../tongues/spanish/dates.ts";
import {
  SPANISH_ABOVE as ABOVE,
  SPANISH_IS_TAXED,
  SPANISH_PPM as PPM,
  SPANISH_REGIME,
  SPANISH_REGIMES,
  SPANISH_REMANENTE as REMANENTE,
  SPANISH_TAXED_FILLERS,
} from "../tongues/spanish/tax-profile.ts";
import { messageOf } from "../words/message.ts";
import { saysOnlyValue } from "./only-value.ts";

/** What somebody tells of how their business is taxed. `ppm_rate`: percent; `remanente`: whole pesos, left over of a month. */
export type TaxTold = {
  regime?: (typeof SPANISH_REGIMES)[number]["regime"];
  ppm_rate?: number;
  remanente?: number;
};

type Said = Pick<ClassifyRequest, "text" | "country" | "today">;

/** «soy pro pyme», «mi tasa de PPM es 0,25%», «mi remanente es 45 mil»: told of Chile's taxes alone; no money moves by it. */
export function taxTold(said: Said): TaxTold | null {
  const { text, country } = said;
  if (country !== "CL" || text.length > CHARS_MAX || /[?¿]/.test(text)) return null;
  const parts = ` ${text} `.split(/\n|; |, |\. /).filter((part) => part.trim() !== "");
  const told = parts.map((part) => partTold({ ...said, text: part }) ?? bothTold({ ...said, text: part }));
  return told.length === 0 ? null : merged(told);
}

const CHARS_MAX = 160;

/** «soy pro pyme y mi PPM es 0,2%» */
function bothTold(said: Said): TaxTold | null {
  const parts = said.text.split(/ [yY] /);
  return parts.length < 2 ? null : merged(parts.map((text) => partTold({ ...said, text })));
}

/** Null where one of them tells something else. */
function merged(told: readonly (TaxTold | null)[]): TaxTold | null {
  return told.every((each) => each !== null) ? Object.assign({}, ...told) : null;
}

function partTold(said: Said): TaxTold | null {
  const words = fold(said.text)
    .replace(/[;:!¡«»()"“”'°º]/g, " ")
    .split(/\s/)
    .filter((word) => word !== "" && word !== "." && word !== ",");
  const regime = regimeIn(words);
  if (regime) return { regime };
  const ppm_rate = rateIn(words);
  if (ppm_rate !== null) return { ppm_rate };
  const remanente = leftIn(words, said);
  return remanente === null ? null : { remanente };
}

function regimeIn(words: readonly string[]): TaxTold["regime"] | null {
  const from = words.findIndex((word) => !SPANISH_IS_TAXED.has(word));
  if (from < 0) return null;
  const isSaid = words.slice(0, from).some((word) => SPANISH_REGIME.has(word));
  const name = words.slice(from).filter((word) => !SPANISH_TAXED_FILLERS.has(word));
  return named(name, isSaid) ?? (isAbove(name, isSaid) ? "pro_pyme_over" : null);
}

function named(words: readonly string[], isSaid: boolean): TaxTold["regime"] | null {
  const name = words.join("").replaceAll("-", "");
  return SPANISH_REGIMES.find(({ names, behind }) => names.has(name) || (isSaid && behind?.has(name)))?.regime ?? null;
}

function isAbove(words: readonly string[], isSaid: boolean): boolean {
  const at = words.findIndex((word) => word === "sobre" || word === "mas");
  if (at < 0) return false;
  const [name, above] = [words.slice(0, at), words.slice(at)].map((some) =>
    some.filter((word) => !ABOVE.words.has(word)),
  );
  const says = (above ?? []).join("").replaceAll(".", "");
  return ABOVE.says.has(says) && named(name ?? [], isSaid) === ABOVE.regime;
}

/** «mi PPM es 45.000» is an amount. */
function rateIn(words: readonly string[]): number | null {
  if (!words.includes(PPM.is)) return null;
  const [said, ...more] = words.filter((word) => !PPM.around.has(word));
  const [, rate, percent] = RATE.exec(said ?? "") ?? [];
  if (rate === undefined || more.length > 0) return null;
  if (!percent && !words.some((word) => PPM.percent.has(word) || PPM.rate.has(word))) return null;
  return Number(rate.replace(",", "."));
}

const RATE = /^(\d{1,3}(?:[.,]\d{1,4})?)(%)?$/;

function leftIn(words: readonly string[], { country, today }: Said): number | null {
  const at = words.indexOf(REMANENTE.is);
  if (at < 0 || !words.slice(0, at).every((word) => REMANENTE.before.has(word))) return null;
  const head = words.slice(0, at);
  const to = amountFrom(words, at + 1);
  const [rest, between] = [words.slice(to), words.slice(at + 1, to)];
  if (head.some((word) => REMANENTE.none.has(word))) return rest.length === 0 ? 0 : null;
  const isOurs = head.some((word) => REMANENTE.own.has(word));
  if (!isOurs && !between.some((word) => REMANENTE.tax.has(word) || isMonth(word))) return null;
  if (REMANENTE.nothing.has(rest[0] ?? "")) return rest.length === 1 ? 0 : null;
  return amountIn(rest.join(" "), { country, today });
}

/** Behind whose it is and of which month: «de octubre de 2026 es». */
function amountFrom(words: readonly string[], from: number): number {
  let to = from;
  let isDated = false;
  for (; to < words.length; to++) {
    const word = words[to] ?? "";
    const isForm = word === "29" && REMANENTE.form.has(words[to - 1] ?? "");
    const isYear = isDated && /^20\d\d$/.test(word);
    if (!REMANENTE.between.has(word) && !REMANENTE.form.has(word) && !isMonth(word) && !isForm && !isYear) break;
    isDated = isMonth(word) || (isDated && /^del?$/.test(word));
  }
  return to;
}

function isMonth(word: string): boolean {
  return word.length > "ene".length && SPANISH_DATES.months[word] !== undefined;
}

function amountIn(text: string, { country, today }: Omit<Said, "text">): number | null {
  if (!saysOnlyValue({ text, country, today }, "")) return null;
  const [span, more] = moneySpans(messageOf(text, country, { today }));
  if (!span || more || span.currency !== "CLP" || span.amount_minor === null) return null;
  return span.marked || span.grouped || span.coefficient >= BARE_MIN ? span.amount_minor : null;
}

/** Below it nobody says whether it is thousands. */
const BARE_MIN = 100;

import { fold } from "#kernel";
import type { ClassifyRequest, Reading } from "../reading.ts";
import { SPANISH_REMANENTE } from "../tongues/spanish/tax-profile.ts";
import { rateIn } from "./ppm-rate.ts";
import { remanenteIn, speaksOfRemanente } from "./remanente.ts";
import { regimeIn, type Regime } from "./tax-regime.ts";

/** What somebody tells of how their business is taxed. `ppm_rate`: percent; `remanente`: whole pesos, left over of a month. */
export type TaxTold = { regime?: Regime; ppm_rate?: number; remanente?: number };

/** `words`: those that tell it; `rest`: what is said beside it, empty where nothing is. */
export type TaxesTold = { told: TaxTold; words: string; rest: string };

type Said = Pick<ClassifyRequest, "text" | "country" | "today">;

/** «soy pro pyme», «mi tasa de PPM es 0,25%», «mi remanente es 45 mil»: told of Chile's taxes alone; no money moves by it. */
export function taxTold(said: Said): TaxTold | null {
  const taxes = taxesTold(said);
  return taxes?.rest === "" ? taxes.told : null;
}

/** The same where something else may be said beside it: «mi remanente es 45 mil y vendí 20 lucas». */
export function taxesTold(said: Said): TaxesTold | null {
  const { text } = said;
  if (!isStatement(said)) return null;
  const whole = partTold(said);
  if (whole) return { told: whole, words: text, rest: "" };
  const parts = ` ${text} `.split(/\n|; |, |\. /).filter((part) => !isCourtesy(part));
  const each = parts.map((part): Part[] => {
    const [only] = partsOf(said, [part]);
    return only?.told ? [only] : bothTold({ ...said, text: part });
  });
  const told = each.flat().filter((part) => part.told !== null);
  if (told.length === 0) return null;
  const rest = each.map((some) => textOf(some.filter((part) => part.told === null))).filter((some) => some !== "");
  return { told: Object.assign({}, ...told.map((part) => part.told)), words: textOf(told), rest: rest.join(", ") };
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join(" y ");
}

/** A deal of its own is told beside it, by its verb: «y 500» may be anything. */
export function isBesideTaxes({ movements }: Pick<Reading, "movements">): boolean {
  return movements.length > 0 && movements.every(({ evidence }) => evidence.some(({ field }) => field === "type"));
}

/** A remanente is spoken of, and nobody knows which to keep: «mi remanente no es 45 mil», «me quedó un remanente de 80 lucas». */
export function isTaxUnclear(said: Said): boolean {
  return isStatement(said) && speaksOfRemanente(wordsOf(said.text), said);
}

const CHARS_MAX = 160;

function isStatement({ text, country }: Said): boolean {
  return country === "CL" && text.length <= CHARS_MAX && !/[?¿]/.test(text);
}

type Part = { text: string; told: TaxTold | null };

/** «soy pro pyme y mi PPM es 0,2%» */
function bothTold(said: Said): Part[] {
  return partsOf(said, said.text.split(/ [yY] /));
}

function partsOf(said: Said, texts: readonly string[]): Part[] {
  return texts.map((text) => ({ text: text.trim(), told: partTold({ ...said, text }) }));
}

function partTold(said: Said): TaxTold | null {
  const words = wordsOf(said.text);
  const plain = words.filter((word) => word !== ",");
  const regime = regimeIn(plain);
  if (regime) return { regime };
  const ppm_rate = rateIn(plain);
  if (ppm_rate !== null) return { ppm_rate };
  const remanente = remanenteIn(words, said);
  return remanente === null ? null : { remanente };
}

/** Folded, without marks; a comma that ends a word stands by itself. */
function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/[;:!¡«»()"“”'°º*_]/g, " ")
    .replace(/,(?:\s|$)/g, " , ")
    .split(/\s/)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word !== "");
}

function isCourtesy(text: string): boolean {
  return wordsOf(text).every((word) => SPANISH_REMANENTE.courtesy.has(word));
}

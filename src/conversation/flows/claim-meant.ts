import { addDays, fold, type CivilDate } from "#kernel";
import type { ClassifyRequest } from "#language";
import { SPANISH_MONTHS } from "#locales";
import { linesCalled, type ClaimLine } from "#sii";
import { meantBy } from "./amount-meant.ts";
import { MONTHS_SAID } from "./month-said.ts";
import { placeNamed } from "./place.ts";

// Which of several documents the words name: by its place in the list, or by what only one of them has.

/** Each that may be meant; one alone is the one meant. What the words leave open, as «la 2» of folio 2, names both. */
export function claimsMeant(lines: readonly ClaimLine[], request: ClassifyRequest): ClaimLine[] {
  const said = tidied(request.text);
  if (NEGATED.test(said)) return [];
  const place = placeNamed(said);
  if (place?.by === "ordinal") return at(lines, place.place);
  const [, noun = "", rest = ""] = NAMED.exec(said) ?? [];
  const [, bare] = /^0*(\d{1,10})$/.exec(rest) ?? [];
  if (bare !== undefined) return numbered(lines, { noun, digits: bare });
  const day = DAY_NAMED.exec(rest)?.[1];
  return day === undefined
    ? described(lines, { rest, request })
    : lines.filter(({ date }) => isDay(date, day, request.today));
}

const NEGATED = /\b(?:no|ni|nunca|tampoco|menos|salvo|excepto)\b/;

/** What it is called before what it is; `opcion` and `factura` tell a place from a folio. */
const NAMED =
  /^(?:(?:es|seria|quiero|digo|la|el|lo|esa|ese|esta|este) )*((?:(?:(?:opcion|alternativa|numero|nro|factura|documento|folio)\b|n[°º]|#)\.? ?)*)(?:esa |la )?(.*)$/;

/** A day that nothing else can be: with its month, or as a day. */
const DAY_NAMED = new RegExp(
  `^(?:del? )?((?:hoy|ayer|anteayer)|(?:dia )?\\d{1,2}(?: de (?:${MONTHS_SAID})|[-/]\\d{1,2})(?:(?: del? |[-/])(?:20)?\\d\\d)?|dia \\d{1,2})$`,
);

function tidied(text: string): string {
  return fold(text)
    .replace(/[¡!¿?()«»"“”']+/g, " ")
    .replace(/[,;:]+(?!\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "")
    .replace(/^(?:(?:si|sip|ya|ok|okey|dale|bueno|claro) )+/, "")
    .replace(/(?: (?:po|pues|porfa|por favor|gracias|nomas))+$/, "");
}

function at(lines: readonly ClaimLine[], place: number): ClaimLine[] {
  return lines.slice(place < 0 ? place : place - 1).slice(0, 1);
}

function numbered(lines: readonly ClaimLine[], { noun, digits }: { noun: string; digits: string }): ClaimLine[] {
  if (/opcion|alternativa/.test(noun)) return at(lines, Number(digits));
  const folios = ofFolio(lines, digits);
  if (/factura|documento|folio/.test(noun)) return folios;
  const place = Number(digits) > 0 ? at(lines, Number(digits)) : [];
  return once([...place, ...folios, ...lines.filter(({ total }) => total === Number(digits))]);
}

/** «99 de Molinos», «de 99 mil», «Molinos». */
function described(
  lines: readonly ClaimLine[],
  { rest, request }: { rest: string; request: ClassifyRequest },
): ClaimLine[] {
  const [, folio, sender] = /^(\d{1,10}) del? (.+)$/.exec(rest) ?? [];
  if (folio !== undefined && sender !== undefined) return linesCalled(ofFolio(lines, folio), sender);
  const [, figure] = /^(?:del?|por) (?:\$ ?)?(\d.*)$/.exec(rest) ?? [];
  if (figure !== undefined) return figured(lines, { figure, request });
  const priced = /\d/.test(rest) ? ofAmount(lines, { figure: rest, request }) : [];
  return priced.length > 0 ? priced : linesCalled(lines, rest);
}

type Figured = { figure: string; request: ClassifyRequest };

/** «la del 12», «la de 99»: a day, a folio or an amount. */
function figured(lines: readonly ClaimLine[], { figure, request }: Figured): ClaimLine[] {
  const isBare = /^\d{1,10}$/.test(figure);
  const days = isBare ? lines.filter(({ date }) => Number(date.slice(-2)) === Number(figure)) : [];
  const folios = isBare ? ofFolio(lines, figure) : [];
  return once([...days, ...folios, ...ofAmount(lines, { figure, request })]);
}

function ofAmount(lines: readonly ClaimLine[], { figure, request }: Figured): ClaimLine[] {
  return lines.filter(({ total }) => meantBy(figure, [total], { currency: "CLP", request }) === 0);
}

function ofFolio(lines: readonly ClaimLine[], said: string): ClaimLine[] {
  return lines.filter(({ folio }) => Number(folio) === Number(said));
}

function once(lines: readonly ClaimLine[]): ClaimLine[] {
  return [...new Set(lines)];
}

const DAYS_AGO: Readonly<Record<string, number>> = { hoy: 0, ayer: 1, anteayer: 2 };

/** @param day as `DAY_NAMED` has it */
function isDay(date: CivilDate, day: string, today: CivilDate): boolean {
  const ago = DAYS_AGO[day];
  if (ago !== undefined) return date === addDays(today, -ago);
  const [, nth, name, month, year] = PARTS_OF_DAY.exec(day) ?? [];
  const [ofYear, ofMonth, ofDay] = date.split("-").map(Number);
  const inWords = SPANISH_MONTHS.indexOf((name ?? "").replace("setiembre", "septiembre")) + 1;
  const said = inWords > 0 ? inWords : Number(month ?? ofMonth);
  return ofDay === Number(nth) && ofMonth === said && (year === undefined || ofYear === 2000 + Number(year));
}

const PARTS_OF_DAY = /^(?:dia )?(\d{1,2})(?: de ([a-z]+)|[-/](\d{1,2}))?(?:(?: del? |[-/])(?:20)?(\d\d))?$/;

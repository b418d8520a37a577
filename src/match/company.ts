import { nameKey } from "#kernel";

// Whether two written names are one company: a stamp prints «DISTRIBUIDORA LOS ANDES LTDA.», people write «los andes».

export type Likeness = "same" | "near" | "other";

/** What was taught of names: `same` is another spelling of the name, `distinct` is somebody else. */
export type Alias = { kind: "same" | "distinct"; match: string; name: string };

/** @param aliases in either direction; what was taught goes before what the letters say */
export function likeness(a: string, b: string, aliases: readonly Alias[]): Likeness {
  const taught = aliases.find(({ match, name }) => isPair([match, name], [a, b]));
  if (taught) return taught.kind === "same" ? "same" : "other";
  const [one, two] = [partsOf(a), partsOf(b)];
  if (isOfOtherTrade(one, two)) return "other";
  const [shorter, longer] = one.core.length <= two.core.length ? [one.core, two.core] : [two.core, one.core];
  if (shorter.length === 0) return "other";
  if (shorter.join("") === longer.join("")) return "same";
  if (isSlip(shorter.join(""), longer.join(""))) return "near";
  return shorter.every((word) => longer.some((each) => word === each || isSlip(word, each))) ? "near" : "other";
}

/** The same company for sure: equal but for what kind of company it is. */
export function isSameCompany(a: string, b: string): boolean {
  return likeness(a, b, []) === "same";
}

type Parts = { core: string[]; trades: string[] };

/** The words that tell a company from others, and those that tell what it does. */
function partsOf(name: string): Parts {
  const words = nameKey(name.replace(/\b(?:\p{L}\.\s?){2,}/gu, (initials) => `${initials.replace(/[.\s]/g, "")} `))
    .replace(LEGAL, " ")
    .split(" ")
    .filter((word) => word !== "" && !SMALL.has(word));
  const trades = words.flatMap((word) => TRADES.get(word) ?? []);
  const core = words.filter((word) => !TRADES.has(word) && !GENERIC.has(word));
  return { core: core.length > 0 ? core : words, trades };
}

/** «Farmacia San Juan» and «Ferretería San Juan» are two. */
function isOfOtherTrade(a: Parts, b: Parts): boolean {
  return a.trades.length > 0 && b.trades.length > 0 && !a.trades.some((trade) => b.trades.includes(trade));
}

const LEGAL =
  /\b(?:s ?a ?de ?c ?v|sapi de cv|de cv|sociedad anonima(?: cerrada)?|sociedad de responsabilidad limitada|ltda|limitada|spa|s ?a ?c|s ?a ?s|s ?r ?l|e ?i ?r ?l|s a|sa|y cia|cia|llc|inc|ltd|me|epp|eireli)\b/g;

const SMALL: ReadonlySet<string> = new Set("de del la las los el lo y e da do das dos en the of".split(" "));

const GENERIC: ReadonlySet<string> = new Set(
  (
    "sociedad comercial comercializadora distribuidora importadora exportadora inversiones empresa empresas grupo servicios " +
    "servicio tienda tiendas local sucursal casa matriz chile peru argentina mexico brasil centro compania multitienda don dona sr sra srta senor senora senorita"
  ).split(" "),
);

/** What a shop does, each under one word for it. */
const TRADES: ReadonlyMap<string, string> = new Map(
  [
    "farmacia farmacias botica drogueria",
    "ferreteria ferretera ferreterias",
    "panaderia pasteleria amasanderia",
    "supermercado supermercados super hipermercado hiper minimarket almacen bodega autoservicio",
    "restaurant restaurante cafe cafeteria fuente cocineria picada sangucheria pizzeria",
    "carniceria",
    "verduleria fruteria",
    "libreria papeleria",
    "estacion gasolinera bencinera grifo",
    "transporte transportes fletes",
    "constructora construccion construcciones",
    "botilleria licoreria",
    "imprenta grafica",
    "taller vulcanizacion lubricentro",
  ].flatMap((line) => line.split(" ").map((word, _i, [first = ""]) => [word, first] as const)),
);

/** Letters from which a word may hold one slip, and two. */
const ONE_SLIP_LETTERS_MIN = 4;
const TWO_SLIPS_LETTERS_MIN = 8;

/** One letter more, less, other or swapped, two in a long word; never a digit: «Local 12» is not «Local 13». */
function isSlip(a: string, b: string): boolean {
  const letters = Math.min(a.length, b.length);
  if (letters < ONE_SLIP_LETTERS_MIN || a.replace(/\D/g, "") !== b.replace(/\D/g, "")) return false;
  const slips = letters >= TWO_SLIPS_LETTERS_MIN ? 2 : 1;
  return Math.abs(a.length - b.length) <= slips && distance(a, b) <= slips;
}

/** Longest word that is compared letter by letter; names are shorter. */
const COMPARED_CHARS_MAX = 60;

/** Insertions, removals, substitutions and swaps of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  if (a.length > COMPARED_CHARS_MAX || b.length > COMPARED_CHARS_MAX) return COMPARED_CHARS_MAX;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(substituted, at(row, j) + 1, at(next, j - 1) + 1, swapped));
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

function isPair([a, b]: [string, string], [c, d]: [string, string]): boolean {
  const keys = [a, b, c, d].map(nameKey);
  return (keys[0] === keys[2] && keys[1] === keys[3]) || (keys[0] === keys[3] && keys[1] === keys[2]);
}

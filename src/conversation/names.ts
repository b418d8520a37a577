import { nameKey } from "#kernel";
import type { Books } from "./books.ts";

// Whether two written names are one person. Names are compared without case, accents and marks; titles aside.

export type Recognised =
  /** Nobody like this stands in the books. */
  | { kind: "new" }
  /** The person is known; `name` is how the books write them. */
  | { kind: "known"; name: string }
  /** Almost a known name, and nobody has said whether it is the same. */
  | { kind: "near"; name: string };

/** Who a name means, as far as the books tell it. */
export function recognise(name: string, { names, debts, rules }: Books): Recognised {
  const key = nameKey(name);
  const taught = rules.find((rule) => rule.kind === "same" && nameKey(rule.match) === key);
  if (taught?.kind === "same") return { kind: "known", name: taught.name };
  const known = distinct([...names, ...debts.flatMap(({ counterparty }) => counterparty ?? [])]);
  const equal = known.find((each) => nameKey(each) === key);
  if (equal !== undefined) return { kind: "known", name: equal };
  const [titled, ...moreTitled] = known.filter((each) => bareName(each) === bareName(name));
  if (titled !== undefined) return moreTitled.length === 0 ? { kind: "known", name: titled } : { kind: "new" };
  const others = known.filter(
    (each) =>
      !rules.some(
        (rule) => rule.kind === "distinct" && nameKey(rule.match) === key && nameKey(rule.name) === nameKey(each),
      ),
  );
  const near = nearest(name, others);
  return near === null ? { kind: "new" } : { kind: "near", name: near };
}

/** The same person for sure: equal keys, or equal but for a title. */
export function isSamePerson(a: string, b: string): boolean {
  return bareName(a) === bareName(b);
}

/** The key of a name without its titles: `don Pedro` → `pedro`. */
export function bareName(name: string): string {
  const words = nameKey(name).split(" ");
  const from = words.findIndex((word) => !TITLES.has(word));
  return from < 0 ? words.join(" ") : words.slice(from).join(" ");
}

const TITLES: ReadonlySet<string> = new Set(
  "don dona do sr sra srta senor senora senorita seu dr dra doctor doctora mr mrs ms miss maestro maestra tio tia".split(
    " ",
  ),
);

/** A word of fewer letters has too many neighbours: Ana and Eva, Juan and Joan. */
const LETTERS_MIN = 5;

function nearest(name: string, known: readonly string[]): string | null {
  const slips = known.filter((each) => isOneSlip(bareName(name), bareName(each)));
  if (slips.length === 1) return slips[0] ?? null;
  if (slips.length > 1) return null;
  const parts = known.filter((each) => isPartOf(name, each) || isPartOf(each, name));
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

/** «Gomez» of «Juan Gómez»: all the words of one stand in the other. */
function isPartOf(part: string, whole: string): boolean {
  const words = bareName(part).split(" ");
  const all = new Set(bareName(whole).split(" "));
  return words.length < all.size && words.every((word) => word.length > 2 && all.has(word));
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(lettersOf(a), lettersOf(b)) < LETTERS_MIN || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (restA === "" && restB === "") return false;
  // «Local 12» and «Local 13» are two.
  if (a.replace(/\D/g, "") !== b.replace(/\D/g, "")) return false;
  const substituted = restA.slice(1) === restB.slice(1);
  const inserted = restA === restB.slice(1) || restA.slice(1) === restB;
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return substituted || inserted || swapped;
}

function lettersOf(key: string): number {
  return key.replace(/[^\p{L}]/gu, "").length;
}

/** One spelling of each name, the first. */
function distinct(names: readonly string[]): string[] {
  const keys = new Set<string>();
  return names.filter((name) => !keys.has(nameKey(name)) && keys.add(nameKey(name)));
}

import { daysBetween, fold, nameKey, type CivilDate, type Currency } from "#kernel";
import { likeness, type Alias } from "./company.ts";

// What speaks for a record of a purchase or a sale and an entry being of the same one, sign by sign.

export type Sign =
  | "amount_exact"
  | "amount_distinctive"
  | "amount_net"
  | "amount_tip"
  | "amount_rounded"
  | "date_near"
  | "date_before"
  | "tax_id_same"
  | "tax_id_other"
  | "name_same"
  | "name_near"
  | "name_other"
  | "thing_named"
  | "thing_other"
  | "folio_same"
  | "folio_other"
  | "category_same"
  | "category_other"
  | "debt";

/** What an entry is held against: a paper, or a line of a register. */
export type Evidence = {
  type: "ingreso" | "egreso";
  /** Of money that moved: it may pay a debt, and is none. */
  is_slip?: boolean;
  total_minor: number;
  /** Before tax, where somebody may have told this one; a tax that was rounded to the unit may then be one off. */
  net_minor?: number | null;
  currency: Currency;
  date: CivilDate | null;
  /** The other party, and its tax id where that is sure. */
  merchant: string | null;
  tax_id?: string | null;
  number: string | null;
  category: string | null;
  /** Descriptions of what was bought. */
  items: readonly string[];
};

/** An entry as the matcher sees it; a ledger entry is one. */
export type Candidate = {
  id: string;
  type: string;
  direction: "por_pagar" | "por_cobrar" | null;
  amount_minor: number;
  currency: Currency;
  date: CivilDate;
  concept: string | null;
  counterparty: string | null;
  /** Of the counterparty, where it was told or its paper says it. */
  tax_id?: string | null;
  category: string | null;
};

/** How strongly a sign shows, 0–1. */
export type Signs = Partial<Record<Sign, number>>;

/** A paper is looked for so many days around its date: who books after a month and a half books from the papers. */
export const MATCH_DAYS_MAX = 45;
/** After so many days a date speaks half as much. */
const DATE_HALF_LIFE_DAYS = 3;
/** A stamp is dated in Santiago, a phone may not be; and who pays at midnight writes the next day. */
const TIMEZONE_DAYS = 1;
/** The suggested tip is 10 %, to the peso; who leaves another one leaves a round sum. */
const TIP_SHARE = 0.1;
const TIP_SHARE_OFF_MAX = 0.001;
const ROUND_TIP_SHARE_OFF_MAX = 0.05;
/** «45 lucas» of $45.670. */
export const ROUNDING_SHARE_MAX = 0.03;
/** Net and tax, each rounded, may miss the total by so many minor units. */
const TAX_OFF_MAX = 1;
/** $20.000 is paid every day, $45.670 hardly twice. */
const ROUND_DIGITS_MAX = 2;

/** Null where they cannot be the same: another currency, another direction, an amount that nothing explains. */
export function signsOf(paper: Evidence, entry: Candidate, aliases: readonly Alias[]): Signs | null {
  if (paper.currency !== entry.currency) return null;
  // Most pairs end here: it is the cheapest question.
  const amount = amountSigns(paper, entry.amount_minor);
  const beside = amount && signsBeside(paper, entry, aliases);
  if (!beside) return null;
  // A sum that is only near, at another shop, is another purchase.
  if ((beside.name_other ?? beside.tax_id_other) !== undefined && amount.amount_exact === undefined) return null;
  return { ...amount, ...beside };
}

/** The signs of an entry whose words name the paper's number, and whose party is the paper's, whatever its amount; else null. */
export function signsNumbered(paper: Evidence, entry: Candidate, aliases: readonly Alias[]): Signs | null {
  if (paper.currency !== entry.currency) return null;
  const beside = signsBeside(paper, entry, aliases);
  const party = beside?.tax_id_same ?? beside?.name_same ?? beside?.name_near;
  return beside?.folio_same === undefined || party === undefined ? null : beside;
}

/** What speaks beside the amount. */
function signsBeside(paper: Evidence, entry: Candidate, aliases: readonly Alias[]): Signs | null {
  const type = typeSigns(paper, entry);
  if (!type) return null;
  const isNear = isWithinDays(paper.date, entry.date);
  const folio = folioSigns(paper, entry);
  // Most end here. Whoever names the number of an old invoice means that one, however late; of one to come nobody knows it.
  const isOld = paper.date !== null && entry.date > paper.date;
  if (!isNear && (folio.folio_same === undefined || !isOld)) return null;
  const names = nameSigns(paper, entry, aliases);
  if (!isNear && PARTY.every((sign) => names[sign] === undefined)) return null;
  const date = dateSigns(paper.date, entry.date);
  const named: Signs = { ...names, ...thingSigns(paper, entry), ...folio };
  return { ...date, ...type, ...named, ...categorySigns(paper, entry, named) };
}

function amountSigns({ total_minor: total, net_minor: net = null }: Evidence, booked: number): Signs | null {
  const off = net === null ? 0 : TAX_OFF_MAX;
  if (Math.abs(total - booked) <= off)
    return { amount_exact: 1, ...(isDistinctive(total) && { amount_distinctive: 1 }) };
  if (booked === net) return { amount_net: 1, ...(isDistinctive(net) && { amount_distinctive: 1 }) };
  const tipOff = Math.abs(booked / total - 1 - TIP_SHARE);
  const isNear = Math.abs(booked - total) <= total * ROUNDING_SHARE_MAX;
  if (!isNear && tipOff > ROUND_TIP_SHARE_OFF_MAX) return null;
  const isRounder = digitsOf(booked) < digitsOf(total);
  if (isNear && isRounder) return { amount_rounded: 1 };
  if (tipOff <= TIP_SHARE_OFF_MAX) return { amount_tip: 1 };
  return isRounder && tipOff <= ROUND_TIP_SHARE_OFF_MAX ? { amount_tip: 1, amount_rounded: 1 } : null;
}

/** A sum that is hardly paid twice by chance: $45.670, and not $20.000. */
export function isDistinctive(amountMinor: number): boolean {
  return digitsOf(amountMinor) > ROUND_DIGITS_MAX;
}

/** Digits before the zeros at the end: 2 of 45.000, 4 of 45.670. */
function digitsOf(amount: number): number {
  return String(amount).replace(/0+$/, "").length;
}

const PARTY: readonly Sign[] = ["tax_id_same", "name_same", "name_near"];

function isWithinDays(printed: CivilDate | null, booked: CivilDate): boolean {
  return printed === null || Math.abs(daysBetween(printed, booked)) <= MATCH_DAYS_MAX;
}

function dateSigns(printed: CivilDate | null, booked: CivilDate): Signs {
  if (printed === null) return {};
  const days = daysBetween(printed, booked);
  // Nobody books what is bought later, but for the clock.
  return { date_near: 2 ** (-Math.abs(days) / DATE_HALF_LIFE_DAYS), ...(days < -TIMEZONE_DAYS && { date_before: 1 }) };
}

/** A purchase on credit stands as a debt: it may be the one, but is never taken for it without asking. */
function typeSigns({ type, is_slip }: Evidence, entry: Candidate): Signs | null {
  if (entry.type === type) return entry.direction === null ? {} : { debt: 1 };
  if (is_slip) return null;
  const owed = type === "egreso" ? "por_pagar" : "por_cobrar";
  return entry.type === "deuda" && entry.direction === owed ? { debt: 1 } : null;
}

function nameSigns(paper: Evidence, { counterparty, concept, tax_id }: Candidate, aliases: readonly Alias[]): Signs {
  const { merchant } = paper;
  if (paper.tax_id != null && tax_id != null) return paper.tax_id === tax_id ? { tax_id_same: 1 } : { tax_id_other: 1 };
  if (merchant === null) return {};
  const like = counterparty === null ? null : likeness(merchant, counterparty, aliases);
  if (like !== null) return { [`name_${like}`]: 1 };
  // «compra en sodimac»: where no party is told, the purpose may name the shop; that it does not says nothing.
  const named = concept === null ? "other" : likeness(merchant, shopIn(concept), aliases);
  return named === "other" ? {} : { [`name_${named}`]: 1 };
}

/** The shop behind «en» or «a»; else all of it. */
function shopIn(concept: string): string {
  const [, shop] = /\b(?:en|donde|a|at|no|na)\s+(\p{L}.*)$/iu.exec(concept) ?? [];
  return shop ?? concept;
}

/** «taladro» stands among what was bought, or what is named does not. */
function thingSigns({ items }: Evidence, { concept }: Candidate): Signs {
  if (concept === null || items.length === 0 || ANYTHING.test(fold(concept))) return {};
  const bought = new Set(items.flatMap((item) => nameKey(item).split(" ")).map(stemOf));
  const named = nameKey(concept)
    .split(" ")
    .filter((word) => word.length >= WORD_CHARS_MIN);
  return named.some((word) => bought.has(stemOf(word))) ? { thing_named: 1 } : { thing_other: 1 };
}

/** Words for a purchase that name nothing bought. */
const ANYTHING = /^(?:compras?|gastos?|pagos?|cosas|varios|factura|boleta|compra en|pago)\b/;

const WORD_CHARS_MIN = 3;

/** One and many of a thing are one, and so are its names at the counter and on the paper. */
function stemOf(word: string): string {
  const stem = word.length > WORD_CHARS_MIN + 1 ? word.replace(/(?:es|s)$/, "") : word;
  return COUNTER_NAMES.get(stem) ?? stem;
}

const COUNTER_NAMES: ReadonlyMap<string, string> = new Map(
  [
    "gasolina bencina nafta combustible petroleo diesel",
    "almuerzo menu colacion comida cena",
    "pan marraqueta hallulla batido frica",
    "bebida gaseosa refresco soda",
    "internet plan fibra",
    "luz electricidad energia",
    "taxi viaje carrera",
  ].flatMap((line) => line.split(" ").map((word, _i, [first = ""]) => [word, first] as const)),
);

function folioSigns({ number }: Evidence, { concept }: Candidate): Signs {
  if (number === null || concept === null) return {};
  const digits = number.replace(/\D/g, "").replace(/^0+/, "");
  const told = Array.from(fold(concept).matchAll(FOLIO), ([, folio = ""]) => folio.replace(/^0+/, ""));
  if (told.length === 0 || digits === "") return {};
  return told.includes(digits) ? { folio_same: 1 } : { folio_other: 1 };
}

/** A number that is told as that of a paper; any other may be a quantity. */
const FOLIO = /\b(?:factura|boleta|folio|documento|guia|nota|ticket|comprobante|recibo|invoice)\D{0,6}?(\d{1,12})\b/g;

/**
 * Both are guesses, of the shop and of the thing: «taladro» is equipment, its shop sells upkeep. Where the shop or the
 * thing is named they say nothing against it. `otros_gastos` is where what nobody knows stands, and no other category.
 */
function categorySigns(paper: Evidence, entry: Candidate, named: Signs): Signs {
  const [a, b] = [paper.category, entry.category];
  if (a === null || b === null || VAGUE.has(a) || VAGUE.has(b)) return {};
  if (a === b) return { category_same: 1 };
  return NAMED.some((sign) => named[sign] !== undefined) ? {} : { category_other: 1 };
}

const NAMED: readonly Sign[] = ["tax_id_same", "name_same", "name_near", "thing_named", "folio_same"];

const VAGUE: ReadonlySet<string> = new Set(["otros_gastos", "otros_ingresos", "ventas", "insumos"]);

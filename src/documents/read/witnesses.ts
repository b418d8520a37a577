// What speaks for an amount being the total: its own label, and every other way that leads to the same figure.

import { decimalsOf, fold } from "#kernel";
import { amountsIn } from "./amounts.ts";
import type { Country } from "./country.ts";
import { amountsCalled, footOf, type Label, type Labelled } from "./labels.ts";
import { near, sharesNear } from "./tax-parts.ts";
import { taxedByRow } from "./tax-rows.ts";

/** `by` names the way; two witnesses of one way count once. `within`: how far rounding may move the figure, in minor units. */
export type Witness = { minor: number; weight: number; by: string; within: number };

/** All that speaks for any total of these lines. */
export function witnessesOf(lines: string[], labelled: readonly Labelled[], country: Country): Witness[] {
  const of = (label: Label) => amountsCalled(labelled, label);
  const say = (by: string, weight: number, minors: readonly number[]): Witness[] =>
    minors.map((minor) => ({ minor, weight, by, within: by === "service" ? SERVICE_WITHIN : 0 }));
  return [
    ...say("label", 4, of("grand_total")),
    ...say("label", 3, of("total")),
    ...say("subtotal", 0.5, of("subtotal")),
    ...say("card", 2, of("card")),
    ...say("settled", 2.5, settled(of("subtotal"), [...of("card"), ...of("cash")], of("discount"))),
    ...say("cash", of("change").length === 0 ? 2 : 1, of("cash")),
    ...say("change", 4, changed(of("cash"), of("change"))),
    ...changed(of("cash"), of("change")).flatMap((paid) => beforeRounding(paid, labelled, country)),
    ...say("exact", 1.5, paidExactly(of("cash"), labelled)),
    ...taxed(of("net"), of("tax"), { exempt: of("exempt").at(-1) ?? 0, country }),
    ...say("tax", 4, taxedByRow(lines, labelled, country)),
    ...say("discount", 2.5, reduced(of("subtotal"), of("discount"))),
    ...say("service", 3.5, raised([...of("subtotal"), ...of("total"), ...of("grand_total")], of("tax"), of("service"))),
    ...say("tip", 3.5, tipped([...of("total"), ...of("grand_total")], of("tip"))),
    ...say("repeated", 2, repeated([...of("total"), ...of("grand_total")])),
    ...itemSums(lines, labelled, country)
      .filter((sum) => !of("subtotal").includes(sum))
      .flatMap((sum, at) => say(at === 0 ? "item" : "items", 3, [sum])),
    ...includedTaxes(of("tax"), country),
  ].filter(({ minor }) => minor > 0);
}

/** What a bank's screen shows large and alone, in minor units; no word beside any amount says another. */
export function alone(minor: number | null, labelled: readonly Labelled[]): Witness[] {
  if (minor === null || minor <= 0 || labelled.some((each) => each.minor !== 0)) return [];
  return [{ minor, weight: 3, by: "label", within: 0 }];
}

/** «Vuelto 0» says that the cash was the total, unless a digit of it was lost. */
function paidExactly(cash: readonly number[], labelled: readonly Labelled[]): number[] {
  return labelled.some(({ label, minor }) => label === "change" && minor === 0) ? [...cash] : [];
}

/** The subtotal was paid as it stands, and nothing was taken off it. */
function settled(subtotals: readonly number[], paid: readonly number[], discounts: readonly number[]): number[] {
  return discounts.length === 0 ? subtotals.filter((sum) => paid.includes(sum)) : [];
}

/** Tax, service and total are rounded each for itself. Minor units. */
const SERVICE_WITHIN = 2;

/** Cash less its change, where it was not paid to the peso. */
function changed(cash: readonly number[], change: readonly number[]): number[] {
  return cash.flatMap((handed) => change.filter((back) => back < handed).map((back) => handed - back));
}

/** Where a row says that small coins were rounded away, the total is near what was paid. */
function beforeRounding(paid: number, labelled: readonly Labelled[], country: Country): Witness[] {
  if (!labelled.some(({ label }) => label === "rounding")) return [];
  const within = decimalsOf(country.currency) === 0 ? ROUNDED_AWAY_UNITS : ROUNDED_AWAY_CENTS;
  return [{ minor: paid, weight: 4, by: "change", within }];
}

/** Half of the smallest coin, where that is ten pesos and where it is five cents. */
const ROUNDED_AWAY_UNITS = 5;
const ROUNDED_AWAY_CENTS = 2;

/**
 * Net and tax, where their rate is a usual one. A tax that is not just that share of the net may be rounded line by line,
 * or be misread: then what the net alone leads to is as good.
 */
function taxed(
  nets: readonly number[],
  taxes: readonly number[],
  { exempt, country }: { exempt: number; country: Country },
): Witness[] {
  const witness = (weight: number, minor: number): Witness => ({ minor, weight, by: "tax", within: 0 });
  return nets.flatMap((net) =>
    taxes.flatMap((tax) => {
      const due = sharesNear(net, tax, country);
      if (due.length === 0) return [];
      if (due.some((share) => near(share, tax, country))) return [witness(5, net + tax + exempt)];
      return [witness(3, net + tax + exempt), ...due.map((share) => witness(2.5, net + share + exempt))];
    }),
  );
}

function reduced(subtotals: readonly number[], discounts: readonly number[]): number[] {
  return subtotals.flatMap((sum) => discounts.filter((less) => less < sum).map((less) => sum - less));
}

/** Called the total more than once. */
function repeated(minors: readonly number[]): number[] {
  return minors.filter((minor, at) => minors.indexOf(minor) < at);
}

/** «Monto 32.000, propina 3.000, total 35.000»: a tip that is part of a printed total was paid with it. */
function tipped(totals: readonly number[], tips: readonly number[]): number[] {
  return totals.filter((total) => totals.some((sum) => sum < total && tips.includes(total - sum)));
}

/** «Subtotal 12.99, service 1.30, tax 0.86»: with any of both. */
function raised(subtotals: readonly number[], taxes: readonly number[], services: readonly number[]): number[] {
  const more = [...taxes, ...services, ...services.flatMap((service) => taxes.map((tax) => tax + service))];
  // A cent or two added would prove whatever is next to the subtotal.
  return subtotals.flatMap((sum) =>
    more.filter((each) => each < sum && each > 2 * SERVICE_WITHIN).map((each) => sum + each),
  );
}

/** What a boleta says of the tax inside it leads back to its total, within the rounding of that tax. */
function includedTaxes(taxes: readonly number[], country: Country): Witness[] {
  return taxes.flatMap((tax) =>
    country.taxRates.map((rate): Witness => {
      const times = (100 + rate) / rate;
      return { minor: Math.round(tax * times), weight: 2.5, by: "tax", within: Math.ceil(times / 2) + 1 };
    }),
  );
}

/** The sums of the rows that end in an amount above the totals, from each row on. */
function itemSums(lines: string[], labelled: readonly Labelled[], country: Country): number[] {
  const ends = lines.slice(0, footOf(lines, labelled)).flatMap((line) => {
    const last = amountsIn(line, country).at(-1);
    const closes = last !== undefined && line.slice(last.end).trim().length <= 3 && !NOT_AN_ITEM.test(fold(line));
    return closes && last.minor >= ITEM_MINOR_MIN ? [last.minor] : [];
  });
  const sums: number[] = [];
  let sum = 0;
  for (const minor of ends.toReversed()) {
    sum += minor;
    sums.push(sum);
  }
  return sums.slice(0, ITEM_ROWS_MAX);
}

const ITEM_ROWS_MAX = 60;
/** A smaller figure at the end of a row is a count or the number of a till. */
const ITEM_MINOR_MIN = 10;
const NOT_AN_ITEM =
  /r\.?u\.?[tc]\b|fecha|\bdate\b|folio|fono|telef|\btel\b|\bfax\b|cajer|\bcaja ?:? ?\d|resoluc|factura|boleta|invoice/;

/** Less than a label that says «total» is no total. */
const WEIGHT_MIN = 2.5;
const PROVED_WEIGHT_MIN = 2;
/** What is printed is likelier than what only follows from other figures, one of which may be misread. */
const PRINTED_BONUS = 0.5;
const DERIVED_MALUS = 3;

/**
 * How a total is borne out: other figures add up to it; or it only stands there once more, where one misreading may have
 * been made twice.
 */
export type Proof = "sum" | "repeat";

/** Figures that add up, subtract or take a share. */
const SUMS: ReadonlySet<string> = new Set(["change", "tax", "discount", "service", "items"]);

/** Less was never charged where the smallest coin is a whole unit: a figure without its thousands. */
const WHOLE_UNITS_MIN = 100;

export type BestTotal = {
  total: number | null;
  proof: Proof | null;
  /** Other figures add up to an amount that differs from it in a single digit. */
  contested: boolean;
};

/** The amount for which most speaks. */
export function bestTotal(witnesses: readonly Witness[], country: Country): BestTotal {
  const printed = new Set(witnesses.filter(({ by }) => PRINTED.has(by)).map(({ minor }) => minor));
  const called = new Set(witnesses.filter(({ by }) => by === "label").map(({ minor }) => minor));
  let best = { total: null as number | null, weight: WEIGHT_MIN - 0.01, proof: null as Proof | null };
  for (const total of new Set(witnesses.filter(({ within }) => within === 0).map(({ minor }) => minor))) {
    const own = forTotal(witnesses, total, country);
    if (decimalsOf(country.currency) === 0 && total < WHOLE_UNITS_MIN) continue;
    if (!own.some(({ by }) => PRINTED.has(by) || by === "tax" || by === "change")) continue;
    const weight =
      sumOf(own) + (printed.has(total) ? PRINTED_BONUS : isAgainst(called, total, own) ? -DERIVED_MALUS : 0);
    if (weight > best.weight) best = { total, weight, proof: proofOf(own) };
  }
  const { total, proof } = best;
  return { total, proof, contested: total !== null && isContested(witnesses, { total, proof }, country) };
}

/**
 * Whether something else is called the total. That may be this very figure, badly read: where two ways lead to it, or
 * the net and its tax, the label is not held against it.
 */
function isAgainst(called: ReadonlySet<number>, total: number, own: readonly Witness[]): boolean {
  if (called.size === 0) return false;
  return sumOf(own) < BORNE_OUT_WEIGHT_MIN || !misreadingsOf(total).some((figure) => called.has(figure));
}

const BORNE_OUT_WEIGHT_MIN = 5;

/** So much must speak for another figure, and not for this one, before it stands against one that adds up: two ways. */
const RIVAL_WEIGHT_MIN = 4;

/** Something speaks for a figure that is easily taken for this one: one of the two was misread. */
function isContested(
  witnesses: readonly Witness[],
  { total, proof }: { total: number; proof: Proof | null },
  country: Country,
): boolean {
  const own = new Set(forTotal(witnesses, total, country).map(({ by }) => by));
  const others = witnesses.filter(({ by }) => !own.has(by));
  const enough = (rival: readonly Witness[]): boolean =>
    proof === "sum" ? sumOf(rival) >= RIVAL_WEIGHT_MIN : rival.some(({ by }) => SUMS.has(by) || by === "card");
  return misreadingsOf(total).some((figure) => enough(forTotal(others, figure, country)));
}

/** The figures that differ in a single digit, or in any zeros read as eights or eights as zeros. */
function misreadingsOf(total: number): number[] {
  const digits = String(total);
  const single = Array.from(digits).flatMap((digit, at) =>
    Array.from("0123456789")
      .filter((other) => other !== digit)
      .map((other) => digits.slice(0, at) + other + digits.slice(at + 1)),
  );
  return [...new Set([...single, ...withZerosAndEights(digits)].map(Number))].filter(
    (other) => other !== total && String(other).length === digits.length,
  );
}

function withZerosAndEights(digits: string): string[] {
  return Array.from(digits).reduce(
    (begun, digit) => begun.flatMap((text) => (/[08]/.test(digit) ? [`${text}0`, `${text}8`] : [text + digit])),
    [""],
  );
}

function proofOf(own: readonly Witness[]): Proof | null {
  const others = own.filter(({ by }) => by !== "label" && by !== "subtotal");
  if (sumOf(others) < PROVED_WEIGHT_MIN) return null;
  return others.some(({ by }) => SUMS.has(by)) ? "sum" : "repeat";
}

/** Two cents, five cents, ten pesos: what is rounded away where the smallest coins are gone. */
export const ROUNDING_MINOR_MAX = 10;

/**
 * What was paid where small coins are rounded away: an amount printed in the row that says so or behind it, and next to
 * the total.
 */
export function roundedTotal(total: number, labelled: readonly Labelled[]): number {
  const rounding = labelled.find(({ label }) => label === "rounding");
  if (!rounding) return total;
  const paid = labelled.filter(
    ({ label, minor, line }) =>
      ROUNDED.has(label) && line >= rounding.line && minor !== total && minor > ROUNDING_MINOR_MAX,
  );
  return paid.find(({ minor }) => Math.abs(minor - total) <= ROUNDING_MINOR_MAX)?.minor ?? total;
}

const ROUNDED: ReadonlySet<Label> = new Set<Label>(["rounding", "grand_total", "total", "card", "cash"]);

const PRINTED: ReadonlySet<string> = new Set(["label", "card", "cash", "subtotal"]);

/** The strongest witness of each way. */
function forTotal(witnesses: readonly Witness[], total: number, country: Country): Witness[] {
  const ways = new Map<string, Witness>();
  for (const witness of witnesses) {
    const fits =
      witness.within > 0 ? Math.abs(witness.minor - total) <= witness.within : fitsExactly(witness, total, country);
    if (fits && (ways.get(witness.by)?.weight ?? 0) < witness.weight) ways.set(witness.by, witness);
  }
  return [...ways.values()];
}

/** What was worked out from rounded parts may be a unit off. */
function fitsExactly({ minor, by }: Witness, total: number, country: Country): boolean {
  return by === "tax" && decimalsOf(country.currency) === 0 ? near(minor, total, country) : minor === total;
}

function sumOf(witnesses: readonly Witness[]): number {
  return witnesses.reduce((sum, { weight }) => sum + weight, 0);
}

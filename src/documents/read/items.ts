// The printed lines of what was bought; they count only when they add up.

import { fold, tame } from "#kernel";
import type { Item } from "../extraction.ts";
import { amountsIn, minorOf, type PrintedAmount } from "./amounts.ts";
import type { Country } from "./country.ts";
import { footOf, labelledAmounts } from "./labels.ts";
import type { Totals } from "./totals.ts";

const ITEMS_MAX = 100;

/** The items of a document, or none where their amounts do not add up to its total, net or subtotal. */
export function itemsOf(lines: string[], totals: Totals, country: Country): Item[] {
  const labelled = labelledAmounts(lines, country);
  const end = footOf(lines, labelled);
  const items = rowsOf(lines.slice(0, end), country);
  const sums = [
    totals.total,
    totals.net,
    ...labelled.filter(({ label }) => label === "subtotal").map(({ minor }) => minor),
  ];
  // The head of a document has numbers too: items are the longest run of rows before the totals that adds up.
  for (let start = 0; start < items.length; start++) {
    const run = items.slice(start);
    if (sums.includes(run.reduce((sum, item) => sum + (item.amount_minor ?? 0), 0))) return run;
  }
  return [];
}

const NOT_AN_ITEM =
  /r\.?u\.?t\b|fecha|folio|fono|telef|\bcaja ?:? ?\d|resoluc|comuna|direcc|n[°º] ?\d|codigo|descripcion|cantidad/;
const QUANTITY =
  /(?<![\d.,\p{L}])(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:un|und|uni|kg|kgs|lt|lts)?\.?\s?[xX*]\s?\$?\s?(\d[\d.,]*)(?!\w)/u;

function rowsOf(lines: string[], country: Country): Item[] {
  const items: Item[] = [];
  let above = "";
  for (const line of lines.slice(0, 4 * ITEMS_MAX)) {
    if (NOT_AN_ITEM.test(fold(line))) continue;
    const amounts = amountsIn(line, country);
    const words = wordsOf(line, amounts);
    const amount = endingIn(line, amounts);
    const name = words.length >= 3 ? words : amount === null ? "" : above;
    if (amount !== null && name !== "" && items.length < ITEMS_MAX) {
      const quantity = quantityOf(line, amount, country);
      items.push({ description: tame(name, 80), quantity, amount_minor: amount.minor });
    }
    // A description may stand above its row of numbers.
    above = amount === null ? name : "";
  }
  return items;
}

function endingIn(line: string, amounts: PrintedAmount[]): PrintedAmount | null {
  const last = amounts.at(-1);
  return last !== undefined && line.slice(last.end).trim().length <= 2 ? last : null;
}

/** What the row says before the amounts that end it, without its quantity. */
function wordsOf(line: string, amounts: PrintedAmount[]): string {
  let end = line.length;
  for (const amount of amounts.toReversed()) {
    if (/[\p{L}\d]{2}/u.test(line.slice(amount.end, end))) break;
    end = amount.start;
  }
  const text = line.slice(0, end).replace(QUANTITY, " ");
  return text
    .replace(/^[\d\s.,xX*-]+(?=\p{L})/u, "")
    .replace(/[\s$.:*-]+$/, "")
    .trim();
}

/** The quantity where quantity times price is the amount; a column of quantities in front counts the same. */
function quantityOf(line: string, amount: PrintedAmount, country: Country): number | null {
  const [, count = "", price = ""] = QUANTITY.exec(line) ?? [];
  const unit = minorOf(price, country);
  const quantity = Number(count.replace(",", "."));
  if (unit !== null && Math.abs(unit * quantity - amount.minor) <= 1) return quantity;
  const leading = /^\s*(\d{1,3})\s+\p{L}/u.exec(line)?.[1];
  const before = amountsIn(line, country).at(-2);
  if (leading && before && Number(leading) * before.minor === amount.minor) return Number(leading);
  return null;
}

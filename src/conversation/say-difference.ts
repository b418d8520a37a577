import { tame, type Month } from "#kernel";
import { SII_DIFFERENCES, type ShownDifference } from "#locales";
import { tappable, type Difference, type ValidationTold } from "#sii";
import type { Button } from "#channels";
import type { Outcome } from "./effect.ts";
import { FIRST_KEY } from "./flows/sii.ts";
import { documentNamed } from "./say-document.ts";
import { asking, BUTTONS_MAX, plain, showAmount, showDay, type Eyes, type Saying } from "./show.ts";

// What parts the books of a month from the tax service, in words and buttons.

const NAME_CHARS_MAX = 32;

export function sayValidated({ month, told }: Extract<Outcome, { kind: "sii_validated" }>, eyes: Eyes): Saying {
  if (told === "too_large") return plain(SII_DIFFERENCES.too_large(nameOf(month, eyes)));
  if (told === null) return plain(SII_DIFFERENCES.never_asked(nameOf(month, eyes)));
  const text = summaryOf(told, eyes);
  if (told.open === 0) return plain(text);
  return asking(text, [{ id: `sii:${month}:${FIRST_KEY}:0:leave`, title: eyes.words.buttons.yes }]);
}

function summaryOf({ month, sides, beside, causes, open }: ValidationTold, eyes: Eyes): string {
  const pesos = (amount: number): string => showAmount(amount, "CLP", eyes.membership);
  const { compra, venta } = sides;
  return SII_DIFFERENCES.summary({
    month: nameOf(month, eyes),
    purchases: [pesos(compra.sii.total), pesos(compra.books.total)],
    sales: [pesos(venta.sii.total), pesos(venta.books.total)],
    beside: beside
      ? [beside.compra, beside.venta]
          .filter(({ sii }) => sii !== 0)
          .map(({ sii, books }) => SII_DIFFERENCES.beside(pesos(sii), books === 0 ? null : pesos(books)))
      : [],
    causes: causes.map(({ class: kind, side, count, total }) =>
      SII_DIFFERENCES.cause(kind, side, { count, total: pesos(Math.abs(total)) }),
    ),
    open,
  });
}

/** `octubre 2026` */
function nameOf(month: Month, { words }: Eyes): string {
  return `${words.months[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

export function sayDifference(outcome: Extract<Outcome, { kind: "sii_difference" }>, eyes: Eyes): Saying {
  const { month, did, shown } = outcome;
  const before = did === null ? [] : [SII_DIFFERENCES[did]];
  if (!shown) return plain([...before, SII_DIFFERENCES.nothing_left(nameOf(month, eyes))].join("\n\n"));
  const { difference, key, nth, all } = shown;
  const text = [...before, SII_DIFFERENCES.place(nth, all), linesOf(difference, eyes)].join("\n\n");
  return asking(text, buttonsOf(difference, { month, key }));
}

function linesOf(difference: Difference, eyes: Eyes): string {
  const shown = shownOf(difference, eyes);
  const [link] = difference.resolutions.flatMap((each) => (each.do === "link" ? [each.entry_id] : []));
  const linked = difference.entries.find(({ id }) => id === link);
  const [claimed] = difference.resolutions.flatMap((each) => (each.do === "claim" ? [each.document_id] : []));
  const folio = difference.documents.find(({ id }) => id === claimed)?.folio;
  return [
    SII_DIFFERENCES.of[difference.class](shown),
    ...(folio === undefined ? [] : [SII_DIFFERENCES.answer_it(folio)]),
    ...(linked && shown.entry !== null && difference.class === "missing_here"
      ? [SII_DIFFERENCES.link_of(shown.entry)]
      : []),
    ...(shown.vat === null ? [] : [SII_DIFFERENCES.vat(shown.vat)]),
  ].join("\n");
}

function shownOf({ documents, entries, deadline, vat }: Difference, { membership }: Eyes): ShownDifference {
  const pesos = (amount: number): string => showAmount(amount, "CLP", membership);
  const [document] = documents;
  const [entry] = entries;
  return {
    document: document
      ? `${documentNamed({ ...document, name: document.counterparty.name })} por ${pesos(document.total)} (${showDay(document.date)})`
      : null,
    entry: entry
      ? `${showAmount(entry.amount_minor, entry.currency, membership)} en «${tame(entry.concept ?? entry.counterparty ?? "", NAME_CHARS_MAX)}» (${showDay(entry.date)})`
      : null,
    month: document ? `${document.month.slice(5, 7)}-${document.month.slice(0, 4)}` : null,
    until: deadline && showDay(deadline.until),
    vat: vat === 0 ? null : `${vat > 0 ? "+" : "-"}${pesos(Math.abs(vat))}`,
  };
}

/** What is likeliest first, and last that it may stay as it is. */
function buttonsOf(difference: Difference, { month, key }: { month: Month; key: string }): Button[] {
  const taps = tappable(difference);
  const shown = [
    ...taps.filter(({ resolution }) => resolution.do !== "leave").slice(0, BUTTONS_MAX - 1),
    ...taps.slice(-1),
  ];
  return shown.map(({ index, resolution }) => ({
    id: `sii:${month}:${key}:${index}:${resolution.do}`,
    title: SII_DIFFERENCES.taps[resolution.do as keyof typeof SII_DIFFERENCES.taps],
  }));
}

import { tame, type Month } from "#kernel";
import { SII_DIFFERENCES, type ShownDifference } from "#locales";
import { tappable, type Difference, type DocumentShown, type EntryShown, type ValidationTold } from "#sii";
import type { Button } from "#channels";
import type { Membership } from "./dialogue.ts";
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
  const [claimed] = difference.resolutions.flatMap((each) => (each.do === "claim" ? [each.document_id] : []));
  const folio = difference.documents.find(({ id }) => id === claimed)?.folio;
  return [
    SII_DIFFERENCES.of[difference.class](shown),
    ...(folio === undefined ? [] : [SII_DIFFERENCES.answer_it(folio)]),
    ...linkOf(difference, eyes),
    ...(shown.vat === null ? [] : [SII_DIFFERENCES.vat(shown.vat)]),
  ].join("\n");
}

/** What the button «Es esa anotación» would put together with what the difference tells. */
function linkOf({ link, documents, entries }: Difference, { membership }: Eyes): string[] {
  if (!link) return [];
  if (documents.length === 0) return [SII_DIFFERENCES.link_to(documentSaidOf(link.document, membership))];
  return entries.length === 0 ? [SII_DIFFERENCES.link_of(entryNamed(link.entry, membership))] : [];
}

function shownOf({ documents, entries, deadline, vat }: Difference, { membership }: Eyes): ShownDifference {
  const pesos = (amount: number): string => showAmount(amount, "CLP", membership);
  const [document] = documents;
  const [entry] = entries;
  return {
    document: document ? documentSaidOf(document, membership) : null,
    entry: entry ? entryNamed(entry, membership) : null,
    month: document ? `${document.month.slice(5, 7)}-${document.month.slice(0, 4)}` : null,
    until: deadline && showDay(deadline.until),
    vat: vat === 0 ? null : `${vat > 0 ? "+" : "-"}${pesos(Math.abs(vat))}`,
  };
}

/** `Factura 4322 de Mapocho por $119.000 (03-11-2026)`. */
function documentSaidOf(document: DocumentShown, membership: Membership): string {
  const name = documentNamed({ ...document, name: document.counterparty.name });
  return `${name} por ${showAmount(document.total, "CLP", membership)} (${showDay(document.date)})`;
}

/** `$119.000 en «harina» (03-11-2026)`. */
function entryNamed({ amount_minor, currency, concept, counterparty, date }: EntryShown, of: Membership): string {
  const what = tame(concept ?? counterparty ?? "", NAME_CHARS_MAX);
  return `${showAmount(amount_minor, currency, of)} en «${what}» (${showDay(date)})`;
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

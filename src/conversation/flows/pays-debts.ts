import { conceptOfPaper, debtsPaidBy, settlementOf } from "#documents";
import type { ClassifyRequest } from "#language";
import { payOff, type Payment, type Share } from "#ledger";
import { wordsOf } from "#locales";
import type { Draft } from "../dialogue.ts";
import type { Mind } from "../mind.ts";
import { aliasesOf, companionFor, matchOf } from "./match-of.ts";
import { plainly } from "./plainly.ts";
import { whyUnbooked } from "./unbooked.ts";

// A screen of a bank, a voucher: where its party has a debt open, the money settles it, as «me transfirió 60 lucas» does.

/** How the money of a paper falls on what is owed; null where it pays no debt. */
export function paymentBy(mind: Mind, draft: Draft): Payment | null {
  const { extraction, type, way, credit, pays_none } = draft;
  const { total_minor } = extraction.fields;
  if (total_minor === null || pays_none || credit || way === "own" || whyUnbooked(draft)) return null;
  const { debts, tax_ids = {}, own_tax_id = mind.dialogue.membership?.tax_id ?? null } = mind.books;
  const paid = debtsPaidBy(extraction, { type, debts, aliases: aliasesOf(mind.books), tax_ids, own_tax_id });
  // What was told before its paper, or has another one, is asked about first.
  if (paid.length === 0 || matchOf(mind, draft).verdict !== "create" || companionFor(mind, draft)) return null;
  return payOff(total_minor, paid);
}

/** What a payment was when its card showed it, so that «sí» agrees to no other. */
export function told(payment: Payment | null): string | null {
  return payment && payment.shares.map(({ debt, amount_minor }) => `${debt.entry_id}:${amount_minor}`).join(",");
}

/** What a share of it is in the books, in the words of the person. */
export function settledBy({ dialogue }: Mind, { extraction, concept }: Draft, share: Share): Settled {
  const settlement = settlementOf(share, extraction.fields.merchant);
  const { direction } = share.debt;
  const own = concept === conceptOfPaper(extraction) ? null : concept;
  const said = wordsOf(dialogue.membership?.locale ?? "").payment(direction, settlement.counterparty);
  return { ...settlement, concept: own ?? said };
}

type Settled = ReturnType<typeof settlementOf> & { concept: string };

/** True for «es aparte», «no es de esa deuda», «es otra venta»: of a card that says which debt its money pays. */
export function isApart({ text }: ClassifyRequest, { type }: Draft): boolean {
  const said = plainly(text.replace(/^\s*n(?:o|ão|ao)\s*[,.;]/i, ""));
  return APART.test(said) || (type === "ingreso" ? SALE : EXPENSE).test(said);
}

const THIS = "(?:(?:si|pero|eso|esto|esa|ese|esta|este|la|lo|isso|essa|esse|that|this|it) )*";
const OF_DEBT = "(?:(?:de|del|da|d|por|a|para|con|of|for) ?)?(?:(?:la|esa|ess?a|a|ninguna|su|mi|the|that|this|any) )?";
const APART = new RegExp(
  `^${THIS}(?:no )?(?:${[
    `(?:(?:es|era|fue|va|anotal[oa]|ponl[oa]) )?(?:aparte|a parte|por separado|separad[oa])(?: ${OF_DEBT}(?:deuda|divida))?`,
    "(?:es|era|fue) otr[oa] (?:venta|compra|cosa|pago|gasto|ingreso|plata)",
    "(?:e|foi|is|its|was) (?:separado|a parte|outra coisa|separate|another (?:sale|expense|thing))|separate",
  ].join(
    "|",
  )})$|^${THIS}(?:no|nao|not|isnt|is not|its not) (?:(?:es|era|fue|paga|pagaba|va|corresponde|e|foi) )?${OF_DEBT}(?:deuda|divida|debt)$`,
);
const SALE = /^(?:(?:es|era|fue) una venta|(?:e|foi) uma venda|(?:is|its|was) a sale)$/;
const EXPENSE =
  /^(?:(?:es|era|fue) una? (?:gasto|compra)|(?:e|foi) uma? (?:despesa|compra)|(?:is|its|was) an? (?:expense|purchase))$/;

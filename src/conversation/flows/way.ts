import { moneyWayOf } from "#documents";
import type { ClassifyRequest } from "#language";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { newestPaper, offerDiscard, showAgain, type OpenDocument } from "./draft.ts";
import { isApart } from "./pays-debts.ts";
import { plainly } from "./plainly.ts";
import { soldIn, type Sold } from "./sold-said.ts";
import { keepSaid } from "./term.ts";
import { whyUnbooked } from "./unbooked.ts";

// «me pagaron», «lo deposité yo», «no es gasto» under a paper: which way its money went. It is shown again, and never booked
// by these words alone.

/**
 * `own`: the person's own money, out of the till into the bank; `between`: from one account of theirs to another; `mine`: of
 * a paper of which that was asked. `no_expense`: what it is instead was not said.
 */
export type Way = "in" | "out" | "own" | "between" | "mine" | "no_expense";

/** Words that tell which way the money of the paper went that is shown. False for all other words. */
export function answerWay(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  if (open?.draft.pays && isApart(request, open.draft)) {
    open.draft.pays_none = true;
    showAgain(mind, item, open);
    return true;
  }
  if (!open || open.at < (mind.dialogue.last?.at ?? 0)) return false;
  const { draft } = open;
  const sold = soldUnder(draft, request);
  if (sold) {
    turnToSale(mind, item, { draft, sold });
    showAgain(mind, item, open);
    return true;
  }
  const way = wayIn(request.text);
  if (way === null || !mayGo(draft, way)) return false;
  goWay(mind, item, { open, way });
  return true;
}

/** The same, said beside its picture. False for all other words. */
export function wayOfCaption(mind: Mind, item: Heard, { draft, request }: { draft: Draft; request: ClassifyRequest }) {
  const sold = soldUnder(draft, request);
  if (sold) {
    turnToSale(mind, item, { draft, sold });
    return true;
  }
  const way = wayIn(request.text);
  if (way === null || way === "between" || !mayGo(draft, way)) return false;
  turnWay(draft, way);
  return true;
}

/** Of a paper that something was sold with, «la emití yo» says that we sold it. */
function soldUnder({ extraction }: Draft, request: ClassifyRequest): Sold | null {
  if (UNSOLD.has(extraction.kind)) return null;
  return soldIn(request.text, { request, issued_on: extraction.fields.date });
}

const UNSOLD: ReadonlySet<string> = new Set(["nota_credito", "guia"]);

/** An invoice of ours is paid as it says, or as the person does. */
function turnToSale(mind: Mind, item: Heard, { draft, sold }: { draft: Draft; sold: Sold }): void {
  const { customer, term } = sold;
  Object.assign(draft, { way: "said", type: "ingreso" });
  if (customer !== null) draft.customer = customer;
  if (term) keepSaid(mind, item, { draft, said: term });
}

type Going = { open: OpenDocument; way: Way };

export function goWay(mind: Mind, item: Heard, { open, way }: Going): void {
  const { draft } = open;
  // From account to account nothing changes in the books.
  if (way === "between") return offerDiscard(mind, item, open);
  turnWay(draft, way);
  showAgain(mind, item, open);
}

function turnWay(draft: Draft, way: Exclude<Way, "between">): void {
  draft.way = WAYS[way];
  if (way === "in" || way === "out") draft.type = way === "in" ? "ingreso" : "egreso";
  // What came in or changed places was paid at once.
  if (way !== "out") delete draft.credit;
}

const WAYS = { in: "said", out: "said", own: "own", mine: "own", no_expense: "asked" } as const;

/** A boleta or an invoice is paid in no bank; «pagué» under one of others says how it is paid, as under our own «me pagaron». */
function mayGo(draft: Draft, way: Way): boolean {
  const isSlip = SLIPS.has(draft.extraction.kind);
  const isAsked = whyUnbooked(draft) === "way";
  if (way === "mine") return isAsked;
  if (way === "own" || way === "between") return isAsked || isSlip;
  const isTurned = draft.way === "said" && draft.type === "ingreso";
  if (way === "out")
    return isAsked || isTurned || (isSlip && draft.type === "ingreso" && moneyWayOf(draft.extraction) !== null);
  return isAsked || draft.type === "egreso" || (way === "in" && isSlip);
}

const SLIPS: ReadonlySet<string> = new Set(["comprobante", "recibo", "unknown"]);

/** What a sentence that tells nothing else says of the way; null for all others. */
export function wayIn(text: string): Way | null {
  const said = plainly(text).replace(HEAD, "");
  const rest = said.replace(NO_EXPENSE, "").replace(HEAD, "");
  if (rest === "") return said === "" ? null : "no_expense";
  if (IN.test(rest)) return "in";
  if (BETWEEN.test(rest)) return "between";
  if (OWN.test(rest)) return BANKED.test(rest) ? "own" : "mine";
  return OUT.test(rest) ? "out" : null;
}

const HEAD =
  /^(?:(?:(?:no|nao)(?! (?:es|fue|era|e|foi) (?:(?:un|ningun|mi|uma?) )?(?:gasto|egreso|compra|despesa))|ah|oye|si|sip|ya|pero|sino|es que|en realidad|mira|perdon|ojo|disculpa|na verdade|actually|yes) )+(?=\S)/;
const THIS = "(?:(?:eso|esa|ese|esto|esta|este|la|lo|el|isso|essa|esse|that|this|it|plata|dinero|boleta|foto) )*";
const CLIENT = "(?:(?:un|una|el|la|mi|mis|los|unos) )?(?:client[ea]s?|comprador(?:a|es)?)";
const ME = "(?:me|nos)";
const PAYING =
  "(?:llego|entro|pago|pagaron|deposito|depositaron|transfirio|transfirieron|abono|abonaron|mando|mandaron|envio|enviaron|dio|dieron|hizo|hicieron|cayo)";
const THERE = `(?: (?:a mi|a mi cuenta|a la cuenta|al banco|por transferencia|${CLIENT}|eso|esto|esa plata|la plata|ese dinero))*`;

const NO_EXPENSE = new RegExp(
  `^${THIS}(?:no|nao|is not|isnt|its not) ?(?:(?:es|fue|era|e|foi) )?(?:(?:un|ningun|mi|um|an?) )?(?:gasto|egreso|compra|despesa|expense|purchase)(?: mi[oa])?(?= |$) ?`,
);

const IN = new RegExp(
  `^${THIS}(?:${[
    "(?:es|era|fue|son|eran) (?:(?:una|un|el|la|mi|nuestra|mis) )?(?:ventas?|ingreso|cobro|pago recibido|abono)(?: (?:mi[oa]s?|nuestr[oa]s?|del negocio|de mi negocio|con tarjeta|de un client[ea]|recibid[oa]))*",
    `(?:(?:es|era|fue) )?(?:(?:la|el|una|un) )?(?:plata|dinero|pago|transferencia|deposito|abono|monto) (?:que )?(?:${ME} ${PAYING}|recibi|recibid[oa]|entro|que entro)${THERE}`,
    `(?:a mi )?${ME} (?:(?:lo|la) )?${PAYING}(?: (?:un|el|ese|una|esa) (?:pago|deposito|abono|transferencia))?${THERE}`,
    `${CLIENT} (?:${ME} )?(?:(?:lo|la) )?${PAYING}(?: (?:el|ese|un) (?:pago|deposito|abono))?${THERE}`,
    "(?:yo )?(?:(?:lo|la) )?(?:recibi|cobre)(?: (?:yo|eso|esto|esa plata|la plata|ese pago|esa transferencia))*|(?:yo )?(?:lo|la) vendi(?: yo)?|yo vendi(?: eso| esto)?|vendi yo",
    `entro(?: plata)?${THERE}|(?:es|era|fue) de ${CLIENT}|(?:es|era) (?:plata|dinero) (?:a favor|entrante|de ${CLIENT})`,
    "me pagaram(?: isso)?|recebi(?: isso)?|(?:e|foi) (?:uma venda|uma entrada|dinheiro que recebi)|eu recebi",
    "(?:i (?:was paid|got paid|received it|received that)|they paid me|(?:is|its|was) (?:a sale|income|money i (?:got|received)))",
  ].join("|")})$`,
);

const OWN = new RegExp(
  `^${THIS}(?:${[
    "(?:yo )?(?:(?:lo|la) )?deposit(?:e|o|amos)(?: yo)?(?: mism[oa])?(?: (?:eso|esto|esa plata|la plata|plata))?(?: (?:de la caja|de las ventas|del dia|mi[oa]|del negocio))*(?: (?:en|a) (?:(?:la|el|mi|una|nuestra) )?(?:caja ?vecina|banco(?: ?estado)?|cuenta(?: ?rut| vista| corriente| del banco| del negocio)?|cta(?: cte| corriente)?|cajero|sucursal))*(?: (?:yo|mism[oa]))*",
    "(?:es|era|fue) (?:(?:un|una|mi) )?(?:deposito|traspaso)(?: (?:mi[oa]|propi[oa]|de plata mia|que (?:yo )?hice|de la caja|del dia|de las ventas))*(?: (?:a|en|al|entre|hacia) (?:(?:mi|mis|la|el|nuestra|las) )*(?:cuentas?|banco|cuenta ?rut|cuenta corriente|caja)(?: propias?)?)?",
    "(?:(?:es|era) )?(?:(?:plata|dinero) (?:mi[oa]|propi[oa]|nuestr[oa]|de la caja|del negocio|que deposite)(?: que (?:yo )?deposite)?(?: yo)?|mi (?:propi[oa] )?(?:plata|dinero))|(?:es|era) mi[oa]",
    "(?:(?:lo|la) )?(?:pase|lleve|movi|mande|traspase)(?: yo)?(?: (?:la )?plata)?(?: de la caja)? (?:al banco|a (?:la|mi) cuenta)",
    "(?:e|era|foi) (?:meu|um deposito(?: meu)?|dinheiro meu)|eu (?:mesmo )?depositei|depositei(?: eu)?",
    "(?:is|its|was) (?:my (?:own )?(?:money|deposit)|mine)|i (?:deposited|paid) it in",
  ].join("|")})$`,
);

const BANKED = /deposit|banco|cuenta|traspas|\bcaja\b/;

const BETWEEN = new RegExp(
  `^${THIS}(?:(?:es|era|fue) )?(?:(?:un|una) )?(?:(?:traspaso|transferencia|movimiento|plata) )?(?:mi[oa] )?(?:${[
    "entre (?:mis )?(?:propias )?cuentas(?: mias| propias)?",
    "de una cuenta mia a otra(?: mia)?",
    "de mi cuenta(?: \\p{L}+)? a (?:mi otra cuenta|otra cuenta mia|mi cuenta(?: \\p{L}+)?)",
    "(?:que )?me (?:lo |la )?(?:transferi|pase|hice)(?: yo)? a mi mism[oa]",
    "entre (?:as )?minhas contas|between my (?:own )?accounts",
  ].join("|")})$`,
  "u",
);

const OUT = new RegExp(
  `^${THIS}(?:${[
    "(?:yo )?(?:(?:se )?(?:lo|la) )?(?:pague|pagamos|transferi|gaste)(?: yo)?(?: (?:eso|esto|al? (?:un |mi |el )?proveedor(?:es)?))*|pague yo|yo pague",
    "(?:es|era|fue) (?:(?:un|una|mi) )?(?:gasto|egreso|compra|pago)(?: (?:mi[oa]|que (?:yo )?hice|mi proveedor|al? (?:un |mi |el )?proveedor(?:es)?|del negocio))*",
    "(?:(?:se )?(?:lo|la) )?deposite (?:al?|en la cuenta del?) (?:un |mi |el )?proveedor",
    "(?:e|foi) (?:uma|um) (?:despesa|gasto|pagamento)|eu paguei|paguei(?: eu| isso)?",
    "i paid(?: it| that)?|(?:is|its|was) an expense",
  ].join("|")})$`,
);

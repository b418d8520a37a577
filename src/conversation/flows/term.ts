import { creditIn, creditOf, termAnswer, type Credit } from "#documents";
import { fold, type CivilDate } from "#kernel";
import type { ClassifyRequest } from "#language";
import type { Draft } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { newestPaper, showAgain } from "./draft.ts";
import { tellerOf } from "./paper.ts";
import { plainly } from "./plainly.ts";

/** «pagada», «al contado», «a 30 días» under a paper: how that one is paid. False for all other words. */
export function answerTerm(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  const said = open === null ? null : termIn(request.text, open.draft.extraction.fields.date);
  if (open === null || said === null) return false;
  if (said === "paid") delete open.draft.credit;
  else if (said === "unpaid") open.draft.credit ??= { due: null, days: null };
  else open.draft.credit = said;
  tellTerm(mind, item, open.draft);
  showAgain(mind, item, open);
  return true;
}

/** What was said of how it is paid stays with the document, whoever takes it up again. */
export function tellTerm(mind: Mind, item: Heard, draft: Draft): void {
  draft.term = true;
  const { document_id, extraction, credit = null } = draft;
  const answer = termAnswer(creditOf(extraction), { ...tellerOf(mind, item), said: credit });
  mind.effects.push({ kind: "settle_document", document_id, answers: [answer] });
}

/** `unpaid`: it is owed, and nothing is said of when. */
type Term = "paid" | "unpaid" | Credit;

/** What a whole sentence says of the payment and nothing beside it; null where it says anything else. */
function termIn(text: string, issuedOn: CivilDate | null): Term | null {
  // «no, fue al contado» corrects; «no está pagada» says the contrary.
  const words = plainly(fold(text).replace(/^\W*(?:no|nao) *[,.;]+/, ""));
  const denied = DENIAL.exec(words);
  // «no la pagué ayer» may have been paid today: only what is affirmed may say how or when beside it.
  if (!denied) return affirmed(words.replace(/^(?:si|sim|yes|ya) /, "").replace(HOW_PAID, ""), issuedOn);
  const said = affirmed(words.slice(denied[0].length).replace(/ (?:todavia|aun|ainda|yet)$/, ""), issuedOn);
  if (said === "paid") return "unpaid";
  // «no es a 30 días» leaves open when it is paid instead.
  const isBare = said !== null && said !== "unpaid" && said.days === null && said.due === null;
  return isBare ? "paid" : null;
}

const DENIAL =
  /^(?:(?:aun|todavia|ainda|pero|eso|it) )*(?:(?:is |was )?not|isnt|no|nao|nunca)(?: (?:aun|todavia|ainda|yet))? /;

function affirmed(words: string, issuedOn: CivilDate | null): Term | null {
  const said = words.replace(/^(?:(?:es|fue|era|eso|esta|e|foi|it|is|its|was) )+/, "");
  if (PAID.test(said)) return "paid";
  if (UNPAID.test(said)) return "unpaid";
  if (!TERM.test(said)) return null;
  const printed = said.replace(/\bcredit\b/, "credito").replace(/\b(?:due|se paga|a pagar|para pagar)\b/, "vence");
  return creditIn([`condicion de pago: ${printed}`], issuedOn);
}

const MEANS = "(?:tarjeta|transferencia|debito|redcompra|efectivo|cartao|pix|card|cash|dinheiro)";
const HOW_PAID = new RegExp(
  `(?<=paid|pag[oa]|pagad[oa]|pague|paguei|pagamos|cancelad[oa]|cancele)(?: (?:ayer|hoy|ontem|hoje|today|yesterday|al contado|(?:con|por|en|em|no|by|in) ${MEANS}))+$`,
);

const PAID =
  /^(?:(?:al|de) )?contado$|^(?:ya )?(?:(?:esta|fue|quedo|e|foi|it is|its|is) )?(?:ya )?(?:pagad[oa]|pag[oa]|paid|cancelad[oa]|abonad[oa]|saldad[oa]|quitad[oa])$|^(?:ya )?(?:(?:la|lo) )?(?:pague|pago|pagamos|cancele|he pagado)(?: ya)?$|^(?:ja )?(?:a |o )?paguei(?: ja)?$|^i (?:have )?paid(?: it)?$|^(?:en|a la|em|con|por) (?:efectivo|vista|dinheiro|tarjeta|transferencia)$|^a vista$/;

const UNPAID = /^(?:queda |quedo )?(?:por pagar|sin pagar|impag[oa]|unpaid)$/;

const COUNTED = "(?:\\d{1,3} )*\\d{1,3} (?:dias?|days?)(?: (?:de la )?(?:fecha|factura|fecha factura))?";
const NET = "net \\d{1,3}";
const DATED =
  "(?:(?:el|em|on|o|dia) )*(?:20\\d{2}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-/ ]\\d{1,2}[-/ ](?:20)?\\d{2}|\\d{1,2} (?:de )?[a-z]{3,10} (?:del? )?20\\d{2})";
const CREDIT = "(?:credito|plazos?|prazo|credit|cuenta corriente)";
const ENDS = "(?:vence|vencimiento|vencimento|due|se paga|a pagar|para pagar)";

/** «a 30 días», «es a crédito», «crédito, vence el 18-12-2026». */
const TERM = new RegExp(
  `^(?:(?:a|al|con|em|en|on|net|forma de pago|condicion de pago|compra|venta) )*` +
    `(?:${CREDIT}|(?:${CREDIT} (?:a |de |por )?)?(?:${COUNTED}|${NET})|(?:${CREDIT} )?(?:${ENDS} )?(?:${DATED}|(?:en|a|em|in) ${COUNTED}))$`,
);

import type { DateSpan } from "../dates/span.ts";
import { type Span, unsaidAt } from "../money/spans.ts";
import type { DebtDirection } from "../reading.ts";
import type { Cue } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, take, type Message } from "../words/message.ts";
import { allPhrases, type Found } from "../words/phrases.ts";
import type { Range } from "../words/tokens.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./movement.ts";

// «pagué 50 lucas y debo el resto»: the amount was paid, and what is owed is what it leaves of a whole.

/** The verb of a debt and «el resto» behind it. */
type Rest = Range & { owing: Found<Cue> };

/** A clause that tells of a payment and of its rest as two, the rest behind and without an amount; any other as it is. */
export function withRest(message: Message, clause: Clause): Clause[] {
  const { span } = clause;
  const paying = clause.cues.findLast((cue) => cue.from < span.from);
  const rest = paying && isPayment(paying) ? restIn(message, clause) : null;
  if (!paying || !rest) return [clause];
  const behind = rest.from >= span.to;
  const paid = within(clause, behind ? { from: clause.from, to: rest.from } : { from: rest.to, to: clause.to });
  const left = behind ? { from: rest.from, to: clause.to } : { from: clause.from, to: rest.to };
  take(message, rest, "cue");
  // «abonó 50 y debe el saldo»: what is left of a debt is what the books say of it.
  if (paying.means.name === "settle_in" || paying.means.name === "settle_out") return [paid];
  const direction = sideOf(message, rest.owing, paying);
  const means: Cue = { ...rest.owing.means, direction, name: direction === "por_pagar" ? "owe" : "owed" };
  const owing = { ...rest.owing, means };
  const half = halfPaid(message, paid);
  const leftMinor = half && (span.amount_minor ?? 0) - (half.amount_minor ?? 0);
  return [
    { ...paid, span: half ?? span },
    {
      ...left,
      span: leftMinor === null ? unsaidAt(left.to, span.currency) : { ...span, amount_minor: leftMinor },
      cues: [owing],
      is_rest: true,
    },
  ];
}

function isPayment({ means }: Found<Cue>): boolean {
  return means.rank === 3 && (means.type === "egreso" || means.type === "ingreso");
}

function restIn(message: Message, clause: Clause): Rest | null {
  const { tokens, tongue } = message;
  for (const rest of allPhrases(tongue.rest, tokens, clause)) {
    const owing = owingBefore(message, clause, rest) ?? owingBehind(message, clause, rest);
    if (owing) return { from: Math.min(owing.from, rest.from), to: Math.max(owing.to, rest.to), owing };
  }
  return null;
}

/** «debo el resto»; «debe ser» and «debe ir» are no debts, and so are in no list of verbs. */
function owingBefore(message: Message, { cues, from }: Clause, rest: Range): Found<Cue> | null {
  const said = cues.find((cue) => cue.to === rest.from && isOwing(cue));
  if (said || rest.from === from || !THEY_OWE.test(keyAt(message, rest.from - 1))) return said ?? null;
  return { means: OWED, from: rest.from - 1, to: rest.from };
}

/** «el resto lo debo», «el resto queda pendiente», «el resto a fin de mes». */
function owingBehind(message: Message, { cues, to }: Clause, rest: Range): Found<Cue> | null {
  let at = rest.to;
  while (at < to && PRONOUN.test(keyAt(message, at))) at++;
  const said = cues.find((cue) => (cue.from === at || cue.from === rest.to) && isOwing(cue));
  if (said) return said;
  const behind = message.tokens.slice(at, Math.min(to, at + PENDING_TOKENS)).map(({ key }) => key);
  const pending = PENDING.exec(behind.join(" "));
  if (pending) return { means: LEFT, from: at, to: at + pending[0].split(" ").length };
  const dated = UNTIL.test(keyAt(message, at)) && [at, at + 1].some((place) => message.uses[place] === "date");
  return dated && at < to ? { means: LEFT, from: rest.from, to: rest.to } : null;
}

function isOwing({ means }: Found<Cue>): boolean {
  return means.name === "owe" || means.name === "owed";
}

const THEY_OWE = /^(?:deben?|devem?)$/;
const OWED: Cue = { name: "owed", type: "deuda", direction: "por_cobrar", tense: "past", rank: 3 };
/** Owed by whoever paid. */
const LEFT: Cue = { name: "owe", type: "deuda", direction: null, tense: "past", rank: 3 };

const PRONOUN = /^(?:lo|la|los|las|se|me|le)$/;
const PENDING =
  /^(?:(?:queda|quedo|quedan|quedaron|esta|va|fica|ficou|is) )?(?:pendientes?|pendente|pending|debiendo|devendo|fiado|(?:por|a) pagar|a? ?credito|a plazo|despues|depois|later)\b/;
const PENDING_TOKENS = 3;
const UNTIL = /^(?:al?|para|pal?|hasta|ate|until|by)$/;

function within(clause: Clause, range: Range): Clause {
  return { ...clause, ...range, cues: clause.cues.filter(({ from }) => from >= range.from && from < range.to) };
}

/** Who owes the rest: whoever paid, where the words leave it («queda pendiente», «quedo debiendo» without its accent). */
function sideOf(message: Message, owing: Found<Cue>, paying: Found<Cue>): DebtDirection {
  const { direction } = owing.means;
  if (direction !== null && keyAt(message, owing.from) !== "quedo") return direction;
  return paying.means.type === "egreso" ? "por_pagar" : "por_cobrar";
}

/** «compré 150 lucas, pagué la mitad y …»: half of the amount. */
function halfPaid(message: Message, { cues, span, to }: Clause): Span | null {
  const paid = cues.some((cue) => {
    const at = isAt(message, cue.to, TRAIT.filler) ? cue.to + 1 : cue.to;
    return cue.from >= span.to && at < to && HALF.test(keyAt(message, at));
  });
  return paid && span.amount_minor !== null ? { ...span, amount_minor: Math.round(span.amount_minor / 2) } : null;
}

const HALF = /^(?:mitad|metade|half)$/;

/** «pagué 50 y el resto a fin de mes»: the day is the rest's alone. */
export function withoutRest(dates: readonly DateSpan[], clauses: readonly Clause[]): DateSpan[] {
  const rests = clauses.filter(({ is_rest }) => is_rest);
  return dates.filter((date) => !rests.some(({ from, to }) => from <= date.from && date.from < to));
}

/**
 * What the rest of a payment takes from what was told before it: for what and with whom it was, and where its whole was
 * told («compré 150 lucas en mercadería, pagué 50 y debo el resto») its amount.
 */
export function leftOf(rest: Draft, paid: Draft, whole: Draft | undefined): void {
  const { movement } = rest;
  const { concept, counterparty, category } = paid.movement;
  movement.counterparty ??= counterparty;
  // «Pago a Juan» is made of the verb of the payment.
  if (concept !== null && (counterparty === null || !concept.endsWith(counterparty)))
    Object.assign(movement, { concept, category });
  const [of, less] = [isWholeOf(whole, paid) ? whole.movement.amount_minor : null, paid.movement.amount_minor];
  if (of === null || less === null || of <= less || movement.amount_minor !== null) return;
  movement.amount_minor = of - less;
  Object.assign(rest, { open: null, confidence: paid.confidence });
}

/** The same deal: «vendí 200 lucas, pagué 50 de arriendo y debo el resto» owes nothing of the sale. */
function isWholeOf(whole: Draft | undefined, { movement }: Draft): whole is Draft {
  if (!whole || whole.movement.currency !== movement.currency) return false;
  return whole.open === "direction" || whole.movement.type === movement.type;
}

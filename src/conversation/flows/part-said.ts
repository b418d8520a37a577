import { fold } from "#kernel";
import { classify, readAmount, type ClassifyRequest } from "#language";
import type { Credit } from "#documents";
import { plainly } from "./plainly.ts";
import { portionOf } from "./settle.ts";
import { COURTESY, termIn, type Words } from "./term-said.ts";

// What words say of an amount that was paid for a paper: part of it, or another total than was read. Pure.

export type Paid =
  /** Part of it; the rest is owed, which is `said` or only follows. */
  | { how: "part"; amount_minor: number; credit: Credit | null; said?: true }
  /** It cost another amount than was read. */
  | { how: "total"; amount_minor: number };

export type Card = Words & { total_minor: number; currency: string; on_credit: boolean; corrected: boolean };

/** «pagué 50 lucas y debo el resto», «pagué la mitad», «la debo, pagué cien no más»; null for all other words. */
export function paidIn(text: string, card: Card): Paid | null {
  const said = fold(text)
    .trim()
    .replace(COURTESY, "")
    .replace(/[.! ]+$/, "");
  const [, debt = "", payment = ""] = OWED_FIRST.exec(said) ?? [];
  const owed = debt === "" ? null : termIn(debt, card);
  return owed?.how === "owed" ? partBeside(payment, { credit: owed.credit, card }) : paymentIn(said, card);
}

/** «debo 200 lucas todavía», «me faltan 200 por pagar»: what is left of it; the rest was paid. Null for all other words. */
export function leftIn(text: string, card: Card): Paid | null {
  const said = fold(text)
    .trim()
    .replace(COURTESY, "")
    .replace(/[.! ]+$/, "");
  const [, words] = LEFT_ALONE.exec(said) ?? [];
  const amount = (words ?? "").replace(YET, "").replace(OF_PAPER, "");
  const left = COUNTED.test(amount) ? null : amountIn(amount, card);
  if (left === null || left <= 0 || left >= card.total_minor) return null;
  return { how: "part", amount_minor: card.total_minor - left, credit: null, said: true };
}

/** A debt that was told before what was paid of it. */
function partBeside(payment: string, { credit, card }: { credit: Credit | null; card: Card }): Paid | null {
  const told = PAID.exec(payment);
  const paid = told && sumIn(told, card);
  if (!paid || paid.amount_minor >= card.total_minor) return null;
  const owed = paid.rest === undefined ? { credit: null } : restOwed(paid.rest, { ...paid, card });
  return owed && { how: "part", amount_minor: paid.amount_minor, credit: owed.credit ?? credit, said: true };
}

function paymentIn(said: string, card: Card): Paid | null {
  const told = PAID.exec(said);
  const paid = told && sumIn(told, card);
  if (!told || !paid) return null;
  const corrects = correctsTotal(told, card);
  const part = partOf({ ...paid, isPart: paid.isPortion || isOnAccount(told, corrects) }, card);
  if (part !== null || paid.rest !== undefined) return part;
  return corrects && !paid.isPortion ? { how: "total", amount_minor: paid.amount_minor } : null;
}

function correctsTotal([, no, , verb = ""]: RegExpExecArray, { corrected, on_credit }: Card): boolean {
  return (no !== undefined || corrected) && !on_credit && IN_ALL.test(verb);
}

/** «aboné 50», «solo pagué 50»: no more than part of it. */
function isOnAccount([, , only, verb = "", just, words = ""]: RegExpExecArray, corrects: boolean): boolean {
  const isOnly = only !== undefined || just !== undefined || ONLY.test(words);
  return ON_ACCOUNT.test(verb) || DOWN.test(words) || (isOnly && !corrects);
}

type Told = { amount_minor: number; isPortion: boolean; rest: string | undefined };

function sumIn([, , , , , told = "", rest]: RegExpExecArray, card: Card): Told | null {
  const words = told.replace(HOW, "");
  const amount = words.replace(OF_PAPER, "");
  const portion = portionIn(amount);
  const amount_minor = portion === null ? amountIn(amount, card) : Math.round(card.total_minor * portion);
  if (amount_minor === null || amount_minor <= 0) return null;
  if (portion !== null || amount !== words) return { amount_minor, isPortion: true, rest };
  return { isPortion: false, ...withMore({ amount_minor, rest }, card) };
}

type Sum = Pick<Told, "amount_minor" | "rest">;

/** It may be told as several amounts: «100 con transferencia y 50 en efectivo». */
function withMore({ amount_minor, rest }: Sum, card: Card): Sum {
  const [, next = "", after] = FIRST.exec(rest ?? "") ?? [];
  const more = next === "" || OWES.test(next) ? null : amountIn(next, card);
  return more === null ? { amount_minor, rest } : withMore({ amount_minor: amount_minor + more, rest: after }, card);
}

/** What was paid as part of it: the rest is told to be owed, or the words name a portion, or a payment on account. */
function partOf({ amount_minor, rest, isPart }: Told & { isPart: boolean }, card: Card): Paid | null {
  if (amount_minor >= card.total_minor) return null;
  if (rest !== undefined) {
    const owed = restOwed(rest, { amount_minor, card });
    return owed && { how: "part", amount_minor, credit: owed.credit, said: true };
  }
  return isPart ? { how: "part", amount_minor, credit: null } : null;
}

const PAYING = "pague|pagamos|pagaron|abone|abonamos|adelante|di|deje|gaste|paguei|i paid|paid";
const ON_ACCOUNT_NOUN =
  "(?:(?:va|con|hice|hay|di|le di|dejo|deje) )?(?:un |una |el |la )?(?:abono|anticipo|adelanto|pie)(?: inicial)?(?: de| por)?";

/** What lies between two clauses. */
const SEPARATOR = "(?:[,;] (?:y |e |and |pero )?| (?:y|e|and|pero) )";
const PAID = new RegExp(
  `^(no[,;.] )?(?:(?:si|yes|sim|ya)[,;.]? )?(?:(solo|solamente|only) )?(?:(?:le|les) )?` +
    `(${ON_ACCOUNT_NOUN}|${PAYING})(?: (solo|solamente|apenas|only))? (.+?)(?:${SEPARATOR}(.+?))?[.! ]*$`,
);
const FIRST = new RegExp(`^(.+?)(?:${SEPARATOR}(.+))?$`);
const OWED_FIRST = new RegExp(`^(.+?)${SEPARATOR}((?:(?:solo|solamente|ya) )?(?:(?:le|les) )?(?:${PAYING})\\b.+)$`);
const ONLY = / (?:no ?mas|nada mas|solamente|just|por ahora)$/;
const DOWN = / de (?:pie|abono|anticipo|adelanto)\b/;

/** «la mitad de la factura», «20 lucas a la boleta»: of the paper that is shown. */
const OF_PAPER = / (?:de|da|a|of|to) (?:(?:la|esta|el|este|the|this) )?(?:factura|boleta|compra|fatura|nota|invoice)$/;

/** Words that tell of part of what is owed. */
const ON_ACCOUNT = /abon|adelant|anticip|\bpie\b/;

/** … and of the whole price. */
const IN_ALL = /^(?:pag|gast|i paid|paid)/;

/** `0,5` of «la mitad» alone; null where more is said, or no part. */
function portionIn(words: string): number | null {
  const said = plainly(words);
  const [, percent] = /^(?:el |o )?(\d{1,2}) ?%$/.exec(said) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  const portion = PORTION.test(said) ? portionOf(said) : null;
  return portion !== null && portion !== "some" ? portion.share : null;
}

const PORTION = /^(?:(?:la|un|una|a|half|um) )?(?:mitad|metade|half|tercio|(?:tercera|cuarta) parte|cuarto|terco)$/;

/** An amount and nothing beside it; null for «20 lucas luz». */
function amountIn(words: string, { request, currency, total_minor }: Card): number | null {
  const bare = words.replace(HOW, "");
  if (PURPOSE.test(bare) || namesThing(bare, request)) return null;
  return readAmount(bare, { country: request.country, currency, like: total_minor });
}

const MEANS = "(?:efectivo|dinheiro|cash|tarjeta|transferencia|debito|redcompra|pix|cheque)";
const HOW = new RegExp(
  `(?: (?:(?:en|em|in|con|por|com|by) ${MEANS}|hoy|hoje|today|ahora|recien|al tiro|agora|now|no ?mas|nada mas|solamente|just|por ahora|de (?:pie|abono|anticipo|adelanto|pesos)))+$`,
);

/** «50 lucas en pan»: the money went to something. */
const PURPOSE = /\b(?:en|de|del|por|a|al|para|con|em|for|on|of|to|from)\b/;

/** «5 lucas pan», «20 lucas Juan»: it is another purchase, or of somebody else. */
function namesThing(words: string, request: ClassifyRequest): boolean {
  const { movements } = classify({ ...request, text: `gasté ${words}`, last: null });
  return (
    movements.length > 1 || movements.some(({ concept, counterparty }) => concept !== null || counterparty !== null)
  );
}

/** «debo el resto», «el resto a 30 días», «debo 64.240»: what is left, and until when where that is said. */
function restOwed(
  clause: string,
  { amount_minor, card }: { amount_minor: number; card: Card },
): { credit: Credit | null } | null {
  const said = plainly(clause);
  if (REST.test(said)) return { credit: null };
  const [, term] = REST_UNTIL.exec(said) ?? [];
  if (term !== undefined) {
    // «la próxima semana»: its article may be taken for the debt.
    const forms = [term, `vence ${term}`, `la ${term}`, `vence la ${term}`];
    const owed = forms.map((words) => termIn(words, card)).find((each) => each !== null);
    return owed?.how === "owed" ? { credit: owed.credit } : null;
  }
  const [, left] = LEFT.exec(fold(clause)) ?? [];
  return left !== undefined && amountIn(left, card) === card.total_minor - amount_minor ? { credit: null } : null;
}

const DEBO =
  "(?:(?:le|les|la|lo|me) )?(?:debo|debemos|(?:quedo|quede|quedamos) debiendo|queda(?:n|ron)?(?: por pagar| pendientes?)?|falta(?:n)?(?: por pagar| pagar)?|pago|pagare|(?:voy|vamos) a pagar(?:le)?|i owe|owe|devo|fico devendo)";
const RESTO =
  "(?:(?:el|o|the|lo|la) )?(?:resto|saldo|rest|demas|restante|que falta|otra mitad|outra metade|other half)";
const OPEN =
  "(?: (?:(?:lo|la|se|me|queda|quedo|esta) )*(?:debo|por pagar|pendiente|a credito|fiado|despues|luego|debiendo|owed|later))?";
const REST = new RegExp(`^(?:${DEBO} )?${RESTO}${OPEN}$|^(?:${DEBO} )(?:la mitad|a metade|half)$`);
const REST_UNTIL = new RegExp(`^(?:${DEBO} )?${RESTO}(?: (?:lo|la|queda|es|va|vence))? (.+)$`);
const LEFT = new RegExp(`^${DEBO} (.+?)[.! ]*$`);
const OWES = new RegExp(`^${DEBO} |\\b${RESTO}\\b`);
const STILL = "(?:(?:todavia|aun|ainda|still|solo|yo|pero|me|nos|le|les|i) )*";
const LEFT_ALONE = new RegExp(
  `^${STILL}(?:(?:queda )?(?:un |el )?saldo(?: pendiente)?(?: es| son| de)*|debo|debemos|devo|owe|adeudo|(?:quedo|quede|quedamos|estoy|queda|quedan) debiendo(?:les?)?|` +
    `(?:queda|falta|quedaron|faltaron)n?(?: por pagar| pagar| pendientes?)?) (?:todavia |aun )?(.+)$`,
);
/** «faltan 5 minutos», «faltan 2 cajas». */
const COUNTED = /\d (?!lucas?\b|luquitas\b|mil\b|k\b|pesos\b|palos?\b|millon)[a-z]/;
const YET =
  /(?: (?:todavia|aun|ainda|still|yet|no ?mas|nada mas|debiendo|pendientes?|por pagar|de saldo|para (?:pagar|completar)(?:la|lo)?))+$/;

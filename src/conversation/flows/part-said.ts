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

/** «pagué 50 lucas y debo el resto», «pagué la mitad», «no, pagué 6.600»; null for all other words. */
export function paidIn(text: string, card: Card): Paid | null {
  const [, no, verb = "", told = "", rest] = PAID.exec(fold(text).trim().replace(COURTESY, "")) ?? [];
  const words = told.replace(HOW, "");
  const amount = words.replace(OF_PAPER, "");
  const portion = portionIn(amount);
  const amount_minor = portion === null ? amountIn(amount, card) : Math.round(card.total_minor * portion);
  if (amount_minor === null || amount_minor <= 0) return null;
  const isPortion = portion !== null || amount !== words;
  const part = partOf({ amount_minor, rest, isPortion, verb }, card);
  if (part !== null || rest !== undefined) return part;
  const corrects = (no !== undefined || card.corrected) && !card.on_credit && IN_ALL.test(verb);
  return corrects && !isPortion ? { how: "total", amount_minor } : null;
}

type Told = { amount_minor: number; isPortion: boolean; verb: string; rest: string | undefined };

/** What was paid as part of it: the rest is told to be owed, or the words name a portion, or a payment on account. */
function partOf({ amount_minor, rest, isPortion, verb }: Told, card: Card): Paid | null {
  if (amount_minor >= card.total_minor) return null;
  if (rest !== undefined) {
    const owed = restOwed(rest, { amount_minor, card });
    return owed && { how: "part", amount_minor, credit: owed.credit, said: true };
  }
  const isOnAccount = card.on_credit && ON_ACCOUNT.test(verb);
  return isPortion || isOnAccount ? { how: "part", amount_minor, credit: null } : null;
}

const PAID =
  /^(no[,;.] )?(?:(?:si|yes|sim|ya)[,;.]? )?(?:(?:le|les) )?(pague|pagamos|pagaron|abone|abonamos|adelante|di|deje|gaste|paguei|i paid|paid)(?: (?:solo|solamente|apenas|only))? (.+?)(?:(?:[,;] (?:y |e |and |pero )?| (?:y|e|and|pero) )(.+?))?[.! ]*$/;

/** «la mitad de la factura», «20 lucas a la boleta»: of the paper that is shown. */
const OF_PAPER = / (?:de|da|a|of|to) (?:(?:la|esta|el|este|the|this) )?(?:factura|boleta|compra|fatura|nota|invoice)$/;

/** Verbs that tell of part of what is owed. */
const ON_ACCOUNT = /^(?:abon|adelant)/;

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
  `(?: (?:(?:en|em|in|con|por|com|by) ${MEANS}|hoy|hoje|today|ahora|recien|al tiro|agora|now|de (?:pie|abono|anticipo|adelanto|pesos)))+$`,
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

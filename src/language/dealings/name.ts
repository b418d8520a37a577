import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, type Message } from "../words/message.ts";
import { meaningOf } from "../words/phrases.ts";
import { isA, tokenAt } from "../words/tokens.ts";

/** Tokens of a name: from, included, to, not included; «la señora Olga» without its article. */
export type Place = { from: number; to: number };

const LOWERCASE_WORDS_MAX = 2;
/** «Comercial Hermanos Soto y Cía. Ltda.» is eight tokens long. */
export const NAME_TOKENS_MAX = 8;

/** A name that starts at `at`, articles skipped: «la señora Olga», «juan perez»; null where none does. */
export function nameAt(message: Message, at: number, end: number): Place | null {
  const from = behindArticles(message, at, end);
  if (from >= end || !isNameWord(message, from)) return null;
  const token = tokenAt(message.tokens, from);
  const capital = token.capital && !message.shouted;
  if (!capital && from > at && ANY_ONE.has(keyAt(message, from - 1))) return null;
  if (isA(token, TRAIT.nobody) && !(isA(token, TRAIT.title) && isCapitalAt(message, from + 1, end))) return null;
  if (isA(token, TRAIT.title)) return { from, to: endOfTitled(message, from + 1, end) };
  if (isA(token, TRAIT.given) && !capital) return { from, to: endOfGiven(message, from + 1, end) };
  if (capital) return { from, to: endOfCapitals(message, from + 1, end) };
  return writtenSmall(message, { at, from, end });
}

/** «a un cliente», «a una señora» are nobody in particular. */
const ANY_ONE: ReadonlySet<string> = new Set(["un", "una", "unos", "unas"]);

function writtenSmall(message: Message, where: { at: number; from: number; end: number }): Place | null {
  const to = endOfFirm(message, where) ?? endOfPlain(message, where.from, where.end);
  return to > where.from ? { from: where.from, to } : null;
}

/** «juan perez», «maría josé»: a second name behind a given one, written small. */
function endOfGiven(message: Message, at: number, end: number): number {
  if (isCapitalAt(message, at, end)) return endOfCapitals(message, at + 1, end);
  return at < end && isNameWord(message, at) && isPlainWord(message, at) ? at + 1 : at;
}

function endOfPlain(message: Message, from: number, end: number): number {
  let to = from;
  while (to < end && to - from < LOWERCASE_WORDS_MAX && isNameWord(message, to) && isPlainWord(message, to)) to++;
  return to;
}

/** «distribuidora del sur», «comercial los andes ltda», «panadería san jorge»: a trade and the name of its firm, written small. */
function endOfFirm(message: Message, { at, from, end }: { at: number; from: number; end: number }): number | null {
  if (!isTradeOfFirm(message, from)) return null;
  const of = message.tongue.dates.of.has(keyAt(message, from + 1));
  const name = behindArticles(message, of ? from + 2 : from + 1, end);
  // «a la ferretería los clavos» is what was bought there; «a ferretería los clavos» is called so.
  const bare = name === from + 1;
  if (!bare && !of && at < from) return null;
  if (!isFirmWord(message, name, end)) return null;
  const most = name + (bare ? LOWERCASE_WORDS_MAX : 1);
  let to = name + 1;
  while (to < most && isFirmWord(message, to, end)) to++;
  return to < end && message.uses[to] === "free" && message.tongue.names.legal.has(keyAt(message, to)) ? to + 1 : to;
}

function isFirmWord(message: Message, at: number, end: number): boolean {
  if (at >= end || !isNameWord(message, at) || message.tongue.document_words.has(keyAt(message, at))) return false;
  return isPlainWord(message, at) && !isPreposition(message, at);
}

/** «ferretería», «comercial»: a trade that names of firms begin with. */
export function isTradeOfFirm(message: Message, at: number): boolean {
  return TRADE_OF_FIRM.test(keyAt(message, at));
}

const TRADE_OF_FIRM =
  /(?:eria|mercado)$|^(?:almacen|farmacia|minimarket|bazar|restaurante?|comercial|comercializadora|constructora|importadora|inmobiliaria|distribuidora|transportes|taller|botica|bodega|cafe)$/;

function behindArticles(message: Message, at: number, end: number): number {
  let from = at;
  while (from < end && message.uses[from] === "free" && isAt(message, from, TRAIT.article)) from++;
  return from;
}

function endOfTitled(message: Message, at: number, end: number): number {
  if (keyAt(message, at) === "." && tokenAt(message.tokens, at).glued) return endOfTitled(message, at + 1, end);
  if (isCapitalAt(message, at, end)) return endOfCapitals(message, at + 1, end);
  const trade = endOfTrade(message, at, end);
  if (trade !== null) return trade;
  return at < end && isNameWord(message, at) && isPlainWord(message, at) ? at + 1 : at;
}

/** «la señora de los huevos», «el señor del gas». */
function endOfTrade(message: Message, at: number, end: number): number | null {
  const key = keyAt(message, at);
  if (key !== "de" && key !== "del") return null;
  const thing = behindArticles(message, at + 1, end);
  if (thing >= end || !isNameWord(message, thing) || isAt(message, thing, TRAIT.filler)) return null;
  return isTrade(message, thing) ? thing + 1 : null;
}

function isTrade(message: Message, at: number): boolean {
  return isThing(message, { from: at, to: at + 1 }) || isPlainWord(message, at);
}

function endOfCapitals(message: Message, at: number, end: number): number {
  const { joins, legal } = message.tongue.names;
  let to = at;
  for (let next = at; next < end && next - at < NAME_TOKENS_MAX; next++) {
    const key = keyAt(message, next);
    if (message.uses[next] !== "free" || TAX_IDS.has(key)) break;
    const point = key === "." && legal.has(keyAt(message, next - 1)) && tokenAt(message.tokens, next).glued;
    if (isCapitalAt(message, next, end) || legal.has(key) || point) to = next + 1;
    else if (!joins.has(key) || key === "y") break;
  }
  return to;
}

/** «Distribuidora Lagos RUT 76…»: what begins the number of a name is no part of it. */
const TAX_IDS: ReadonlySet<string> = new Set("rut ruc cuit rfc nit cnpj cpf".split(" "));

/** A capital that nothing has taken, in a message that is not all capitals: «a la Rosa» at its third word. */
export function isCapitalAt(message: Message, at: number, end: number): boolean {
  const token = tokenAt(message.tokens, at);
  return at < end && token.capital && message.uses[at] === "free" && !message.shouted;
}

/** Surely somebody: a capital, a title or a given name («Olga», «señora», «pedro»). */
export function isPersonAt(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  return (token.capital && !message.shouted) || isA(token, TRAIT.title) || isA(token, TRAIT.given);
}

/** «a», «de», «en»: a name may stand behind it. */
export function isPreposition(message: Message, at: number): boolean {
  return isAt(message, at, TRAIT.preposition);
}

/** A lower-case word that can be a name («nahuel»): no filler, no verb of ours, no thing people buy. */
export function isPlainWord(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (isA(token, TRAIT.filler) || NO_NAMES.has(token.key) || INFINITIVE.test(token.key)) return false;
  if (message.tongue.names.joins.has(token.key) || isA(token, TRAIT.separator)) return false;
  return meaningOf(message.tongue.cues, token) === undefined && !isThing(message, { from: at, to: at + 1 });
}

/** «vino a arreglar», «no alcancé a pagarle». */
const INFINITIVE = /[aei]r(?:me|le|les|lo|la|los|las|se|nos)?$/;

/** Words behind «a» that are manners, not people. */
const NO_NAMES: ReadonlySet<string> = new Set(
  "neto mitad saldo resto semana quincena credito cuenta plazo plazos medias pie domicilio tiempo mano mes meses contado cuotas pagar cobrar comprar vender fiado vez veces banco caja partir traves favor fin fines eso esto nombre veces que cuanto nosotros ellos ella".split(
    " ",
  ),
);

/** What people buy or sell stands there, and no firm's name («Pan» is a thing, «Pan Ltda.» is none). */
export function isThing(message: Message, place: Place): boolean {
  const last = keyAt(message, place.to - 1) === "." ? keyAt(message, place.to - 2) : keyAt(message, place.to - 1);
  if (place.to - place.from > 1 && message.tongue.names.legal.has(last)) return false;
  if (place.to - place.from > 1 && endOfFirm(message, { at: place.from, from: place.from, end: place.to }) === place.to)
    return false;
  const { expense_categories: expenses, income_categories: incomes } = message.tongue;
  const token = tokenAt(message.tokens, place.from);
  if (isA(token, TRAIT.title)) return false;
  return meaningOf(expenses, token) !== undefined || meaningOf(incomes, token) !== undefined;
}

/** A word that nothing has taken yet: «juan», not «3» and not the «ayer» of a date. */
export function isNameWord(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  return message.uses[at] === "free" && token.kind === "word";
}

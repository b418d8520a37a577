import type { Clause } from "./clauses.ts";
import { keyAt, take, type Message } from "./message.ts";
import type { Pack } from "./packs/pack.ts";
import { meaningOf, phraseAt, phrases, type Phrases } from "./phrases.ts";
import { tokenAt, written } from "./tokens.ts";
import type { Cue, CueName } from "./tongues/tongue.ts";

/** The other party of a movement: as written, where, and the category its trade suggests. */
export type Party = { name: string; from: number; to: number; category: string | null };

type Place = { from: number; to: number };

const LOWERCASE_WORDS_MAX = 2;
const NAME_TOKENS_MAX = 8;

/** Verbs whose subject is the other one: «Juan me pagó», «me debe Juan». */
const THEIR_VERBS: ReadonlySet<CueName> = new Set([
  "earn",
  "refund",
  "owed",
  "borrow",
  "settle_in",
  "charged",
  "buy_on_credit",
]);
/** Verbs that have somebody at their end in any spelling: «le debo a juan». */
const TOWARDS: ReadonlySet<CueName> = new Set([
  "sell",
  "owe",
  "lend",
  "sell_on_credit",
  "settle_out",
  "spend",
  "buy",
  "earn",
  "owed",
]);

/** Finds the other party in a clause and takes its tokens, the preposition before it included. */
export function counterpartyOf(
  message: Message,
  clause: Clause,
  read: { cue: Cue | null; said: Place | null },
): Party | null {
  const { cue, said } = read;
  const party =
    shop(message, clause) ??
    (cue && said && THEIR_VERBS.has(cue.name) ? subject(message, clause, said) : null) ??
    behindPreposition(message, clause, cue) ??
    standing(message, clause);
  if (party) take(message, party, "name");
  return party;
}

/** A shop everyone knows. */
function shop(message: Message, clause: Place): Party | null {
  const known = shopsOf(message.pack);
  for (let at = clause.from; at < clause.to; at++) {
    if (message.uses[at] !== "free") continue;
    const hit = phraseAt(known, message.tokens, { from: at, to: clause.to });
    if (!hit || !looksLikeShop(message, clause, at)) continue;
    const name = written(message, { from: at, to: hit.to });
    return { name, from: withPreposition(message, clause, at), to: hit.to, category: hit.means };
  }
  return null;
}

function looksLikeShop(message: Message, clause: Place, at: number): boolean {
  const { at: places, to, articles } = message.tongue.names;
  const before = keyAt(message, at - 1);
  return (
    tokenAt(message.tokens, at).capital ||
    at === clause.from ||
    places.has(before) ||
    to.has(before) ||
    articles.has(before)
  );
}

const shopIndex = new Map<string, Phrases<string>>();

/** The shops of a country as phrases. */
export function shopsOf(pack: Pack): Phrases<string> {
  const known = shopIndex.get(pack.country);
  if (known) return known;
  const made = phrases<string>(Object.entries(pack.merchants).map(([name, category]) => [category, name]));
  if (Object.keys(pack.merchants).length > 0) shopIndex.set(pack.country, made);
  return made;
}

/** The name right before the verb or right behind it. */
function subject(message: Message, clause: Clause, said: Place): Party | null {
  const behind = nameAt(message, said.to, clause.to);
  if (behind && isPerson(message, behind)) return partyOf(message, { from: said.to, to: behind.to }, behind);
  let from = said.from;
  while (from > clause.from && said.from - from < NAME_TOKENS_MAX && isPartOfName(message, from - 1)) from--;
  while (from < said.from && !startsName(message, from)) from++;
  if (from === said.from) return null;
  const before = nameAt(message, from, said.from);
  return before && before.to === said.from ? partyOf(message, { from, to: before.to }, before) : null;
}

/** A word, or the point behind «Ltda.». */
function isPartOfName(message: Message, at: number): boolean {
  if (isNameWord(message, at)) return true;
  return keyAt(message, at) === "." && message.tongue.names.legal.has(keyAt(message, at - 1));
}

function isNameWord(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  return message.uses[at] === "free" && token.kind === "word";
}

function startsName(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  const { articles, titles } = message.tongue.names;
  if (articles.has(token.key) || titles.has(token.key)) return true;
  // «Lucas me debe …»: a name, though lucas is also money and who is spoken to.
  if (token.key === "lucas" && token.capital) return true;
  return !message.tongue.fillers.has(token.key) && !message.tongue.names.joins.has(token.key);
}

/** Behind the verb only what is surely somebody: a capital or a title. */
function isPerson(message: Message, place: Place): boolean {
  const token = tokenAt(message.tokens, place.from);
  const { titles, given } = message.tongue.names;
  return (token.capital && !message.shouted) || titles.has(token.key) || given.has(token.key);
}

function behindPreposition(message: Message, clause: Clause, cue: Cue | null): Party | null {
  const { to, from, at: places } = message.tongue.names;
  for (let at = clause.from; at < clause.to - 1; at++) {
    if (message.uses[at] !== "free") continue;
    const key = keyAt(message, at);
    const place = to.has(key) || places.has(key) || from.has(key) ? nameAt(message, at + 1, clause.to) : null;
    if (!place) continue;
    const sure = isPerson(message, place) || key === "donde" || key === "onde";
    const dative = (key === "a" || key === "al") && cue !== null && TOWARDS.has(cue.name);
    const person = (key === "a" || key === "al") && tokenAt(message.tokens, place.from).capital && !message.shouted;
    if (person && cue) return partyOf(message, { from: at, to: place.to }, place);
    if (sure ? isParty(message, key, place) : dative && !isThing(message, place)) {
      return partyOf(message, { from: at, to: place.to }, place);
    }
  }
  return null;
}

/** «en Sodimac» is a party, «en Pan» is a thing with a capital. */
function isParty(message: Message, preposition: string, place: Place): boolean {
  if (message.tongue.names.titles.has(keyAt(message, place.from))) return true;
  return preposition === "donde" || !isThing(message, place) || place.to - place.from > 1;
}

/** A name that nothing leads to: «20 lucas Sodimac», «50 lucas Juan Pérez», «Beto 7», «don Iván 20». */
function standing(message: Message, clause: Clause): Party | null {
  const { given, titles } = message.tongue.names;
  for (let at = clause.from; at < clause.to; at++) {
    const token = tokenAt(message.tokens, at);
    if (message.uses[at] !== "free") continue;
    const capital = token.capital && !message.shouted && !isSentenceStart(message, at);
    const titled = titles.has(token.key) && isNamed(message, at + 1, clause.to);
    if (!capital && !given.has(token.key) && !titled) continue;
    const place = nameAt(message, at, clause.to);
    if (place && !isThing(message, place)) return partyOf(message, place, place);
  }
  return null;
}

/** A title is followed by a name: «don Iván», «la señora rosa». */
function isNamed(message: Message, at: number, end: number): boolean {
  return at < end && isNameWord(message, at) && (isCapitalAt(message, at, end) || isPlainWord(message, at));
}

function isSentenceStart(message: Message, at: number): boolean {
  const before = tokenAt(message.tokens, at - 1);
  return before.kind === "mark" && !/^[,:$(&]$/.test(before.text);
}

/** A name that starts at `at`, articles skipped; null where none does. */
export function nameAt(message: Message, at: number, end: number): Place | null {
  const { titles, nobody, given } = message.tongue.names;
  const from = behindArticles(message, at, end);
  if (from >= end || !isNameWord(message, from)) return null;
  const token = tokenAt(message.tokens, from);
  const capital = token.capital && !message.shouted;
  // «a un cliente», «a una señora» are nobody in particular.
  if (!capital && from > at && /^(?:un|una|unos|unas)$/.test(keyAt(message, from - 1))) return null;
  if (nobody.has(token.key) && !(titles.has(token.key) && isCapitalAt(message, from + 1, end))) return null;
  if (titles.has(token.key)) return { from, to: endOfTitled(message, from + 1, end) };
  if (given.has(token.key) && !capital) return { from, to: endOfGiven(message, from + 1, end) };
  if (capital) return { from, to: endOfCapitals(message, from + 1, end) };
  return isPlainWord(message, from) ? { from, to: endOfPlain(message, from, end) } : null;
}

/** «juan perez», «maría josé»: a second name behind a given one, written small. */
function endOfGiven(message: Message, at: number, end: number): number {
  if (isCapitalAt(message, at, end)) return endOfCapitals(message, at + 1, end);
  return at < end && isNameWord(message, at) && isPlainWord(message, at) ? at + 1 : at;
}

function endOfPlain(message: Message, from: number, end: number): number {
  let to = from + 1;
  while (to < end && to - from < LOWERCASE_WORDS_MAX && isNameWord(message, to) && isPlainWord(message, to)) to++;
  return to;
}

function behindArticles(message: Message, at: number, end: number): number {
  let from = at;
  while (from < end && message.uses[from] === "free" && message.tongue.names.articles.has(keyAt(message, from))) from++;
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
  if (thing >= end || !isNameWord(message, thing) || message.tongue.fillers.has(keyAt(message, thing))) return null;
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
    if (message.uses[next] !== "free") break;
    const point = key === "." && legal.has(keyAt(message, next - 1)) && tokenAt(message.tokens, next).glued;
    if (isCapitalAt(message, next, end) || legal.has(key) || point) to = next + 1;
    else if (!joins.has(key) || key === "y") break;
  }
  return to;
}

function isCapitalAt(message: Message, at: number, end: number): boolean {
  const token = tokenAt(message.tokens, at);
  return at < end && token !== undefined && token.capital && message.uses[at] === "free" && !message.shouted;
}

/** A lower-case word that can be a name: no filler, no verb of ours, no place in time, no thing people buy. */
function isPlainWord(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (message.tongue.fillers.has(token.key) || NO_NAMES.has(token.key) || INFINITIVE.test(token.key)) return false;
  if (message.tongue.names.joins.has(token.key) || message.tongue.separators.has(token.key)) return false;
  return meaningOf(message.tongue.cues, token) === undefined && !isThing(message, { from: at, to: at + 1 });
}

/** «vino a arreglar», «no alcancé a pagarle». */
const INFINITIVE = /[aei]r(?:me|le|les|lo|la|los|las|se|nos)?$/;

/** Words behind «a» that are manners, not people. */
const NO_NAMES: ReadonlySet<string> = new Set(
  "credito cuenta plazo plazos medias pie domicilio tiempo mano mes meses contado cuotas pagar cobrar comprar vender fiado vez veces banco caja partir traves favor fin fines eso esto nombre veces que cuanto nosotros ellos ella".split(
    " ",
  ),
);

function isThing(message: Message, place: Place): boolean {
  const last = keyAt(message, place.to - 1) === "." ? keyAt(message, place.to - 2) : keyAt(message, place.to - 1);
  if (place.to - place.from > 1 && message.tongue.names.legal.has(last)) return false;
  const { expense_categories: expenses, income_categories: incomes } = message.tongue;
  const token = tokenAt(message.tokens, place.from);
  if (message.tongue.names.titles.has(token.key)) return false;
  return meaningOf(expenses, token) !== undefined || meaningOf(incomes, token) !== undefined;
}

function withPreposition(message: Message, clause: Place, at: number): number {
  const { to, from, at: places, articles } = message.tongue.names;
  let start = at;
  while (start > clause.from && message.uses[start - 1] === "free" && articles.has(keyAt(message, start - 1))) start--;
  const before = keyAt(message, start - 1);
  const joins = to.has(before) || from.has(before) || places.has(before);
  return start > clause.from && message.uses[start - 1] === "free" && joins ? start - 1 : start;
}

function partyOf(message: Message, taken: Place, name: Place): Party {
  const text = written(message, name);
  return { name: text, from: taken.from, to: taken.to, category: null };
}
